using System.Globalization;
using System.Xml;
using Translate.Packages;

namespace Translate.Review;

/// <summary>Which cell styles show numbers as dates, so that a date reads as the date that people saw.</summary>
sealed class DateStyles
{
    readonly List<bool> _isDate = [];
    readonly bool _from1904;

    DateStyles(bool from1904) => _from1904 = from1904;

    /// <summary>No style shows dates.</summary>
    public static DateStyles None { get; } = new(false);

    /// <summary>Reads the styles of a workbook.</summary>
    public static DateStyles Read(PackageReader package)
    {
        DateStyles styles = new(package.From1904);
        if (package.Styles is not { } part) return styles;
        HashSet<string> dates = new(StringComparer.Ordinal);
        package.Read(part, reader =>
        {
            var inCells = false;
            while (reader.Read())
            {
                if (reader.LocalName == "cellXfs") inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "numFmt" && IsDate(reader.GetAttribute("formatCode") ?? "")) dates.Add(reader.GetAttribute("numFmtId") ?? "");
                if (reader.LocalName == "xf" && inCells && styles._isDate.Count < 100_000)
                    styles._isDate.Add(reader.GetAttribute("numFmtId") is { } id && (dates.Contains(id) || IsBuiltIn(id)));
            }
        });
        return styles;
    }

    /// <summary>A number as its cell shows it: a date in ISO form, else the shortest form of the number.</summary>
    public string Show(string text, string? style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return text;
        if (!int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= _isDate.Count || !_isDate[index])
            return Math.Abs(number) < 1e15 && Math.Abs(number) >= 1e-4 || number == 0
                ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : text.Trim();
        if (number is < 0 or > 2958465) return text;
        var day = (_from1904 ? new(1904, 1, 1) : new DateTime(1899, 12, 30)).AddDays(Math.Floor(number));
        var time = TimeSpan.FromSeconds(Math.Round(number % 1 * 86400));
        return number < 1 ? time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture)
            : time == TimeSpan.Zero ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : (day + time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    // ECMA-376 part 1, 18.8.30: the built-in formats for dates and times, those of East Asia among them.
    static bool IsBuiltIn(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    static bool IsDate(string format)
    {
        var quoted = false;
        for (var at = 0; at < format.Length; at++)
        {
            var letter = format[at];
            if (letter == '"') quoted = !quoted;
            else if (letter == '\\') at++;
            else if (letter == '[' && format.IndexOf(']', at) is > 0 and var end) at = end;
            else if (!quoted && char.ToLowerInvariant(letter) is 'y' or 'd' or 'h' or 's') return true;
        }

        return false;
    }
}
