using Translate.Articles;
using Translate.Checks;
using Translate.Scripts;

namespace Translate.Tests.Numbers;

/// <summary>Amounts of <c>Golden/amounts.txt</c> through the number checks, in both directions and both scripts.</summary>
public class AmountPairTests
{
    static readonly Checker s_checker = new(CheckOptions.Default);

    [Fact]
    public void Amounts_that_mean_the_same_pass_and_others_do_not()
    {
        var lines = File.ReadLines(Repository.File("tests", "Translate.Tests", "Golden", "amounts.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();

        Assert.True(lines.Count >= 300);
        Assert.Empty(lines.SelectMany(Faults));
    }

    static IEnumerable<string> Faults(string line)
    {
        var sign = " = ? ≠ ".Split(' ').Where(each => each.Length > 0).First(each => line.Contains($" {each} ", StringComparison.Ordinal));
        var parts = line.Split($" {sign} ", 2);
        foreach (var (tag, chinese) in new[] { ("zh-Hans", parts[0]), ("zh-Hant", ScriptConverter.Get("s2t").Convert(parts[0])) })
        {
            foreach (var (pair, source, target) in new[] { (new LanguagePair(tag, "en"), chinese, parts[1]), (new LanguagePair("en", tag), parts[1], chinese) })
            {
                var codes = s_checker.Check(new(pair, TaggedText.Plain(source), TaggedText.Plain(target), [], [], BlockKind.Paragraph))
                    .Where(finding => finding.Code.StartsWith("NUM", StringComparison.Ordinal) || sign == "≠" && finding.Code.StartsWith("KEEP", StringComparison.Ordinal)).ToList();
                var isRight = sign switch { "=" => codes.Count == 0, "≠" => codes.Count > 0, _ => codes is [{ Code: "NUM-005" }] };
                if (!isRight) yield return $"{line} ({pair}): {string.Join(", ", codes.Select(finding => finding.Code + " " + finding.Message))}";
            }
        }
    }
}
