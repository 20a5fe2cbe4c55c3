namespace Translate.FakeServices;

/// <summary>Reads the terms that an imitation knows from a glossary's columns <c>zh</c> and <c>en</c> and their variants, both ways.</summary>
public static class TermFile
{
    /// <summary>Reads a file or every CSV of a folder; <c>null</c> gives no terms.</summary>
    public static TermBehaviour Read(string? path)
    {
        Dictionary<string, string> terms = new(StringComparer.Ordinal);
        if (path is null) return new(terms);
        foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path, "*.csv").Order().ToArray() : [path]) ReadFile(file, terms);
        return new(terms);
    }

    static void ReadFile(string file, Dictionary<string, string> terms)
    {
        using StreamReader reader = new(file);
        var header = Cells(reader.ReadLine() ?? "");
        var (zh, en) = (header.IndexOf("zh"), header.IndexOf("en"));
        var (zhToo, enToo) = (header.IndexOf("zh.variants"), header.IndexOf("en.variants"));
        while (zh >= 0 && en >= 0 && reader.ReadLine() is { } line)
        {
            var cells = Cells(line);
            if (cells.Count <= Math.Max(zh, en) || cells[zh].Length == 0 || cells[en].Length == 0 || cells[zh].Contains('{')) continue;
            terms.TryAdd(cells[zh], cells[en]);
            terms.TryAdd(cells[en], cells[zh]);
            Variants(zhToo, cells[en]);
            Variants(enToo, cells[zh]);

            void Variants(int column, string target)
            {
                if (column < 0 || column >= cells.Count) return;
                foreach (var variant in cells[column].Split('|', StringSplitOptions.RemoveEmptyEntries))
                    if (!variant.Contains('{')) terms.TryAdd(variant, target);
            }
        }
    }

    static List<string> Cells(string line)
    {
        List<string> cells = [""];
        var quoted = false;
        foreach (var unit in line.TrimStart('\uFEFF'))
            if (unit == '"') quoted = !quoted;
            else if (unit == ',' && !quoted) cells.Add("");
            else cells[^1] += unit;
        return cells;
    }
}
