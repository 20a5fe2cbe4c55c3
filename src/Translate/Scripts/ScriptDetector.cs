namespace Translate.Scripts;

/// <summary>Tells Simplified from Traditional Chinese, and both from Latin.</summary>
public static class ScriptDetector
{
    enum Kind : byte { Either, Simplified, Traditional }

    static readonly Kind[] s_kinds = Build();

    /// <summary>The script of a text.</summary>
    /// <remarks>
    /// Counts characters that only one of the two scripts has. Mixed means that the smaller share is at least a tenth of them:
    /// a quoted name or title in the other script does not make a text mixed.
    /// </remarks>
    public static Script Detect(ReadOnlySpan<char> text)
    {
        var (han, simplified, traditional) = Count(text);
        if (han == 0) return HasLatin(text) ? Script.Latin : Script.None;
        if (!LanguageDetector.IsChinese(text)) return Script.Latin;
        if (Math.Min(simplified, traditional) * 10 >= simplified + traditional && simplified + traditional > 0 && simplified > 0 && traditional > 0)
            return Script.MixedHan;
        return traditional > simplified ? Script.Hant : Script.Hans;
    }

    /// <summary>How many Han characters there are, and how many of them only one script has.</summary>
    internal static (int Han, int Simplified, int Traditional) Count(ReadOnlySpan<char> text)
    {
        int han = 0, simplified = 0, traditional = 0;
        foreach (var unit in text)
        {
            if (Han.Is(unit)) han++;
            if (s_kinds[unit] == Kind.Simplified) simplified++;
            else if (s_kinds[unit] == Kind.Traditional) traditional++;
        }

        return (han, simplified, traditional);
    }

    static bool HasLatin(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
            if (char.IsAsciiLetter(unit)) return true;
        return false;
    }

    /// <summary>A character that is its own conversion, or one of its conversions, may stand in both scripts (后, 里, 干, 著).</summary>
    static Kind[] Build()
    {
        var kinds = new Kind[char.MaxValue + 1];
        Mark("STCharacters.txt", Kind.Simplified);
        Mark("TSCharacters.txt", Kind.Traditional);
        return kinds;

        void Mark(string file, Kind kind)
        {
            foreach (var (key, values) in OpenCCPackage.GetAllValues(file))
                if (key.Length == 1 && !values.Contains(key))
                    kinds[key[0]] = kinds[key[0]] == Kind.Either ? kind : Kind.Either;
        }
    }
}
