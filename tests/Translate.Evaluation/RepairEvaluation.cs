using System.Globalization;
using Spectre.Console;
using Translate.Articles;
using Translate.Scripts;

/// <summary>How well damaged text is repaired, and whether clean text is left alone.</summary>
static class RepairEvaluation
{
    public static int Run(string[] options)
    {
        if (options.Contains("--shift"))
        {
            var page = options.SkipWhile(option => option != "--page").Skip(1).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).Cast<int?>().FirstOrDefault();
            ShiftEvaluation.Print(options.Contains("--tuning") ? Half.Tuning : Half.Judging, options.Contains("--misses"), page, options.Contains("--sentences"), options.Contains("--alone"));
        }
        else if (options.Contains("--codecs"))
            PrintGenerated(options.Contains("--tuning") ? Half.Tuning : Half.Judging, options.Contains("--misses"));
        else if (options.Contains("--manuals"))
            PrintManuals(options.Contains("--misses"));
        else
            Print(options.Contains("--misses"));
        return 0;
    }

    public static void Print(bool showMisses)
    {
        PrintCodecs(showMisses);
        PrintGenerated(Half.Judging, showMisses);
        PrintClean(showMisses);
        PrintManuals(showMisses);
        ShiftEvaluation.Print(Half.Judging, showMisses);
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

    /// <summary>At least 200 lines of each way, where so many can be damaged that way without loss, in the script that it fits.</summary>
    static void PrintGenerated(Half half, bool showMisses)
    {
        Cleaner cleaner = new(CleaningOptions.Default, []);
        var table = new Table().Title($"Codec mix-ups made from clean lines, {half} half").AddColumns("Way", "Script", "Lines", "Exact", "Wrong", "Left");
        var clean = CleanText.Lines(half);
        foreach (var (name, damage) in CodecDamage.Ways)
        {
            foreach (var script in (string[])["t2s", "s2t"])
            {
                int lines = 0, exact = 0, wrong = 0;
                foreach (var line in clean.Select(ScriptConverter.Get(script).Convert))
                {
                    if (lines == 250 || damage(line) is not { } broken || broken == line) continue;
                    lines++;
                    var got = cleaner.Clean(Lines.Article(broken)).Blocks is [var block, ..] ? block.Text : "";
                    if (got == line) exact++;
                    else if (got != broken) wrong++;
                    if (showMisses && got != line) Console.WriteLine($"{name} {script}\n  {line}\n  {broken}\n  {got}");
                }

                if (lines > 0) table.AddRow(name, script == "t2s" ? "Simplified" : "Traditional", $"{lines}", $"{exact}", $"{wrong}", $"{lines - exact - wrong}");
            }
        }

        AnsiConsole.Write(table);
    }

    static void PrintClean(bool showMisses)
    {
        Cleaner cleaner = new(CleaningOptions.Default, []);
        var lines = SharedData.ReadLines("repair/clean_half.jsonl").Select(line => line.GetProperty("text").GetString()!).ToList();
        var changed = lines.Where(line => cleaner.Clean(Lines.Article(line)).Blocks[0].Text != line).ToList();
        Console.WriteLine($"Clean lines changed: {changed.Count} of {lines.Count}");
        if (showMisses) changed.ForEach(Console.WriteLine);
    }

    /// <summary>Manual pages of Debian, Chinese and English, page by page: nothing in them may be changed.</summary>
    static void PrintManuals(bool showMisses)
    {
        Cleaner cleaner = new(CleaningOptions.Default, []);
        foreach (var folder in (string[])["/usr/share/man/zh_CN", "/usr/share/man/zh_TW", "/usr/share/man/man1", "/usr/share/man/man3", "/usr/share/man/man5", "/usr/share/man/man7", "/usr/share/man/man8"])
        {
            long bytes = 0;
            var paragraphs = 0;
            Dictionary<string, int> kinds = [];
            foreach (var page in CleanText.ManualPages(folder))
            {
                var text = CleanText.Prose(page).ToArray();
                if (text.Length == 0) continue;
                bytes += text.Sum(System.Text.Encoding.UTF8.GetByteCount);
                paragraphs += text.Length;
                foreach (var repair in cleaner.Clean(Lines.Article(text)).Repairs.Where(repair => repair.State == RepairState.Applied))
                {
                    kinds[repair.Kind] = kinds.GetValueOrDefault(repair.Kind) + 1;
                    if (showMisses) Console.WriteLine($"{repair.Kind}: {repair.Original} > {repair.Replacement}   in {text[repair.Block - 1]}");
                }
            }

            Console.WriteLine(FormattableString.Invariant($"{folder}: {bytes / 1e6:0.0} MB, {paragraphs} paragraphs, changes: {(kinds.Count == 0 ? "none" : string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}")))}"));
        }
    }
}
