using System.Globalization;
using System.Xml;
using Translate.Packages;

namespace Translate.Review;

/// <summary>How the styles of a workbook show numbers, so that a date, a share or a fraction reads as people saw it.</summary>
sealed class CellFormats
{
    readonly List<NumberLook?> _looks = [];
    readonly bool _from1904;

    CellFormats(bool from1904) => _from1904 = from1904;

    /// <summary>Numbers stand as they are.</summary>
    public static CellFormats None { get; } = new(false);

    /// <summary>Reads the styles of a workbook.</summary>
    public static CellFormats Read(PackageReader package)
    {
        CellFormats formats = new(package.From1904);
        if (package.Styles is not { } part) return formats;
        Dictionary<string, NumberLook?> looks = new(StringComparer.Ordinal);
        package.Read(part, reader =>
        {
            var inCells = false;
            while (reader.Read())
            {
                if (reader.LocalName == "cellXfs") inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "numFmt" && reader.GetAttribute("numFmtId") is { } own) looks[own] = NumberLook.Of(reader.GetAttribute("formatCode") ?? "");
                if (reader.LocalName == "xf" && inCells && formats._looks.Count < 100_000) formats._looks.Add(Look(reader.GetAttribute("numFmtId") ?? "0"));
            }
        });
        return formats;

        NumberLook? Look(string id) => looks.TryGetValue(id, out var look) ? look : looks[id] = NumberLook.BuiltIn(id);
    }

    /// <summary>A number as its cell shows it; where that depends on the program, a date in ISO form or the number itself, as a guess.</summary>
    public CellValue Show(string text, string? style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return new(CellKind.Text, text);
        var look = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _looks.Count ? _looks[index] : null;
        if (look is null) return new(CellKind.Text, Plain(number, text));
        return look.Show(number, _from1904) is { } shown
            ? new(CellKind.Text, shown)
            : new(CellKind.Guess, look.IsDate ? Iso(number, text) : Plain(number, text));
    }

    // The shortest form of the number.
    static string Plain(double number, string text) =>
        Math.Abs(number) < 1e15 && Math.Abs(number) >= 1e-4 || number == 0
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : text.Trim();

    string Iso(double number, string text)
    {
        if (number is < 0 or > NumberLook.LastDay) return text;
        var day = (_from1904 ? new(1904, 1, 1) : new DateTime(1899, 12, 30)).AddDays(Math.Floor(number));
        var time = TimeSpan.FromSeconds(Math.Round(number % 1 * 86400));
        return number < 1 ? time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture)
            : time == TimeSpan.Zero ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : (day + time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
