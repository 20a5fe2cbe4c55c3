using System.Globalization;

namespace Translate.Review;

/// <summary>Counts, characters, engine, memory leverage, glossary version and times of a workbook.</summary>
static class SummarySheet
{
    /// <summary>Its columns.</summary>
    public static SheetSpec Spec { get; } = new("Summary", SheetKind.Text, [new("", 34), new("", 14), new("", 40)]);

    /// <summary>The rows for some articles.</summary>
    public static SheetRows Rows(IReadOnlyList<TranslatedArticle> articles, RunFacts facts)
    {
        var segments = articles.SelectMany(article => article.Segments).ToList();
        var title = articles.Count == 1 ? articles[0].Article.Path : FormattableString.Invariant($"{articles.Count} articles");
        List<Action<SheetWriter>> rows = [];
        List<string> bars = [];

        Add(writer => Line(writer, 30, (CellLook.Title, title)));
        Section("Article 文章");
        if (articles.Count == 1) Text("Format, encoding 格式", $"{articles[0].Article.Format}, {articles[0].Article.Encoding}".TrimEnd(',', ' '));
        Text("Languages 语言", string.Join(", ", articles.Select(article => article.Pair.ToString()).Distinct(StringComparer.Ordinal)));
        Figure("Segments 句段", segments.Count);
        Figure("Source characters 原文字数", segments.Sum(segment => (long)segment.Segment.Source.Length));
        Figure("Repairs by cleaning 清理", articles.Sum(article => article.Article.Repairs.Count));
        Figure("Left out 略去", articles.Sum(article => article.Article.LeftOut.Count));

        Section("Where targets came from 译文来源");
        var origins = segments.CountBy(segment => segment.Origin).ToDictionary();
        Bars(Enum.GetValues<Origin>().Select(origin => (OriginWord(origin), origins.GetValueOrDefault(origin))));
        Section("Status 状态");
        var statuses = segments.CountBy(segment => segment.Status).ToDictionary();
        Bars(Enum.GetValues<SegmentStatus>().Select(status => (ReviewColumns.Word(status), statuses.GetValueOrDefault(status))));
        Section("Memory leverage 记忆库匹配");
        Bars(MatchBands(segments));
        Section("Findings 检查");
        Bars(FindingCounts(segments));

        Section("Run 运行");
        Text("Engine 引擎", $"{facts.Engine} {facts.EngineSettings}".Trim());
        Figure("Characters sent 发送字数", facts.CharactersSent);
        Figure("… without markup 不含标记", facts.CharactersPlain);
        Text("Glossary 术语库", FormattableString.Invariant($"{facts.GlossaryHash} ({facts.GlossaryEntries} concepts)"));
        Text("Memory 记忆库", facts.Memory);
        Text("Started 开始", facts.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Text("Took 用时", facts.Elapsed.TotalSeconds.ToString("0.0 's'", CultureInfo.InvariantCulture));
        Text("Version 版本", facts.Version);
        return new(rows.Count, writer => rows.ForEach(row => row(writer)), Formats: string.Concat(bars));

        void Add(Action<SheetWriter> row) => rows.Add(row);
        void Section(string name) => Add(writer => Line(writer, 26, (CellLook.Section, name), (CellLook.Section, ""), (CellLook.Section, "")));
        void Text(string label, string value) => Add(writer =>
            Line(writer, TextLayout.Height(1), (CellLook.Label, label), (CellLook.Value, value), (CellLook.Value, "")));
        void Figure(string label, long value) => Add(writer =>
        {
            writer.StartRow(TextLayout.Height(1));
            writer.Cell(CellLook.Label, label);
            writer.Cell(CellLook.Figure, value);
            writer.Empty(CellLook.Value);
            writer.EndRow();
        });
        void Bars(IEnumerable<(string Label, int Count)> counts)
        {
            var some = counts.Where(count => count.Count > 0).ToList();
            if (some.Count == 0) some.Add(("none 无", 0));
            var total = Math.Max(1, segments.Count);
            bars.Add(DataBar("C", rows.Count + 1, rows.Count + some.Count, rows.Count));
            foreach (var (label, count) in some)
                Add(writer =>
                {
                    writer.StartRow(TextLayout.Height(1));
                    writer.Cell(CellLook.Label, label);
                    writer.Cell(CellLook.Figure, count);
                    writer.Cell(CellLook.Share, Math.Round((double)count / total, 4));
                    writer.EndRow();
                });
        }
    }

    static string OriginWord(Origin origin) => ReviewRow.OriginWord(origin) + origin switch
    {
        Origin.Empty => " 暂无",
        Origin.New => " 引擎",
        Origin.AnsweredEarlier => " 引擎（此前）",
        Origin.Repeated => " 重复",
        Origin.MemoryExact => " 记忆库",
        Origin.MemoryFuzzy => " 记忆库（相似）",
        Origin.Kept => " 保留原样",
        _ => " 引擎失败",
    };

    static IEnumerable<(string, int)> MatchBands(List<TranslatedSegment> segments)
    {
        (string Name, int From, int To)[] bands =
            [("101% in context 语境匹配", 101, 101), ("100%", 100, 100), ("95-99%", 95, 99), ("85-94%", 85, 94), ("75-84%", 75, 84), ("below 75%", 1, 74)];
        var scores = segments.CountBy(segment => segment.Match?.Score ?? 0).ToList();
        foreach (var (name, from, to) in bands) yield return (name, scores.Where(score => score.Key >= from && score.Key <= to).Sum(score => score.Value));
        yield return ("no match 无匹配", scores.Where(score => score.Key == 0).Sum(score => score.Value));
    }

    static IEnumerable<(string, int)> FindingCounts(List<TranslatedSegment> segments) =>
        segments.SelectMany(segment => segment.Findings)
            .GroupBy(finding => (finding.Severity, finding.Code))
            .OrderByDescending(group => group.Key.Severity).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => ($"{group.Key.Severity} {group.Key.Code}", group.Count()));

    static void Line(SheetWriter writer, double height, params (CellLook Look, string Text)[] cells)
    {
        writer.StartRow(height);
        foreach (var (look, text) in cells) writer.Cell(look, text);
        writer.EndRow();
    }

    /// <summary>Bars for shares from 0 to 1 in a column. A bar of the 2007 kind: the frame's own kind carries an identifier that validators refuse.</summary>
    internal static string DataBar(string column, int from, int to, int priority) => FormattableString.Invariant(
        $"<conditionalFormatting sqref=\"{column}{from}:{column}{to}\"><cfRule type=\"dataBar\" priority=\"{priority}\"><dataBar><cfvo type=\"num\" val=\"0\"/><cfvo type=\"num\" val=\"1\"/><color rgb=\"FF9CC3E6\"/></dataBar></cfRule></conditionalFormatting>");
}
