using System.Globalization;
using Translate.Scripts;

namespace Translate.Glossaries;

/// <summary>Lint's rules on columns and single cells.</summary>
static class LintRows
{
    public static void Run(GlossaryTable table, List<LintFinding> findings)
    {
        var languages = table.Columns.Where(GlossaryColumns.IsLanguage).ToList();
        foreach (var name in table.Columns.Where(name => name.Length > 0 && !GlossaryColumns.IsKnown(name, languages) && !GlossaryColumns.IsMisspelt(name, languages)))
            Add(findings, table, 1, "GL015", name, $"column {name} is not known; it is kept but means nothing, so check the spelling", isAdvice: name.IndexOf('.', StringComparison.Ordinal) < 0);
        var id = IndexOf(table, "id");
        if (id < 0) Add(findings, table, 1, "GL021", "id", "there is no id column; ids tie reviews and diffs to rows, so add them", canFix: true);
        var previous = "";
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var number = i + 2;
            if (row.All(string.IsNullOrWhiteSpace))
            {
                Add(findings, table, number, "GL005", "", "the row is empty; delete it", canFix: true);
                continue;
            }

            for (var column = 0; column < row.Count; column++)
                if (row[column].Length > 0) CheckCell(table, number, table.Columns[column], row[column], languages, findings);
            CheckEmpty(table, row, number, languages, findings);
            if (id < 0) continue;
            if (row[id].Trim().Length == 0) Add(findings, table, number, "GL021", "id", "the id is empty; ids tie reviews and diffs to rows, so write one", canFix: true);
            else if (string.CompareOrdinal(row[id], previous) < 0) Add(findings, table, number, "GL016", "id", $"{row[id]} stands after {previous}; sort the rows by id", canFix: true);
            else previous = row[id];
        }
    }

    static void CheckEmpty(GlossaryTable table, IReadOnlyList<string> row, int number, List<string> languages, List<LintFinding> findings)
    {
        foreach (var language in languages)
        {
            var preferred = row[IndexOf(table, language)];
            if (preferred.Trim().Length > 0) continue;
            // Regional columns may stay empty; they fall back.
            if (language.Contains('-', StringComparison.Ordinal) && languages.Contains(LanguagePair.Language(language), StringComparer.OrdinalIgnoreCase)) continue;
            Add(findings, table, number, "GL005", language, $"column {language} is empty; write the term, or set keep to yes and repeat it if it is not translated");
        }
    }

    static void CheckCell(GlossaryTable table, int row, string column, string cell, List<string> languages, List<LintFinding> findings)
    {
        if (cell != cell.Trim()) Add(findings, table, row, "GL011", column, $"column {column}: a blank at the edge; delete it", canFix: true);
        foreach (var unit in cell)
        {
            if (!IsInvisible(unit)) continue;
            Add(findings, table, row, "GL011", column, $"column {column}: an invisible character U+{(int)unit:X4}; delete it", canFix: true);
            break;
        }

        if (!IsNormal(cell)) Add(findings, table, row, "GL022", column, $"column {column}: not in Unicode's composed form (NFC); lint --fix composes it", canFix: true);
        var dot = column.IndexOf('.', StringComparison.Ordinal);
        var (language, part) = dot < 0 ? (column, "") : (column[..dot], column[(dot + 1)..]);
        if (!languages.Contains(language, StringComparer.OrdinalIgnoreCase)) return;
        if (cell.AsSpan().IndexOfAnyInRange('\uFF01', '\uFF5E') is var wide and >= 0 && char.IsLetterOrDigit(cell[wide]))
            Add(findings, table, row, "GL012", column, $"column {column}: full-width {cell[wide]}; write it half-width", canFix: true);
        if (cell[0] is '=' or '@' || cell[0] is '+' or '-' && cell.Length > 1 && !char.IsLetterOrDigit(cell[1]))
            Add(findings, table, row, "GL019", column, $"column {column}: starts with {cell[0]}, which a spreadsheet runs as a formula; write the term alone");
        if (part is "" or "variants" or "forbidden") CheckScript(table, row, column, LanguagePair.Language(language), language, cell, findings);
    }

    static void CheckScript(GlossaryTable table, int row, string column, string primary, string language, string cell, List<LintFinding> findings)
    {
        if (primary != "zh" && primary != "ja" && Han.Contains(cell))
        {
            Add(findings, table, row, "GL010", column, $"column {column}: Chinese characters in a term of {language}; move the term to its own column");
            return;
        }

        if (primary != "zh") return;
        var script = ScriptDetector.Detect(cell);
        if (script == Script.Hant && !LanguagePair.IsTraditional(language) && ScriptConverter.Get("t2s").Convert(cell) is var simplified && simplified != cell)
            Add(findings, table, row, "GL010", column, $"column {column}: Traditional characters; the {language} column holds Simplified ones ({Short(simplified)}), Traditional ones go to zh-Hant");
        else if (script == Script.Hans && LanguagePair.IsTraditional(language) && ScriptConverter.Get("s2t").Convert(cell) is var traditional && traditional != cell)
            Add(findings, table, row, "GL010", column, $"column {column}: Simplified characters in a Traditional column; write {Short(traditional)}");
    }

    /// <summary>Format and control characters; a tab and a line end are invisible too in a term.</summary>
    public static bool IsInvisible(char unit) =>
        unit is '\u00A0' or '\u3000' or '\uFEFF' or '\u00AD' || char.IsControl(unit) || unit >= 0x200B && char.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.PrivateUse;

    /// <summary>What two equal terms of a cell share: all but an acronym is found in any case, so NVIDIA and Nvidia are two.</summary>
    public static string WrittenAs(string term) =>
        Letters.IsAcronym(term) ? string.Create(term.Length, term, static (narrow, wide) => { for (var i = 0; i < wide.Length; i++) narrow[i] = Letters.Narrow(wide[i]); }) : TermText.Fold(term);

    public static bool IsNormal(string cell)
    {
        try
        {
            return cell.IsNormalized();
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form.
            return true;
        }
    }

    static int IndexOf(GlossaryTable table, string name)
    {
        for (var i = 0; i < table.Columns.Count; i++)
            if (table.Columns[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";

    static void Add(
        List<LintFinding> findings, GlossaryTable table, int row, string code, string column, string message, bool isAdvice = false, bool canFix = false) =>
        findings.Add(new(new(code, table.File, row, message), column, isAdvice, canFix));
}
