using System.Runtime.Intrinsics.X86;
using System.Text;
using CsCheck;
using Translate.Glossaries;
using Translate.Scripts;

namespace Translate.Tests.Glossaries;

/// <summary>The finder against a twin that tries every place and every length and knows no index.</summary>
public class MatchingLawTests
{
    // Han in both scripts, beyond U+FFFF and compatibility; letters of three widths and lengths of lower case; digits, blanks, dots, hyphens.
    static readonly string[] s_alphabet = [.. "大模型语言卡云智能ab Ａ的A体訓練训练LM-s１2·．－İß".Select(unit => unit.ToString()), "\uD842\uDFB7", "\uD83D\uDE00", "\uFA0C", "\u3000"];

    static readonly Comparer<(TextRange Range, string Id)> s_byPlace = Comparer<(TextRange Range, string Id)>.Create((one, other) =>
        one.Range.Start != other.Range.Start ? one.Range.Start - other.Range.Start : string.CompareOrdinal(one.Id, other.Id));

    static readonly Gen<string> s_text = TextOf(s_alphabet, 0, 40);
    static readonly Gen<string[]> s_terms = TextOf(s_alphabet, 1, 5).Select(term => term.Trim(' ', '-', '－', '·', '\u3000')).Where(IsPlain).Array[1, 12];

    [Fact]
    public void Finds_what_the_naive_twin_finds() => Gen.Select(s_terms, s_text).Sample(AssertTwin, iter: 3000);

    /// <summary>Enough of them for the index to search its buckets instead of reading them through.</summary>
    [Fact]
    public void Finds_terms_that_start_alike() =>
        Gen.Select(TextOf(["大", "模", "型"], 1, 11).Array[100, 250], TextOf(["大", "模", "型", "的"], 0, 40)).Sample(AssertTwin, iter: 60);

    [Fact]
    public void Finds_terms_in_texts_of_any_length() =>
        Gen.Select(TextOf(["大", "模", "a", " "], 1, 4).Select(term => term.Trim()).Where(IsPlain).Array[1, 20], TextOf(["大", "模", "型", "a", " "], 200, 700)).Sample(AssertTwin, iter: 30);

    [Fact]
    public void Script_and_width_do_not_move_a_match() =>
        Gen.Select(s_terms, s_text).Sample((terms, text) =>
        {
            var finder = GlossaryOf(terms.Where(term => !Letters.IsAcronym(term))).For(Terms.ToEnglish);
            var other = string.Concat(text.Select(unit => unit is '训' ? '訓' : unit is '练' ? '練' : unit is 'a' ? 'ａ' : unit is 'b' ? 'ｂ' : unit));

            Assert.Equal(finder.Find(text).Select(match => match.Range), finder.Find(other).Select(match => match.Range));
        }, iter: 1000);

    /// <summary>Acronyms stand in capitals, a plural s after one or after a number is small, and capitals decide whether a short part beside a hyphen is a word.</summary>
    [Fact]
    public void Case_moves_no_match_of_what_is_no_acronym() =>
        Gen.Select(s_terms, s_text).Sample((terms, text) =>
        {
            var finder = GlossaryOf(terms.Where(term => !Letters.IsAcronym(term) && !Letters.IsDigit(term[^1]))).For(Terms.ToEnglish);
            var plain = text.Replace("-", "", StringComparison.Ordinal).Replace("－", "", StringComparison.Ordinal);

            var found = finder.Find(plain).Select(match => match.Range).ToList();

            Assert.Equal(found, finder.Find(plain.ToLowerInvariant()).Select(match => match.Range));
            Assert.Equal(found, finder.Find(plain.ToUpperInvariant()).Select(match => match.Range));
        }, iter: 1000);

    [Fact]
    public void An_acronym_is_one_in_full_width_too()
    {
        var finder = GlossaryOf(["ＬＭ"]).For(Terms.ToEnglish);

        Assert.Single(finder.Find("用LM做"));
        Assert.Single(finder.Find("用ＬＭ做"));
        Assert.Empty(finder.Find("用lm做"));
    }

