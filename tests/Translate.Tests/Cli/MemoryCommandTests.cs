using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Translate.Memory;

namespace Translate.Tests.Cli;

/// <summary>The memory's commands as an operator uses and misuses them.</summary>
public class MemoryCommandTests
{
    const string Start = "<tmx version=\"1.4\"><header srclang=\"zh\"/><body>", End = "</body></tmx>";

    [Fact]
    public void A_file_that_is_imported_twice_stands_there_once_until_both_imports_are_undone()
    {
        using TemporaryFolder folder = new();
        var (file, memory) = (folder.Write("house.tmx", Start + Units(1, 3) + End), folder.File("a.db"));

        Assert.Equal((0, "house.tmx: 3 added, 0 there already; import 1, to undo it: translate memory undo 1\n", ""), Run("import", file, "-m", memory));
        Assert.Equal((0, "house.tmx: 0 added, 3 there already; import 2, to undo it: translate memory undo 2\n", ""), Run("import", file, "-m", memory));
        Assert.Equal((0, "import 1 undone: 0 pairs taken out; kept because other imports brought them too: 3\n", ""), Run("undo", "1", "-m", memory));
        var again = Run("undo", "1", "-m", memory);
        Assert.Equal((0, "import 2 undone: 3 pairs taken out\n", ""), Run("undo", "2", "-m", memory));

        Assert.Equal((2, ""), (again.ExitCode, again.Output));
        Assert.Equal($"{memory}: error TM027: there is no import 1, or it was undone before; translate memory stats lists them\n", again.Error);
        Assert.Empty(Stats(memory).GetProperty("pairs").EnumerateArray());
    }

    [Fact]
    public void Undoing_says_how_many_pairs_stay_whichever_import_came_first()
    {
        using TemporaryFolder folder = new();
        var memory = folder.File("a.db");
        Run("import", folder.Write("first.tmx", Start + Units(1, 3) + End), folder.Write("second.tmx", Start + Units(3, 7) + End), "-m", memory);

        Assert.Equal("import 2 undone: 4 pairs taken out; kept because other imports brought them too: 1\n", Run("undo", "2", "-m", memory).Output);
        Assert.Equal("import 1 undone: 3 pairs taken out\n", Run("undo", "1", "-m", memory).Output);
    }

    [Fact]
    public void An_export_to_standard_output_is_the_file()
    {
        using TemporaryFolder folder = new();
        Run("import", folder.Write("house.tmx", Start + Units(1, 20) + End), "-m", folder.File("a.db"));

        var output = Run("export", "-", "-m", folder.File("a.db")).Output;
        Run("export", folder.File("out.tmx"), "-m", folder.File("a.db"));

        Assert.Equal(File.ReadAllText(folder.File("out.tmx")), output);
    }

    [Theory]
    [InlineData("openai发布了gpt-4o。")]
    [InlineData("openai发布了gpt-4o")]
    [InlineData("chatgpt and deepseek 大模型")]
    public void A_short_text_with_names_in_it_is_found_without_being_told_its_language(string text)
    {
        using TemporaryFolder folder = new();
        var memory = folder.File("a.db");
        Run("import", folder.Write("house.tmx", Start + $"<tu><tuv xml:lang=\"zh\"><seg>{text}</seg></tuv><tuv xml:lang=\"en\"><seg>Found</seg></tuv></tu>" + End), "-m", memory);

        Assert.Contains("100\tFound", Run("find", text, "-m", memory).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_gives_what_stands_before_the_cut_and_says_where_that_is()
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("house.tmx", Start + "\n" + Units(1, 2) + "\n<tu><tuv xml:lang=\"zh\"><seg>第三");

        var (exitCode, output, error) = Run("import", file, "-m", folder.File("a.db"));

        Assert.Equal((1, "house.tmx: 2 added, 0 there already; import 1, to undo it: translate memory undo 1\n"), (exitCode, output));
        Assert.StartsWith($"{file}(3): error TM002: ", error, StringComparison.Ordinal);
        Assert.Single(Lines(error));
    }

    [Theory]
    [InlineData("a.tmx", "", "TM002")]
    [InlineData("a.tmx", "id\tsource\ttarget\n", "TM002")]
    [InlineData("a.tmx", "<html><body/></html>", "TM003")]
    [InlineData("a.xlf", "<tmx/>", "TM003")]
    [InlineData("a.docx", "PK", "TM004")]
    public void A_wrong_file_is_one_line_and_no_import(string name, string content, string code)
    {
        using TemporaryFolder folder = new();
        var memory = folder.File("a.db");

        var (exitCode, _, error) = Run("import", folder.Write(name, content), "-m", memory);

        Assert.Equal(1, exitCode);
        Assert.Contains($"error {code}: ", Assert.Single(Lines(error)), StringComparison.Ordinal);
        Assert.Empty(Stats(memory).GetProperty("imports").EnumerateArray());
    }

    [Theory]
    [InlineData("absent/house.tmx")]
    [InlineData("folder.tmx")]
    public void An_export_that_cannot_be_written_is_one_line_and_leaves_nothing_behind(string target)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("folder.tmx"));
        var memory = folder.File("a.db");
        Run("import", folder.Write("house.tmx", Start + Units(1, 3) + End), "-m", memory);
        var before = Directory.EnumerateFileSystemEntries(folder.Path).Order().ToList();

