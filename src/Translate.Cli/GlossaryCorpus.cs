/// <summary>Lines of plain text files and folders of them, as a corpus for counting.</summary>
static class GlossaryCorpus
{
    static readonly string[] s_extensions = [".txt", ".md", ".html", ".htm"];

    public static (IReadOnlyList<string> Lines, int ExitCode) Read(IEnumerable<string> paths, TextWriter error)
    {
        var files = paths.SelectMany<string, string>(path => Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
            : [path]);
        var (inputs, exitCode) = TextInput.ReadAll(files, error);
        return ([.. inputs.SelectMany(input => input.Text.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0)], exitCode);
    }
}
