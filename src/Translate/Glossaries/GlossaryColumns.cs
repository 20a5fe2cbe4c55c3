using System.Collections.Frozen;

namespace Translate.Glossaries;

/// <summary>The columns that a glossary file may have.</summary>
public static class GlossaryColumns
{
    static readonly string[] s_parts = ["variants", "forbidden", "case", "match", "unless", "when"];

    // ISO 639-1, so that AI or PC in the first row of a file without a header is no language.
    static readonly FrozenSet<string> s_languages = (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr "
        + "ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv "
        + "ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh "
        + "yi yo za zh zu").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns that a language column may be followed by, for messages.</summary>
    internal static string Parts { get; } = string.Join(", ", s_parts.Select(part => "." + part));

    /// <summary>Columns that are not about one language, in their usual order.</summary>
    public static IReadOnlyList<string> General { get; } = ["id", "status", "keep", "pos", "definition", "note", "example", "source", "updated"];

    /// <summary>Whether a name is a language column: a BCP 47 tag and no word of ours.</summary>
    public static bool IsLanguage(string name)
    {
        var parts = name.Split('-');
        return !General.Contains(name, StringComparer.OrdinalIgnoreCase) && (s_languages.Contains(parts[0]) || parts[0].Length == 3 && parts[0].All(char.IsAsciiLetterLower))
            && parts.Skip(1).All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) && !name.Equals("pos", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a name is a column with a meaning, given the languages of the file.</summary>
    public static bool IsKnown(string name, IReadOnlyCollection<string> languages)
    {
        if (General.Contains(name, StringComparer.OrdinalIgnoreCase) || languages.Contains(name, StringComparer.OrdinalIgnoreCase)) return true;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && languages.Contains(name[..dot], StringComparer.OrdinalIgnoreCase) && s_parts.Contains(name[(dot + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a column speaks of a language and is not known: <c>en.varients</c>, or <c>fr.variants</c> without <c>fr</c>.</summary>
    internal static bool IsMisspelt(string name, IReadOnlyCollection<string> languages)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && IsLanguage(name[..dot]) && !IsKnown(name, languages);
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
