using System.Text;
using Translate.Articles.Repairs;
using Translate.Scripts;

/// <summary>How a shift ends.</summary>
enum DamageEnd
{
    /// <summary>An ASCII character from @ upwards was swallowed.</summary>
    Swallowed,

    /// <summary>A character with an ASCII second byte puts the pairs right again.</summary>
    Aligned,

    /// <summary>A lower ASCII character was swallowed and lost.</summary>
    Lost,

    /// <summary>The line ended.</summary>
    LineEnd,
}

/// <summary>What a page went through.</summary>
/// <param name="Name">Shown in the table.</param>
/// <param name="Traditional">Whether the text was Traditional when it was damaged.</param>
/// <param name="Converted">Whether it was converted to Traditional afterwards.</param>
/// <param name="Folded">Whether its marks were made half-width afterwards.</param>
/// <param name="Noted">Whether it carried pinyin notes already.</param>
sealed record Page(string Name, bool Traditional, bool Converted = false, bool Folded = false, bool Noted = false)
{
    public string Prepare(string text)
    {
        text = ScriptConverter.Get(Traditional ? "s2t" : "t2s").Convert(text);
        return Noted ? Notes.AddTo(text) : text;
    }

    public string Finish(string text)
    {
        if (Converted) text = ScriptConverter.Get("s2t").Convert(text);
        return Folded ? Marks.ToHalf(text) : text;
    }
}

/// <summary>A line, what losing a byte made of it, and other lines of its page.</summary>
sealed record Damaged(string Clean, string Broken, DamageEnd End, bool AtQuote, IReadOnlyList<string> Others);

/// <summary>Damages clean lines as pages were damaged: one byte of a GBK pair lost, the rest read with code page 936.</summary>
static class Damage
{
    const int OtherLines = 4;

    static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, new EncoderExceptionFallback(), new DecoderReplacementFallback("?"))!;

    /// <summary>
    /// Damages each line at one place for every way a shift can end in it, at a quotation where there is one in every second case;
    /// lines that GBK cannot write are left out. The lines that follow stand beside it on its page.
    /// </summary>
    public static IEnumerable<Damaged> Shift(IEnumerable<string> lines, Page page)
    {
        List<string> prepared = [.. lines.Select(page.Prepare)];
        foreach (var (number, line) in prepared.Index())
        {
            if (Encode(line) is null) continue;
            List<string> others = [.. Enumerable.Range(number + 1, OtherLines).Select(other => page.Finish(prepared[other % prepared.Count]))];
            Random random = new((int)CleanText.Hash(page.Name + line));
            foreach (var end in Enumerable.Range(0, line.Length).Where(at => line[at] > '\u007F').GroupBy(at => EndOf(line, at)).OrderBy(group => group.Key))
            {
                List<int> wide = [.. end];
                List<int> quotes = [.. wide.Where(at => at + 1 < line.Length && "。，：？！".Contains(line[at]) && line[at + 1] is '“' or '”')];
                var atQuote = quotes.Count > 0 && random.Next(2) == 0;
                var place = atQuote ? quotes[random.Next(quotes.Count)] : wide[random.Next(wide.Count)];
                var bytes = Encode(line[place..])!;
                yield return new(page.Finish(line), page.Finish(line[..place] + "?" + s_gbk.GetString(bytes, 1, bytes.Length - 1)), end.Key, atQuote, others);
            }
        }
    }

    static byte[]? Encode(string text)
    {
        try
        {
            return s_gbk.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    static DamageEnd EndOf(string line, int place)
    {
        foreach (var unit in line.AsSpan(place))
        {
            if (unit < '\u0080') return unit >= '@' ? DamageEnd.Swallowed : DamageEnd.Lost;
            if (Encode(unit.ToString()) is [_, <= 0x80]) return DamageEnd.Aligned;
        }

        return DamageEnd.LineEnd;
    }
}
