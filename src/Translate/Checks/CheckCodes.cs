namespace Translate.Checks;

/// <summary>Every code that a check reports, with what it finds in a few words; <c>docs/checks.md</c> has an entry for each.</summary>
public static class CheckCodes
{
    static readonly Dictionary<string, string> s_codes = new(StringComparer.Ordinal)
    {
        ["CMP-001"] = "empty target",
        ["CMP-002"] = "target equals source",
        ["CMP-003"] = "Han left in a target that is not Chinese",
        ["CMP-004"] = "Latin word in a Chinese target that the source does not have",
        ["CMP-005"] = "length out of proportion",
        ["CMP-006"] = "English phrase left in a Chinese target",
        ["CMP-007"] = "words or sentence repeated",
        ["CMP-008"] = "same source, different targets",
        ["CMP-009"] = "different sources, same target",
        ["CMP-010"] = "sentence count out of proportion",
        ["KEEP-001"] = "URL or e-mail address changed",
        ["KEEP-002"] = "code or file name changed",
        ["KEEP-003"] = "placeholder changed",
        ["KEEP-004"] = "tag missing",
        ["KEEP-005"] = "tag too many",
        ["KEEP-006"] = "tags crossed",
        ["KEEP-007"] = "hashtag or handle changed",
        ["KEEP-008"] = "name that the source does not have",
        ["KEEP-009"] = "name of the source lost",
        ["NUM-001"] = "number with another value",
        ["NUM-002"] = "number missing",
        ["NUM-003"] = "number added",
        ["NUM-004"] = "number with another unit",
        ["NUM-005"] = "增长N倍 rendered as N times",
        ["SRC-001"] = "damage in the source",
        ["SRC-002"] = "masked word in the source",
        ["SRC-003"] = "impossible number in the source",
        ["TRM-001"] = "term missing",
        ["TRM-002"] = "forbidden term",
        ["TRM-003"] = "two concepts in one word",
        ["TRM-004"] = "term rendered two ways in one article",
        ["TRM-005"] = "abbreviation used before it is introduced",
        ["TYP-001"] = "mark of the wrong width",
        ["TYP-002"] = "bracket or quotation mark without partner",
        ["TYP-003"] = "quotation mark of the wrong kind",
        ["TYP-004"] = "ellipsis or dash of the wrong kind",
        ["TYP-005"] = "Simplified and Traditional mixed",
        ["TYP-006"] = "invisible or lost character",
        ["TYP-007"] = "misplaced space",
        ["TYP-008"] = "space between Han and Latin",
        ["TYP-009"] = "sentence without its end mark",
    };

    /// <summary>All codes in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_codes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What a code finds, in a few words; the code itself when it is unknown.</summary>
    public static string Describe(string code) => s_codes.GetValueOrDefault(code, code);
}
