using System.Text;

/// <summary>A plain text that a command was given: a file, or <c>-</c> for standard input.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="Text">Its text.</param>
sealed record TextInput(string Name, string Text)
{
    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all inputs that can be read and says on stderr what cannot; the exit code is 1 then.</summary>
    public static (IReadOnlyList<TextInput> Inputs, int ExitCode) ReadAll(IEnumerable<string> names, TextWriter error)
    {
        List<TextInput> inputs = [];
        var exitCode = 0;
        foreach (var name in names)
        {
            try
            {
                inputs.Add(new(name, Read(name)));
            }
            catch (DecoderFallbackException)
            {
                Refuse($"{name} is not UTF-8; save it as UTF-8, or clean it first: translate text clean {name}");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Refuse($"{name} cannot be read: {fault.Message}");
            }
        }

        return (inputs, exitCode);

        void Refuse(string message)
        {
            error.WriteLine(message);
            exitCode = 1;
        }
    }

    static string Read(string name)
    {
        using var stream = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
        using StreamReader reader = new(stream, s_strict, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
