using Translate.Articles;

namespace Translate.Tests.Articles;

public sealed class ArticleFinderTests
{
    [Fact]
    public void Files_of_one_name_get_as_much_of_their_paths_as_tells_them_apart()
    {
        using TemporaryFolder folder = new();
        string[] paths = ["2025/may/a.md", "2026/may/a.md", "2026/june/A.md", "2026/b.md"];
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
            File.WriteAllText(Path.Combine(folder.Path, path), "正文。");
        }

        List<Problem> problems = [];
        var named = ArticleFinder.Find(paths.Select(path => Path.Combine(folder.Path, path)), problems);
        var walked = ArticleFinder.Find(
            [Path.Combine(folder.Path, "2025", "may"), Path.Combine(folder.Path, "2026", "may"), Path.Combine(folder.Path, "2026", "june")], problems);

        Assert.Empty(problems);
        Assert.Equal(["2025/may/a.md", "2026/may/a.md", "june/A.md", "b.md"], named.Select(file => file.Name));
        Assert.Equal(["2025/may/a.md", "2026/may/a.md", "june/A.md"], walked.Select(file => file.Name));
    }
}