    [Fact]
    public void Sixteen_places_at_a_time_are_marked_like_one() =>
        Gen.Select(s_terms, s_text).Sample((terms, text) =>
        {
            StartFilter filter = new(terms.Length);
            foreach (var term in terms) filter.Add(Folding.Fold(term));
            char[] units = [.. Folding.Fold(text), .. new char[StartFilter.Beyond]];
            var own = (1ul << text.Length) - 1;

            var (few, many, small) = filter.MarkByOne(units, 0, text.Length);

            Assert.Equal((few, many, small), (few & own, many & own, small & own));
            if (!Avx2.IsSupported) return;
            var marks = filter.MarkBySixteen(units, 0, text.Length);
            Assert.Equal((few, many, small), (marks.Short & own, marks.Long & own, marks.Small & own));
        }, iter: 1000);

    [Fact]
    public void No_place_where_a_term_may_start_is_left_unmarked() =>
        Gen.Select(s_terms, s_text).Sample((terms, text) =>
        {
            StartFilter filter = new(terms.Length);
            foreach (var term in terms) filter.Add(Folding.Fold(term));
            var folded = Folding.Fold(text);

            var marks = filter.Mark([.. folded, .. new char[StartFilter.Beyond]], 0, text.Length);

            var inside = Enumerable.Range(0, text.Length).Where(at => at > 0 && char.IsAsciiLetterLower(folded[at]) && char.IsAsciiLetterLower(folded[at - 1]));
            Assert.All(terms, term => Assert.All(Places(folded, Folding.Fold(term)).Except(inside), at => Assert.NotEqual(0ul, (marks.Short | marks.Long) >> at & 1)));
        }, iter: 1000);

