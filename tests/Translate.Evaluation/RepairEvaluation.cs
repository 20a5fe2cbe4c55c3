using System.Globalization;
using Spectre.Console;
using Translate.Articles;

/// <summary>How well damaged text is repaired, and whether clean text is left alone.</summary>
static class RepairEvaluation
{
    public static int Run(string[] options)
    {
        Print(options.Contains("--misses"));
        return 0;
    }

    public static void Print(bool showMisses)
    {
        PrintCodecs(showMisses);
        PrintClean(showMisses);
        ShiftEvaluation.Print(showMisses);
    }

    static void PrintCodecs(bool showMisses)
    {
        Cleaner cleaner = new(CleaningOptions.Default, []);
        var table = new Table().Title("Codec mix-ups: exact repair by path").AddColumns("Path", "Recoverable", "Lines", "Exact", "Changed otherwise");
        foreach (var path in SharedData.ReadLines("repair/codec_zh_half.jsonl").GroupBy(line => (Text(line, "path"), Text(line, "recoverable"))))
        {
            int exact = 0, changed = 0;
            foreach (var line in path)
            {
                var got = cleaner.Clean(Lines.Article(Text(line, "original"))).Blocks is [var block, ..] ? block.Text : "";
                if (got == Text(line, "fixed")) exact++;
                else if (got != Text(line, "original")) changed++;
                if (showMisses && got != Text(line, "fixed") && path.Key.Item2 == "full") Console.WriteLine($"{path.Key.Item1}\n  {Text(line, "fixed")}\n  {Text(line, "original")}\n  {got}");
            }

            table.AddRow(path.Key.Item1.EscapeMarkup(), path.Key.Item2, $"{path.Count()}", exact.ToString(CultureInfo.InvariantCulture), changed.ToString(CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);

        static string Text(System.Text.Json.JsonElement line, string name) => line.GetProperty(name).GetString()!;
    }

    static void PrintClean(bool showMisses)
    {
        Cleaner cleaner = new(CleaningOptions.Default, []);
        var lines = SharedData.ReadLines("repair/clean_half.jsonl").Select(line => line.GetProperty("text").GetString()!).ToList();
        var changed = lines.Where(line => cleaner.Clean(Lines.Article(line)).Blocks[0].Text != line).ToList();
        Console.WriteLine($"Clean lines changed: {changed.Count} of {lines.Count}");
        if (showMisses) changed.ForEach(Console.WriteLine);
    }
}
