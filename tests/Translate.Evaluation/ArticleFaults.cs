using Translate;
using Translate.Articles;
using Translate.Checks;
using Translate.Glossaries;

/// <summary>Faults that need more than one segment, a glossary or a damaged source; each plants into two neighbouring clean pairs.</summary>
static class ArticleFaults
{
    public delegate (CheckInput[] Clean, CheckInput[] Spoilt)? Planter(CheckInput first, CheckInput second, Random random);

    public static readonly (string Kind, string Group, Planter Plant)[] All =
    [
        ("same source, another target", "CMP-008", (a, b, _) => ([a, b, a], [a, b, a with { Target = b.Target }])),
        ("another source, same target", "CMP-009", (a, b, _) => ([a, b], [a, b with { Target = a.Target }])),
        ("term missing", "TRM-001", (a, b, random) => Term(a, random, entry => entry.Target, _ => "it")),
        ("forbidden form", "TRM-002", (a, b, random) => Term(a, random, entry => entry.Target, entry => entry.Forbidden)),
        ("two concepts in one word", "TRM-003", Collapse),
        ("term rendered two ways", "TRM-004", (a, b, random) => Twice(a, b, random, entry => entry.Other)),
        ("abbreviation not introduced", "TRM-005", (a, b, random) => Twice(a, b, random, entry => entry.Short, isFirst: true)),
        ("damage in the source", "SRC-001", (a, b, random) => Source(a, text => text.Insert(Middle(text, random), "\ufffd"))),
        ("masked word in the source", "SRC-002", (a, b, random) => Source(a, text => Masked(text, random))),
        ("impossible share in the source", "SRC-003", (a, b, random) => Both(a, Number(a, random, "，占比达{0}%", ", a share of {0}%", 101, 999))),
        ("impossible fall in the source", "SRC-003", (a, b, random) => Both(a, Number(a, random, "，下降{0}%", ", a fall of {0}%", 101, 400))),
        ("impossible date in the source", "SRC-003", (a, b, random) => Both(a, Number(a, random, "，9月{0}日", ", September {0}", 32, 39))),
    ];

    /// <summary>What a concept is called on both sides; empty where it has no such form.</summary>
    sealed record Forms(TermEntry Entry, string Source, string Target, string Other, string Short, string Forbidden);

    static readonly Dictionary<string, List<Forms>> s_forms = [];

    static List<Forms> FormsOf(LanguagePair pair)
    {
        if (s_forms.TryGetValue(pair.ToString(), out var forms)) return forms;
        var finder = Glossary.Curated.For(pair);
        forms = [];
        foreach (var entry in Glossary.Curated.Entries)
        {
            if (entry.In(pair.Source) is not { } source || entry.In(pair.Target) is not { } target || entry.Status != ConceptStatus.Approved || source.Preferred.Length < 2 || target.Preferred.Length < 2 || entry.Keep || source.Preferred.Contains('{', StringComparison.Ordinal)) continue;
            if (finder.Find(source.Preferred) is not [var match] || match.Entry.Id != entry.Id || match.Range.Length != source.Preferred.Length) continue;
            var others = match.Admitted.Where(form => !form.Contains('{', StringComparison.Ordinal)).ToList();
            forms.Add(new(entry, source.Preferred, match.Required, others.Find(form => !IsShort(form) && !IsShort(match.Required) && !Alike(form, match.Required)) ?? "", IsShort(match.Required) || IsShort(source.Preferred) ? "" : others.Find(IsShort) ?? "", target.Forbidden is [var first, ..] ? first : ""));
        }

        return s_forms[pair.ToString()] = forms;
    }

    static bool IsShort(string form) => form.Length is >= 2 and <= 6 && form.All(char.IsAsciiLetterUpper);

    static bool Alike(string a, string b) => a.Replace('-', ' ').TrimEnd('s').Equals(b.Replace('-', ' ').TrimEnd('s'), StringComparison.OrdinalIgnoreCase);

