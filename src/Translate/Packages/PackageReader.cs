using System.IO.Compression;
using System.Xml;

namespace Translate.Packages;

/// <summary>A sheet of a package.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="Path">The part that holds its rows.</param>
/// <param name="IsHidden">Whether it is not shown.</param>
readonly record struct SheetPart(string Name, string Path, bool IsHidden = false);

/// <summary>
/// Reads the parts of a workbook as streams of XML, whoever wrote them: names count without their namespace prefix, so that the
/// strict and the transitional form read the same.
/// </summary>
sealed class PackageReader
{
    const int MostSheets = 1000;

    readonly Func<Stream> _open;
    readonly Dictionary<string, long> _packed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens a package.</summary>
    /// <exception cref="WorkbookException">It is none, or is broken.</exception>
    public PackageReader(string file) : this(() => File.OpenRead(file))
    {
    }

    /// <summary>Opens a package.</summary>
    /// <param name="open">Gives its bytes, any number of times.</param>
    /// <exception cref="WorkbookException">It is none, or is broken.</exception>
    public PackageReader(Func<Stream> open)
    {
        _open = open;
        using var archive = Open();
        if (archive.Entries.Count > UnpackedStream.MostParts) throw new WorkbookException("WB003", "has more parts than any workbook; it was not read");
        foreach (var entry in archive.Entries) _packed.TryAdd(Clean(entry.FullName), Math.Max(1, entry.CompressedLength));
        var workbook = Related("_rels/.rels", "").FirstOrDefault(part => part.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        if (workbook is null || !_packed.ContainsKey(workbook)) workbook = "xl/workbook.xml";
        // A package too, of parts that are no XML.
        if (workbook.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw new WorkbookException("WB001", "is a binary workbook (.xlsb); save it as .xlsx");
        if (!_packed.ContainsKey(workbook)) throw new WorkbookException("WB001", "is not an Excel workbook (.xlsx); export it as one");
        ReadWorkbook(workbook);
    }

    /// <summary>Its sheets, in the order of the tabs.</summary>
    public List<SheetPart> Sheets { get; } = [];

    /// <summary>The part with shared strings; <c>null</c> when there is none.</summary>
    public string? SharedStrings { get; private set; }

    /// <summary>The part with styles; <c>null</c> when there is none.</summary>
    public string? Styles { get; private set; }

    /// <summary>Whether dates count from 1904.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Reads a part.</summary>
    /// <param name="path">The part.</param>
    /// <param name="read">Gets a reader that refuses document types and does not look anything up outside.</param>
    public void Read(string path, Action<XmlReader> read)
    {
        if (!_packed.TryGetValue(path, out var packed)) return;
        using var archive = Open();
        var entry = archive.Entries.First(entry => Clean(entry.FullName).Equals(path, StringComparison.OrdinalIgnoreCase));
        using UnpackedStream stream = new(entry.Open(), UnpackedStream.Allowed(packed, WorkbookLimits.Ratio, WorkbookLimits.FreeBytes, WorkbookLimits.PartBytes))
        {
            LongestTag = WorkbookLimits.TagBytes,
        };
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            IgnoreWhitespace = false,
            CloseInput = false,
        });
        try
        {
            read(reader);
        }
        catch (OversizedPartException)
        {
            throw new WorkbookException("WB003", "unpacks to far more than a workbook needs; it was not read. Save it again in Excel or LibreOffice");
        }
    }

    /// <summary>When the workbook was saved last, by its own words; <c>null</c> when it does not say.</summary>
    public DateTimeOffset? Modified()
    {
        DateTimeOffset? modified = null;
        Read("docProps/core.xml", reader =>
        {
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "modified"
                    && DateTimeOffset.TryParse(reader.ReadElementContentAsString(), System.Globalization.CultureInfo.InvariantCulture, out var time))
                    modified = time;
        });
        return modified;
    }

    ZipArchive Open()
    {
        try
        {
            return new(_open(), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw new WorkbookException("WB001", IsCompound()
                ? "is a workbook of the old kind (.xls) or has a password; save it as .xlsx without one"
                : "is not an Excel workbook (.xlsx) or is cut off; ask for the file again");
        }
    }

    // A compound file (MS-CFB, 2.2) holds what is no package: .xls, and any workbook that is encrypted.
    bool IsCompound()
    {
        using var stream = _open();
        Span<byte> first = stackalloc byte[4];
        return stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]);
    }

    void ReadWorkbook(string path)
    {
        var folder = path.Contains('/') ? path[..path.LastIndexOf('/')] : "";
        var name = path[(path.LastIndexOf('/') + 1)..];
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        foreach (var (id, type, target) in Related((folder.Length > 0 ? folder + "/" : "") + "_rels/" + name + ".rels", folder))
        {
            targets[id] = target;
            if (type.EndsWith("/sharedStrings", StringComparison.Ordinal)) SharedStrings = target;
            if (type.EndsWith("/styles", StringComparison.Ordinal)) Styles = target;
        }

        Read(path, reader =>
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "workbookPr") From1904 = reader.GetAttribute("date1904") is "1" or "true";
                if (reader.LocalName == "sheet" && reader.GetAttribute("name") is { } sheet && RelationId(reader) is { } id && targets.TryGetValue(id, out var target))
                {
                    if (Sheets.Count == MostSheets) throw new WorkbookException("WB003", "has more sheets than any workbook; it was not read");
                    Sheets.Add(new(CellText.Unescape(sheet), target, reader.GetAttribute("state") is "hidden" or "veryHidden"));
                }
            }
        });
    }

    static string? RelationId(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.Contains("elationships", StringComparison.Ordinal)) id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    List<(string Id, string Type, string Target)> Related(string path, string folder)
    {
        List<(string, string, string)> found = [];
        Read(path, reader =>
        {
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External"
                    && reader.GetAttribute("Target") is { } target)
                    found.Add((reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "", Resolve(folder, target)));
        });
        return found;
    }

    static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return Clean(target);
        List<string> parts = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var part in target.Replace('\\', '/').Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    static string Clean(string path) => path.Replace('\\', '/').TrimStart('/');
}
