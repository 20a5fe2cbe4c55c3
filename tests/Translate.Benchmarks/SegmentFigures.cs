using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Translate.Segments;

namespace Translate.Benchmarks;

/// <summary>
/// Speed of segmentation on whole files, <c>-- segments FILE...</c>: the best of several passes in processor time, each one call over one text in memory.
/// The last column is a hash of all ranges: programs that print the same one cut alike.
/// </summary>
static class SegmentFigures
{
    const int Rounds = 25;

    public static void Print(IReadOnlyList<string> files)
    {
        Console.WriteLine($"{"text",-30} {"MB",6} {"segments",10} {"MB/s",8}  cut");
        foreach (var file in files) Measure(file);
    }

    static void Measure(string file)
    {
        var text = File.ReadAllText(file);
        var segments = Segmenter.Default.Split(text, "zh-Hans");
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            Segmenter.Default.Split(text, "zh-Hans");
            if (Environment.CpuUsage.TotalTime - before is var spent && spent < best) best = spent;
        }

        var megabytes = new FileInfo(file).Length / 1e6;
        Console.WriteLine(FormattableString.Invariant(
            $"{Path.GetFileName(file),-30} {megabytes,6:N1} {segments.Count,10:N0} {megabytes / best.TotalSeconds,8:N0}  {Hash(segments)}"));
    }

    static string Hash(IReadOnlyList<TextRange> segments) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(segments.ToArray().AsSpan())))[..12];
}
