using Translate.Articles;
using Translate.Engines;

namespace Translate.Tests.Engines;

/// <summary>An engine without a network, for what the packer does: it answers with the source in brackets, or throws what it is told.</summary>
sealed class ScriptedEngine(EngineLimits limits) : ITranslationEngine
{
    readonly Queue<EngineException> _faults = new();

    public ScriptedEngine() : this(new(50, 50_000, 0, 8))
    {
    }

    /// <summary>Every request's texts.</summary>
    public List<IReadOnlyList<string>> Requests { get; } = [];

    /// <summary>Decides by the texts of a request whether it fails.</summary>
    public Func<IReadOnlyList<string>, EngineException?> Refuse { get; set; } = _ => null;

    /// <summary>What a request waits for before it is answered.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    public string Name => "scripted";

    public string Settings => "";

    public EngineLimits Limits => limits;

    public void Fail(params IEnumerable<EngineException> faults)
    {
        foreach (var fault in faults) _faults.Enqueue(fault);
    }

    public int CountCharacters(Question question) => question.Source.Text.Length;

    public string TermsAsked(Question question) => string.Join('|', question.Terms.Select(term => term.Required));

    public string RequestKind(Question question) => question.Source.Tags.Count > 0 ? "html" : "plain";

    public async Task<IReadOnlyList<EngineReply>> TranslateAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        EngineException? fault;
        lock (Requests)
        {
            Requests.Add([.. questions.Select(question => question.Source.Text)]);
            if (!_faults.TryDequeue(out fault)) fault = Refuse(Requests[^1]);
        }

        await Before().WaitAsync(ct);
        if (fault is not null) throw fault;
        return [.. questions.Select(question => new EngineReply(TaggedText.Plain($"[{question.Source.Text}]"), CountCharacters(question)))];
    }
}
