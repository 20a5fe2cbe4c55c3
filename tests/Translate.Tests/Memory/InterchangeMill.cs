using System.Xml;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>Texts, pairs and articles with everything an interchange file can trip over, from a seed.</summary>
sealed class InterchangeMill(int seed)
{
    static readonly string[] s_pieces =
    [
        "大模型", "价格 ", "GPT-4o ", "a < b", " & ", "]]>", "\"quoted\"", "'", "  ", "\n", "\t", "\u0001", "\u001b", "\ud83d\ude00", "\ud800", "\ufffe", "\u00a0",
        "<![CDATA[", "&amp;", "&#x1F;", "{1}", "\\{2/}", "第3季度", "。", "é", "\u200b",
    ];

    static readonly string[] s_raws = ["", "<b>", "</b>", "**", "<a href=\"x?a=1&b=2\">", "<br/>", "\u0002", "]]>"];

    readonly Random _random = new(seed);

    public TaggedText Text() => Tagged("x" + string.Concat(Many(9).Select(_ => Pick(s_pieces))), RandomTags());

    /// <summary>A reviewer's target: the source's tags moved, dropped, doubled and joined by others.</summary>
    public TaggedText TargetOf(TaggedText source)
    {
        var kept = source.Tags.Where(_ => _random.Next(5) > 0).Select(tag => (tag.Number, tag.Kind)).ToList();
        if (_random.Next(3) == 0) kept = [.. kept.Concat(kept.Take(2))];
        if (_random.Next(3) == 0) kept.AddRange(RandomTags());
        if (_random.Next(3) == 0) kept.Sort((_, _) => _random.Next(3) - 1);
        return Tagged("y" + string.Concat(Many(9).Select(_ => Pick(s_pieces))), kept);
    }

    public MemoryEntry Entry()
    {
        var source = Text();
        return new(new(Pick("zh-Hans", "zh-Hant", "zh-TW", "en"), Pick("en", "fr", "de-CH-1996")), source, TargetOf(source))
        {
            Before = _random.Next(2) == 0 ? null : Text().Text,
            After = _random.Next(2) == 0 ? null : "",
            State = Pick(Enum.GetValues<MemoryState>()),
            Person = Pick("", "Li Lei", "a\u0003<b>\"c\""),
            Changed = _random.Next(3) == 0 ? null : DateTimeOffset.UnixEpoch.AddMinutes(_random.Next(30_000_000)).ToOffset(TimeSpan.FromHours(_random.Next(-11, 12))),
        };
    }

    /// <summary>An article; a number of 0 gives one without segments.</summary>
    public TranslatedArticle Article(string path, int segments) => new(
        new(path, Pick(ArticleFormat.Markdown, ArticleFormat.Html), "zh-Hant", "utf-8", "", "", [], [], []), new("zh-Hant", "en"),
        [.. Enumerable.Range(1, segments).Select(Segment)]);

    /// <summary>An article of plain words whose sources have their tags numbered as they stand, each with markup of its own, as articles are read.</summary>
    public TranslatedArticle ArticleInOrder(string path, int segments)
    {
        var article = Article(path, segments);
        return article with { Segments = [.. article.Segments.Select(InOrder)] };
    }

    TranslatedSegment InOrder(TranslatedSegment segment)
    {
        List<InlineTag> tags = [];
        foreach (var number in Many(5))
        {
            if (_random.Next(3) == 0) tags.Add(new(number, TagKind.Empty, 0, $"<br id={number}/>"));
            else tags.AddRange([new(number, TagKind.Open, 0, $"<b id={number}>"), new(number, TagKind.Close, 2, $"</b id={number}>")]);
        }

        TaggedText source = new("甲乙", [.. tags.OrderBy(tag => tag.Position)]);
        var kept = source.Tags.Where(_ => _random.Next(4) > 0).ToList();
        if (_random.Next(2) == 0) kept.AddRange(source.Tags.Take(2).Select(tag => tag with { Position = 2 }));
        var target = segment.Target.IsEmpty ? TaggedText.None : new("yz", [.. kept.OrderBy(tag => tag.Position)]);
        return segment with { Segment = segment.Segment with { Source = source.Text, Tags = source.Tags }, Target = target };
    }

    TranslatedSegment Segment(int number)
    {
        var source = Text();
        var status = Pick(Enum.GetValues<SegmentStatus>());
        var target = status == SegmentStatus.Todo || _random.Next(6) == 0 ? TaggedText.None : TargetOf(source);
        // Ids are as long as they get: the last paragraph of a book.
        var id = FormattableString.Invariant($"{number * 123_456}.{number}");
        return new(new(id, number, BlockKind.Paragraph, source.Text, source.Tags, default), [], target, status, Origin.New, "", null, null,
            [.. Many(3).Select(_ => new Finding(Pick("NUM-001", "TERM-002"), Severity.Warning, "lost: " + Text().Text))]);
    }

    List<(int, TagKind)> RandomTags()
    {
        List<(int, TagKind)> tags = [];
        foreach (var number in Many(6))
            switch (_random.Next(5))
            {
                case 0: tags.Add((number, TagKind.Empty)); break;
                case 1: tags.Add((number, Pick(TagKind.Open, TagKind.Close))); break;
                default:
                    // A start anywhere and an end anywhere: nested, side by side, overlapping and the wrong way round.
                    tags.Insert(_random.Next(tags.Count + 1), (number, TagKind.Open));
                    tags.Insert(_random.Next(tags.Count + 1), (number, TagKind.Close));
                    break;
            }

        return tags;
    }

    TaggedText Tagged(string text, IReadOnlyList<(int Number, TagKind Kind)> tags)
    {
        var positions = tags.Select(_ => _random.Next(text.Length + 1)).Select(at => at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at).Order();
        return new(text, [.. tags.Zip(positions, (tag, at) => new InlineTag(tag.Number, tag.Kind, at, Pick(s_raws)))]);
    }

    /// <summary>The text as XML can hold it; the rules of XML 1.0 in the framework's words.</summary>
    public static string Representable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Where(rune => rune.Length == 2 || XmlConvert.IsXmlChar(rune[0])));

    IEnumerable<int> Many(int most) => Enumerable.Range(1, _random.Next(most + 1));

    T Pick<T>(params T[] of) => of[_random.Next(of.Length)];
}
