namespace Translate.Cli;

/// <summary>The folder that workbooks are written to.</summary>
static class OutputFolder
{
    /// <summary>Makes it and tries it, before anything is paid for.</summary>
    /// <exception cref="UsageException">It cannot be made or written to.</exception>
    public static void Check(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".translate-{Guid.NewGuid():n}");
            File.WriteAllText(trial, "");
            File.Delete(trial);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--output {folder}: workbooks cannot be written there ({fault.Message.TrimEnd('.')}); name another folder");
        }
    }
}
