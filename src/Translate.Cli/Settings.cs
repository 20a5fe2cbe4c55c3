using System.Text.Json;

namespace Translate.Cli;

/// <summary>
/// What is set where: an option wins over the environment, the environment over <c>translate.json</c> in the working folder or
/// above. Keys come from the environment alone, so that no file that is committed can hold one.
/// </summary>
sealed class Settings
{
    readonly Dictionary<string, JsonElement> _file;
    readonly Func<string, string?> _environment;

    Settings(string? path, Dictionary<string, JsonElement> file, Func<string, string?> environment) =>
        (Path, _file, _environment) = (path, file, environment);

    /// <summary>The <c>translate.json</c> in force; <c>null</c> when there is none.</summary>
    public string? Path { get; }

    /// <summary>Looks for the file from a folder upwards.</summary>
    /// <param name="folder">Where to start.</param>
    /// <param name="environment">Gives the environment's variables; the process's own when left out.</param>
    /// <exception cref="UsageException">The file is no JSON object, or holds something that looks like a key.</exception>
    public static Settings Load(string folder, Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = System.IO.Path.Combine(at.FullName, "translate.json");
            if (File.Exists(path)) return new(path, Read(path), environment);
        }

        return new(null, [], environment);
    }

    /// <summary>A text setting by its name in the file and its environment variable; <c>null</c> when it is set nowhere.</summary>
    public string? Text(string name, string? variable = null)
    {
        if (variable is not null && _environment(variable) is { Length: > 0 } value) return value.Trim();
        return _file.TryGetValue(name, out var element) ? element.ToString().Trim() is { Length: > 0 } text ? text : null : null;
    }

    /// <summary>A list setting: a JSON array of texts, or one text.</summary>
    public IReadOnlyList<string> List(string name) => !_file.TryGetValue(name, out var element) ? []
        : element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(item => Resolve(item.ToString()))]
        : [Resolve(element.ToString())];

    /// <summary>A path in the file counts from the file's folder, not from where the command runs.</summary>
    public string? FilePath(string name) => Text(name) is { } path ? Resolve(path) : null;

    /// <summary>A whole number; <c>null</c> when it is not set.</summary>
    /// <exception cref="UsageException">It is set and no whole number.</exception>
    public int? Number(string name, string? variable = null)
    {
        if (Text(name, variable) is not { } text) return null;
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
            : throw new UsageException($"setting {name} is '{text}', which is no whole number; write it in digits");
    }

    /// <summary>An amount; <c>null</c> when it is not set.</summary>
    /// <exception cref="UsageException">It is set and no amount.</exception>
    public decimal? Amount(string name)
    {
        if (Text(name) is not { } text) return null;
        return decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var amount) ? amount
            : throw new UsageException($"setting {name} is '{text}', which is no amount; write it like 10 or 9.5");
    }

    /// <summary>The secret in an environment variable; never from a file.</summary>
    public string? Key(string variable) => _environment(variable) is { Length: > 0 } key ? key.Trim() : null;

    string Resolve(string path) => System.IO.Path.GetFullPath(path, System.IO.Path.GetDirectoryName(Path)!);

    static Dictionary<string, JsonElement> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new UsageException($"{path} holds no JSON object; write {{ \"to\": \"en\" }} or the like");
            var settings = document.RootElement.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.Clone(), StringComparer.OrdinalIgnoreCase);
            return settings.Keys.FirstOrDefault(name => name.Contains("key", StringComparison.OrdinalIgnoreCase)) is { } secret
                ? throw new UsageException($"{path} has a setting '{secret}'; keys are read from the environment only, take it out of the file")
                : settings;
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}({e.LineNumber + 1}): no valid JSON; mend the file or take it away");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read ({e.Message}); mend its permissions or take it away");
        }
    }
}

/// <summary>The command was used wrongly, or a setting is absent or malformed: exit code 2.</summary>
sealed class UsageException(string message) : Exception(message);
