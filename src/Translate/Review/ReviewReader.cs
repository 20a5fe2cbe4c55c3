using System.Text;
using System.Xml;
using Translate.Packages;

namespace Translate.Review;

/// <summary>Finds the Review rows and the exported base in a workbook.</summary>
static class ReviewReader
{
    /// <summary>Reads a workbook.</summary>
    /// <exception cref="WorkbookException">It is no workbook of ours, is broken or hostile.</exception>
    public static ReviewedWorkbook Read(string path)
    {
        PackageReader package = new(path);
        var strings = SharedText.Read(package);
        var formats = CellFormats.Read(package);
        MetaReader meta = new();
        ReviewTable table = new("");
        List<Problem> remarks = [];
        var metaPart = package.Sheets.FirstOrDefault(sheet => sheet.Name == MetaSheet.Name).Path
            ?? package.Sheets.Select(sheet => sheet.Path).FirstOrDefault(part => FirstCell(part) == MetaSheet.Mark);
        var lacking = "";
        var reading = Task.Run(() =>
        {
            if (metaPart is not null) ReadSheet(metaPart, meta.Row);
        });
        try
        {
            foreach (var sheet in package.Sheets.Where(sheet => sheet.Path != metaPart).OrderByDescending(sheet => sheet.Name == "Review"))
            {
                if (table.IsFound)
                {
                    remarks.AddRange(Second(sheet));
                    continue;
                }

                table = new(sheet.Name);
                var merged = ReadSheet(sheet.Path, table.Row, table.Wants);
                if (table.IsFound) remarks.AddRange(table.Remarks(path, merged));
                else lacking = lacking.Length > 0 ? lacking : table.Lacking;
            }
        }
        finally
        {
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }

        reading.GetAwaiter().GetResult();
        if (!table.IsFound)
            throw new WorkbookException("WB004", lacking.Length > 0
                ? $"has no column “{lacking}”; write its header as it was, or give the workbook with all its columns"
                : "has no sheet with the columns Key and Target; give the reviewed workbook, with its hidden columns");
        return new(path, package.Modified() ?? File.GetLastWriteTimeUtc(path), meta.Engine, meta.Articles, meta.Rows, table.Rows) { Choices = meta.Choices, Remarks = remarks };

        List<string> ReadSheet(string part, Func<int, IReadOnlyList<CellValue>, bool> row, Func<int, bool>? wants = null)
        {
            SheetReader sheet = new(strings, formats) { Wants = wants ?? (_ => true) };
            package.Read(part, reader => sheet.Read(reader, row));
            return sheet.Merged;
        }

        IEnumerable<Problem> Second(SheetPart sheet)
        {
            ReviewTable other = new(sheet.Name);
            ReadSheet(sheet.Path, (number, cells) => !other.IsFound && other.Row(number, cells));
            if (other.IsFound)
                yield return new("WB008", path, 0, $"has two sheets to review; “{table.Name}” was read, “{sheet.Name}” was not: put its changes into the first and delete it");
        }

        string FirstCell(string part)
        {
            var first = "";
            ReadSheet(part, (_, cells) =>
            {
                first = cells.Count > 0 ? cells[0].Text ?? "" : "";
                return false;
            });
            return first;
        }
    }

    /// <summary>What a fault means for people; <c>null</c> when it is none of a file.</summary>
    public static Problem? Explain(string path, Exception fault) => fault switch
    {
        WorkbookException known => new(known.Code, path, 0, known.Message),
        XmlException { Message: var message } when message.Contains("DTD", StringComparison.Ordinal) =>
            new("WB003", path, 0, "holds a document type, which no workbook needs; it was not read"),
        XmlException or InvalidDataException or FormatException or DecoderFallbackException or NotSupportedException =>
            new("WB002", path, 0, "is damaged and cannot be read; open it in Excel or LibreOffice and save it again"),
        FileNotFoundException or DirectoryNotFoundException => new("WB005", path, 0, "is not there; check the name"),
        UnauthorizedAccessException => new("WB005", path, 0, "may not be read; check its permissions"),
        IOException io => new("WB005", path, 0, $"cannot be read: {io.Message.ReplaceLineEndings(" ").TrimEnd('.')}; close it elsewhere and try again"),
        _ => null,
    };

    /// <summary>The hidden sheet.</summary>
    sealed class MetaReader
    {
        BaseRow? _last;
        string _more = "";

        public string Engine { get; private set; } = "";
        public RunChoices Choices { get; private set; } = RunChoices.Default;
        public List<MetaArticle> Articles { get; } = [];
        public List<BaseRow> Rows { get; } = [];

        public bool Row(int number, IReadOnlyList<CellValue> cells)
        {
            switch (At(0))
            {
                case "run":
                    Engine = At(1);
                    Choices = RunChoices.Parse(At(4));
                    break;
                case "article":
                    var parts = At(4).Split('\t');
                    Articles.Add(new(At(1), At(2), At(3), new(Part(parts, 0), Part(parts, 1)), Part(parts, 2), Part(parts, 3), Part(parts, 4) == "partial")
                    {
                        Reading = MetaArticle.ReadingOf(Part(parts, 5), Part(parts, 6)),
                    });
                    break;
                case "row" when RowKey.Parse(At(1)) is { } key:
                    // Rows without terms mostly say the same about themselves; what was read for the row before serves this one too.
                    if (_last is null || At(4) != _more) _last = MetaSheet.Read(key, "", "", _more = At(4));
                    Rows.Add(_last with { Key = key, Source = At(2), Target = At(3) });
                    break;
            }

            return true;

            string At(int column) => column < cells.Count ? cells[column].Text ?? "" : "";
        }

        static string Part(string[] parts, int index) => index < parts.Length ? parts[index] : "";
    }
}
