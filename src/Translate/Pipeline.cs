using Translate.Articles;
using Translate.Checks;
using Translate.Engines;
using Translate.Glossaries;
using Translate.Memory;
using Translate.Segments;

namespace Translate;

/// <summary>What a run may be told about its stages.</summary>
/// <param name="MinMatch">Lowest score in per cent at which a memory match is shown; 1-100.</param>
/// <param name="Prefill">Lowest score at which a match fills the target as a draft when no engine is asked; 1-100.</param>
/// <param name="MostCharacters">
/// Characters that an article may send, markup and second questions included, as a multiple of its plain source. First questions are
/// never held back; second ones are, the dearest first, and what is not asked again stays a finding. Holds on average over
/// articles, so it is a little below the 1.3 that a batch may send.
/// </param>
/// <param name="ViaSimplified">Asks the engine for Simplified Chinese where Traditional is wanted from another language, and converts.</param>
public sealed record PipelineOptions(int MinMatch = 75, int Prefill = 85, double MostCharacters = 1.28, bool ViaSimplified = false);

/// <summary>An article in, its checked translation out. The stages stand in the order in which they run.</summary>
/// <param name="cleaner">Repairs damaged text.</param>
/// <param name="segmenter">Cuts blocks into segments.</param>
/// <param name="glossary">All layers together.</param>
/// <param name="memory">Reviewed pairs.</param>
/// <param name="engine">What is asked for the rest; <c>null</c>: memory and glossary alone.</param>
/// <param name="checker">The checks.</param>
/// <param name="options">Thresholds.</param>
public sealed class Pipeline(
    Cleaner cleaner, Segmenter segmenter, Glossary glossary, TranslationMemory memory, RequestPacker? engine, Checker checker,
    PipelineOptions options)
{
    const int MostReferences = 5; // What api-version 2026-06-06 takes as referenceTextPairs.

    readonly SimplifiedDetour? _detour = options.ViaSimplified ? new(glossary) : null;

    /// <summary>Translates one article; several may run side by side.</summary>
    /// <param name="article">As read.</param>
    /// <param name="pair">From which language to which.</param>
    /// <param name="ct">Stops it; what the engine answered before is kept.</param>
    /// <exception cref="EngineException">The engine failed for good; what it answered before is kept.</exception>
    public async Task<TranslatedArticle> TranslateAsync(Article article, LanguagePair pair, CancellationToken ct)
    {
        var clean = cleaner.Clean(article);
        var drafts = RecallFromMemory(MatchTerms(segmenter.Split(clean), pair), clean, pair);
        var answered = await AskEngineAsync(drafts, pair, ct);
        var insisted = await InsistOnTermsAsync(answered, clean, pair, ct);
        return new(clean, pair, RunChecks(insisted, clean, pair));
    }

    /// <summary>Sends nothing more. Articles end as soon as nothing of theirs is on its way; those that miss answers are cancelled.</summary>
    public void Stop() => engine?.Stop();

    /// <summary>What a run would do without asking anyone: every stage up to the engine.</summary>
    public TranslatedArticle Draft(Article article, LanguagePair pair)
    {
        var clean = cleaner.Clean(article);
        return new(clean, pair, RecallFromMemory(MatchTerms(segmenter.Split(clean), pair), clean, pair));
    }

    /// <summary>The question an engine would be asked for a draft's segment; <c>null</c> when nobody needs to be asked.</summary>
    public Question? QuestionFor(TranslatedArticle draft, int index) =>
        NeedsAnswer(draft.Segments[index]) ? Ask(draft.Segments, index, draft.Pair) : null;

    List<TranslatedSegment> MatchTerms(IReadOnlyList<Segment> segments, LanguagePair pair)
    {
        var finder = glossary.For(pair);
        return [.. segments.Select(segment => new TranslatedSegment(
            segment, finder.Find(segment.Source), TaggedText.None, SegmentStatus.Todo, Origin.Empty, "", null, null, []))];
    }

    List<TranslatedSegment> RecallFromMemory(List<TranslatedSegment> segments, Article clean, LanguagePair pair) =>
        new JoinedSegments(clean, pair).Recall([.. segments.Select((segment, i) => Untranslatable.Is(segment.Segment.Source, segment.Terms, pair)
            ? segment with { Target = segment.Segment.Tagged, Status = SegmentStatus.Draft, Origin = Origin.Kept }
            : Recall(segment, new(segment.Segment.Tagged, pair, SourceAt(segments, i - 1), SourceAt(segments, i + 1))))], memory);

    TranslatedSegment Recall(TranslatedSegment segment, MemoryQuery query)
    {
        var matches = memory.Find(query, options.MinMatch, MostReferences);
        if (matches.Count == 0) return segment;
        var best = matches[0];
        var recalled = segment with { Match = best, References = matches };
        if (best.Score >= 100)
            return recalled with { Target = best.Target, Status = SegmentStatus.Draft, Origin = Origin.MemoryExact, OriginName = best.Provenance };
        if (engine is null && best.Score >= options.Prefill)
            return recalled with { Target = best.Target, Status = SegmentStatus.Draft, Origin = Origin.MemoryFuzzy, OriginName = best.Provenance };
        return recalled;
    }

    async Task<List<TranslatedSegment>> AskEngineAsync(List<TranslatedSegment> drafts, LanguagePair pair, CancellationToken ct)
    {
        if (engine is null) return drafts;
        var open = Indices(drafts, NeedsAnswer);
        List<Question> questions = [.. open.Select(i => Ask(drafts, i, pair))];
        var answers = await engine.AskAsync(questions, ct);
        var answered = drafts.ToList();
        foreach (var (index, question, answer) in open.Zip(questions, answers))
            answered[index] = Answered(drafts[index], Wanted(answer, pair)) with { AsSent = engine.CountCharacters(question) };
        return answered;
    }

    /// <summary>Asks once more, in a stronger form, where a term was not honoured; keeps whichever answer has fewer findings.</summary>
    async Task<List<TranslatedSegment>> InsistOnTermsAsync(
        List<TranslatedSegment> answered, Article clean, LanguagePair pair, CancellationToken ct)
    {
        if (engine is null) return answered;
        var missing = answered.Select(segment => IsMachine(segment) ? MissingTerms(segment, pair) : []).ToList();
        var complaints = Affordable(
            [.. Indices(answered, (_, i) => missing[i].Count > 0)
                .Select(i => (i, Ask(answered, i, pair, new(answered[i].Target, missing[i]))))],
            [.. Indices(answered, IsMachine).Select(i => Ask(answered, i, pair))]);
        if (complaints.Count == 0) return answered;
        var answers = await engine.AskAsync([.. complaints.Select(complaint => complaint.Question)], ct);
        var insisted = answered.ToList();
        foreach (var ((index, question), answer) in complaints.Zip(answers))
            insisted[index] = Better(answered[index], Wanted(answer, pair), clean, pair) with
            {
                AsSent = answered[index].AsSent + engine.CountCharacters(question),
            };
        return insisted;
    }

    /// <summary>The second questions that the article's share of characters allows: the cheapest for a term first.</summary>
    /// <remarks>Counted from the questions, not from what was paid, so that a run that goes on decides as one that never stopped.</remarks>
    List<(int Index, Question Question)> Affordable(List<(int Index, Question Question)> complaints, List<Question> first)
    {
        var left = Math.Max(0, engine!.AllowanceForSecond(first, options.MostCharacters));
        List<(int Index, Question Question)> affordable = [];
        foreach (var complaint in complaints.OrderBy(complaint =>
            engine.CountCharacters(complaint.Question) / (double)complaint.Question.Complaint!.Missing.Count).ThenBy(complaint => complaint.Index))
        {
            var cost = engine.CountCharacters(complaint.Question);
            // The rest of a short article's share would help nobody: a question of three times as much is asked in one article of three.
            if (cost <= left || Lot(complaint.Question.Source.Text) * cost < left) affordable.Add(complaint);
            left -= cost;
            if (left <= 0) break;
        }

        return affordable;
    }

    /// <summary>A number from 0 to 1 that is the same for a text in every run.</summary>
    static double Lot(string text) => text.Aggregate(2166136261u, (hash, unit) => (hash ^ unit) * 16777619u) / (double)uint.MaxValue;

    TranslatedSegment Better(TranslatedSegment first, Answer second, Article clean, LanguagePair pair)
    {
        var use = first.Use + new EngineUse(0, 0, 0, second.Origin == Origin.New ? 1 : 0, second.Characters);
        if (second.Target is null) return first with { Use = use };
        var other = first with { Target = second.Target, Machine = second.Target.ToString() };
        var (before, after) = (Weigh(first), Weigh(other));
        // A term is not worth a fault elsewhere: the rest must not get worse for it.
        return (after.All < before.All && after.Others <= before.Others ? other : first) with { Use = use };

        (int All, int Others) Weigh(TranslatedSegment segment)
        {
            var (all, others) = (0, 0);
            foreach (var finding in checker.Check(InputFor(segment, clean, pair)))
            {
                var weight = finding.Severity == Severity.Error ? 20 : 2 * (int)finding.Severity;
                // A blank too many is mended faster than a wrong term.
                var isTypography = finding.Code.StartsWith("TYP-", StringComparison.Ordinal);
                all += isTypography ? weight / 2 : weight;
                if (!isTypography && !finding.Code.StartsWith("TRM-", StringComparison.Ordinal)) others += weight;
            }

            return (all, others);
        }
    }

    static List<TermMatch> MissingTerms(TranslatedSegment segment, LanguagePair pair) =>
        [.. TermVerifier.Verify(segment.Terms, segment.Segment.Source, segment.Target.Text, pair)
            .Where(verdict => verdict.Match.Entry.Status == ConceptStatus.Approved
                && verdict.Status is TermStatus.Missing or TermStatus.Forbidden)
            .Select(verdict => verdict.Match)];

    TranslatedSegment Answered(TranslatedSegment segment, Answer answer) => segment with
    {
        Target = answer.Target ?? TaggedText.None,
        Status = answer.Target is null ? SegmentStatus.Todo : SegmentStatus.Draft,
        Origin = answer.Origin,
        OriginName = engine!.EngineName,
        Machine = answer.Target?.ToString(),
        EngineError = answer.Error,
        Use = new(answer.Origin == Origin.New ? 1 : 0, answer.Characters, answer.Origin == Origin.New ? segment.Segment.Source.Length : 0, 0, 0),
    };

    List<TranslatedSegment> RunChecks(List<TranslatedSegment> segments, Article clean, LanguagePair pair)
    {
        JoinedSegments joined = new(clean, pair);
        var alone = Indices(segments, segment => segment.Status != SegmentStatus.Joined);
        var findings = checker.CheckArticle([.. alone.Select(i => InputFor(joined.AsOne(segments, i, glossary.For(pair).Find), clean, pair))]);
        var checkedSegments = segments.ToList();
        foreach (var (index, found) in alone.Zip(findings)) checkedSegments[index] = segments[index] with { Findings = found };
        return checkedSegments;
    }

    static CheckInput InputFor(TranslatedSegment segment, Article clean, LanguagePair pair) => new(
        pair, segment.Segment.Tagged, segment.Target, segment.Terms, DamageIn(segment.Segment, clean), segment.Segment.Kind);

    /// <summary>What cleaning could not mend inside a segment; the reviewer is told.</summary>
    static List<Repair> DamageIn(Segment segment, Article clean)
    {
        var open = clean.Repairs.Where(repair => repair.Block == segment.Block && IsDamage(repair)).ToList();
        if (open.Count == 0) return [];
        var input = clean.Blocks.First(block => block.Number == segment.Block).Map.ToInput(segment.Range);
        return [.. open.Where(repair => repair.Range.Overlaps(input))];
    }

    // Widths, and entities that may be spoken of, are habits of the page that the Cleaning sheet shows; they damage nothing.
    static bool IsDamage(Repair repair) => repair.State != RepairState.Applied && repair.Kind is not ("half-width" or "full-width" or "entity");

    Question Ask(IReadOnlyList<TranslatedSegment> segments, int index, LanguagePair pair, Complaint? complaint = null)
    {
        Question question = new(
            segments[index].Segment.Tagged, pair, segments[index].Terms, segments[index].References,
            SourceAt(segments, index - 1), SourceAt(segments, index + 1), complaint);
        return _detour?.Out(question) ?? question;
    }

    Answer Wanted(Answer answer, LanguagePair pair) => _detour is null ? answer : SimplifiedDetour.Back(answer, pair);

    static bool NeedsAnswer(TranslatedSegment segment) => segment.Origin == Origin.Empty;

    static bool IsMachine(TranslatedSegment segment) =>
        segment.Origin is Origin.New or Origin.AnsweredEarlier or Origin.Repeated;

    static string? SourceAt(IReadOnlyList<TranslatedSegment> segments, int index) =>
        index >= 0 && index < segments.Count ? segments[index].Segment.Source : null;

    static List<int> Indices(List<TranslatedSegment> segments, Func<TranslatedSegment, bool> wanted) =>
        Indices(segments, (segment, _) => wanted(segment));

    static List<int> Indices(List<TranslatedSegment> segments, Func<TranslatedSegment, int, bool> wanted) =>
        [.. Enumerable.Range(0, segments.Count).Where(i => wanted(segments[i], i))];
}
