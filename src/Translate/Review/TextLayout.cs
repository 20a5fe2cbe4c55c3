namespace Translate.Review;

/// <summary>Estimates how many lines a text takes in a column, because office programs do not grow a row for what others wrote.</summary>
static class TextLayout
{
    const double Padding = 4;
    const double Widest = 1.95;
    const char Han = '\u2E80';

    // Height of a line over the size of its font; Han letters may come from a font that is taller than most (Noto Sans CJK).
    const double LatinLine = 1.3, HanLine = 1.45;

    static readonly double[] s_narrow = [.. Enumerable.Range(0, 128).Select(unit => Narrow((char)unit))];

    /// <summary>Height of a row whose tallest cell needs so many points; never above what Excel allows.</summary>
    public static double RowHeight(double points) => Math.Min(409, points + Padding);

    /// <summary>Height of a row whose tallest cell has so many lines of small text.</summary>
    public static double Height(int lines) => RowHeight(Math.Max(1, lines) * HanLine * 10);

    /// <summary>Height of a text in points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Width of the column in characters.</param>
    /// <param name="size">Size of the text in points.</param>
    /// <param name="more">Lines to leave free below it.</param>
    public static double Points(string text, double width, int size, int more = 0)
    {
        if (text.Length == 0 && more == 0) return 0;
        var lines = Lines(text, width * 10 / size);
        var tall = 0;
        for (var at = 0; at < text.Length && tall < lines; at++)
            if (text[at] >= Han) tall++;
        return ((lines + more) * LatinLine + tall * (HanLine - LatinLine)) * size;
    }

    /// <summary>Lines that a text takes when it is wrapped at words and between Han characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Width of the column in characters of that size.</param>
    public static int Lines(string text, double width)
    {
        if (text.Length == 0) return 1;
        var room = Math.Max(2, width - 1.2);
        if (text.Length * Widest <= room && !text.Contains('\n')) return 1;
        var lines = 1;
        double line = 0, word = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit == '\n')
            {
                Break(ref lines, ref line, word, room);
                (line, word) = (0, 0);
                lines++;
                continue;
            }

            var units = Width(text, at);
            if (unit is ' ' or '-' or '/' || unit >= Han)
            {
                Break(ref lines, ref line, word, room);
                (line, word) = (line + word, 0);
                if (unit != ' ' && line + units > room) (lines, line) = (lines + 1, 0);
                line += units;
            }
            else
                word += units;
        }

        Break(ref lines, ref line, word, room);
        return lines;
    }

    // A word that does not fit starts a new line; one that is longer than a line is cut at its end as often as needed.
    static void Break(ref int lines, ref double line, double word, double room)
    {
        if (line + word <= room) return;
        if (line > 0) lines++;
        line = 0;
        if (word > room) lines += (int)(word / room);
    }

    static double Width(string text, int at) => text[at] switch
    {
        < '\u0080' => s_narrow[text[at]],
        // Quotation marks and dashes are as wide as a Han character beside one, and like a letter elsewhere.
        >= '\u2010' and <= '\u2026' => at > 0 && text[at - 1] >= Han || at + 1 < text.Length && text[at + 1] >= Han ? Widest : 0.98,
        >= Han and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F'
            or >= '\uFF00' and <= '\uFF60' => Widest,
        _ => 0.98,
    };

    static double Narrow(char unit) => unit switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'I' => 0.5,
        ' ' => 0.55,
        'c' or 's' or 'k' or 'v' or 'x' or 'y' or 'z' => 0.92,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' or '{' or '}' => 0.62,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.5,
        >= 'A' and <= 'Z' or '&' => 1.25,
        _ => 0.98,
    };
}
