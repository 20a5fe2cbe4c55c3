using Translate.Segments;

namespace Translate.Tests.Segments;

public class GoldenSegmentTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Hard_lines_are_cut_where_a_linguist_would(string language)
    {
        var lines = File.ReadLines(Repository.File("tests", "Translate.Tests", "Golden", $"segments.{language}.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').ToList();
        var wrong = lines.Select(line => (Wanted: line, Actual: Cut(line.Replace("¦", "", StringComparison.Ordinal), language)))
            .Where(pair => pair.Actual != Normal(pair.Wanted)).Select(pair => $"{Normal(pair.Wanted)}\n{pair.Actual}\n").ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {lines.Count} lines are wrong (wanted, then actual):\n{string.Join('\n', wrong)}");
        Assert.True(lines.Count >= 75);
    }

    static string Cut(string line, string language)
    {
        var text = line.Replace("\\n", "\n", StringComparison.Ordinal);
        return string.Join("¦", Segmenter.Default.Split(text, language).Select(range => range.In(text).Replace("\n", "\\n", StringComparison.Ordinal)));
    }

    /// <summary>White space at a border belongs to neither side.</summary>
    static string Normal(string line) => string.Join("¦", line.Split('¦').Select(part => part.Replace("\\n", "\n", StringComparison.Ordinal).Trim()
        .Replace("\n", "\\n", StringComparison.Ordinal)).Where(part => part.Length > 0));
}
