namespace Translate.Articles;

/// <summary>Finds the articles in files and folders.</summary>
public static class ArticleFinder
{
    /// <summary>The files that a folder is searched for, and what each is read as.</summary>
    public static IReadOnlyDictionary<string, ArticleFormat> Extensions { get; } =
        new Dictionary<string, ArticleFormat>(StringComparer.OrdinalIgnoreCase)
        {
            [".txt"] = ArticleFormat.Text,
            [".md"] = ArticleFormat.Markdown,
            [".markdown"] = ArticleFormat.Markdown,
            [".html"] = ArticleFormat.Html,
            [".htm"] = ArticleFormat.Html,
            [".docx"] = ArticleFormat.Docx,
            [".xlsx"] = ArticleFormat.Xlsx,
        };

    static readonly EnumerationOptions s_walk = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>Lists articles: named files as they are, folders with what lies below them.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="problems">Receives one problem for each path that does not exist or holds no article.</param>
    /// <param name="options">
    /// With a column given, workbooks in folders are articles too, except review workbooks of ours; without one they are read when
    /// they are named.
    /// </param>
    /// <returns>
    /// Files in the order of the paths, those of a folder by name; each file once, and no two of one name: files that would have
    /// the same one get as much more of their paths as tells them apart. Hidden files and links are passed over.
    /// </returns>
    public static IReadOnlyList<ArticleFile> Find(IEnumerable<string> paths, ICollection<Problem> problems, ReadingOptions? options = null)
    {
        List<ArticleFile> files = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) AddFolder(path, files, seen, problems, options?.Column is not null);
            else if (File.Exists(path)) AddFile(path, files, seen, problems);
            else problems.Add(new("AR001", path, 0, "no such file or folder; check the name"));
        }

        return WithOwnNames(files);
    }

    static List<ArticleFile> WithOwnNames(List<ArticleFile> files)
    {
        while (true)
        {
            // Without regard to case, since the workbooks may go where case tells nothing apart.
            var shared = files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
                .SelectMany(group => group).ToHashSet();
            var longer = files.ConvertAll(file => shared.Contains(file) ? WithOneMoreFolder(file) : file);
            if (longer.SequenceEqual(files)) return files;
            files = longer;
        }
    }

    static ArticleFile WithOneMoreFolder(ArticleFile file)
    {
        var full = Path.GetFullPath(file.Path);
        var folders = Path.GetRelativePath(Path.GetPathRoot(full)!, full).Split(Path.DirectorySeparatorChar);
        var parts = file.Name.Split('/').Length + 1;
        return parts > folders.Length ? file : file with { Name = string.Join('/', folders[^parts..]) };
    }

    static void AddFolder(string folder, List<ArticleFile> files, HashSet<string> seen, ICollection<Problem> problems, bool withWorkbooks)
    {
        var found = Directory.EnumerateFiles(folder, "*", s_walk)
            .Where(file => Extensions.TryGetValue(Path.GetExtension(file), out var format)
                && (format != ArticleFormat.Xlsx || (withWorkbooks && XlsxReading.IsArticle(file))))
            .Select(file => new ArticleFile(file, Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        files.AddRange(found.Where(file => seen.Add(Path.GetFullPath(file.Path))));
        if (found.Count == 0)
            problems.Add(new("AR002", folder, 0, "holds no article; articles end in .txt, .md, .html or .docx; with --column, .xlsx"));
    }

    static void AddFile(string path, List<ArticleFile> files, HashSet<string> seen, ICollection<Problem> problems)
    {
        if (!Extensions.ContainsKey(Path.GetExtension(path)))
            problems.Add(new("AR003", path, 0, "not a format that can be read; use .txt, .md, .html, .docx or .xlsx"));
        else if (seen.Add(Path.GetFullPath(path)))
            files.Add(new(path, Path.GetFileName(path)));
    }
}
