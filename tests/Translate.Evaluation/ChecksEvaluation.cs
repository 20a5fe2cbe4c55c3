using Translate.Checks;

/// <summary>How right the checks are: <c>dotnet run --project tests/Translate.Evaluation -- checks [--misses]</c></summary>
static class ChecksEvaluation
{
    public static int Run(string[] options)
    {
        var set = Value(options, "--set") ?? (options.Contains("--pairs") ? "pairs" : null);
        if (set is null) NumberEvaluation.Print(showMisses: options.Contains("--misses"));
        HumanPairsEvaluation.Print(options.Contains("--findings"), set, Value(options, "--apt-lists") ?? "/var/lib/apt/lists", Value(options, "--pairs"));
        if (set is not null) return 0;
        FaultPlanter.Print(showMisses: options.Contains("--missed-faults"));
        PrintSpeed();
        return 0;
    }

    static string? Value(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

    /// <summary>100,000 pairs through all checks on one core; half of the pairs warm the code up first.</summary>
    static void PrintSpeed()
    {
        var inputs = HumanPair.ReadNews(fromEnglish: true).Concat(HumanPair.ReadNews(fromEnglish: false)).Select(pair => pair.Input).ToList();
        if (inputs.Count == 0) return;
        Checker checker = new(CheckOptions.Default);
        const int Pairs = 100_000;
        for (var i = 0; i < Pairs / 20; i++) checker.Check(inputs[i % inputs.Count]);
        var before = GC.GetTotalAllocatedBytes();
        var started = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Pairs; i++) checker.Check(inputs[i % inputs.Count]);
        var spent = Environment.CpuUsage.TotalTime - started;
        Console.WriteLine(FormattableString.Invariant(
            $"\nSpeed: {Pairs:N0} pairs in {spent.TotalSeconds:0.00} s of processor time on one core; {(GC.GetTotalAllocatedBytes() - before) / Pairs:N0} bytes a pair, heap {GC.GetTotalMemory(true) / 1e6:0.0} MB at the end"));
    }
}
