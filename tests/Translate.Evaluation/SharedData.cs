using System.Text.Json;

/// <summary>Development data beside the repository, in <c>../shared/data</c>; none of it belongs to the project.</summary>
static class SharedData
{
    static readonly string s_folder = Path.Combine(Root(), "..", "shared", "data");

    /// <summary>The lines of a set as JSON; nothing, and a word on stderr, when it is not there.</summary>
    public static IReadOnlyList<JsonElement> ReadLines(string name)
    {
        var path = Folder(name);
        if (File.Exists(path)) return [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line))];
        Console.Error.WriteLine($"{path} is not there; its rows are left out");
        return [];
    }

    /// <summary>A list that is committed beside this program; empty lines and lines with # are left out.</summary>
    public static IEnumerable<string> ReadList(string name) =>
        File.ReadLines(Path.Combine(Root(), "tests", "Translate.Evaluation", name)).Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>A field as text; numbers as they are written.</summary>
    public static string Text(this JsonElement line, string field) => line.GetProperty(field).ToString();

    /// <summary>Path of a file or folder of the data, whether it is there or not.</summary>
    public static string Folder(string name) => Path.GetFullPath(Path.Combine(s_folder, name));

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Translate.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Translate.sln not found above the program");
        return folder;
    }
}
