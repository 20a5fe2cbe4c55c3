using System.Globalization;
using Translate.Articles;

namespace Translate.Review;

/// <summary>Every change that cleaning made or proposes, and everything that was left out, with what stood there and where.</summary>
static class CleaningSheet
{
    /// <summary>Its columns.</summary>
    public static SheetSpec Spec { get; } = new("Cleaning", SheetKind.Table, [
        new("What", 16), new("State", 15), new("Original", 56), new("Now", 44), new("Why", 34), new("Where", 22), new("Article", 20)]);

    /// <summary>The rows for some articles.</summary>
    public static SheetRows Rows(IReadOnlyList<TranslatedArticle> articles) => new(
        1 + articles.Sum(article => article.Article.Repairs.Count + article.Article.LeftOut.Count),
        writer =>
        {
            Spec.WriteHeader(writer);
            foreach (var article in articles.Select(article => article.Article))
            {
                Lazy<List<int>> lines = new(() => LineStarts(article.Input));
                foreach (var repair in article.Repairs)
                    Write(writer, [repair.Kind, StateWord(repair.State), repair.Original, repair.Replacement, repair.Note,
                        Where(article, repair.Range, repair.Part, lines), article.Path], StateLook(repair.State));
                foreach (var left in article.LeftOut)
                    Write(writer, [left.Reason, "left out", left.Text, "", "not part of the article's body",
                        Where(article, left.Range, left.Part, lines), article.Path], CellLook.Quiet);
            }
        });

    static void Write(SheetWriter writer, string[] cells, CellLook state)
    {
        var lines = cells.Select((text, column) => TextLayout.Lines(text.Length > 5000 ? text[..5000] : text, Spec.Width(column))).Max();
        writer.StartRow(TextLayout.Height(lines));
        for (var i = 0; i < cells.Length; i++)
            writer.Cell(i switch { 1 => state, 2 or 3 => CellLook.Plain, _ => CellLook.Quiet }, cells[i]);
        writer.EndRow();
    }

    static string StateWord(RepairState state) => state switch
    {
        RepairState.Applied => "changed",
        RepairState.Proposed => "proposed",
        _ => "lost",
    };

    static CellLook StateLook(RepairState state) => state switch
    {
        RepairState.Applied => CellLook.Information,
        RepairState.Proposed => CellLook.Warning,
        _ => CellLook.Error,
    };

    static string Where(Article article, TextRange range, string part, Lazy<List<int>> lines)
    {
        if (part.Length > 0 || article.Input.Length == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{part}:{range.Start}-{range.End}");
        var found = lines.Value.BinarySearch(range.Start);
        var line = found >= 0 ? found : ~found - 1;
        return string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {range.Start - lines.Value[line] + 1}");
    }

    static List<int> LineStarts(string text)
    {
        List<int> starts = [0];
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) starts.Add(at + 1);
        return starts;
    }
}
