using System.Runtime.InteropServices;
using Translate.Numbers;

namespace Translate.Glossaries;

/// <summary>Finds a glossary's terms in texts of one language; made by <see cref="Glossary.For"/>, safe for several threads.</summary>
/// <remarks>
/// Leftmost-longest on folded text: of the terms that could stand somewhere, the one that starts first wins, of those the
/// longest, and what overlaps it is passed over. Concepts with one form are all reported, with one range. A proposed concept
/// never takes the place of an approved one.
/// </remarks>
public sealed class TermFinder
{
    // Fewer are ready sooner than other processors are at work.
    const int LeastToShareOut = 5_000;

    [ThreadStatic]
    static TermScan? s_scan;

    readonly FormIndex _index;
    readonly TermContext?[] _contexts;
    readonly TargetForms?[] _targets;

    // Made with the first match: whoever only counts hits needs none.
    KnownMatch[]? _known;

    internal TermFinder(IReadOnlyList<TermEntry> entries, LanguagePair pair)
    {
        (Entries, Pair) = (entries, pair);
        _contexts = new TermContext?[entries.Count];
        _targets = new TargetForms?[entries.Count];
        var isConditional = new bool[entries.Count];
        var parts = new List<TermForm>[entries.Count < LeastToShareOut ? 1 : Environment.ProcessorCount];
        Parallel.For(0, parts.Length, part =>
        {
            var (start, end) = ((int)((long)entries.Count * part / parts.Length), (int)((long)entries.Count * (part + 1) / parts.Length));
            parts[part] = Compile(start, end, isConditional);
        });
        _index = new(parts, isConditional);
    }

    /// <summary>Makes the forms of some concepts ready, and notes their contexts.</summary>
    List<TermForm> Compile(int start, int end, bool[] isConditional)
    {
        List<TermForm> forms = new((end - start) * 2);
        var (tags, targetTags) = (LanguagePair.Fallbacks(Pair.Source), LanguagePair.Fallbacks(Pair.Target));
        var english = LanguagePair.Language(Pair.Source) != "zh";
        for (var i = start; i < end; i++)
        {
            var entry = Entries[i];
            if (Forms(entry, tags) is not { } source) continue;
            TermFormCompiler.Add(entry, i, source, english, forms);
            var unless = source.Unless;
            if (!english && Forms(entry, targetTags) is { } target)
            {
                TermFormCompiler.AddForeign(entry, i, source, target, forms);
                if (target.Unless.Count > 0) unless = [.. unless, .. target.Unless];
            }

            _contexts[i] = TermContext.Of(source, unless, i);
            isConditional[i] = _contexts[i] is not null || entry.Status == ConceptStatus.Proposed;
        }

        return forms;
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
        var scan = s_scan ??= new();
        var terms = scan.Find(this, source);
        if (terms.IsEmpty) return;
        var known = _known ??= new KnownMatch[Entries.Count];
        // All are asked for before the first is needed, so that they are waited for together.
        if (_index.IsLarge)
            foreach (ref readonly var term in terms) scan.Touched += known[term.Entry].Match.Range.Start;
        var matched = matches.Count;
        CollectionsMarshal.SetCount(matches, matched + terms.Length);
        var added = CollectionsMarshal.AsSpan(matches)[matched..];
        for (var i = 0; i < added.Length; i++) added[i] = ToMatch(terms[i], scan.NumberOf(terms[i]), source, ref known[terms[i].Entry]);
    }

    /// <summary>Everything that could be a term in a text, and why it is one or not; for people who tend a glossary.</summary>
    public IReadOnlyList<TermCandidate> Explain(string source)
    {
        List<TermCandidate> candidates = [];
        var scan = s_scan ??= new();
        scan.Explain(this, source, candidates);
        // Keys of two lengths may lead to one bucket; then a form is looked at twice.
        return [.. candidates.Distinct().OrderBy(candidate => candidate.Range.Start).ThenBy(candidate => candidate.Outcome).ThenByDescending(candidate => candidate.Range.Length)];
    }

    /// <summary>Finds terms without making matches of them; the result is overwritten by the thread's next search.</summary>
    internal ReadOnlySpan<TermPlace> Scan(ReadOnlySpan<char> source)
    {
        var scan = s_scan ??= new();
        return scan.Find(this, source);
    }

    internal TermContext? ContextOf(int entry) => _contexts[entry];

    internal TargetForms TargetsOf(int entry) => _targets[entry] ??= TargetForms.Of(Entries[entry], Pair);

    TermMatch ToMatch(in TermPlace term, Quantity? number, ReadOnlySpan<char> source, ref KnownMatch known)
    {
        var range = new TextRange(term.Start, term.End);
        if (number is null && Volatile.Read(ref known.IsKnown)) return known.Match with { Range = range };
        var targets = TargetsOf(term.Entry);
        var entry = targets.Entry;
        if (number is not null)
        {
            var (required, admitted) = targets.Fill(number);
            return new(entry, range, required, admitted, number);
        }

        if (targets.KeepsSource) return new(entry, range, AsWritten(entry, source[term.Start..term.End]), []);
        known.Match = new(entry, range, targets.Required, targets.Admitted);
        Volatile.Write(ref known.IsKnown, true);
        return known.Match with { Range = range };
    }

    /// <summary>A stretch of the source as a string: the glossary's own where it is the same.</summary>
    static string AsWritten(TermEntry entry, ReadOnlySpan<char> written)
    {
        foreach (var forms in entry.Forms)
            if (written.SequenceEqual(forms.Preferred)) return forms.Preferred;
        return written.ToString();
    }

    static TermForms? Forms(TermEntry entry, IReadOnlyList<string> tags)
    {
        foreach (var tag in tags)
            foreach (var forms in entry.Forms)
                if (forms.Preferred.Length > 0 && forms.Language.Equals(tag, StringComparison.OrdinalIgnoreCase)) return forms;
        return null;
    }

    /// <summary>The match of a concept without a slot, which is the same wherever it stands but for its range.</summary>
    struct KnownMatch
    {
        public TermMatch Match;

        // Set after the match, so that no other thread reads half of it; two that write it write the same.
        public bool IsKnown;
    }
}
