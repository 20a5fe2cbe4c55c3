using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Translate.Glossaries;

namespace Translate.Engines;

/// <summary>DeepL by its HTTP interface, version 2. Terms: a glossary kept at DeepL, and elements it leaves alone for kept and missed ones.</summary>
/// <remarks>https://developers.deepl.com/api-reference/translate</remarks>
public sealed class DeepLEngine : ITranslationEngine
{
    // At most 50 texts and 128 KiB of body; a Han character is three bytes.
    const int MostTexts = 50, MostCharacters = 30_000, UsualRequests = 4;

    static readonly JsonWriterOptions s_raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    readonly EngineSettings _settings;
    readonly Uri _address;
    readonly ServiceConnection _connection;

    /// <summary>Checks the settings; nothing is sent yet.</summary>
    /// <exception cref="EngineSettingException">There is no key.</exception>
    public DeepLEngine(EngineSettings settings)
    {
        var key = settings.Key?.Invoke();
        if (string.IsNullOrWhiteSpace(key)) throw new EngineSettingException("EN002", "deepl: no key; set DEEPL_API_KEY, or run with --engine memory");
        _settings = settings;
        // Keys of the free plan end in :fx and belong to another host.
        var host = settings.Endpoint ?? new Uri(key.EndsWith(":fx", StringComparison.Ordinal) ? "https://api-free.deepl.com" : "https://api.deepl.com");
        _address = new(host, "/v2/translate");
        _connection = new("deepl", settings, settings.Timeout ?? s_timeout, new KeyPolicy(settings.Key!));
    }

    sealed class KeyPolicy(Func<string?> key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) =>
            message.Request.Headers.SetValue("Authorization", $"DeepL-Auth-Key {key()}");
    }

    /// <inheritdoc/>
    public string Name => "deepl";

    /// <inheritdoc/>
    public string Settings => string.Join(' ', ((string[])["v2", _settings.Tone, _settings.GlossaryId]).Where(setting => setting.Length > 0));

    /// <inheritdoc/>
    public EngineLimits Limits => new(
        Math.Min(_settings.TextsPerRequest > 0 ? _settings.TextsPerRequest : MostTexts, MostTexts),
        Math.Min(_settings.CharactersPerRequest > 0 ? _settings.CharactersPerRequest : MostCharacters, MostCharacters),
        _settings.CharactersPerMinute, _settings.RequestsAtOnce > 0 ? _settings.RequestsAtOnce : UsualRequests);

    /// <inheritdoc/>
    public int CountCharacters(Question question) => Write(question).Length;

    /// <inheritdoc/>
    public string TermsAsked(Question question) => string.Join('\n', Marked(question).Select(mark => mark.Markup));

    /// <inheritdoc/>
    public string RequestKind(Question question) => HasMarkup(question) ? "xml" : "plain";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngineReply>> TranslateAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        var texts = questions.Select(Write).ToList();
        var xml = HasMarkup(questions[0]);
        var reply = await _connection.PostAsync(_address, Body(questions[0].Pair, texts, xml), ct);
        if (reply.Status != 200) throw Fault(reply, questions[0].Pair);
        var targets = Read(reply.Body, questions.Count)
            ?? throw ConnectionFaults.Broken("deepl", "the reply is not the translation of what was asked");
        return [.. targets.Select((target, i) => new EngineReply(
            xml ? HtmlNotation.Read(target, questions[i].Source.Tags) : Articles.TaggedText.Plain(target.Trim()), texts[i].Length))];
    }

    static string Write(Question question) =>
        HasMarkup(question) ? HtmlNotation.Write(question.Source, Marked(question)) : question.Source.Text;

    static bool HasMarkup(Question question) => question.Source.Tags.Count > 0 || Marked(question).Count > 0;

    static List<Marked> Marked(Question question)
    {
        var terms = question.Complaint?.Missing ?? [.. question.Terms.Where(term => term.Entry.Keep)];
        List<Marked> marked = [];
        foreach (var term in terms.Where(term => term.Entry.Status == ConceptStatus.Approved).OrderBy(term => term.Range.Start))
            if (marked.Count == 0 || marked[^1].Range.End <= term.Range.Start)
                marked.Add(new(term.Range,
                    $"<keep>{HtmlNotation.Escape(term.Required.Length > 0 ? term.Required : term.Range.In(question.Source.Text))}</keep>"));
        return marked;
    }

    ReadOnlyMemory<byte> Body(LanguagePair pair, List<string> texts, bool xml)
    {
        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter json = new(body, s_raw);
        json.WriteStartObject();
        json.WriteStartArray("text");
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteString("source_lang", LanguagePair.Language(pair.Source).ToUpperInvariant());
        json.WriteString("target_lang", Target(pair.Target));
        if (xml)
        {
            json.WriteString("tag_handling", "xml");
            json.WriteStartArray("ignore_tags");
            json.WriteStringValue("keep");
            json.WriteEndArray();
        }

        // A segment is one sentence already, or a heading that must stay one.
        json.WriteString("split_sentences", "0");
        if (_settings.Tone is "formal" or "informal") json.WriteString("formality", _settings.Tone == "formal" ? "prefer_more" : "prefer_less");
        if (_settings.GlossaryId.Length > 0) json.WriteString("glossary_id", _settings.GlossaryId);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }

    static string Target(string tag) => LanguagePair.Language(tag) switch
    {
        "zh" => LanguagePair.IsTraditional(tag) ? "ZH-HANT" : "ZH-HANS",
        "en" => tag.EndsWith("GB", StringComparison.OrdinalIgnoreCase) ? "EN-GB" : "EN-US",
        "pt" => tag.EndsWith("PT", StringComparison.Ordinal) ? "PT-PT" : "PT-BR",
        var language => language.ToUpperInvariant(),
    };

    static List<string>? Read(ReadOnlyMemory<byte> body, int count)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!json.RootElement.TryGetProperty("translations", out var translations) || translations.GetArrayLength() != count) return null;
            var texts = translations.EnumerateArray().Select(item => item.GetProperty("text").GetString() ?? "").ToList();
            return texts.Exists(string.IsNullOrWhiteSpace) ? null : texts;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    // https://developers.deepl.com/docs/best-practices/error-handling
    EngineException Fault(ServiceReply reply, LanguagePair pair) => reply.Status switch
    {
        401 or 403 => Fatal("EN010", $"deepl: {_address.Host} refuses the key ({reply.Status}); check DEEPL_API_KEY, and that it belongs to this plan"),
        456 => Fatal("EN012", "deepl: the characters of this billing period are used up (456); wait for the next one or raise the limit, then run again to go on"),
        400 => Fatal("EN014", $"deepl: it does not take this request for {pair} (400); check the languages, DEEPL_GLOSSARY_ID and the tone"),
        413 or 414 => new(EngineFault.TooLarge, $"deepl: the request is too large ({reply.Status})"),
        429 or 529 => new(EngineFault.Transient, $"deepl: it asks us to slow down ({reply.Status})", reply.RetryAfter) { Code = "EN021", Throttled = true },
        >= 500 => new(EngineFault.Transient, $"deepl: the service is in trouble ({reply.Status})", reply.RetryAfter) { Code = "EN022" },
        _ => Fatal("EN017", $"deepl: {_address.Host} does not answer like DeepL (status {reply.Status}); check DEEPL_ENDPOINT"),
    };

    static EngineException Fatal(string code, string message) => new(EngineFault.Fatal, message) { Code = code };
}
