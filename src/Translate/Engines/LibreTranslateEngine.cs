using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Translate.Articles;

namespace Translate.Engines;

/// <summary>LibreTranslate, one's own or hosted. It knows no glossary; a missed term is asked again with its target put into the source.</summary>
/// <remarks>https://docs.libretranslate.com/guides/api_usage</remarks>
public sealed class LibreTranslateEngine : ITranslationEngine
{
    // What the hosted service takes in one call; one's own may take more.
    const int UsualTexts = 25, UsualCharacters = 2_000, UsualRequests = 2;

    static readonly JsonSerializerOptions s_raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly EngineSettings _settings;
    readonly Uri _base;
    readonly ServiceConnection _connection;
    HashSet<string>? _languages;

    /// <summary>Checks the settings; nothing is sent yet.</summary>
    /// <exception cref="EngineSettingException">There is no address.</exception>
    public LibreTranslateEngine(EngineSettings settings)
    {
        if (settings.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" } endpoint)
            throw new EngineSettingException("EN003", "libretranslate: no address; set LIBRETRANSLATE_URL, like http://localhost:5000");
        _settings = settings;
        _base = new(endpoint.AbsoluteUri.TrimEnd('/') + "/");
        // A server of one's own may translate on a processor, slowly.
        _connection = new("libretranslate", settings, settings.Timeout ?? TimeSpan.FromMinutes(2));
    }

    /// <inheritdoc/>
    public string Name => "libretranslate";

    /// <inheritdoc/>
    public string Settings => _base.Host;

    /// <inheritdoc/>
    public EngineLimits Limits => new(
        _settings.TextsPerRequest > 0 ? _settings.TextsPerRequest : UsualTexts,
        _settings.CharactersPerRequest > 0 ? _settings.CharactersPerRequest : UsualCharacters,
        _settings.CharactersPerMinute, _settings.RequestsAtOnce > 0 ? _settings.RequestsAtOnce : UsualRequests);

    /// <inheritdoc/>
    public int CountCharacters(Question question) => Write(question).Length;

    /// <inheritdoc/>
    public string TermsAsked(Question question) => string.Join('\n', PutIn(question).Select(mark => mark.Markup));

    /// <inheritdoc/>
    public string RequestKind(Question question) => HasMarkup(question) ? "html" : "text";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngineReply>> TranslateAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        var html = HasMarkup(questions[0]);
        var texts = questions.Select(Write).ToList();
        var languages = _languages ??= await LanguagesAsync(ct);
        JsonObject body = new()
        {
            ["q"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]),
            ["source"] = Code(questions[0].Pair.Source, languages),
            ["target"] = Code(questions[0].Pair.Target, languages),
            ["format"] = html ? "html" : "text",
        };
        if (_settings.Key?.Invoke() is { Length: > 0 } key) body["api_key"] = key;

        var reply = await _connection.PostAsync(new(_base, "translate"), JsonSerializer.SerializeToUtf8Bytes(body, s_raw), ct);
        if (reply.Status != 200) throw Fault(reply, questions);
        var targets = Read(reply.Body, questions.Count)
            ?? throw ConnectionFaults.Broken("libretranslate", "the reply is not the translation of what was asked");
        return [.. targets.Select((target, i) => new EngineReply(
            html ? HtmlNotation.Read(target, questions[i].Source.Tags) : TaggedText.Plain(target.Trim()), texts[i].Length))];
    }

    static bool HasMarkup(Question question) => question.Source.Tags.Count > 0;

    static string Write(Question question)
    {
        var marked = PutIn(question);
        if (HasMarkup(question)) return HtmlNotation.Write(question.Source, marked);
        var text = question.Source.Text;
        foreach (var mark in marked.AsEnumerable().Reverse()) text = text[..mark.Range.Start] + mark.Markup + text[mark.Range.End..];
        return text;
    }

    static List<Marked> PutIn(Question question)
    {
        List<Marked> marked = [];
        foreach (var term in (question.Complaint?.Missing ?? []).Where(term => term.Required.Length > 0).OrderBy(term => term.Range.Start))
            if (marked.Count == 0 || marked[^1].Range.End <= term.Range.Start)
                marked.Add(new(term.Range, HasMarkup(question) ? HtmlNotation.Escape(term.Required) : term.Required));
        return marked;
    }

    /// <summary>The codes that this server knows: older ones say <c>zh</c> and <c>zt</c>, newer ones <c>zh-Hans</c> and <c>zh-Hant</c>.</summary>
    async Task<HashSet<string>> LanguagesAsync(CancellationToken ct)
    {
        var reply = await _connection.GetAsync(new(_base, "languages"), ct);
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            if (reply.Status == 200 && json.RootElement.ValueKind == JsonValueKind.Array)
                return [.. json.RootElement.EnumerateArray().Select(language => language.GetProperty("code").GetString() ?? "")];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Said below, in the same words as a wrong status.
        }

        throw reply.Status is 429 or >= 500 ? Fault(reply, [])
            : Fatal("EN017", $"libretranslate: {_base.Host} does not answer like LibreTranslate (status {reply.Status}); check LIBRETRANSLATE_URL");
    }

    static string Code(string tag, HashSet<string> known)
    {
        string[] codes = LanguagePair.Language(tag) != "zh" ? [tag, LanguagePair.Language(tag)]
            : LanguagePair.IsTraditional(tag) ? ["zh-Hant", "zt"] : ["zh-Hans", "zh"];
        return codes.FirstOrDefault(known.Contains)
            ?? throw Fatal("EN014", $"libretranslate: this server does not translate {tag}; choose other languages with --from and --to");
    }

    static List<string>? Read(ReadOnlyMemory<byte> body, int count)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!json.RootElement.TryGetProperty("translatedText", out var list) || list.ValueKind != JsonValueKind.Array
                || list.GetArrayLength() != count)
                return null;
            var texts = list.EnumerateArray().Select(item => item.GetString() ?? "").ToList();
            return texts.Exists(string.IsNullOrWhiteSpace) ? null : texts;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    EngineException Fault(ServiceReply reply, IReadOnlyList<Question> questions) => reply.Status switch
    {
        // Its 400 does not tell a limit from a bad request, so a smaller request is tried until one text is left.
        400 or 413 when questions.Count > 1 => new(EngineFault.TooLarge, $"libretranslate: it does not take the request ({reply.Status})"),
        400 or 413 => new(EngineFault.Refused, $"libretranslate: it refuses a text ({reply.Status})"),
        403 => Fatal("EN010", $"libretranslate: {_base.Host} refuses us (403); set LIBRETRANSLATE_API_KEY, or use a server of your own"),
        429 => new(EngineFault.Transient, "libretranslate: it asks us to slow down (429)", reply.RetryAfter) { Code = "EN021", Throttled = true },
        >= 500 => new(EngineFault.Transient, $"libretranslate: the service is in trouble ({reply.Status})", reply.RetryAfter) { Code = "EN022" },
        _ => Fatal("EN017", $"libretranslate: {_base.Host} does not answer like LibreTranslate (status {reply.Status}); check LIBRETRANSLATE_URL"),
    };

    static EngineException Fatal(string code, string message) => new(EngineFault.Fatal, message) { Code = code };
}
