namespace Translate.Glossaries;

/// <summary>Kinds of characters that decide where a Latin word ends.</summary>
static class Letters
{
    const byte Letter = 1, Digit = 2;

    static readonly byte[] s_kinds = Build();

    /// <summary>Latin, Greek or Cyrillic letter: of a script that writes words with blanks between them.</summary>
    public static bool IsLetter(char unit) => s_kinds[unit] == Letter;

    /// <summary>A decimal digit, also full-width.</summary>
    public static bool IsDigit(char unit) => s_kinds[unit] == Digit;

    /// <summary>A letter or a digit.</summary>
    public static bool IsToken(char unit) => s_kinds[unit] != 0;

    /// <summary>Full-width ASCII as half-width, case kept.</summary>
    public static char Narrow(char unit) => unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;

    /// <summary>Whether a text holds a letter.</summary>
    public static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
            if (IsLetter(unit)) return true;
        return false;
    }

    /// <summary>Whether a form is an acronym by its looks: 2 to 6 characters, all capitals and digits, at least two capitals; full-width or not.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> form)
    {
        var capitals = 0;
        foreach (var written in form)
        {
            var unit = Narrow(written);
            if (unit is >= 'A' and <= 'Z') capitals++;
            else if (!char.IsAsciiDigit(unit)) return false;
        }

        return capitals >= 2 && form.Length <= 6;
    }

    static byte[] Build()
    {
        var kinds = new byte[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var narrow = Narrow((char)unit);
            if (char.IsAsciiDigit(narrow)) kinds[unit] = Digit;
            else if (narrow < '\u1F00' && char.IsLetter(narrow) && narrow < '\u0590' || narrow is >= '\u1E00' and < '\u2000' && char.IsLetter(narrow)) kinds[unit] = Letter;
        }

        return kinds;
    }
}
