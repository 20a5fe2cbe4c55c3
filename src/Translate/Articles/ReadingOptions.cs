namespace Translate.Articles;

/// <summary>How articles are read.</summary>
/// <param name="KeepAll">Translate what would be left out as well: navigation, bylines, disclaimers.</param>
/// <param name="Column">The column of an <c>.xlsx</c> that holds the text: its header or its letter; <c>null</c> for the one with the most text.</param>
/// <param name="MaxBytes">Files above this many bytes are refused.</param>
public sealed record ReadingOptions(bool KeepAll = false, string? Column = null, long MaxBytes = 32 * 1024 * 1024);

/// <summary>A file that holds an article.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Path relative to the run's root, with forward slashes.</param>
public sealed record ArticleFile(string Path, string Name);
