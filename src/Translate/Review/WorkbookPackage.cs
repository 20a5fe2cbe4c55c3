using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Translate.Packages;

namespace Translate.Review;

/// <summary>A link from a cell to a place in the workbook or to a file beside it.</summary>
/// <param name="Cell">The cell that is clicked: <c>A5</c>.</param>
/// <param name="Target">A place such as <c>'Review'!D7</c>, or a relative file name.</param>
/// <param name="IsFile">Whether it is a file.</param>
readonly record struct SheetLink(string Cell, string Target, bool IsFile = false);

/// <summary>The rows of one sheet and what must be known about them.</summary>
/// <param name="LastRow">Number of its last row.</param>
/// <param name="Write">Writes all rows, header included.</param>
/// <param name="Links">Links from its cells; asked for after the rows are written.</param>
/// <param name="Formats">Conditional formats of its own, as markup.</param>
sealed record SheetRows(int LastRow, Action<SheetWriter> Write, Func<IReadOnlyList<SheetLink>>? Links = null, string Formats = "");

/// <summary>Writes a frame and its rows as a package whose bytes depend on nothing but these: no clock, no random names.</summary>
static class WorkbookPackage
{
    const int MostLinks = 65_000; // Excel takes 65,530 links on one sheet.
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    static readonly DateTimeOffset s_time = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook.</summary>
    /// <param name="stream">Receives the package; need not seek.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="sheets">The rows of each of its sheets.</param>
    public static void Write(Stream stream, WorkbookFrame frame, IReadOnlyList<SheetRows> sheets)
    {
        WorkbookStamp stamp = new();
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add("[Content_Types].xml", ContentTypes(sheets.Count));
        Add("_rels/.rels", Relations(
            (Office + "/officeDocument", "xl/workbook.xml", false), (Office + "/custom-properties", WorkbookStamp.Path, false)));
        Add("xl/workbook.xml", frame.WorkbookPart([.. sheets.Select(sheet => sheet.LastRow)]));
        Add("xl/_rels/workbook.xml.rels", Relations([
            .. sheets.Select((_, i) => (Office + "/worksheet", "/" + WorkbookFrame.SheetPath(i), false)),
            (Office + "/styles", "/xl/styles.xml", false), (Office + "/theme", "/xl/theme/theme1.xml", false)]));
        foreach (var (name, text) in frame.FixedParts) Add(name, WorkbookFrame.Declaration + text);
        for (var i = 0; i < sheets.Count; i++) AddSheet(i);
        AddStamp();

        void AddSheet(int index)
        {
            var rows = sheets[index];
            var (before, after, rest) = frame.Sheet(index, rows.LastRow);
            IReadOnlyList<SheetLink> links = [];
            AddPart(WorkbookFrame.SheetPath(index), target =>
            {
                using SheetWriter writer = new(target, frame.Styles);
                writer.Raw(before);
                rows.Write(writer);
                links = [.. (rows.Links?.Invoke() ?? []).Take(MostLinks)];
                writer.Raw(after);
                writer.Raw(rows.Formats);
                writer.Raw(Hyperlinks(links));
                writer.Raw(rest);
            });
            if (links.Any(link => link.IsFile))
                Add(FormattableString.Invariant($"xl/worksheets/_rels/sheet{index + 1}.xml.rels"),
                    Relations([.. links.Where(link => link.IsFile).Select(link => (Office + "/hyperlink", Uri(link.Target), true))]));
        }

        void AddStamp()
        {
            var entry = NewEntry(WorkbookStamp.Path);
            using var target = entry.Open();
            target.Write(Encoding.UTF8.GetBytes(stamp.ToProperties()));
        }

        void Add(string name, string text) => AddPart(name, target => target.Write(Encoding.UTF8.GetBytes(text)));

        void AddPart(string name, Action<Stream> write)
        {
            var entry = NewEntry(name);
            using (var target = entry.Open())
            {
                using BackgroundStream packing = new(target);
                write(packing);
                packing.Flush();
                stamp.Add(name, packing.Position, entry);
            }

            stamp.Close();
        }

        ZipArchiveEntry NewEntry(string name)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = s_time;
            return entry;
        }
    }

    static string ContentTypes(int sheets)
    {
        StringBuilder text = new(WorkbookFrame.Declaration);
        text.Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        Part("xl/workbook.xml", Content + "sheet.main+xml");
        Part("xl/styles.xml", Content + "styles+xml");
        Part("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml");
        Part(WorkbookStamp.Path, "application/vnd.openxmlformats-officedocument.custom-properties+xml");
        for (var i = 0; i < sheets; i++) Part(WorkbookFrame.SheetPath(i), Content + "worksheet+xml");
        return text.Append("</Types>").ToString();

        void Part(string name, string type) => text.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/{name}\" ContentType=\"{type}\"/>");
    }

    static string Relations(params IReadOnlyList<(string Type, string Target, bool External)> relations)
    {
        StringBuilder text = new(WorkbookFrame.Declaration);
        text.Append(CultureInfo.InvariantCulture, $"<Relationships xmlns=\"{Package}\">");
        for (var i = 0; i < relations.Count; i++)
        {
            var mode = relations[i].External ? " TargetMode=\"External\"" : "";
            text.Append(FormattableString.Invariant(
                $"<Relationship Id=\"rId{i + 1}\" Type=\"{relations[i].Type}\" Target=\"{SecurityElement.Escape(relations[i].Target)}\"{mode}/>"));
        }

        return text.Append("</Relationships>").ToString();
    }

    static string Hyperlinks(IReadOnlyList<SheetLink> links)
    {
        if (links.Count == 0) return "";
        StringBuilder text = new("<hyperlinks>");
        var files = 0;
        foreach (var link in links)
            text.Append(link.IsFile
                ? FormattableString.Invariant($"<hyperlink ref=\"{link.Cell}\" xmlns:r=\"{Office}\" r:id=\"rId{++files}\"/>")
                : $"<hyperlink ref=\"{link.Cell}\" location=\"{SecurityElement.Escape(link.Target)}\"/>");
        return text.Append("</hyperlinks>").ToString();
    }

    static string Uri(string relativePath) => string.Join('/', relativePath.Split('/').Select(System.Uri.EscapeDataString));
}
