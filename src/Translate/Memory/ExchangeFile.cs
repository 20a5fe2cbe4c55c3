namespace Translate.Memory;

/// <summary>Files that go to other tools and come from them.</summary>
static class ExchangeFile
{
    /// <summary>Opens a file to be read once from start to end, also while another program has it open; <c>null</c> when it cannot be, which is told.</summary>
    public static FileStream? Open(string path, ICollection<Problem> problems)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new("TM001", path, 0, "cannot be opened; check its name and permissions"));
            return null;
        }
    }

    /// <summary>Writes a file that appears whole or not at all.</summary>
    /// <exception cref="IOException">The folder is absent, full or may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = path + ".part";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create)) write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
