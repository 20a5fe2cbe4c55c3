/// <summary>How well texts are read, repaired, converted and cut: <c>dotnet run --project tests/Translate.Evaluation -- text</c></summary>
static class TextEvaluation
{
    public static int Run(string[] options)
    {
        SegmentEvaluation.Print(showMisses: options.Contains("--misses"));
        RepairEvaluation.Print(showMisses: options.Contains("--misses"));
        OpenCCEvaluation.Print();
        ReadingEvaluation.Print(showMisses: options.Contains("--misses"), show: options.SkipWhile(option => option != "--page").Skip(1).FirstOrDefault());
        PageEvaluation.Print(showMisses: options.Contains("--misses"));
        return 0;
    }
}
