namespace Translate.Review;

/// <summary>What became of a workbook that was to be written.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Note">A line for people when it is not where it was wanted; else <c>null</c>.</param>
public sealed record WrittenWorkbook(string Path, string? Note);

/// <summary>The bilingual workbook that a translator reviews.</summary>
public static class ReviewWorkbook
{
    /// <summary>Writes a workbook; the file appears whole or not at all, and replaces what stands there.</summary>
    /// <param name="path">Where to; its folder is made when it is missing.</param>
    /// <param name="articles">One article, or several that share a workbook.</param>
    /// <param name="facts">What the run worked with.</param>
    /// <param name="options">How it is laid out.</param>
    /// <remarks>Equal input gives equal bytes. Takes about 10 microseconds a segment once warm.</remarks>
    public static void Write(string path, IReadOnlyList<TranslatedArticle> articles, RunFacts facts, WorkbookOptions options)
    {
        var review = ReviewSheet.Spec(many: articles.Count > 1);
        var pair = articles.Count > 0 ? articles[0].Pair : new("zh-Hans", "en");
        var count = articles.Sum(article => article.Segments.Count);
        var frame = WorkbookFrame.Get(
            [review, TermsSheet.Spec, FindingsSheet.Spec, CleaningSheet.Spec, SummarySheet.Spec, GuideSheet.Spec, MetaSheet.Spec],
            WorkbookFonts.For(pair), options.Protect);
        // Made anew for every sheet: to keep them all costs more, in memory and in time, than to make them again.
        var rows = ReviewRow.Of(articles);
        WriteWhole(path, stream => WorkbookPackage.Write(stream, frame, [
            new(count + 1, new ReviewSheet(review, rows).Write), TermsSheet.Rows(rows), FindingsSheet.Rows(rows), CleaningSheet.Rows(articles),
            SummarySheet.Rows(articles, facts), GuideSheet.Rows,
            MetaSheet.Rows([.. articles.Select(MetaArticle.From)], rows, count, facts)]));
    }

    /// <summary>Writes rows that do not come from a run: a next round, conflicts.</summary>
    internal static void WriteRows(
        string path, IReadOnlyList<MetaArticle> articles, IReadOnlyList<ReviewRow> rows, RunFacts facts, WorkbookOptions options)
    {
        var review = ReviewSheet.Spec(many: articles.Count > 1);
        var frame = WorkbookFrame.Get(
            [review, TermsSheet.Spec, FindingsSheet.Spec, GuideSheet.Spec, MetaSheet.Spec], WorkbookFonts.For(articles[0].Pair), options.Protect);
        WriteWhole(path, stream => WorkbookPackage.Write(stream, frame, [
            new(rows.Count + 1, new ReviewSheet(review, rows).Write), TermsSheet.Rows(rows), FindingsSheet.Rows(rows), GuideSheet.Rows,
            MetaSheet.Rows(articles, rows, rows.Count, facts)]));
    }

    /// <summary>Writes a workbook where no translator's work can be lost: beside a file that was touched or is open, never over it.</summary>
    /// <returns>Where it was written, with a line to print when that is not <paramref name="path"/>.</returns>
    public static WrittenWorkbook WriteSafely(string path, IReadOnlyList<TranslatedArticle> articles, RunFacts facts, WorkbookOptions options)
    {
        var (free, reason) = FreePath(path);
        Write(free, articles, facts, options);
        return new(free, reason is null ? null : $"{path}: {reason}, so it was left alone; the new workbook is {Path.GetFileName(free)}");
    }

    /// <summary>Reads a workbook that came back, whichever program saved it last.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong with the file when the result is <c>null</c>.</param>
    /// <remarks>Streams the parts; bounded in time and memory for hostile files too.</remarks>
    public static ReviewedWorkbook? Read(string path, out Problem? problem)
    {
        try
        {
            problem = null;
            return ReviewReader.Read(path);
        }
        catch (Exception fault) when (ReviewReader.Explain(path, fault) is not null)
        {
            problem = ReviewReader.Explain(path, fault);
            return null;
        }
    }

    /// <summary>Whether a workbook is byte for byte what this program wrote. Any edit and any save by another program shows.</summary>
    public static bool IsUntouched(string path) => WorkbookStamp.IsIntact(path);

    /// <summary>Where a workbook may be written: the path itself, or the first of <c>a.md.2.xlsx</c>, <c>a.md.3.xlsx</c> ... that is free.</summary>
    /// <returns>The path, and why it is another one; <c>null</c> when it is not.</returns>
    internal static (string Path, string? Reason) FreePath(string path)
    {
        string? reason = null;
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? path
                : FormattableString.Invariant($"{path[..^Path.GetExtension(path).Length]}.{number}{Path.GetExtension(path)}");
            if (!File.Exists(candidate)) return (candidate, reason);
            if (IsOpen(candidate)) reason ??= "it is open in another program";
            else if (!IsUntouched(candidate)) reason ??= "it was changed since it was written";
            else return (candidate, reason);
        }
    }

    /// <summary>Writes a file beside its place and moves it there when it is complete.</summary>
    internal static void WriteWhole(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".part";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
                write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Excel puts "~$name" beside an open file, LibreOffice ".~lock.name#"; on Windows the file itself cannot be opened either.
    static bool IsOpen(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var name = Path.GetFileName(path);
        if (File.Exists(Path.Combine(folder, "~$" + name)) || File.Exists(Path.Combine(folder, $".~lock.{name}#"))) return true;
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }
}
