using System.Collections.Concurrent;
using System.Diagnostics;
using Translate.Cli;
using Translate.FakeServices;

namespace Translate.Tests.Cli;

/// <summary>The built command line as a process of its own.</summary>
sealed class RunProcess : IDisposable
{
    readonly Process _process;
    readonly ConcurrentQueue<string> _errors = [], _output = [];

    RunProcess(Process process) => _process = process;

    public IReadOnlyCollection<string> Errors => _errors;

    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Starts it in a folder, with no engine configured but the one given.</summary>
    public static RunProcess Start(string folder, FakeAzure? azure, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Translate.Cli.exe" : "Translate.Cli");
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var variable in EngineChoice.Automatic.SelectMany(engine => engine.Variables).Append("TRANSLATE_ENGINE")) start.Environment.Remove(variable);
        if (azure is not null)
        {
            start.Environment["AZURE_TRANSLATOR_ENDPOINT"] = azure.Url.ToString();
            start.Environment["AZURE_TRANSLATOR_KEY"] = "imitation-key";
        }

        RunProcess run = new(new() { StartInfo = start });
        run._process.ErrorDataReceived += (_, line) => run._errors.Enqueue(line.Data ?? "");
        run._process.OutputDataReceived += (_, line) => run._output.Enqueue(line.Data ?? "");
        run._process.Start();
        run._process.BeginErrorReadLine();
        run._process.BeginOutputReadLine();
        return run;
    }

    /// <summary>Waits for something to become true while the process lives.</summary>
    public async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            Assert.False(_process.HasExited, string.Join('\n', _errors));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Kill() => _process.Kill();

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
