using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Translate.Tests.Cli;

/// <summary>Everything a workbook shows, with its looks, but not when it was made.</summary>
static partial class WorkbookCells
{
    public static IReadOnlyDictionary<string, string> Of(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        SortedDictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            using StreamReader reader = new(entry.Open());
            var part = reader.ReadToEnd();
            // Summary and _meta say when the run was and how long it took.
            parts[entry.FullName] = Times().Replace(part, "time");
        }

        return parts;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?UTC|Z|\+00:00)?|\d+(\.\d+)? s(?=<)")]
    private static partial Regex Times();
}
