using System.Diagnostics;
using System.Globalization;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Benchmarks;

/// <summary>
/// A memory's figures in one go, in processor time, so that a busy machine changes them little:
/// <c>-- memory</c> for text that it makes itself, <c>-- memory PAIRS.tmx QUERIES.txt</c> for other text.
/// </summary>
static class MemoryFigures
{
    // As long as it takes until the runtime has compiled everything for good.
    static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(3);

    static readonly LanguagePair s_pair = new("zh-Hans", "en");

    public static void Print(IReadOnlyList<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("translate-bench-").FullName;
        try
        {
            if (files.Count == 2) Measure(folder, files[0], File.ReadAllLines(files[1]));
            else
                foreach (var pairs in (int[])[100_000, 1_000_000])
                {
                    MadeMemory made = new(pairs);
                    var tmx = Path.Combine(folder, $"{pairs}.tmx");
                    Say(FormattableString.Invariant($"TMX written, {pairs:N0} units"), 1, () => Tmx.Write(tmx, made.Entries(s_pair), s_pair.Source));
                    Measure(folder, tmx, [.. made.Queries(1000)]);
                }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Measure(string folder, string tmx, string[] queries)
    {
        var file = Path.Combine(folder, Path.GetFileNameWithoutExtension(tmx) + ".db");
        Say(FormattableString.Invariant($"TMX read, {new FileInfo(tmx).Length / 1e6:N0} MB"), 1, () => Tmx.Read(tmx, []).Count());
        using (var memory = TranslationMemory.Open(file))
            Say("imported", 1, () => memory.Add(Tmx.Read(tmx, []), new(MemorySourceKind.Tmx, "a.tmx")));
        foreach (var what in (string[])["index built and kept, first match", "kept index opened, first match"])
        {
            using var memory = TranslationMemory.Open(file);
            Say(what, 1, () => Find(memory, "没有谁写过的一句，所以要找相似的。", 75, 1));
            Console.WriteLine(FormattableString.Invariant($"{"peak so far",-40} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,10:N0} MB"));
        }

        using var opened = TranslationMemory.Open(file);
        var stored = Tmx.Read(tmx, []).Where((_, i) => i % 97 == 5).Take(queries.Length).Select(entry => entry.Source.Text).ToList();
        var found = queries.Count(query => Find(opened, query, 75, 1));
        Best("exact match, with the pair", stored, query => Find(opened, query, 100, 1));
        Best(string.Create(CultureInfo.InvariantCulture, $"best of 75% and better ({found} have one)"), queries, query => Find(opened, query, 75, 1));
        Best("five best of 75% and better", queries, query => Find(opened, query, 75, 5));
    }

    static bool Find(TranslationMemory memory, string text, int minScore, int most) =>
        memory.Find(new(TaggedText.Plain(text), s_pair), minScore, most).Count > 0;

    /// <summary>The best of many rounds over all queries, once compiled.</summary>
    static void Best(string what, IReadOnlyList<string> queries, Func<string, bool> find)
    {
        var best = TimeSpan.MaxValue;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < s_longEnough;)
        {
            var before = Spent();
            foreach (var query in queries) find(query);
            if (Spent() - before is var spent && spent < best) best = spent;
        }

        Console.WriteLine(FormattableString.Invariant($"{what,-40} {best.TotalMilliseconds / queries.Count,10:N4} ms of a processor"));
    }

    static void Say<T>(string what, int times, Func<T> work)
    {
        var (before, clock) = (Spent(), Stopwatch.StartNew());
        for (var i = 0; i < times; i++) work();
        Console.WriteLine(FormattableString.Invariant(
            $"{what,-40} {(Spent() - before).TotalMilliseconds / times,10:N0} ms of processors, {clock.Elapsed.TotalMilliseconds / times:N0} ms by the clock"));
    }

    static TimeSpan Spent() => Environment.CpuUsage.TotalTime;
}
