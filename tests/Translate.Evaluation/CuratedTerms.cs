using System.Globalization;
using Spectre.Console;
using Translate;
using Translate.Glossaries;

/// <summary>Verdicts on each curated term alone: written otherwise, in a forbidden form, and replaced.</summary>
static class CuratedTerms
{
    static readonly LanguagePair s_toEnglish = new("zh-Hans", "en");

    public static void Print(bool show)
    {
        PrintRespelled(show);
        PrintForbidden(show);
    }

    static void PrintRespelled(bool show)
    {
        SortedDictionary<string, (int Tried, int Worse)> kinds = new(StringComparer.Ordinal);
        foreach (var entry in Approved())
        {
            var english = entry.In("en")!.Preferred;
            if (english.Contains("{n}", StringComparison.Ordinal)) continue;
            foreach (var (kind, respelled) in Respelling.Of(english, entry.PartOfSpeech))
            {
                var isWorse = VerdictOn(entry, $"In this case {respelled} would be it.", s_toEnglish) > TermStatus.Admitted;
                var (tried, worse) = kinds.GetValueOrDefault(kind);
                kinds[kind] = (tried + 1, worse + (isWorse ? 1 : 0));
                if (isWorse && show) Console.WriteLine($"{kind}: {english} ({entry.PartOfSpeech}, {entry.Id}) as {respelled} made a finding");
            }
        }

        var table = new Table().Title("Curated English terms, each written otherwise").AddColumns("Change", "Tried", "New findings", "per 1,000");
        foreach (var (kind, (tried, worse)) in kinds.Append(new("all", (kinds.Values.Sum(count => count.Tried), kinds.Values.Sum(count => count.Worse)))))
            table.AddRow(kind, $"{tried}", $"{worse}", (1000.0 * worse / Math.Max(1, tried)).ToString("0.0", CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
    }

    static void PrintForbidden(bool show)
    {
        var table = new Table().Title("Curated terms, in a forbidden form").AddColumns("Direction", "Forms", "Found");
        foreach (var pair in (LanguagePair[])[s_toEnglish, s_toEnglish.Reversed])
        {
            int forms = 0, found = 0;
            foreach (var entry in Approved())
                foreach (var form in entry.In(pair.Target)!.Forbidden.Where(form => !form.Contains("{n}", StringComparison.Ordinal)))
                {
                    forms++;
                    if (VerdictOn(entry, pair.Target == "en" ? $"In this case {form} would be it." : $"这里的{form}就是它。", pair) == TermStatus.Forbidden) found++;
                    else if (show) Console.WriteLine($"{pair}: {form}, forbidden for {entry.Id}, not found");
                }

            table.AddRow(pair.ToString(), $"{forms}", $"{found}");
        }

        AnsiConsole.Write(table);
    }

    static TermStatus VerdictOn(TermEntry entry, string target, LanguagePair pair)
    {
        var (source, forms) = (entry.In(pair.Source)!.Preferred, entry.In(pair.Target)!);
        TermMatch match = new(entry, new(0, source.Length), forms.Preferred, forms.Variants);
        return TermVerifier.Verify([match], source, target, pair)[0].Status;
    }

    static IEnumerable<TermEntry> Approved() => Glossary.Curated.Entries.Where(entry =>
        entry.Status == ConceptStatus.Approved && entry.In("en") is { Preferred.Length: > 0 } && entry.In("zh") is { Preferred.Length: > 0 });
}
