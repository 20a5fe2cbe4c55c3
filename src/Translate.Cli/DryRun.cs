using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Translate.Articles;
using Translate.Engines;

namespace Translate.Cli;

/// <summary><c>run --dry-run</c>: what a run would do and what it would cost.</summary>
/// <param name="batch">Reads and drafts the articles.</param>
/// <param name="pipeline">Says what would be asked.</param>
/// <param name="setup">What the run works with.</param>
/// <param name="price">Price of a million characters; <c>null</c> when none is configured.</param>
/// <param name="currency">Its currency, for people.</param>
sealed class DryRun(Batch batch, Pipeline pipeline, RunSetup setup, decimal? price, string currency)
{
    readonly HashSet<(LanguagePair, string)> _asked = [];
    readonly SortedDictionary<Origin, int> _origins = [];
    long _characters, _plain;
    int _articles;

    /// <returns>Whether there were problems.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<ArticleFile> files, ParseResult parsed, IAnsiConsole errors, CancellationToken ct)
    {
        ConcurrentBag<Problem> problems = [];
        await foreach (var draft in batch.DraftAsync(files, problems, ct)) Count(draft);
        Estimate estimate = new(_articles, _origins, _characters, _plain, setup.Engine, price, currency);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue<bool>("--json")) output.WriteLine(JsonSerializer.Serialize(estimate.Facts(), JsonSerializerOptions.Web));
        else output.WriteLine(estimate);
        foreach (var problem in problems.OrderBy(problem => problem.File, StringComparer.Ordinal)) errors.WriteLine(problem.ToString());
        return !problems.IsEmpty;
    }

    void Count(TranslatedArticle draft)
    {
        _articles++;
        for (var i = 0; i < draft.Segments.Count; i++)
        {
            var origin = pipeline.QuestionFor(draft, i) is { } question ? Ask(question) : draft.Segments[i].Origin;
            _origins[origin] = _origins.GetValueOrDefault(origin) + 1;
        }
    }

    /// <summary>Where the answer to a question would come from.</summary>
    Origin Ask(Question question)
    {
        if (setup.Packer?.IsAnswered(question) == true) return Origin.AnsweredEarlier;
        if (!_asked.Add((question.Pair, question.Source.ToString()))) return Origin.Repeated;
        _characters += setup.Engine?.CountCharacters(question) ?? question.Source.Text.Length;
        _plain += question.Source.Text.Length;
        return Origin.New;
    }

    sealed record Estimate(
        int Articles, IReadOnlyDictionary<Origin, int> Origins, long Characters, long Plain, ITranslationEngine? Engine, decimal? PerMillion, string Currency)
    {
        int Asked => Origins.GetValueOrDefault(Origin.New);

        int Requests => Engine is null ? 0 : (int)Math.Max(
            Engine.Limits.TextsPerRequest > 0 ? (Asked + Engine.Limits.TextsPerRequest - 1) / Engine.Limits.TextsPerRequest : 0,
            Engine.Limits.CharactersPerRequest > 0 ? (Characters + Engine.Limits.CharactersPerRequest - 1) / Engine.Limits.CharactersPerRequest : 0);

        double Minutes => Engine is { Limits.CharactersPerMinute: > 0 } ? Characters / (double)Engine.Limits.CharactersPerMinute : 0;

        decimal? Price => Engine is null ? null : PerMillion * Characters / 1_000_000;

        public object Facts() => new
        {
            Articles,
            Segments = Origins.Values.Sum(),
            MemoryExact = Origins.GetValueOrDefault(Origin.MemoryExact),
            MemoryFuzzy = Origins.GetValueOrDefault(Origin.MemoryFuzzy),
            Kept = Origins.GetValueOrDefault(Origin.Kept),
            Repeated = Origins.GetValueOrDefault(Origin.Repeated),
            AnsweredEarlier = Origins.GetValueOrDefault(Origin.AnsweredEarlier),
            ToAsk = Asked,
            Characters,
            PlainCharacters = Plain,
            AtLeastRequests = Requests,
            AtLeastMinutes = Math.Round(Minutes, 1),
            Price = Price is { } price ? Math.Round(price, 4) : (decimal?)null,
            Currency,
            Engine = Engine?.Name ?? "memory",
        };

        public override string ToString()
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"""
                {Articles:N0} articles, {Origins.Values.Sum():N0} segments: {Origins.GetValueOrDefault(Origin.MemoryExact):N0} from memory, {Origins.GetValueOrDefault(Origin.MemoryFuzzy):N0} as drafts from similar pairs, {Origins.GetValueOrDefault(Origin.Kept):N0} kept as they are, {Origins.GetValueOrDefault(Origin.AnsweredEarlier):N0} answered earlier, {Origins.GetValueOrDefault(Origin.Repeated):N0} repeated, {Asked:N0} to ask
                {Characters:N0} characters to send for first questions ({Plain:N0} without markup); second questions for missed terms come on top
                """);
            if (Engine is null) return text + "\nno engine is asked: these would stay empty, at no cost";
            text += string.Create(CultureInfo.InvariantCulture, $"\nengine {Engine.Name}: at least {Requests:N0} requests");
            if (Minutes > 0) text += string.Create(CultureInfo.InvariantCulture, $", at least {Minutes:N1} minutes at {Engine.Limits.CharactersPerMinute:N0} characters a minute");
            return Price is { } price ? text + string.Create(CultureInfo.InvariantCulture, $"\nprice {price:N2} {Currency} at {PerMillion:0.##} a million characters").TrimEnd() : text;
        }
    }
}
