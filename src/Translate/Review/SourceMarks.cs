using Translate.Articles;
using Translate.Packages;

namespace Translate.Review;

/// <summary>Where the notation of a text is marked: terms, suspicious places, tags.</summary>
static class SourceMarks
{
    /// <summary>The runs of a source cell; suspicious places win over terms, terms over tags.</summary>
    /// <param name="source">The text with its tags.</param>
    /// <param name="shown">Its notation, as the cell shows it.</param>
    /// <param name="terms">Ranges of terms in the text.</param>
    /// <param name="findings">Findings, some of which point into the text.</param>
    public static IReadOnlyList<TextRun> Of(TaggedText source, string shown, IReadOnlyList<RowTerm> terms, IReadOnlyList<Finding> findings)
    {
        if (shown.Length > CellText.Most || terms.Count == 0 && source.Tags.Count == 0 && !findings.Any(Suspicious)) return [];
        var looks = new RunLook?[shown.Length];
        if (source.Tags.Count > 0) MarkTags(source, shown, looks);
        foreach (var term in terms) Paint(source, shown, term.Range, RunLook.Term, looks);
        // A finding on the whole text (an empty target) points at no place in it.
        foreach (var finding in findings.Where(finding => Suspicious(finding) && finding.Source!.Value.Length < source.Text.Length)) Paint(source, shown, finding.Source!.Value, RunLook.Suspicious, looks);
        return Runs(looks);
    }

    static bool Suspicious(Finding finding) => finding.Source is { IsEmpty: false } && finding.Severity != Severity.Information;

    static void Paint(TaggedText source, string shown, TextRange range, RunLook look, RunLook?[] looks)
    {
        if (range.Start < 0 || range.End > source.Text.Length) return;
        var from = Place(source, shown, range.Start, opening: true);
        var to = Place(source, shown, range.End, opening: false);
        for (var at = from; at < to; at++)
            if (looks[at] != RunLook.Tag) looks[at] = look;
    }

    // Where a place of the text stands in the notation, which is longer by its tags and escapes.
    static int Place(TaggedText source, string shown, int position, bool opening)
    {
        if (shown.Length == source.Text.Length) return position;
        var tags = source.Tags.TakeWhile(tag => opening ? tag.Position <= position : tag.Position < position).ToList();
        return Math.Min(shown.Length, new TaggedText(source.Text[..position], tags).ToString().Length);
    }

    static void MarkTags(TaggedText source, string shown, RunLook?[] looks)
    {
        for (var i = 0; i < source.Tags.Count; i++)
        {
            var end = Math.Min(shown.Length,
                new TaggedText(source.Text[..source.Tags[i].Position], [.. source.Tags.Take(i + 1)]).ToString().Length);
            Array.Fill(looks, RunLook.Tag, Math.Max(0, end - source.Tags[i].Shown.Length), Math.Min(end, source.Tags[i].Shown.Length));
        }
    }

    static List<TextRun> Runs(RunLook?[] looks)
    {
        List<TextRun> runs = [];
        for (var at = 0; at < looks.Length;)
        {
            var end = at + 1;
            while (end < looks.Length && looks[end] == looks[at]) end++;
            if (looks[at] is { } look) runs.Add(new(new(at, end), look));
            at = end;
        }

        return runs;
    }
}
