using System.Text;

namespace Translate.Articles;

/// <summary>What a block of Markdown stands in, which decides how its lines go on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lead">What each further line begins with: quote marks, and blanks under a list item's text.</param>
/// <param name="IsWrapped">Whether markup stands around the whole of it on its line.</param>
/// <param name="HasLines">Whether it may have several lines: not in a cell, nor in a heading unless that is underlined and has them already.</param>
/// <param name="LineEnd">How lines of the file end.</param>
readonly record struct MarkdownPlace(BlockKind Kind, string Lead, bool IsWrapped, bool HasLines, string LineEnd)
{
    /// <summary>Where a block stands.</summary>
    public static MarkdownPlace Of(string input, Block block)
    {
        var range = block.Map.Input;
        var line = range.Start == 0 ? 0 : input.LastIndexOf('\n', range.Start - 1) + 1;
        StringBuilder lead = new();
        var at = line;
        for (; at < range.Start; at++)
        {
            if (input[at] is ' ' or '\t' or '>') lead.Append(input[at]);
            else if (MarkerLength(input.AsSpan(at, range.Start - at)) is > 0 and var length)
            {
                lead.Append(' ', length);
                at += length - 1;
            }
            else break;
        }

        var end = input.AsSpan(range.End).IndexOfAny('\n', '\r') is >= 0 and var found ? range.End + found : input.Length;
        return new(block.Kind, lead.ToString(), at < range.Start || !input.AsSpan(range.End, end - range.End).IsWhiteSpace(),
            block.Kind is not (BlockKind.TableCell or BlockKind.Title or BlockKind.Heading) || range.In(input).Contains('\n', StringComparison.Ordinal),
            input.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
    }

    /// <summary>How its text is written, and what stands between it and its translation.</summary>
    public Markup ToMarkup()
    {
        var (kind, lead, line) = (Kind, Lead, LineEnd);
        // A backslash ends a line (CommonMark 6.7).
        var next = HasLines ? "\\" + line + lead : kind == BlockKind.TableCell ? "<br>" : " ";
        var between = kind switch
        {
            BlockKind.TableCell => "<br>",
            BlockKind.Title or BlockKind.Heading => " / ",
            BlockKind.ListItem or BlockKind.Note => next,
            _ => IsWrapped ? next : line + lead.TrimEnd() + line + lead,
        };
        return new(Write, between);

        string Write(string text, bool starts) => string.Join(next, text.ReplaceLineEndings("\n").Split('\n')
            .Select((part, i) => (Text: part, Starts: starts || i > 0))
            .Select(line => Escape(line.Starts ? line.Text.TrimStart() : line.Text, line.Starts, kind == BlockKind.TableCell)));
    }

    /// <summary>Length of a list marker at the start of a text; 0 when there is none.</summary>
    static int MarkerLength(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var count ? count : text.Length;
        var length = digits is > 0 and < 10 ? digits + 1 : 1;
        if (length >= text.Length || text[length] is not (' ' or '\t')) return 0;
        return (digits > 0 ? text[digits] is '.' or ')' : text[0] is '-' or '*' or '+') ? length : 0;
    }

    static string Escape(string text, bool startsBlock, bool inTable)
    {
        StringBuilder escaped = new(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var special = c is '\\' or '*' or '~' or '[' or ']' || (c == '|' && inTable) || IsLoneUnderscore(text, i) || OpensMarkup(text, i) || (startsBlock && OpensBlock(text, i));
            if (special) escaped.Append('\\');
            // A backslash does not keep a backtick from ending the code span that another one begins, in the source beside it or behind it.
            if (c == '`') escaped.Append("&#96;");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Inside a word an underscore is a letter (CommonMark 6.2).
    static bool IsLoneUnderscore(string text, int i) => text[i] == '_'
        && (i == 0 || !char.IsLetterOrDigit(text[i - 1]) || i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]));

    static bool OpensMarkup(string text, int i) =>
        text[i] is '<' or '&' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '#');

    static bool OpensBlock(string text, int i) => i == 0
        ? text[i] is '#' or '>' or '-' or '+' or '='
        : i < 10 && text[i] is '.' or ')' && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0 && (i + 1 == text.Length || text[i + 1] is ' ' or '\t');
}
