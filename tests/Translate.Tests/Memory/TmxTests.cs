using System.Text;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Memory;

public class TmxTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        MemoryEntry entry = new(new("zh-Hans", "en"),
            new("大模型<很>火 & 快", [new(1, TagKind.Open, 0, "**"), new(1, TagKind.Close, 3, "**"), new(2, TagKind.Empty, 7, "<br/>"), new(3, TagKind.Open, 8, "<a>")]),
            new("  Hot & fast", [new(2, TagKind.Empty, 0, "<br/>"), new(1, TagKind.Open, 2, "**"), new(1, TagKind.Close, 5, "**")]))
        {
            Before = "",
            After = "后面",
            State = MemoryState.Approved,
            Person = "Li Lei",
            Changed = new(2026, 11, 23, 10, 20, 30, TimeSpan.Zero),
        };

        var read = Assert.Single(Read(Written(entry), out var problems));

        Assert.Empty(problems);
        Assert.Equal(entry.Source.Tags, read.Source.Tags);
        Assert.Equal(entry.Target.Tags, read.Target.Tags);
        Assert.Equal((entry.Source.Text, entry.Target.Text), (read.Source.Text, read.Target.Text));
        Assert.Equal(
            (entry.Pair, entry.Before, entry.After, entry.State, entry.Person, entry.Changed),
            (read.Pair, read.Before, read.After, read.State, read.Person, read.Changed));
    }

    [Fact]
    public void The_starter_memory_reads_without_a_problem()
    {
        var path = Repository.File("samples", "starter.tmx");
        Assert.SkipUnless(File.Exists(path), "samples/starter.tmx is not there yet");
        List<Problem> problems = [];

        var entries = Tmx.Read(path, problems).ToList();

        Assert.Empty(problems);
        Assert.All(entries, entry => Assert.Equal(new("zh-Hans", "en"), entry.Pair));
    }

    static string Written(params MemoryEntry[] entries)
    {
        using MemoryStream stream = new();
        Tmx.Write(stream, entries, "zh-Hans");
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static List<MemoryEntry> Read(string tmx, out List<Problem> problems)
    {
        problems = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(tmx));
        return [.. Tmx.Read(stream, "a.tmx", problems)];
    }
}