    static Forms? Pick(CheckInput input, Random random, Func<Forms, string> wanted)
    {
        var fitting = FormsOf(input.Pair).Where(forms => wanted(forms).Length > 0).ToList();
        return fitting.Count == 0 ? null : fitting[random.Next(fitting.Count)];
    }

    static (CheckInput[], CheckInput[])? Term(CheckInput input, Random random, Func<Forms, string> right, Func<Forms, string> wrong) =>
        Pick(input, random, wrong) is { } forms ? ([With(input, forms, right(forms))], [With(input, forms, wrong(forms))]) : null;

    static (CheckInput[], CheckInput[])? Twice(CheckInput a, CheckInput b, Random random, Func<Forms, string> other, bool isFirst = false)
    {
        if (Pick(a, random, other) is not { } forms) return null;
        CheckInput[] clean = [With(a, forms, forms.Target), With(b, forms, forms.Target)];
        return (clean, isFirst ? [With(a, forms, other(forms)), clean[1]] : [clean[0], With(b, forms, other(forms))]);
    }

    static (CheckInput[], CheckInput[])? Collapse(CheckInput a, CheckInput b, Random random)
    {
        if (Pick(a, random, forms => forms.Target) is not { } one || Pick(a, random, forms => forms.Target) is not { } two || one.Target == two.Target) return null;
        var clean = With(With(a, one, one.Target), two, two.Target);
        return ([clean], [With(With(a, one, one.Target), two, one.Target)]);
    }

    /// <summary>The pair with a term put into both sides, and the terms that the glossary finds in the new source.</summary>
    static CheckInput With(CheckInput input, Forms forms, string target)
    {
        var source = TextFaults.Put(input.Source.Text, $"({forms.Source})");
        return input with
        {
            Source = TaggedText.Plain(source),
            Target = TaggedText.Plain(TextFaults.Put(input.Target.Text, $"({target})")),
            Terms = [.. input.Terms.Select(term => term.Entry).Append(forms.Entry).SelectMany(entry => Glossary.Curated.For(input.Pair).Find(source).Where(match => match.Entry.Id == entry.Id)).Distinct()],
        };
    }

    static int Middle(string text, Random random) => random.Next(1, text.Length - 1);

    static string Masked(string text, Random random)
    {
        var places = Enumerable.Range(2, Math.Max(0, text.Length - 4)).Where(at => Translate.Scripts.Han.Is(text[at - 1]) && Translate.Scripts.Han.Is(text[at]) && Translate.Scripts.Han.Is(text[at + 1])).ToList();
        if (places.Count == 0) return text;
        var place = places[random.Next(places.Count)];
        return text[..place] + "*" + text[(place + 1)..];
    }

    /// <summary>Damages the source and lets the cleaner say what it sees, as a run does.</summary>
    static (CheckInput[], CheckInput[])? Source(CheckInput input, Func<string, string> spoil)
    {
        var spoilt = spoil(input.Source.Text);
        if (spoilt == input.Source.Text) return null;
        var cleaned = new Cleaner(CleaningOptions.Default, []).Clean(Lines.Article(spoilt));
        if (cleaned.Blocks is not [var block]) return null;
        return ([input], [input with { Source = TaggedText.Plain(block.Text), Damage = [.. cleaned.Repairs.Where(repair => repair.State != RepairState.Applied)] }]);
    }

    static (CheckInput[], CheckInput[])? Both(CheckInput clean, CheckInput spoilt) => ([clean], [spoilt]);

    static CheckInput Number(CheckInput input, Random random, string chinese, string english, int least, int most)
    {
        var number = random.Next(least, most).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (source, target) = input.Pair.Source == "en" ? (english, chinese) : (chinese, english);
        return input with
        {
            Source = TaggedText.Plain(Append(input.Source.Text, source.Replace("{0}", number, StringComparison.Ordinal))),
            Target = TaggedText.Plain(Append(input.Target.Text, target.Replace("{0}", number, StringComparison.Ordinal))),
        };
    }

    static string Append(string text, string words)
    {
        var end = text.Length;
        while (end > 0 && !char.IsLetterOrDigit(text[end - 1])) end--;
        return text[..end] + words + text[end..];
    }
}
