using System.Globalization;
using Translate.Articles;
using Translate.Review;
using Translate.Segments;

namespace Translate.Tests.Review;

/// <summary>What goes through a workbook and comes back unchanged is the article as it was.</summary>
public class PublishingLawTests
{
    static readonly int s_articles = Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1" ? 10_000 : 100;

    // The file before and after, for the message of a law that does not hold.
    static string s_last = "";

    static readonly string[] s_words = ["word", "GPU-month", "#1", "<b>", "a|b", "*star*", "_x_", "`q`", "[a](b)", "&amp;", "C:\\x", "~~no~~", "1.", "- dash", "+ plus", "> more", "{1", "http://a.b", "中文", "“quoted”"];

    [Fact]
    public void Source_as_target_gives_the_cleaned_text_back_exactly_and_every_byte_where_nothing_was_cleaned() => ForAll((random, cleaned) =>
    {
        var published = Publish(random, cleaned, segment => segment.Tagged.ToString(), new());

        if (cleaned.Repairs.All(repair => repair.State != RepairState.Applied)) Assert.Equal(random.Bytes, published);
        Assert.Equal(Shown(cleaned), Shown(Read(random.Name, published)!));
    });

    [Fact]
    public void Translations_are_published_as_they_are_in_the_structure_of_their_article() => ForAll((random, cleaned) =>
    {
        Random words = new(random.Seed);

        var published = Publish(random, cleaned, segment => Translation(segment, words), new());

        Assert.Equal(Counted(random.Name, random.Bytes), Counted(random.Name, published));
    });

    [Fact]
    public void Both_languages_are_published_in_the_structure_of_their_article() => ForAll((random, cleaned) =>
    {
        Random words = new(random.Seed);

        var published = Publish(random, cleaned, segment => Translation(segment, words), new(Bilingual: true));

        Assert.Equal(ArticleStructure.Of(random.Name, random.Bytes).Keys, ArticleStructure.Of(random.Name, published).Keys);
    });

    [Fact]
    public void What_is_taken_out_of_an_article_leaves_the_rest_as_it_was() => ForAll((random, cleaned) =>
    {
        // In Markdown what stands below a line may depend on it: the rest of its list, a note.
        if (cleaned.Format is not (ArticleFormat.Html or ArticleFormat.Text)) return;
        Random words = new(random.Seed);
        var left = cleaned.Blocks.Where(_ => words.Next(3) == 0).ToHashSet();
        var kept = cleaned.Blocks.Where(block => !left.Contains(block)).ToList();
        // Neighbours on a page that are left out are one part, with all that stands between them.
        var parts = left.GroupBy(block => cleaned.Format == ArticleFormat.Html ? kept.Count(other => other.Number < block.Number) : block.Number)
            .Select(group => new LeftOut("related", new(group.First().Map.Input.Start, group.Last().Map.Input.End), "")).ToList();

        var published = ArticleWriter.Write(cleaned with { Blocks = kept, LeftOut = parts, Repairs = [] }, random.Bytes, new Dictionary<int, TaggedText>(), new(LeftOut: LeftOutParts.Drop));

        s_last = $"{ArticleStructure.Text(random.Name, random.Bytes)}\n=>\n{ArticleStructure.Text(random.Name, published)}";
        var uncleaned = Read(random.Name, random.Bytes)!.Blocks.Where(block => kept.Exists(other => other.Number == block.Number));
        Assert.Equal(Bare(uncleaned), kept.Count == 0 ? "" : Bare(Read(random.Name, published)!.Blocks));
    });

    static void ForAll(Action<RandomArticle, Article> law)
    {
        var first = Environment.GetEnvironmentVariable("TRANSLATE_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : 0;
        List<string> faults = [];
        for (var seed = first; seed < first + s_articles && faults.Count < 8; seed++)
        {
            RandomArticle random = new(seed);
            if (Read(random.Name, random.Bytes) is not { } article) continue;
            try
            {
                law(random, new Cleaner(CleaningOptions.Default, ["大模型"]).Clean(article));
            }
            catch (Exception fault)
            {
                faults.Add($"TRANSLATE_SEED={seed}: {fault.Message}\n{s_last}\n{fault.StackTrace}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    static string Bare(IEnumerable<Block> blocks) => string.Concat(blocks.SelectMany(block => block.Text).Where(unit => !char.IsWhiteSpace(unit)));

    static string Counted(string name, byte[] file) => string.Join('\n', ArticleStructure.Of(name, file).Select(element => $"{element.Value} {element.Key}"));

    static Article? Read(string name, byte[] bytes)
    {
        var article = ArticleReader.Read(bytes, name, new(KeepAll: true), out var problem);
        Assert.True(problem is null or { Code: "AR012" }, problem?.ToString());
        return article;
    }

    // What most of a Word paragraph looks like may change when notes are taken out of it, and with it what needs a tag and what is
    // an edge; whether a line is a title depends on how it ends.
    static List<string> Shown(Article article) => [.. article.Blocks.Select(block => (article.Format switch
    {
        ArticleFormat.Docx or ArticleFormat.Xlsx => block.Text.Trim(),
        ArticleFormat.Markdown => $"{block.Kind} {block.Level} {block.Tagged}",
        _ => block.Tagged.ToString(),
    }).ReplaceLineEndings("\n"))];

    static string Translation(Segment segment, Random words)
    {
        var text = Word();
        foreach (var tag in segment.Tags) text += $"{tag.Shown} {Word()}";
        return text;

        string Word() => string.Join(' ', Enumerable.Range(0, words.Next(1, 4)).Select(_ => s_words[words.Next(s_words.Length)]));
    }

    static byte[] Publish(RandomArticle random, Article cleaned, Func<Segment, string> target, PublishOptions options)
    {
        using TemporaryFolder folder = new();
        var segments = Segmenter.Default.Split(cleaned);
        TranslatedArticle translated = new(cleaned, new("zh-Hans", "en"), [.. segments.Select(segment =>
            new TranslatedSegment(segment, [], TaggedText.None, SegmentStatus.Todo, Origin.Empty, "", null, null, []))]);
        ReviewWorkbook.Write(folder.File("a.xlsx"), [translated], ReviewSamples.Facts, WorkbookOptions.Default);
        var read = ReviewWorkbook.Read(folder.File("a.xlsx"), out var problem);
        Assert.Null(problem);
        var rows = read!.Rows.Zip(segments).Select(pair => pair.First with { Target = target(pair.Second), Status = "approved" }).ToList();
        var result = ReviewImport.Merge([read with { Rows = rows }], new());
        Assert.Equal(segments.Count, result.Count(RowOutcome.Applied));
        var blocks = PublishedText.Of(cleaned, segments, result.Segments, Unapproved.Refuse, out problem);
        Assert.Null(problem);
        var published = ArticleWriter.Write(cleaned, random.Bytes, blocks!, options);
        s_last = $"{ArticleStructure.Text(random.Name, random.Bytes)}\n=>\n{ArticleStructure.Text(random.Name, published)}";
        return published;
    }
}
