using Translate;
using Translate.Articles;

/// <summary>Lines of articles as a corpus for counting: markup, code and what is not part of an article are no text.</summary>
static class GlossaryCorpus
{
    public static (IReadOnlyList<string> Lines, int ExitCode) Read(IEnumerable<string> paths, TextWriter error)
    {
        List<Problem> problems = [];
        List<string> lines = [];
        Cleaner cleaner = new(CleaningOptions.Default, []);
        foreach (var file in ArticleFinder.Find(paths, problems))
        {
            if (ArticleReader.Read(file.Path, file.Name, new(), out var problem) is { } article) lines.AddRange(LinesOf(cleaner.Clean(article)));
            if (problem is not null) problems.Add(problem);
        }

        foreach (var problem in problems) error.WriteLine(problem);
        return (lines, problems.Count > 0 ? 1 : 0);
    }

    static IEnumerable<string> LinesOf(Article article) =>
        article.Blocks.SelectMany(block => block.Text.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0);
}
