using System.Security.Cryptography;
using Translate;
using Translate.Articles;
using Translate.Review;
using Translate.Scripts;

/// <summary>How finished articles are written.</summary>
/// <param name="Folder">Where to; the input's folders are mirrored below it.</param>
/// <param name="Articles">Folder in which the inputs lie; <c>null</c> to look in the working folder and those in it, beside and above the workbooks.</param>
/// <param name="Unapproved">What becomes of segments that nobody has accepted.</param>
/// <param name="Options">Bilingual or not; parts that were left out kept or dropped.</param>
/// <param name="Conversion">OpenCC configuration for the targets, such as <c>s2twp</c>; <c>null</c> for none.</param>
sealed record PublishChoice(string Folder, string? Articles, Unapproved Unapproved, PublishOptions Options, string? Conversion);

/// <summary>Publishes reviewed articles in the format of their inputs.</summary>
static class ReviewPublish
{
    /// <summary>Publishes every article of an import.</summary>
    /// <param name="result">The import.</param>
    /// <param name="choice">How.</param>
    /// <param name="toolsFor">What an article is read and cut with.</param>
    /// <param name="say">Gets a line for every article that could not be published.</param>
    /// <returns>The files written.</returns>
    public static IEnumerable<string> Publish(ImportResult result, PublishChoice choice, Func<MetaArticle, ReviewTools> toolsFor, Action<string> say)
    {
        foreach (var rows in result.Segments.GroupBy(row => row.Article.Id, StringComparer.Ordinal))
        {
            var meta = rows.First().Article;
            if (FindInput(meta, choice, result) is not { } input)
            {
                say(new Problem("WB022", meta.Path, 0, "the input with the hash of the export was not found; give its folder with --articles").ToString());
                continue;
            }

            var bytes = File.ReadAllBytes(input);
            var tools = toolsFor(meta);
            var problem = default(Problem);
            if (ArticleReader.Read(bytes, meta.Path, meta.Reading, out problem) is { } article)
            {
                var cleaned = tools.Cleaner.Clean(article);
                if (PublishedText.Of(cleaned, tools.Segmenter.Split(cleaned), rows, choice.Unapproved, out problem) is { } blocks)
                    yield return Write(SafePath(choice.Folder, meta.Path), ArticleWriter.Write(cleaned, bytes, Converted(blocks, choice.Conversion), choice.Options));
            }

            if (problem is not null) say(problem.ToString());
        }
    }

    /// <summary>A path below a folder. The path comes from a workbook, so it may be anybody's words: it never leads out of the folder.</summary>
    public static string SafePath(string folder, string path) => Path.Combine(
        [folder, .. path.Split('/', '\\').Where(part => part is not ("" or "." or "..")).Select(part => part.Replace(':', '_'))]);

    static string? FindInput(MetaArticle meta, PublishChoice choice, ImportResult result)
    {
        List<string> folders = choice.Articles is { } given ? [given] : ["."];
        if (choice.Articles is null)
            foreach (var workbook in result.Workbooks.Where(workbook => workbook.Articles.Any(article => article.Id == meta.Id)))
                for (var folder = Path.GetDirectoryName(Path.GetFullPath(workbook.Path)); folder is not null; folder = Path.GetDirectoryName(folder))
                    folders.Add(folder);
        // `run articles` names its inputs by their place in that folder, which usually lies in the working one.
        if (choice.Articles is null) folders.AddRange(Directory.EnumerateDirectories(".", "*", new EnumerationOptions()));
        var direct = folders.Select(folder => SafePath(folder, meta.Path)).FirstOrDefault(path => HasHash(path, meta.Sha256));
        return direct ?? (choice.Articles is null || !Directory.Exists(choice.Articles) ? null
            : Directory.EnumerateFiles(choice.Articles, Path.GetFileName(meta.Path), SearchOption.AllDirectories).FirstOrDefault(path => HasHash(path, meta.Sha256)));
    }

    static bool HasHash(string path, string sha256)
    {
        if (!File.Exists(path)) return false;
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256;
    }

    static IReadOnlyDictionary<int, TaggedText> Converted(IReadOnlyDictionary<int, TaggedText> blocks, string? conversion)
    {
        if (conversion is null) return blocks;
        var converter = ScriptConverter.Get(conversion);
        return blocks.ToDictionary(block => block.Key, block =>
        {
            var text = converter.Convert(block.Value.Text, out var map);
            return new TaggedText(text, [.. block.Value.Tags.Select(tag => tag with { Position = map.ToText(new(tag.Position, tag.Position)).Start })]);
        });
    }

    static string Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path + ".part", bytes);
        File.Move(path + ".part", path, overwrite: true);
        return path;
    }
}
