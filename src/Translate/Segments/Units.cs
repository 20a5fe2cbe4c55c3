using System.Runtime.CompilerServices;
using Translate.Scripts;

namespace Translate.Segments;

/// <summary>What single UTF-16 units are to the segmenter. One table answers, because every unit of a text is asked for.</summary>
static class Units
{
    [Flags]
    enum Kinds : byte
    {
        Space = 1,
        LineBreak = 2,
        End = 4,
        Pair = 8,
        Closer = 16,
        Item = 32,
        FullWidth = 64,
        Stop = 128,
    }

    /// <summary>Marks that end a sentence in Latin text too, and those that stand for two.</summary>
    const string OtherEnds = ".!?‼⁇⁈⁉";

    static readonly Kinds[] s_kinds = Make(SentenceRules.Shipped);

    /// <summary>White space, and what takes no room.</summary>
    public static bool IsSpace(char unit) => Is(unit, Kinds.Space);

    /// <summary>Whether a unit begins a new line.</summary>
    public static bool IsLineBreak(char unit) => Is(unit, Kinds.LineBreak);

    /// <summary>Whether a unit is a mark that may end a sentence, or belong to one that does.</summary>
    public static bool IsEndMark(char unit) => Is(unit, Kinds.End);

    /// <summary>Whether a unit opens or closes a pair.</summary>
    public static bool IsPair(char unit) => Is(unit, Kinds.Pair);

    /// <summary>Whether a unit closes a pair (a straight quotation mark may).</summary>
    public static bool IsCloser(char unit) => Is(unit, Kinds.Closer);

    /// <summary>Whether a unit other than a full stop may be or end the marker of a list item.</summary>
    public static bool IsItemMark(char unit) => Is(unit, Kinds.Item);

    /// <summary>Whether a unit is a Han character, kana or full-width mark.</summary>
    public static bool IsFullWidth(char unit) => Is(unit, Kinds.FullWidth);

    /// <summary>The next place where the scanner has something to do: marks, pairs, list markers, line breaks; the text's length when there is none.</summary>
    public static int NextStop(string text, int at)
    {
        while (at < text.Length && !Is(text[at], Kinds.Stop)) at++;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool Is(char unit, Kinds kind) => (s_kinds[unit] & kind) != 0;

    static Kinds[] Make(SentenceRules rules)
    {
        var kinds = new Kinds[char.MaxValue + 1];
        for (var unit = '\u3001'; unit < char.MaxValue; unit++)
            if (Han.Is(unit) || unit is <= '\u30FF' or >= '\uFF01' and <= '\uFF65' or >= '\uDC00' and <= '\uDFFF') kinds[unit] = Kinds.FullWidth;
        for (var unit = '\0'; unit <= '\u3000'; unit++)
            if (char.IsWhiteSpace(unit)) kinds[unit] = Kinds.Space;
        Mark("\u200B\uFEFF", Kinds.Space);
        Mark("\n\r\v\f\u0085\u2028\u2029", Kinds.LineBreak | Kinds.Stop);
        Mark(rules.HanEnds + OtherEnds, Kinds.End | Kinds.Stop);
        Mark("；", Kinds.Stop);
        Mark(string.Concat(rules.Pairs.Keys) + '"', Kinds.Closer | Kinds.Pair | Kinds.Stop);
        Mark(string.Concat(rules.Pairs.Values), Kinds.Pair | Kinds.Stop);
        Mark(ListMarker.Bullets + ListMarker.Circled + ")）、", Kinds.Item | Kinds.Stop);
        return kinds;

        void Mark(string units, Kinds kind)
        {
            foreach (var unit in units) kinds[unit] |= kind;
        }
    }
}
