using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Translate.Articles;

namespace Translate.Cli;

/// <summary><c>run --dry-run</c>: what a run would do and what it would cost.</summary>
static class DryRun
{
    /// <returns>Whether there were problems.</returns>
    public static async Task<bool> RunAsync(Batch batch, IReadOnlyList<ArticleFile> files, RunSetup setup, bool json)
    {
        ConcurrentBag<Problem> problems = [];
        HashSet<(LanguagePair, string)> asked = [];
        SortedDictionary<Origin, int> origins = [];
        long characters = 0, plain = 0;
        var (articles, repeated) = (0, 0);
        await foreach (var draft in batch.DraftAsync(files, problems))
        {
            articles++;
            for (var i = 0; i < draft.Segments.Count; i++)
            {
                origins[draft.Segments[i].Origin] = origins.GetValueOrDefault(draft.Segments[i].Origin) + 1;
                if (Pipeline.QuestionFor(draft, i) is not { } question) continue;
                if (!asked.Add((question.Pair, question.Source.ToString()))) repeated++;
                else
                {
                    characters += setup.Engine?.CountCharacters(question) ?? question.Source.Text.Length;
                    plain += question.Source.Text.Length;
                }
            }
        }

        Estimate estimate = new(
            articles, origins.Values.Sum(), origins.GetValueOrDefault(Origin.MemoryExact), origins.GetValueOrDefault(Origin.Kept),
            repeated, asked.Count, characters, plain, setup.Engine);
        if (json) Console.WriteLine(JsonSerializer.Serialize(estimate.Facts(), JsonSerializerOptions.Web));
        else Console.WriteLine(estimate);
        foreach (var problem in problems) Terminal.Errors.WriteLine(problem.ToString());
        return !problems.IsEmpty;
    }

    sealed record Estimate(
        int Articles, int Segments, int Memory, int Kept, int Repeated, int Asked, long Characters, long Plain, Engines.ITranslationEngine? Engine)
    {
        int Requests => Engine is null ? 0 : (int)Math.Max(
            Engine.Limits.TextsPerRequest > 0 ? (Asked + Engine.Limits.TextsPerRequest - 1) / Engine.Limits.TextsPerRequest : 0,
            Engine.Limits.CharactersPerRequest > 0 ? (Characters + Engine.Limits.CharactersPerRequest - 1) / Engine.Limits.CharactersPerRequest : 0);

        double Minutes => Engine is { Limits.CharactersPerMinute: > 0 } ? Characters / (double)Engine.Limits.CharactersPerMinute : 0;

        public object Facts() => new
        {
            Articles, Segments, MemoryExact = Memory, Kept, Repeated, ToAsk = Asked, Characters, PlainCharacters = Plain,
            AtLeastRequests = Requests, AtLeastMinutes = Math.Round(Minutes, 1), Engine = Engine?.Name ?? "memory",
        };

        public override string ToString()
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"""
                {Articles:N0} articles, {Segments:N0} segments: {Memory:N0} from memory, {Kept:N0} kept as they are, {Repeated:N0} repeated, {Asked:N0} to ask
                {Characters:N0} characters to send at most for first questions ({Plain:N0} without markup); what earlier runs were answered costs nothing
                """);
            return Engine is null ? text + "\nno engine is configured: nothing would be asked"
                : text + string.Create(CultureInfo.InvariantCulture, $"\nengine {Engine.Name}: at least {Requests:N0} requests")
                    + (Minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $", at least {Minutes:N1} minutes at {Engine.Limits.CharactersPerMinute:N0} characters a minute") : "");
        }
    }
}
