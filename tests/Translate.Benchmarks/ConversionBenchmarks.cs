using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Translate.Scripts;

namespace Translate.Benchmarks;

/// <summary>10 MB of Chinese through the converter, beside the <c>opencc</c> command (whole process, its own dictionaries).</summary>
[MemoryDiagnoser]
[InProcess]
[WarmupCount(2)]
[IterationCount(5)]
public class ConversionBenchmarks
{
    string _text = "";
    string _file = "";

    [Params("t2s", "s2t", "s2twp", "tw2sp")]
    public string Configuration { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var simplified = ChineseCorpus.Make(megabytes: 10);
        _text = Configuration[0] == 's' ? simplified : ScriptConverter.Get("s2t").Convert(simplified);
        ScriptConverter.Get(Configuration);
        _file = Path.GetTempFileName();
        File.WriteAllText(_file, _text);
    }

    [GlobalCleanup]
    public void CleanUp() => File.Delete(_file);

    [Benchmark]
    public string Convert() => ScriptConverter.Get(Configuration).Convert(_text);

    [Benchmark]
    public string ConvertWithOffsets() => ScriptConverter.Get(Configuration).Convert(_text, out _);

    [Benchmark(Baseline = true)]
    public int OpenCCCommand()
    {
        using var process = Process.Start("opencc", ["-c", $"{Configuration}.json", "-i", _file, "-o", _file + ".out"]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
