using System.Diagnostics;
using System.Globalization;
using System.Text;
using Spectre.Console;
using Translate;
using Translate.Glossaries;

/// <summary>How fast terms are found in a text from a file, line by line into a list, folding and boundaries included.</summary>
static class MatchingSpeed
{
    // Other work on the machine only ever adds time, and what stops a whole pass rarely stops the same lines in every pass.
    const int Runs = 60, LinesPerPart = 200;

    static readonly LanguagePair s_pair = new("zh-Hans", "en");

    /// <summary>Prints a row for each list of terms.</summary>
    /// <param name="textFile">Chinese text, UTF-8.</param>
    /// <param name="termFiles">Lists of terms: Chinese, tab, English.</param>
    public static void Run(string textFile, IEnumerable<string> termFiles)
    {
        var lines = File.ReadAllLines(textFile);
        var megabytes = new FileInfo(textFile).Length / 1e6;
        var table = new Table().Title($"{megabytes:0.0} MB in {lines.Length:N0} lines")
            .AddColumns("Terms", "Matches", "MB/s, each part's best", "MB/s, best whole run", "Ready ms", "Ready ms of processor time", "Allocated per line");
        foreach (var file in termFiles)
        {
            var entries = Entries(file);
            var (ready, processor) = Ready(entries);
            var finder = new Glossary(entries).For(s_pair);
            List<TermMatch> matches = new(4096);
            var (parts, whole, found) = Find(finder, lines, matches);
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var line in lines) Find(finder, line, matches);
            var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)lines.Length;
            table.AddRow($"{entries.Count:N0}", $"{found:N0}", Text(megabytes / parts), Text(megabytes / whole), Text(ready), Text(processor), Text(allocated));
        }

        AnsiConsole.Write(table);
    }

    static IReadOnlyList<TermEntry> Entries(string file)
    {
        StringBuilder csv = new("id,zh,en\n");
        var number = 0;
        foreach (var line in File.ReadLines(file))
            if (line.Split('\t') is [var chinese, var english, ..]) csv.Append(CultureInfo.InvariantCulture, $"t{number++},{chinese},\"{english}\"\n");
        return GlossaryFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), file, []).Entries;
    }

    static (double Wall, double Processor) Ready(IReadOnlyList<TermEntry> entries)
    {
        var (wall, processor) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < 9; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            new Glossary(entries).For(s_pair);
            wall = Math.Min(wall, watch.Elapsed.TotalMilliseconds);
            processor = Math.Min(processor, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        return (wall, processor);
    }

    static (double Parts, double Whole, int Found) Find(TermFinder finder, string[] lines, List<TermMatch> matches)
    {
        var best = Enumerable.Repeat(double.MaxValue, (lines.Length + LinesPerPart - 1) / LinesPerPart).ToArray();
        var (whole, found) = (double.MaxValue, 0);
        for (var run = 0; run < Runs; run++)
        {
            var total = 0.0;
            found = 0;
            for (var part = 0; part < best.Length; part++)
            {
                var end = Math.Min(lines.Length, (part + 1) * LinesPerPart);
                var watch = Stopwatch.StartNew();
                for (var line = part * LinesPerPart; line < end; line++) found += Find(finder, lines[line], matches);
                var seconds = watch.Elapsed.TotalSeconds;
                best[part] = Math.Min(best[part], seconds);
                total += seconds;
            }

            whole = Math.Min(whole, total);
        }

        return (best.Sum(), whole, found);
    }

    static int Find(TermFinder finder, string line, List<TermMatch> matches)
    {
        matches.Clear();
        finder.Find(line, matches);
        return matches.Count;
    }

    static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
