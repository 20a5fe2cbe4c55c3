namespace Translate.Glossaries;

/// <summary>Finds a glossary's terms in texts of one language; made by <see cref="Glossary.For"/>, safe for several threads.</summary>
/// <remarks>
/// Leftmost-longest on folded text: of the terms that could stand somewhere, the one that starts first wins, of those the
/// longest, and what overlaps it is passed over. Concepts with one form are all reported, with one range. A proposed concept
/// never takes the place of an approved one.
/// </remarks>
public sealed class TermFinder
{
    [ThreadStatic]
    static TermScan? s_scan;

    readonly FormIndex _index;
    readonly TermContext?[] _contexts;
    readonly TargetForms?[] _targets;

    internal TermFinder(IReadOnlyList<TermEntry> entries, LanguagePair pair)
    {
        (Entries, Pair) = (entries, pair);
        List<TermForm> forms = new(entries.Count * 2);
        _contexts = new TermContext?[entries.Count];
        _targets = new TargetForms?[entries.Count];
        var tags = LanguagePair.Fallbacks(pair.Source);
        var english = LanguagePair.Language(pair.Source) != "zh";
        for (var i = 0; i < entries.Count; i++)
        {
            if (Source(entries[i], tags) is not { } source) continue;
            TermFormCompiler.Add(entries[i], i, source, english, forms);
            var unless = source.Unless;
            if (!english && entries[i].In(pair.Target) is { } target)
            {
                TermFormCompiler.AddForeign(entries[i], i, source, target, forms);
                if (target.Unless.Count > 0) unless = [.. unless, .. target.Unless];
            }

            _contexts[i] = TermContext.Of(source, unless, i);
        }

        _index = new(forms, entry => _contexts[entry] is null && entries[entry].Status != ConceptStatus.Proposed);
    }

    /// <summary>The concepts that are looked for.</summary>
    public IReadOnlyList<TermEntry> Entries { get; }

    /// <summary>The languages it serves.</summary>
    public LanguagePair Pair { get; }

    internal FormIndex Index => _index;

    /// <summary>The terms of a text, in order.</summary>
    /// <param name="source">NFC-normalised text of the pair's source language.</param>
    public IReadOnlyList<TermMatch> Find(string source)
    {
        List<TermMatch> matches = [];
        Find(source.AsSpan(), matches);
        return matches;
    }

    /// <summary>Finds the terms of a text without copying it; for loops over many segments.</summary>
    /// <param name="source">NFC-normalised text.</param>
    /// <param name="matches">Receives the matches in order; not cleared first.</param>
    /// <remarks>Time is linear in the length of the text. Nothing is allocated but the matches themselves, and what a slot's number needs.</remarks>
    public void Find(ReadOnlySpan<char> source, List<TermMatch> matches)
    {
        foreach (var hit in Scan(source)) matches.Add(ToMatch(hit, source));
    }

    /// <summary>Everything that could be a term in a text, and why it is one or not; for people who tend a glossary.</summary>
    public IReadOnlyList<TermCandidate> Explain(string source)
    {
        List<TermCandidate> candidates = [];
        var scan = s_scan ??= new();
        scan.Explain(this, source, candidates);
        return [.. candidates.OrderBy(candidate => candidate.Range.Start).ThenBy(candidate => candidate.Outcome).ThenByDescending(candidate => candidate.Range.Length)];
    }

    /// <summary>Finds terms without making matches of them; the result is overwritten by the thread's next search.</summary>
    internal ReadOnlySpan<TermHit> Scan(ReadOnlySpan<char> source)
    {
        var scan = s_scan ??= new();
        return scan.Find(this, source);
    }

    internal TermContext? ContextOf(int entry) => _contexts[entry];

    internal TargetForms TargetsOf(int entry) => _targets[entry] ??= TargetForms.Of(Entries[entry], Pair);

    TermMatch ToMatch(in TermHit hit, ReadOnlySpan<char> source)
    {
        var range = new TextRange(hit.Start, hit.End);
        var targets = TargetsOf(hit.Entry);
        var entry = targets.Entry;
        if (hit.Number is null)
            return targets.KeepsSource ? new(entry, range, AsWritten(entry, source[hit.Start..hit.End]), []) : new(entry, range, targets.Required, targets.Admitted);
        var (required, admitted) = targets.Fill(hit.Number);
        return new(entry, range, required, admitted, hit.Number);
    }

    /// <summary>A stretch of the source as a string: the glossary's own where it is the same.</summary>
    static string AsWritten(TermEntry entry, ReadOnlySpan<char> written)
    {
        foreach (var forms in entry.Forms)
            if (written.SequenceEqual(forms.Preferred)) return forms.Preferred;
        return written.ToString();
    }

    static TermForms? Source(TermEntry entry, IReadOnlyList<string> tags)
    {
        foreach (var tag in tags)
            foreach (var forms in entry.Forms)
                if (forms.Preferred.Length > 0 && forms.Language.Equals(tag, StringComparison.OrdinalIgnoreCase)) return forms;
        return null;
    }
}
