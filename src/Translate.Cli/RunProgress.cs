using System.Globalization;
using Spectre.Console;

namespace Translate.Cli;

/// <summary>Tells people how far a run is: a bar on a terminal, a line every few seconds elsewhere. All of it on stderr.</summary>
sealed class RunProgress(IAnsiConsole console, int articles, RequestPacker? packer, TimeProvider time) : IProgress<ArticleReport>
{
    static readonly TimeSpan s_between = TimeSpan.FromSeconds(5);

    readonly long _start = time.GetTimestamp();
    int _done;
    int _segments;

    public void Report(ArticleReport value)
    {
        Interlocked.Increment(ref _done);
        Interlocked.Add(ref _segments, value.Segments.Values.Sum());
        if (value.Problem is { } problem) console.WriteLine(problem.ToString());
    }

    /// <summary>Shows progress while a run is under way.</summary>
    public async Task<T> ShowAsync<T>(Task<T> run)
    {
        if (console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal)
            await ShowBarAsync(run);
        else
            while (await Task.WhenAny(run, Task.Delay(s_between, time)) != run) console.WriteLine(Line());
        return await run;
    }

    Task ShowBarAsync(Task run) => console.Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask("articles", maxValue: articles);
            while (await Task.WhenAny(run, Task.Delay(100)) != run)
            {
                bar.Value = _done;
                bar.Description = Markup.Escape(Line());
            }

            bar.Value = _done;
        });

    string Line()
    {
        var elapsed = time.GetElapsedTime(_start);
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{_done:N0} of {articles:N0} articles, {_segments:N0} segments, {_segments / Math.Max(1, elapsed.TotalSeconds):N0} a second");
        if (_done > 0 && _done < articles)
            line += string.Create(CultureInfo.InvariantCulture, $", {Short(elapsed * ((articles - _done) / (double)_done))} left");
        if (packer?.Progress is not { } engine) return line;
        line += string.Create(CultureInfo.InvariantCulture, $", {engine.Characters:N0} characters sent");
        return engine.Waiting.Length == 0 ? line : $"{line}; {engine.Waiting}, {Short(engine.WaitLeft)}";
    }

    static string Short(TimeSpan span) => span.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds)} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes)} min");
}
