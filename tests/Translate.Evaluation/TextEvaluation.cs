/// <summary>How well texts are read, repaired, converted and cut: <c>dotnet run --project tests/Translate.Evaluation -- text</c></summary>
/// <remarks><c>--segments</c> and <c>--pages</c> print that part alone; <c>--misses</c> lists what went wrong.</remarks>
static class TextEvaluation
{
    public static int Run(string[] options)
    {
        var misses = options.Contains("--misses");
        if (options.Contains("--segments")) SegmentEvaluation.Print(misses);
        else if (options.Contains("--pages") || options.Contains("--page")) PrintPages(options, misses);
        else PrintAll(options, misses);
        return 0;
    }

    static void PrintAll(string[] options, bool misses)
    {
        SegmentEvaluation.Print(misses);
        RepairEvaluation.Print(misses);
        OpenCCEvaluation.Print();
        PrintPages(options, misses);
    }

    static void PrintPages(string[] options, bool misses)
    {
        ReadingEvaluation.Print(misses, show: options.SkipWhile(option => option != "--page").Skip(1).FirstOrDefault());
        PageEvaluation.Print(misses);
    }
}
