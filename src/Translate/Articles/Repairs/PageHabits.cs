using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>What a site did to a whole page, judged by what is not damaged in it.</summary>
/// <param name="Simplified">How many characters only Simplified text has.</param>
/// <param name="Traditional">How many characters only Traditional text has.</param>
/// <param name="FoldedMarks">Its full-width marks were folded to ASCII.</param>
/// <param name="KnownMarks">It shows which marks it has; without any, folding cannot be told.</param>
/// <param name="Spaced">It has blanks between Han characters and Latin words.</param>
sealed record PageHabits(int Simplified, int Traditional, bool FoldedMarks, bool KnownMarks, bool Spaced)
{
    readonly Dictionary<int, int> _pairs = [];
    readonly Dictionary<char, int> _characters = [];

    /// <summary>How often two Han characters stand side by side where the page is not damaged.</summary>
    public int Count(char first, char second) => _pairs.GetValueOrDefault((first << 16) | second);

    /// <summary>How many Han characters the page has where it is not damaged.</summary>
    public int Characters { get; private set; }

    /// <summary>How often a Han character stands where the page is not damaged.</summary>
    public int Count(char character) => _characters.GetValueOrDefault(character);

    /// <summary>Whether it may have been converted to Traditional after it was damaged.</summary>
    public bool MayBeConverted => Traditional >= Simplified;

    /// <summary>Judges by all blocks of an article.</summary>
    public static PageHabits Of(IEnumerable<Block> blocks)
    {
        PageHabits counted = new(0, 0, false, false, false);
        int simplified = 0, traditional = 0, half = 0, full = 0, spaced = 0, glued = 0;
        foreach (var block in blocks)
        {
            var text = block.Text;
            foreach (var range in Undamaged(text))
            {
                var (_, s, t) = ScriptDetector.Count(range.In(text));
                (simplified, traditional) = (simplified + s, traditional + t);
                counted.CountCharacters(range.In(text));
            }

            for (var at = 1; at < text.Length; at++)
            {
                if (Marks.IsFoldable(text[at])) full++;
                else if (text[at] is ',' or ':' or ';' or '!' && Han.Is(text[at - 1]) && (at + 1 == text.Length || Han.Is(text[at + 1]) || text[at + 1] is '“' or '《'))
                    half += text[at] == ',' ? 2 : 1; // Who writes one comma half-width writes all marks so; a colon is no sign of it.
                if (!char.IsAsciiLetterOrDigit(text[at])) continue;
                if (Han.Is(text[at - 1])) glued++;
                else if (text[at - 1] == ' ' && at > 1 && Han.Is(text[at - 2])) spaced++;
            }
        }

        return counted with { Simplified = simplified, Traditional = traditional, FoldedMarks = half > full * 2, KnownMarks = full > 0 || half > 1, Spaced = spaced > glued };
    }

    void CountCharacters(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Han.Is(text[at])) continue;
            _characters[text[at]] = Count(text[at]) + 1;
            Characters++;
            if (at > 0 && Han.Is(text[at - 1])) _pairs[(text[at - 1] << 16) | text[at]] = Count(text[at - 1], text[at]) + 1;
        }
    }

    /// <summary>What the page made of a text.</summary>
    /// <param name="text">The text as it was before.</param>
    /// <param name="converted">Whether the page was converted to Traditional after it was damaged.</param>
    public string Apply(string text, bool converted)
    {
        if (converted) text = ScriptConverter.Get("s2t").Convert(text);
        return FoldedMarks ? Marks.ToHalf(text) : text;
    }

    /// <summary>How many characters of a text are not of the page's script, or, where the page does not show one, of its own.</summary>
    public int Strangers(int simplified, int traditional) =>
        Simplified > Traditional ? traditional : Traditional > Simplified ? simplified : Math.Min(simplified, traditional);

    /// <summary>The text without what follows a mark for a lost byte up to the next ASCII character.</summary>
    static IEnumerable<TextRange> Undamaged(string text)
    {
        var at = 0;
        for (var mark = ByteShift.NextMark(text, 0); mark >= 0; mark = ByteShift.NextMark(text, at))
        {
            if (mark > at) yield return new(at, mark);
            at = mark + 1;
            while (at < text.Length && text[at] > '\u007F') at++;
        }

        if (at < text.Length) yield return new(at, text.Length);
    }
}
