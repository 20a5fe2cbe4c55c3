using Translate.Packages;

namespace Translate.Articles;

/// <summary>The column of a sheet that is translated.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="HeaderRow">The row with the headers; 0 when there is none.</param>
/// <param name="IsNamed">Whether its header was asked for by name.</param>
readonly record struct XlsxColumn(int Index, int HeaderRow, bool IsNamed)
{
    const int LastHeaderRow = 50; // A title or two may stand above the headers.
    const int LongestHeader = 40;

    static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "text", "source", "content", "body", "title", "original", "description", "zh", "en", "zh-Hans", "zh-Hant", "zh-CN", "zh-TW", "en-US", "Chinese", "English",
        "原文", "正文", "内容", "內容", "文本", "标题", "標題", "中文", "英文", "源文", "描述", "说明", "備註", "备注", "译文", "譯文",
    };

    /// <summary>The column that was asked for, by its header or its letters; the one with the most text where nothing was.</summary>
    /// <returns><c>null</c> when the sheet has no such column.</returns>
    public static XlsxColumn? Find(IReadOnlyList<XlsxCell> cells, string? asked)
    {
        if (asked is not null)
        {
            foreach (var cell in cells.TakeWhile(cell => cell.Row <= LastHeaderRow))
                if (cell.Text?.Text.Trim() is { } text && text.Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase)) return new(cell.Column, cell.Row, true);
            if (!IsLetters(asked.Trim())) return null;
        }

        var texts = cells.Where(cell => cell.Text is not null && !cell.IsFormula).GroupBy(cell => cell.Column).ToList();
        if (texts.Count == 0) return null;
        var index = asked is not null ? XlsxSheet.ColumnOf(asked.Trim())
            : texts.MaxBy(column => column.Sum(cell => cell.Text!.Text.Count(char.IsLetter)))!.Key;
        return texts.Any(column => column.Key == index) ? new(index, HeaderOver(cells, index), false) : null;
    }

    /// <summary>Whether a text could be a column's letters.</summary>
    public static bool IsLetters(string text) =>
        text.Length is >= 1 and <= 3 && text.All(char.IsAsciiLetter) && XlsxSheet.ColumnOf(text) < WorkbookLimits.Columns;

    /// <summary>
    /// The first row when it reads like headers: short texts without end marks, all different, over a column of something longer; a
    /// lone cell only by a name that columns have, because a single column may begin with its title.
    /// </summary>
    static int HeaderOver(IReadOnlyList<XlsxCell> cells, int column)
    {
        var filled = cells.Where(cell => !cell.IsBlank).ToList();
        var row = filled[0].Row;
        var first = filled.TakeWhile(cell => cell.Row == row).ToList();
        if (first.Any(cell => cell.Text is not { } text || !IsLabel(text.Text.Trim()))) return 0;
        if (first.FirstOrDefault(cell => cell.Column == column).Text?.Text.Trim() is not { } header) return 0;
        if (first.Select(cell => cell.Text!.Text.Trim()).Distinct(StringComparer.Ordinal).Count() < first.Count) return 0;
        var below = filled.Skip(first.Count).Where(cell => cell.Column == column && cell.Text is not null).Select(cell => cell.Text!.Text.Length).ToList();
        if (below.Count == 0) return 0;
        return s_names.Contains(header) || (first.Count > 1 && below.Average() >= 2 * header.Length) ? row : 0;
    }

    static bool IsLabel(string text) =>
        text.Length <= LongestHeader && !text.AsSpan().ContainsAny('\n', '。', '，') && text[^1] is not ('.' or '!' or '?' or '！' or '？' or '；' or ';');
}
