/// <summary>How right the checks are: <c>dotnet run --project tests/Translate.Evaluation -- checks [--misses]</c></summary>
static class ChecksEvaluation
{
    public static int Run(string[] options)
    {
        NumberEvaluation.Print(showMisses: options.Contains("--misses"));
        HumanPairsEvaluation.Print(showFindings: options.Contains("--findings"));
        FaultPlanter.Print(showMisses: options.Contains("--missed-faults"));
        return 0;
    }
}
