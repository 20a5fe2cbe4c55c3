using Translate.Scripts;

namespace Translate.Glossaries;

/// <summary>A text as terms see it: folded, hyphens as blanks, and without blanks that never decide.</summary>
/// <remarks>
/// Blanks in a row count as one; a blank between Han and Latin and one beside a middle dot are left out. Where nothing is
/// left out, places are those of the original; elsewhere <see cref="ToOriginal(int)"/> leads back. One instance serves many texts
/// without allocating.
/// </remarks>
sealed class TermText
{
    static readonly char[] s_table = Build();

    char[] _units = new char[512];
    int[] _dropped = new int[16];
    Starts[] _marks = new Starts[16];
    int _drops;

    /// <summary>Units of the folded text.</summary>
    public int Length { get; private set; }

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> Units => _units.AsSpan(0, Length);

    /// <summary>Marks the places where a form may start.</summary>
    /// <param name="starts">What may start.</param>
    /// <returns>Bits for each 64 units; overwritten by the next text.</returns>
    public ReadOnlySpan<Starts> Mark(StartFilter starts)
    {
        var words = (Length + 63) >> 6;
        if (_marks.Length < words) _marks = new Starts[Math.Max(words, _marks.Length * 2)];
        starts.Mark(_units, Length, _marks);
        return _marks.AsSpan(0, words);
    }

    /// <summary>Folds one unit.</summary>
    public static char Fold(char unit) => s_table[unit];

    /// <summary>A folded copy of a term or of a context word.</summary>
    public static string Fold(string text)
    {
        TermText folded = new();
        folded.Set(text);
        return text.AsSpan().SequenceEqual(folded.Units) ? text : new(folded.Units);
    }

    /// <summary>Takes in another text.</summary>
    public void Set(ReadOnlySpan<char> text)
    {
        if (_units.Length < text.Length + StartFilter.Beyond) _units = new char[Math.Max(text.Length + StartFilter.Beyond, _units.Length * 2)];
        var (units, table) = (_units, s_table);
        _drops = 0;
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = table[text[i]];
            if (unit == ' ' | unit == '·')
            {
                if (unit == ' ' && IsIdle(text, i, at))
                {
                    Drop(at);
                    continue;
                }

                if (unit == '·' && at > 0 && units[at - 1] == ' ') Drop(--at);
            }

            units[at++] = unit;
        }

        units[at] = units[at + 1] = '\0';
        Length = at;
    }

    /// <summary>Place in the original of a unit of the folded text.</summary>
    public int ToOriginal(int at)
    {
        if (_drops == 0) return at;
        int low = 0, high = _drops;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_dropped[middle] <= at) low = middle + 1;
            else high = middle;
        }

        return at + low;
    }

    /// <summary>Range in the original of a range that is not empty.</summary>
    public TextRange ToOriginal(int start, int end) => new(ToOriginal(start), ToOriginal(end - 1) + 1);

    bool IsIdle(ReadOnlySpan<char> text, int i, int at)
    {
        if (at == 0) return false;
        var before = _units[at - 1];
        if (before is ' ' or '·') return true;
        var next = i + 1;
        while (next < text.Length && s_table[text[next]] == ' ') next++;
        if (next == text.Length) return false;
        var after = s_table[text[next]];
        return Han.Is(before) ? Letters.IsToken(after) : Han.Is(after) && Letters.IsToken(before);
    }

    void Drop(int at)
    {
        if (_drops == _dropped.Length) Array.Resize(ref _dropped, _drops * 2);
        _dropped[_drops++] = at;
    }

    static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++) table[unit] = Folding.Fold((char)unit);
        foreach (var blank in "-\u00A0\u2007\u202F\u2009\u200A\u2010\u2011\u2012\u2013\u2212\t\r\n\u2028\u2029\u0085") table[blank] = ' ';
        foreach (var dot in "\u00B7\u30FB\uFF65\u2022\u2027\u2219\u22C5") table[dot] = '·';
        foreach (var quote in "\u2019\u2018\u02BC") table[quote] = '\'';
        return table;
    }
}
