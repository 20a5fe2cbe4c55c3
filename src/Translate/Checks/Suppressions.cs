using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Translate.Checks;

/// <summary>Findings that somebody has judged and does not want to see again.</summary>
/// <remarks>
/// A file of suppressions is CSV with the columns <c>code</c>, <c>source</c>, <c>target</c> and <c>reason</c>, bound by header. An empty source or target
/// matches any; otherwise the whole text must be equal. <c>code</c> is a code or a group (<c>TYP</c>). A reason is required.
/// In a workbook's Comment, <c>!ignore CODE reason</c> on a line of its own does the same for its row.
/// </remarks>
public sealed class Suppressions
{
    readonly ILookup<string, Rule> _rules;

    Suppressions(IEnumerable<Rule> rules) => _rules = rules.ToLookup(rule => rule.Code, StringComparer.OrdinalIgnoreCase);

    sealed record Rule(string Code, string Source, string Target);

    /// <summary>Nothing is silenced.</summary>
    public static Suppressions None { get; } = new([]);

    /// <summary>Reads a file of suppressions.</summary>
    /// <param name="path">CSV in UTF-8.</param>
    /// <param name="problems">Receives a problem for every row that cannot be used.</param>
    public static Suppressions Read(string path, List<Problem> problems)
    {
        List<Rule> rules = [];
        using StreamReader text = new(path);
        using CsvReader csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            PrepareHeaderForMatch = args => args.Header.Trim().ToLowerInvariant(),
        });
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header || !header.Contains("code", StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(new("CK010", path, 1, "no column named code; the first row must read code,source,target,reason"));
            return None;
        }

        while (csv.Read())
        {
            var code = csv.GetField("code")?.Trim() ?? "";
            var reason = csv.GetField("reason")?.Trim() ?? "";
            if (code.Length == 0) continue;
            if (reason.Length == 0) problems.Add(new("CK011", path, csv.Parser.RawRow, $"{code} is silenced without a reason; write one in the column reason"));
            else rules.Add(new(code, csv.GetField("source") ?? "", csv.GetField("target") ?? ""));
        }

        return new(rules);
    }

    /// <summary>Whether a finding on a segment is silenced, by the file or by the segment's comment.</summary>
    public bool Silence(Finding finding, CheckInput input) =>
        Matches(finding.Code, input) || Matches(Group(finding.Code), input)
        || (input.Comment.Contains("!ignore", StringComparison.OrdinalIgnoreCase) && InComment(input.Comment).Any(code => Covers(code, finding.Code)));

    /// <summary>Codes that a comment silences; an <c>!ignore</c> without a reason silences nothing.</summary>
    public static IEnumerable<string> InComment(string comment)
    {
        foreach (var line in comment.Split('\n', StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length == 3 && words[0].Equals("!ignore", StringComparison.OrdinalIgnoreCase)) yield return words[1];
        }
    }

    /// <summary>Whether a code or group named by a person covers a finding's code.</summary>
    internal static bool Covers(string named, string code) =>
        named.Equals(code, StringComparison.OrdinalIgnoreCase) || named.Equals(Group(code), StringComparison.OrdinalIgnoreCase);

    static string Group(string code) => code[..Math.Max(0, code.IndexOf('-', StringComparison.Ordinal))];

    bool Matches(string code, CheckInput input) => _rules[code].Any(rule =>
        (rule.Source.Length == 0 || rule.Source == input.Source.Text) && (rule.Target.Length == 0 || rule.Target == input.Target.Text));
}
