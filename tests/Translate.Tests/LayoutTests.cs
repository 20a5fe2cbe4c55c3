using System.Text.RegularExpressions;

namespace Translate.Tests;

public partial class LayoutTests
{
    // The order of the flow: a room may use those before it, never those after it.
    static readonly string[] s_rooms =
        ["Packages", "Scripts", "Numbers", "Articles", "Segments", "Glossaries", "Memory", "Engines", "Checks", "Review"];

    [Fact]
    public void Rooms_use_only_the_rooms_before_them()
    {
        var wrong =
            from file in Directory.EnumerateFiles(Repository.File("src", "Translate"), "*.cs", SearchOption.AllDirectories)
            let room = Array.IndexOf(s_rooms, Path.GetRelativePath(Repository.File("src", "Translate"), file).Split(Path.DirectorySeparatorChar)[0])
            where room >= 0
            from Match use in RoomUse().Matches(File.ReadAllText(file))
            where Array.IndexOf(s_rooms, use.Groups[1].Value) > room
            select $"{Path.GetFileName(file)} uses {use.Groups[1].Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_library_never_touches_console_environment_or_exit_codes()
    {
        var wrong =
            from file in Directory.EnumerateFiles(Repository.File("src", "Translate"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from Match use in ProcessUse().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {use.Value}";

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\bTranslate\.(Packages|Scripts|Numbers|Articles|Segments|Glossaries|Memory|Engines|Checks|Review)\b")]
    private static partial Regex RoomUse();

    [GeneratedRegex(@"\bConsole\.\w+|\bEnvironment\.(GetEnvironmentVariable|Exit|ExitCode)\w*")]
    private static partial Regex ProcessUse();
}
