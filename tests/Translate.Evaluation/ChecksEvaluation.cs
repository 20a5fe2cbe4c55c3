/// <summary>How right the checks are: <c>dotnet run --project tests/Translate.Evaluation -- checks [--misses]</c></summary>
static class ChecksEvaluation
{
    public static int Run(string[] options)
    {
        NumberEvaluation.Print(showMisses: options.Contains("--misses"));
        return 0;
    }
}
