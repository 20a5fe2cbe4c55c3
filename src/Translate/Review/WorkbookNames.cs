namespace Translate.Review;

/// <summary>What a reviewer's copy is called where several stand together.</summary>
static class WorkbookNames
{
    /// <summary>Its file name, with its folder where another has the same name: reviewers seldom rename their copies.</summary>
    public static string Of(string path, IEnumerable<string> all)
    {
        var name = Path.GetFileName(path);
        var isShared = all.Any(other => other != path && Path.GetFileName(other) == name);
        return isShared && Path.GetFileName(Path.GetDirectoryName(path)) is { Length: > 0 } folder ? $"{folder}/{name}" : name;
    }
}
