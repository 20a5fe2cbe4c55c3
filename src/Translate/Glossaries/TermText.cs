using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    [ThreadStatic]
    static TermText? s_folding;

    char[] _units = new char[512];
    int[] _dropped = new int[16];
    int _drops;

    /// <summary>Units of the folded text.</summary>
    public int Length { get; private set; }

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> Units => _units.AsSpan(0, Length);

    /// <summary>The folded text, and after it units that mean nothing, enough to read on for <see cref="StartFilter.Beyond"/>.</summary>
    public char[] Buffer => _units;

    /// <summary>Four units in one word, the first one lowest; beyond the text they mean nothing.</summary>
    /// <param name="at">Up to four units after the text.</param>
    public ulong FourAt(int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref _units[at]));

    /// <summary>Folds one unit.</summary>
    public static char Fold(char unit) => s_table[unit];

    /// <summary>A folded copy of a term or of a context word; the text itself where folding changes nothing.</summary>
    public static string Fold(string text)
    {
        foreach (var unit in text)
            if (s_table[unit] != unit || unit is ' ' or '·')
                return FoldChanged(text);
        return text;
    }

    static string FoldChanged(string text)
    {
        var folded = s_folding ??= new();
        folded.Set(text);
        return folded.Units.SequenceEqual(text) ? text : folded.Units.ToString();
    }

    /// <summary>Takes in another text.</summary>
    public void Set(ReadOnlySpan<char> text)
    {
        if (_units.Length < text.Length + StartFilter.Beyond) _units = new char[Math.Max(text.Length + StartFilter.Beyond, _units.Length * 2)];
        Fold(text, _units);
        (_drops, Length) = (0, text.Length);
        var blank = Units.IndexOfAny(' ', '·');
        if (blank >= 0) LeaveOutIdle(blank);
    }

    static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        folded = folded[..text.Length];
        ref var table = ref MemoryMarshal.GetArrayDataReference(s_table);
        // The table has an entry for every unit there is.
        for (var i = 0; i < text.Length; i++) folded[i] = Unsafe.Add(ref table, text[i]);
    }

    /// <summary>Closes up over the blanks that never decide.</summary>
    /// <param name="at">The first blank or middle dot.</param>
    void LeaveOutIdle(int at)
    {
        for (var i = at; i < Length;)
        {
            var unit = _units[i];
            if (unit == ' ' && IsIdle(i, at)) Drop(at);
            else
            {
                if (unit == '·' && at > 0 && _units[at - 1] == ' ') Drop(--at);
                _units[at++] = unit;
            }

            i++;
            var run = Units[i..].IndexOfAny(' ', '·');
            if (run < 0) run = Length - i;
            if (at != i) Units.Slice(i, run).CopyTo(_units.AsSpan(at));
            (i, at) = (i + run, at + run);
        }

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

    /// <summary>Whether a blank never decides.</summary>
    /// <param name="i">Where it stands.</param>
    /// <param name="at">The end of what is kept of the text before it.</param>
    bool IsIdle(int i, int at)
    {
        if (at == 0) return false;
        var before = _units[at - 1];
        if (before is ' ' or '·') return true;
        var rest = Units[(i + 1)..].TrimStart(' ');
        if (rest.IsEmpty) return false;
        return IsHanBefore(at) ? Letters.IsToken(rest[0]) : Han.Is(rest[0]) && Letters.IsToken(before);
    }

    /// <summary>Whether a Han character ends at a place, also one of two units.</summary>
    bool IsHanBefore(int at) => Han.Is(_units[at - 1]) || at > 1 && char.IsLowSurrogate(_units[at - 1]) && Han.Is(_units[at - 2]);

    void Drop(int at)
    {
        if (_drops == _dropped.Length) Array.Resize(ref _dropped, _drops * 2);
        // A blank before a middle dot goes after those that stood between them; order is what places are looked up by.
        for (var i = _drops - 1; i >= 0 && _dropped[i] > at; i--) _dropped[i] = at;
        _dropped[_drops++] = at;
    }

    static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++) table[unit] = (char)unit;
        foreach (var blank in "-\u00A0\u2007\u202F\u2009\u200A\u2010\u2011\u2012\u2013\u2212\t\r\n\u2028\u2029\u0085") table[blank] = ' ';
        foreach (var dot in "\u00B7\u30FB\uFF65\u2022\u2027\u2219\u22C5") table[dot] = '·';
        foreach (var quote in "\u2019\u2018\u02BC") table[quote] = '\'';
        // A full-width hyphen is a hyphen first and then a blank.
        for (var unit = 0; unit <= char.MaxValue; unit++)
            if (table[unit] == unit) table[unit] = table[Folding.Fold((char)unit)];
        return table;
    }
}
