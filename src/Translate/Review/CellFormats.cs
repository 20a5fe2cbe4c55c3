using System.Globalization;
using System.Xml;
using Translate.Packages;

namespace Translate.Review;

/// <summary>How the styles of a workbook show numbers, so that a date, a share or a fraction reads as people saw it.</summary>
sealed class CellFormats
{
    const int DaysTo1904 = 1462;

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
        // Of a number with more digits only the first fifteen were kept when it was typed.
        if (LookOf(style) is not { } look) return new(Math.Abs(number) < 1e15 ? CellKind.Text : CellKind.Guess, Plain(number));
        return look.Show(number, _from1904) is { } shown
            ? new(CellKind.Text, shown)
            : new(CellKind.Guess, look.IsDate ? Iso(number, text) : Plain(number));
    }

    /// <summary>A date that the file spells out, as its cell shows it.</summary>
    public CellValue ShowDate(string text, string? style) =>
        LookOf(style) is { IsDate: true } && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) && date.Year > 1904
            ? Show((date.ToOADate() - (_from1904 ? DaysTo1904 : 0)).ToString(CultureInfo.InvariantCulture), style)
            : new(CellKind.Text, text);

    NumberLook? LookOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _looks.Count ? _looks[index] : null;

    // The shortest form of the number.
    static string Plain(double number) => Math.Abs(number) is < 1e15 and >= 1e-9 || number == 0
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);

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
