using Translate.Checks;

/// <summary>How right the checks are: <c>dotnet run --project tests/Translate.Evaluation -- checks [--misses]</c></summary>
static class ChecksEvaluation
{
    public static int Run(string[] options)
    {
        NumberEvaluation.Print(showMisses: options.Contains("--misses"));
        HumanPairsEvaluation.Print(showFindings: options.Contains("--findings"));
        FaultPlanter.Print(showMisses: options.Contains("--missed-faults"));
        PrintSpeed();
        return 0;
    }

    /// <summary>100,000 pairs through all checks on one core; half of the pairs warm the code up first.</summary>
    static void PrintSpeed()
    {
        var inputs = HumanPair.Read(fromEnglish: true).Concat(HumanPair.Read(fromEnglish: false)).Select(pair => pair.Input).ToList();
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