        var (exitCode, output, error) = Run("export", folder.File(target), "-m", memory);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"{folder.File(target)}: error TM028: ", Assert.Single(Lines(error)), StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(folder.Path).Order());
    }

    [Fact]
    public void Statistics_for_scripts_name_languages_states_and_imports()
    {
        using TemporaryFolder folder = new();
        var memory = folder.File("a.db");
        Run("import", folder.Write("house.tmx", Start + Units(1, 3) + End), "-m", memory, "--person", "Li Lei");

        var stats = Stats(memory);

        var pairs = Assert.Single(stats.GetProperty("pairs").EnumerateArray());
        Assert.Equal(("zh", "en", "imported", 3),
            (pairs.GetProperty("from").GetString(), pairs.GetProperty("to").GetString(), pairs.GetProperty("state").GetString(), pairs.GetProperty("pairs").GetInt32()));
        Assert.Equal("Li Lei", stats.GetProperty("imports")[0].GetProperty("source").GetProperty("person").GetString());
    }

    [Fact]
    public void What_is_exported_comes_back_the_same()
    {
        using TemporaryFolder folder = new();
        Run("import", folder.Write("house.tmx", Start + Units(1, 20) + End), "-m", folder.File("a.db"));

        Run("export", folder.File("out.tmx"), "-m", folder.File("a.db"));
        Run("import", folder.File("out.tmx"), "-m", folder.File("b.db"));

        using TranslationMemory one = TranslationMemory.Open(folder.File("a.db")), other = TranslationMemory.Open(folder.File("b.db"));
        Assert.Equal(one.Entries().Select(Words), other.Entries().Select(Words));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task An_import_that_is_ended_in_the_middle_leaves_nothing_and_can_be_repeated(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals and pipes are Unix's");
        using TemporaryFolder folder = new();
        await using var pipe = Pipe(folder, "slow.tmx");
        using var import = RunProcess.Start(folder.Path, null, "memory", "import", "slow.tmx", "-m", "a.db");
        // More than a pipe holds: once it is written, most of it has been read.
        await pipe.WriteAsync(Start + Units(1, 2000));

        import.Signal(signal);

        Assert.NotEqual(0, await import.ExitAsync());
        Assert.Equal((0, "house.tmx: 3 added, 0 there already; import 1, to undo it: translate memory undo 1\n", ""),
            Run("import", folder.Write("house.tmx", Start + Units(1, 3) + End), "-m", folder.File("a.db")));
    }

    [Fact]
    public async Task Of_two_programs_that_import_at_once_one_waits_for_the_other()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes are Unix's");
        using TemporaryFolder folder = new();
        folder.Write("house.tmx", Start + Units(1999, 3000) + End);
        await using var pipe = Pipe(folder, "slow.tmx");
        using var first = RunProcess.Start(folder.Path, null, "memory", "import", "slow.tmx", "-m", "a.db");
        await pipe.WriteAsync(Start + Units(1, 2000));
        using var second = RunProcess.Start(folder.Path, null, "memory", "import", "house.tmx", "-m", "a.db");

        await pipe.WriteAsync(End);
        pipe.Close();

        Assert.Equal((0, 0), (await first.ExitAsync(), await second.ExitAsync()));
        Assert.Equal(3000, Stats(folder.File("a.db")).GetProperty("pairs")[0].GetProperty("pairs").GetInt32());
    }

    static string Words(MemoryEntry entry) => $"{entry.Pair} {entry.Source} {entry.Target} {entry.Changed:O} {entry.Person} {entry.State}";

    static string Units(int first, int last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"<tu changedate=\"20240301T101500Z\"><tuv xml:lang=\"zh\"><seg>第{i}批服务器已经到货。</seg></tuv><tuv xml:lang=\"en\"><seg>Batch {i} of the servers has arrived.</seg></tuv></tu>")));

    static JsonElement Stats(string memory)
    {
        var (exitCode, output, error) = Run("stats", "-m", memory, "--json");
        Assert.Equal((0, ""), (exitCode, error));
        return JsonElement.Parse(output);
    }

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static StreamPipe Pipe(TemporaryFolder folder, string name)
    {
        using var make = Process.Start("mkfifo", [folder.File(name)]);
        make.WaitForExit();
        return new(folder.File(name));
    }

    static (int ExitCode, string Output, string Error) Run(params string[] line)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exitCode = MemoryCommand.Create().Parse(line).Invoke(new() { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A file that another program reads as it is written.</summary>
    sealed class StreamPipe(string path) : IAsyncDisposable
    {
        FileStream? _stream;

        public async Task WriteAsync(string text)
        {
            // Opening waits until the other side has opened it too.
            _stream ??= await Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write));
            await _stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
            await _stream.FlushAsync(TestContext.Current.CancellationToken);
        }

        public void Close() => _stream?.Dispose();

        public async ValueTask DisposeAsync()
        {
            if (_stream is not null) await _stream.DisposeAsync();
        }
    }
}
