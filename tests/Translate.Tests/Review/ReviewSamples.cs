using Translate.Articles;
using Translate.Glossaries;
using Translate.Memory;
using Translate.Segments;

namespace Translate.Tests.Review;

/// <summary>Small translated articles to make workbooks from.</summary>
static class ReviewSamples
{
    public static RunFacts Facts { get; } = new(
        "azure", "3.0 general", "0.1.0", "9f2c41aa", 212, "translate.db, starter.tmx", 1203, 871,
        new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero), TimeSpan.FromSeconds(4.2));

    public static TranslatedArticle Article(string path = "news/a.md") => Make(path, [
        (BlockKind.Title, 0, [("国产大模型开源，推理成本降至十分之一", "Chinese large model goes open source, cutting inference cost to a tenth")]),
        (BlockKind.Paragraph, 0, [
            ("周二，一家位于上海的公司发布了其最新的大模型，参数规模达1.8万亿。", "On Tuesday, a Shanghai company released its latest large model with 1.8 billion parameters."),
            ("该公司称，训练共消耗了2000千卡/月的算力，用户在环的评测将持续到年底。", "The company said that training took 2,000 GPU-months of compute, and that user-in-the-loop evaluation will go on until the end of the year."),
            ("业内人士认为，这一价格将迫使竞争对手跟进。", "")]),
        (BlockKind.Heading, 2, [("融资与芯片", "Funding and chips")]),
        (BlockKind.ListItem, 1, [("A轮融资：1631亿美元", "Series A: $163.1 billion")]),
        (BlockKind.ListItem, 1, [("=SUM(A1:A9) 这样的文字仍是文字", "=SUM(A1:A9) stays the text it is")]),
        (BlockKind.Paragraph, 0, [
            ("“我们用LLM做翻译。”创始人说。", "“We use an LLM for translation,” the founder said."),
            ("公司将在明年推出面向开发者的接口。", "It will launch an API for developers next year.")]),
    ]);

    /// <summary>As a run makes it whose memory knows the first two sentences of a paragraph as one, and both of another.</summary>
    public static TranslatedArticle ArticleWithJoinedRows()
    {
        var article = Article();
        return article with
        {
            Segments = [.. article.Segments.Select(segment => segment.Segment.Id is not ("2.2" or "6.2") ? segment
                : segment with { Target = TaggedText.None, Status = SegmentStatus.Joined, Origin = Origin.MemoryExact, Machine = null, Findings = [] })],
        };
    }

    public static TranslatedArticle Make(string path, IReadOnlyList<(BlockKind Kind, int Level, IReadOnlyList<(string Source, string Target)> Pairs)> parts)
    {
        List<Block> blocks = [];
        List<TranslatedSegment> segments = [];
        var offset = 0;
        foreach (var (kind, level, pairs) in parts)
        {
            var text = string.Concat(pairs.Select(pair => pair.Source));
            IReadOnlyList<InlineTag> tags = text.Length > 6 && kind == BlockKind.Paragraph && text.Contains("大模型", StringComparison.Ordinal)
                ? [new(1, TagKind.Open, text.IndexOf("大模型", StringComparison.Ordinal), "**"), new(1, TagKind.Close, text.IndexOf("大模型", StringComparison.Ordinal) + 3, "**")] : [];
            blocks.Add(new(blocks.Count + 1, kind, level, text, tags, OffsetMap.Identity(offset, text.Length)));
            offset += text.Length + 1;
            var at = 0;
            for (var i = 0; i < pairs.Count; i++)
            {
                var range = TextRange.At(at, pairs[i].Source.Length);
                at = range.End;
                var inside = tags.Where(tag => tag.Position >= range.Start && tag.Position <= range.End).Select(tag => tag with { Position = tag.Position - range.Start }).ToList();
                Segment segment = new(FormattableString.Invariant($"{blocks.Count}.{i + 1}"), blocks.Count, kind, pairs[i].Source, inside, range);
                segments.Add(Translate(segment, pairs[i].Target, segments.Count));
            }
        }

        var input = string.Join('\n', blocks.Select(block => block.Text));
        Article article = new(path, ArticleFormat.Markdown, "zh-Hans", "utf-8", new string('a', 64), input, blocks,
            [new("navigation", new(0, 4), "首页 > 科技 > 正文")],
            [new("pinyin", RepairState.Applied, 2, new(3, 8), "大模型(dà mó xíng)", "大模型", "pinyin in brackets"), new("byte-shift", RepairState.Unrecoverable, 3, new(30, 33), "?！八", "", "two bytes are lost")]);
        return new(article, new("zh-Hans", "en"), segments);
    }

    static TranslatedSegment Translate(Segment segment, string target, int number)
    {
        TaggedText text = new(target, target.Contains("large model", StringComparison.Ordinal) && segment.Tags.Count > 0
            ? [segment.Tags[0] with { Position = target.IndexOf("large model", StringComparison.Ordinal) }, segment.Tags[1] with { Position = target.IndexOf("large model", StringComparison.Ordinal) + 11 }] : []);
        List<TermMatch> terms = [];
        foreach (var (source, required, admitted) in ((string, string, string[])[])[("大模型", "large model", ["large language model"]), ("用户在环", "user in the loop", []), ("推理", "inference", ["reasoning"]), ("LLM", "LLM", [])])
            if (segment.Source.IndexOf(source, StringComparison.Ordinal) is >= 0 and var at)
                terms.Add(new(Entry(required), TextRange.At(at, source.Length), required, admitted));
        var number18 = segment.Source.IndexOf("1.8万亿", StringComparison.Ordinal);
        IReadOnlyList<Finding> findings = number18 >= 0
            ? [new("NUM-001", Severity.Error, "1.8万亿 is 1.8 trillion, but the target says 1.8 billion", TextRange.At(number18, 5), new(70, 81)), new("LEN-001", Severity.Information, "the target is much longer than usual")]
            : target.Length == 0 ? [new("EMPTY-001", Severity.Warning, "the target is empty")] : [];
        MemoryMatch? match = number == 2 ? new(87, TaggedText.Plain(segment.Source), TaggedText.Plain("The company said training took 1,000 GPU-months."), "starter.tmx", ["number 2,000 instead of 1,000"])
            : number == 0 ? new(100, segment.Tagged, text, "starter.tmx", []) : null;
        var origin = target.Length == 0 ? Origin.Empty : match?.Score >= 100 ? Origin.MemoryExact : Origin.New;
        return new(segment, terms, text, target.Length == 0 ? SegmentStatus.Todo : SegmentStatus.Draft, origin,
            origin == Origin.New ? "azure" : origin == Origin.MemoryExact ? "starter.tmx" : "", origin == Origin.New ? text.ToString() : null, match, findings);
    }

    static TermEntry Entry(string id) => new(id.Replace(' ', '-'), [], ConceptStatus.Approved, false, "noun", "", "", "curated:models.csv", 2, new Dictionary<string, string>());
}
