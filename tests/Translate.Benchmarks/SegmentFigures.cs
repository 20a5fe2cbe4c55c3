using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Translate.Segments;

namespace Translate.Benchmarks;

/// <summary>
/// Speed of segmentation on whole files, <c>-- segments FILE...</c>: the best of several passes in processor time, each one call over one text in
/// memory; once as a string, once as UTF-8 that is decoded in the same time. The last column is a hash of all ranges: programs that print the same
/// one cut alike.
/// </summary>
static class SegmentFigures
{
    const int Rounds = 25;

    public static void Print(IReadOnlyList<string> files)
    {
        Console.WriteLine($"{"text",-30} {"MB",6} {"segments",10} {"MB/s",8} {"decoded",8}  cut");
        foreach (var file in files) Measure(file);
    }

    static void Measure(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var text = Encoding.UTF8.GetString(bytes);
        var segments = Split(text);
        var megabytes = bytes.Length / 1e6;
        Console.WriteLine(FormattableString.Invariant(
            $"{Path.GetFileName(file),-30} {megabytes,6:N1} {segments.Count,10:N0} {megabytes / Best(() => Split(text)),8:N0} {megabytes / Best(() => Split(Encoding.UTF8.GetString(bytes))),8:N0}  {Hash(segments)}"));
    }

    static IReadOnlyList<TextRange> Split(string text) => Segmenter.Default.Split(text, "zh-Hans");

    /// <summary>Seconds.</summary>
    static double Best(Func<IReadOnlyList<TextRange>> split)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            split();
            if (Environment.CpuUsage.TotalTime - before is var spent && spent < best) best = spent;
        }

        return best.TotalSeconds;
    }

    static string Hash(IReadOnlyList<TextRange> segments) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(segments.ToArray().AsSpan())))[..12];
}
