namespace Translate.Glossaries;

/// <summary>The columns that a glossary file may have.</summary>
public static class GlossaryColumns
{
    static readonly string[] s_parts = ["variants", "forbidden", "case", "match", "unless", "when"];

    /// <summary>Columns that are not about one language, in their usual order.</summary>
    public static IReadOnlyList<string> General { get; } = ["id", "status", "keep", "pos", "definition", "note", "example", "source", "updated"];

    /// <summary>Whether a name is a language column: a BCP 47 tag and no word of ours.</summary>
    public static bool IsLanguage(string name)
    {
        var parts = name.Split('-');
        return !General.Contains(name, StringComparer.OrdinalIgnoreCase) && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) && !name.Equals("pos", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a name is a column with a meaning, given the languages of the file.</summary>
    public static bool IsKnown(string name, IReadOnlyCollection<string> languages)
    {
        if (General.Contains(name, StringComparer.OrdinalIgnoreCase) || languages.Contains(name, StringComparer.OrdinalIgnoreCase)) return true;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && languages.Contains(name[..dot], StringComparer.OrdinalIgnoreCase) && s_parts.Contains(name[(dot + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All columns of a file with these languages, in the order in which we write them.</summary>
    public static IReadOnlyList<string> For(IEnumerable<string> languages) =>
        ["id", .. languages.SelectMany(language => (string[])[language, .. s_parts.Select(part => $"{language}.{part}")]), .. General.Skip(1)];

    /// <summary>The items of a cell with <c>|</c> between; <c>\|</c> is a literal one.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        if (cell.Length == 0) return [];
        if (!cell.Contains('|', StringComparison.Ordinal) && !cell.Contains('\\', StringComparison.Ordinal)) return cell.Trim() is { Length: > 0 } one ? [one] : [];
        List<string> items = [];
        System.Text.StringBuilder item = new();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length && cell[i + 1] == '|') item.Append(cell[++i]);
            else if (cell[i] == '|') Close();
            else item.Append(cell[i]);
        }

        Close();
        return items;

        void Close()
        {
            if (item.ToString().Trim() is { Length: > 0 } text) items.Add(text);
            item.Clear();
        }
    }

    /// <summary>The cell for several items.</summary>
    public static string Join(IEnumerable<string> items) => string.Join('|', items.Select(item => item.Replace("|", "\\|", StringComparison.Ordinal)));
}