    /// <summary>What stands in a term that certainly counts is passed over, unless a slot's number may reach out of it.</summary>
    [Fact]
    public void Passing_over_what_a_term_covers_changes_nothing() =>
        Gen.Select(s_terms, s_text, Gen.Int[0, 3]).Sample((terms, text, slots) =>
        {
            StringBuilder csv = new("id,zh,en,pos\n");
            foreach (var term in terms.Concat(new[] { "{n}卡", "{n}模型", "{n}云智" }.Take(slots)).Distinct())
                csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"t{csv.Length},{term},x,proper\n");
            var finder = Terms.Of(csv.ToString()).For(Terms.ToEnglish);
            var numbered = text.Replace("的", "3", StringComparison.Ordinal).Replace("大", "千", StringComparison.Ordinal);

            var all = finder.Explain(numbered).Where(candidate => candidate.Outcome == MatchOutcome.Matched).Select(candidate => (candidate.Range, candidate.Entry.Id));

            Assert.Equal(all.Distinct().Order(s_byPlace), finder.Find(numbered).Select(match => (match.Range, match.Entry.Id)).Order(s_byPlace));
        }, iter: 3000);

    [Fact]
    public void A_segment_allocates_nothing()
    {
        var finder = Terms.Of("""
            id,zh,en,zh.when,zh.unless
            llm,大语言模型,large language model,,
            model,模型,model,,模型机
            inference,推理,inference,加速,
            reasoning,推理,reasoning,思维链,
            rag,检索增强生成,retrieval-augmented generation,,
            api,API,API,,
            training,训练,training,,
            """).For(Terms.ToEnglish);
        const string Text = "该公司发布了最新的大语言模型，支持推理加速与检索增强生成（RAG），并开放了 API 与训练数据。";
        List<TermMatch> matches = new(64);
        Find();
        Find();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Find();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(matches.Count > 3);

        void Find()
        {
            matches.Clear();
            finder.Find(Text.AsSpan(), matches);
        }
    }

    [Fact]
    public void Matches_neither_overlap_nor_leave_the_text() =>
        Gen.Select(s_terms, s_text).Sample((terms, text) =>
        {
            var ranges = GlossaryOf(terms).For(Terms.ToEnglish).Find(text).Select(match => match.Range).Distinct().ToList();

            Assert.All(ranges, range => Assert.InRange(range.End, range.Start + 1, text.Length));
            Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }, iter: 1000);

    static Gen<string> TextOf(string[] alphabet, int shortest, int longest) =>
        Gen.Int[0, alphabet.Length - 1].Array[shortest, longest].Select(indices => string.Concat(indices.Select(i => alphabet[i])));

    /// <summary>Terms whose rules the twin knows: names, exact, no small part beside a hyphen.</summary>
    static bool IsPlain(string term) => term.Length > 0 && !term.Any(IsBlank);

    /// <summary>Ids are places in the list, so that equal terms are homographs.</summary>
    static Glossary GlossaryOf(IEnumerable<string> terms)
    {
        StringBuilder csv = new("id,zh,en,pos\n");
        foreach (var (i, term) in terms.Index()) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"t{i},{term},x,proper\n");
        return Terms.Of(csv.ToString());
    }

    static void AssertTwin(string[] terms, string text)
    {
        var found = GlossaryOf(terms).For(Terms.ToEnglish).Find(text).Select(match => (match.Range, match.Entry.Id));

        Assert.Equal(Twin(terms, text).Order(s_byPlace), found.Order(s_byPlace));
    }

    static List<(TextRange Range, string Id)> Twin(string[] terms, string text)
    {
        List<(TextRange Range, string Id)> found = [];
        var squeezed = terms.Select(Squeeze).ToArray();
        for (var start = 0; start < text.Length; start++)
        {
            if (found.Count > 0 && start < found[^1].Range.End) continue;
            for (var end = Math.Min(text.Length, start + 40); end > start; end--)
            {
                var here = Squeeze(text[start..end]);
                var standing = Enumerable.Range(0, terms.Length)
                    .Select(i => (Id: $"t{i}", Plural: squeezed[i] != here, Stands: Stands(terms[i], squeezed[i], here, text, start, end))).Where(term => term.Stands).ToList();
                if (standing.Count == 0) continue;
                // As it is written goes before inflected.
                found.AddRange(standing.Where(term => !term.Plural || standing.TrueForAll(other => other.Plural)).Select(term => (new TextRange(start, end), term.Id)));
                break;
            }
        }

        return found;
    }

    static bool Stands(string term, string squeezed, string here, string text, int start, int end)
    {
        var hasPlural = Letters.IsAcronym(term) || Letters.IsDigit(term[^1]);
        if (here != squeezed && !(hasPlural && here == squeezed + 's' && text[end - 1] == 's') || IsBlank(text[start]) || IsBlank(text[end - 1])) return false;
        // An acronym stands in capitals; a plural s beyond it is small.
        var written = Narrow(text[start..end]);
        if (Letters.IsAcronym(term) && written != Narrow(term) && written != Narrow(term) + 's') return false;
        return TermBoundary.IsStart(text, start, end) && (!Letters.IsToken(text[end - 1]) || TermBoundary.IsEnd(text, start, end));
    }

    static bool IsBlank(char unit) => unit is ' ' or '-' or '－' or '\u3000';

    /// <summary>A text as its blanks and hyphens count: one for many, none between Han and Latin or beside a middle dot.</summary>
    static string Squeeze(string text)
    {
        StringBuilder kept = new();
        var runes = Folding.Fold(text).Replace('-', ' ').EnumerateRunes().Select(rune => rune.ToString()).ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            if (runes[i] == " " && kept.Length > 0)
            {
                if (kept[^1] is ' ' or '·') continue;
                var before = runes.Take(i).Last(rune => rune != " ");
                var after = runes.Skip(i).FirstOrDefault(rune => rune != " ");
                if (after == "·") continue;
                if (after is not null && (Han.Is(before[0]) && Letters.IsToken(after[0]) || Letters.IsToken(before[0]) && Han.Is(after[0]))) continue;
            }

            kept.Append(runes[i]);
        }

        return kept.ToString();
    }

    static IEnumerable<int> Places(string text, string term)
    {
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal)) yield return at;
    }

    static string Narrow(string text) => string.Concat(text.Select(Letters.Narrow));
}
