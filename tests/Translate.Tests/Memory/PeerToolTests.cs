using System.Diagnostics;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>OmegaT and translate-toolkit (Debian packages) judge our files in the long run: TRANSLATE_LONG=1.</summary>
public class PeerToolTests
{
    const string Python = "/usr/bin/python3";

    static readonly LanguagePair s_pair = new("zh-Hans", "en");

    static readonly MemoryEntry[] s_entries =
    [
        new(s_pair, TaggedText.Plain("从通用到行业"), TaggedText.Plain("From <general> & to industry")),
        new(s_pair, new("大模型很火。", [new(1, TagKind.Open, 0, "<b>"), new(1, TagKind.Close, 3, "</b>")]),
            new("Hot.", [new(1, TagKind.Open, 0, "<b>"), new(1, TagKind.Close, 3, "</b>")])),
    ];

    [Fact]
    public void OmegaT_translates_with_our_TMX_and_we_read_what_it_saves()
    {
        Skip("omegat");
        using TemporaryFolder folder = new();
        Project(folder);
        Tmx.Write(folder.File("tm/auto/ours.tmx"), s_entries, "zh-Hans");
        folder.Write("source/a.txt", "从通用到行业\n");

        Run("omegat", [folder.Path, "--mode=console-translate", "--quiet"]);

        Assert.Equal("From <general> & to industry", File.ReadAllText(folder.File("target/a.txt")).Trim());
        List<Problem> problems = [];
        var saved = Tmx.Read(Directory.GetFiles(folder.Path, "*-level2.tmx").Single(), problems).ToList();
        Assert.Empty(problems);
        Assert.Contains(saved, entry => (entry.Source.Text, entry.Target.Text) == ("从通用到行业", "From <general> & to industry"));
    }

    [Fact]
    public void Translate_toolkit_reads_our_TMX_and_we_read_what_it_saves()
    {
        Skip("po2tmx");
        using TemporaryFolder folder = new();
        Tmx.Write(folder.File("ours.tmx"), s_entries, "zh-Hans");
        const string Script =
            """
            import sys
            from translate.storage import tmx
            store = tmx.tmxfile.parsefile(sys.argv[1])
            print(len(store.units), store.units[0].source, store.units[0].target, sep="|")
            saved = tmx.tmxfile(sourcelanguage="zh-Hans", targetlanguage="en")
            for unit in store.units: saved.addtranslation(unit.source, "zh-Hans", unit.target, "en")
            saved.savefile(sys.argv[2])
            """;

        var printed = Run(Python, ["-c", Script, folder.File("ours.tmx"), folder.File("theirs.tmx")]);

        Assert.Equal("2|从通用到行业|From <general> & to industry", printed.Trim());
        List<Problem> problems = [];
        var read = Tmx.Read(folder.File("theirs.tmx"), problems).ToList();
        Assert.Empty(problems);
        Assert.Equal("From <general> & to industry", read[0].Target.Text);
    }

    [Fact]
    public void OmegaT_translates_our_XLIFF_and_we_read_what_it_writes()
    {
        Skip("omegat");
        using TemporaryFolder folder = new();
        Project(folder);
        Tmx.Write(folder.File("tm/auto/ours.tmx"), s_entries, "zh-Hans");
        Xliff.Write(folder.File("source/a.xlf"), [Article()], XliffVersion.V12);

        Run("omegat", [folder.Path, "--mode=console-translate", "--quiet"]);

        List<Problem> problems = [];
        var read = Xliff.Read(folder.File("target/a.xlf"), problems).ToList();
        Assert.Empty(problems);
        Assert.Equal(["1.1", "1.2", "1.3"], read.Select(segment => segment.Id));
        Assert.Equal(Article().Segments.Select(segment => segment.Segment.Tagged.ToString()), read.Select(segment => segment.Source.ToString()));
        Assert.Equal("From <general> & to industry", read[0].Target.Text);
    }

    [Fact]
    public void Translate_toolkit_reads_our_XLIFF_and_we_read_what_it_saves()
    {
        Skip("po2tmx");
        using TemporaryFolder folder = new();
        Xliff.Write(folder.File("ours.xlf"), [Article()], XliffVersion.V12);
        const string Script =
            """
            import sys
            from translate.storage import xliff
            store = xliff.xlifffile.parsefile(sys.argv[1])
            print(len(store.units), store.units[0].source, store.units[2].target, store.units[2].isapproved(), store.units[0].getlanguage() if hasattr(store.units[0], "getlanguage") else "", sep="|")
            store.units[0].target = "From general to industry"
            store.units[0].markapproved(True)
            store.savefile(sys.argv[2])
            """;

        var printed = Run(Python, ["-c", Script, folder.File("ours.xlf"), folder.File("theirs.xlf")]);

        Assert.StartsWith("3|从通用到行业|The third.|True|", printed, StringComparison.Ordinal);
        List<Problem> problems = [];
        var read = Xliff.Read(folder.File("theirs.xlf"), problems).ToList();
        Assert.Empty(problems);
        Assert.Equal(("From general to industry", SegmentStatus.Approved), (read[0].Target.Text, read[0].Status));
        Assert.Equal(("The third.", SegmentStatus.Approved), (read[2].Target.Text, read[2].Status));
        Assert.Equal("{1}大模型{/1}很火。", read[1].Source.ToString());
    }

    static TranslatedArticle Article() => new(
        new("news/a.md", ArticleFormat.Markdown, "zh-Hans", "utf-8", "", "", [], [], []), s_pair,
        [
            Segment("1.1", s_entries[0].Source, TaggedText.None, SegmentStatus.Todo), Segment("1.2", s_entries[1].Source, TaggedText.None, SegmentStatus.Todo),
            Segment("1.3", TaggedText.Plain("第三句。"), TaggedText.Plain("The third."), SegmentStatus.Approved),
        ]);

    static TranslatedSegment Segment(string id, TaggedText source, TaggedText target, SegmentStatus status) => new(
        new(id, 1, BlockKind.Paragraph, source.Text, source.Tags, new(0, source.Text.Length)), [], target, status, Origin.Empty, "", null, null, []);

    static void Project(TemporaryFolder folder)
    {
        foreach (var name in (string[])["source", "target", "tm/auto", "glossary", "dictionary", "omegat"]) Directory.CreateDirectory(folder.File(name));
        folder.Write("omegat.project",
            """
            <?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
            <tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
            <source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang><sentence_seg>false</sentence_seg></project></omegat>
            """);
    }

    static void Skip(string program)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1", "only in the long run: TRANSLATE_LONG=1");
        Assert.SkipUnless(File.Exists($"/usr/bin/{program}"), $"{program} is not installed (Debian packages omegat and translate-toolkit)");
    }

    static string Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), $"{program} did not end");
        Assert.True(process.ExitCode == 0, $"{program}: {error.Result}");
        return output;
    }
}
