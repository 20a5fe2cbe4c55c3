using Translate.Scripts;

namespace Translate.Glossaries;

/// <summary>Lint's rules on concepts and across them.</summary>
static class LintTerms
{
    // The commonest words of news that are also somebody's terms.
    static readonly HashSet<string> s_common = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "use", "work", "new", "make", "time", "good", "set", "run", "call", "point", "part", "case", "step", "state", "level", "form", "line",
        "head", "card", "cloud", "weight", "weights", "model", "agent", "layer", "key", "value", "query", "attention", "context", "train", "test", "batch", "star", "stars",
        "公司", "市场", "数据", "用户", "问题", "产品", "技术", "发展", "方式", "工作", "时间", "能力", "系统", "服务", "内容", "推理", "对齐", "落地", "上头", "出圈", "内测", "公测",
    };

    public static void Run(List<TermEntry> entries, List<LintFinding> findings)
    {
        Dictionary<string, TermEntry> ids = new(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!ids.TryAdd(entry.Id, entry))
                Add(findings, entry, "GL006", "id", $"id {entry.Id} stands in {Where(ids[entry.Id], entry)} too; give this concept its own id, or join the rows");
            CheckEntry(entry, findings);
        }

        foreach (var language in entries.SelectMany(entry => entry.Forms).Select(forms => forms.Language).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
            CheckAcross(entries, language, findings);
    }

    static void CheckEntry(TermEntry entry, List<LintFinding> findings)
    {
        var slots = entry.Forms.Where(forms => forms.Preferred.Length > 0).Select(forms => forms.Preferred.Contains("{n}", StringComparison.Ordinal)).Distinct().Count();
        if (slots > 1) Add(findings, entry, "GL018", "", "one language has the slot {n} and another has not; the number would be lost, so write it in both");
        foreach (var forms in entry.Forms)
        {
            HashSet<string> admitted = new(StringComparer.Ordinal);
            foreach (var form in forms.Variants.Prepend(forms.Preferred).Where(form => form.Length > 0))
            {
                if (!admitted.Add(LintRows.WrittenAs(form))) Add(findings, entry, "GL023", forms.Language + ".variants", $"{form} stands twice among the terms of {forms.Language}; keep one", canFix: true);
                if (form.Contains("{n}", StringComparison.Ordinal) && form.Replace("{n}", "", StringComparison.Ordinal).Trim().Length == 0)
                    Add(findings, entry, "GL018", forms.Language, $"{form} is nothing but a number; write the words beside it");
                if (form.Split("{n}").Length > 2 || form.Contains('{', StringComparison.Ordinal) && !form.Contains("{n}", StringComparison.Ordinal))
                    Add(findings, entry, "GL018", forms.Language, $"{form}: one slot written {{n}} is what a term may have");
            }

            foreach (var form in forms.Forbidden.Where(form => admitted.Contains(TermText.Fold(form))))
                Add(findings, entry, "GL009", forms.Language + ".forbidden", $"{form} is both admitted and forbidden; delete it from one of the two");
            if (IsShort(forms.Preferred, forms.Language, entry) && forms.When.Count == 0 && forms.Unless.Count == 0)
                Add(findings, entry, "GL014", forms.Language, $"{forms.Preferred} is short or common; say in {forms.Language}.when or {forms.Language}.unless where it is the term");
            foreach (var word in forms.Unless.Where(word => !forms.Variants.Prepend(forms.Preferred).Any(form => LongestLiteral(form) is { Length: > 0 } literal && TermText.Fold(word).Contains(TermText.Fold(literal), StringComparison.Ordinal))))
                Add(findings, entry, "GL024", forms.Language + ".unless", $"{word} holds none of the concept's terms and so never applies; write the longer word, or move it to when", isAdvice: true);
        }
    }

    static string LongestLiteral(string form) => form.Split("{n}").MaxBy(part => part.Length)!.Trim();

    static bool IsShort(string form, string language, TermEntry entry)
    {
        if (form.Length == 0 || entry.PartOfSpeech == "proper" || form.Contains("{n}", StringComparison.Ordinal)) return false;
        if (s_common.Contains(TermText.Fold(form)) && entry.Status == ConceptStatus.Approved) return true;
        return LanguagePair.Language(language) == "zh" && form.Length == 1 && Han.Is(form[0])
            || form.Length <= 3 && form.All(char.IsAsciiLetterLower);
    }

    static void CheckAcross(List<TermEntry> entries, string language, List<LintFinding> findings)
    {
        Dictionary<string, List<TermEntry>> byTerm = new(StringComparer.Ordinal);
        Dictionary<string, TermEntry> pairs = new(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Forms.FirstOrDefault(forms => forms.Language.Equals(language, StringComparison.OrdinalIgnoreCase)) is not { Preferred.Length: > 0 } forms) continue;
            var term = TermText.Fold(forms.Preferred);
            if (!byTerm.TryGetValue(term, out var same)) byTerm[term] = same = [];
            same.Add(entry);
            var all = string.Join('\t', entry.Forms.Select(form => form.Language + ":" + TermText.Fold(form.Preferred)));
            // Atlas the robot and Atlas the server: context tells them apart.
            if (!pairs.TryAdd(all, entry) && (forms.When.Count == 0 || !pairs[all].Forms.Any(form => form.When.Count > 0)))
                Add(findings, entry, "GL007", "", $"the same terms stand in {Where(pairs[all], entry)}; join the two rows");
        }

        foreach (var same in byTerm.Values.Where(same => same.Count > 1))
            foreach (var entry in same)
                if (entry.Note.Length == 0 && entry.Forms.First(forms => forms.Language.Equals(language, StringComparison.OrdinalIgnoreCase)) is { When.Count: 0 } forms)
                    Add(findings, entry, "GL008", language, $"{forms.Preferred} is also the term of {Where(same.First(other => other != entry), entry)}; say in {language}.when or in note which is meant where");
        CheckContained(entries, language, byTerm, findings);
    }

    /// <summary>A term inside another is found by itself only outside it; worth a look when both lack context. Advice: most are meant.</summary>
    static void CheckContained(List<TermEntry> entries, string language, Dictionary<string, List<TermEntry>> byTerm, List<LintFinding> findings)
    {
        if (LanguagePair.Language(language) != "zh") return;
        var lookup = byTerm.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (term, longer) in byTerm)
        {
            if (term.Length is < 3 or > 24) continue;
            for (var start = 0; start < term.Length - 1; start++)
                for (var length = Math.Min(6, term.Length - start); length >= 2; length--)
                {
                    if (length == term.Length || !lookup.TryGetValue(term.AsSpan(start, length), out var shorter) || !Han.Is(term[start])) continue;
                    if (!ReferenceEquals(shorter[0], longer[0]))
                        Add(findings, shorter[0], "GL013", language, $"{term.Substring(start, length)} also stands inside {term} ({Where(longer[0], shorter[0])}), where it is not counted; see that both are meant", isAdvice: true);
                    break;
                }
        }
    }

    static string Where(TermEntry entry, TermEntry from) =>
        entry.File == from.File ? $"row {entry.Row} ({entry.Id})" : $"{Path.GetFileName(entry.File)}({entry.Row}) ({entry.Id})";

    static void Add(List<LintFinding> findings, TermEntry entry, string code, string column, string message, bool isAdvice = false, bool canFix = false) =>
        findings.Add(new(new(code, entry.File, entry.Row, message), column, isAdvice, canFix));
}
