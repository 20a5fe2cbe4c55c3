using System.Text.Json;
using Azure.Core.Pipeline;

namespace Translate.Engines.Azure;

/// <summary>Azure AI Translator, api-version 3.0, with a key or Entra ID, at any of its endpoints.</summary>
public sealed class AzureEngine : ITranslationEngine
{
    // https://learn.microsoft.com/azure/ai-services/translator/service-limits
    const int MostTexts = 1000, MostCharacters = 50_000;

    // Small requests come back fast and lose little when they fail; eight of them fill what a tier allows.
    const int UsualTexts = 50, UsualRequests = 8;

    readonly EngineSettings _settings;
    readonly AzureEndpoint _endpoint;
    readonly ServiceConnection _connection;

    /// <summary>Checks the settings; nothing is sent yet.</summary>
    /// <exception cref="EngineSettingException">A setting is absent or malformed.</exception>
    public AzureEngine(EngineSettings settings)
    {
        _settings = settings;
        if (settings.ApiVersion != AzureVersion.V3)
            throw new EngineSettingException("EN003", $"azure: AZURE_TRANSLATOR_API_VERSION {settings.ApiVersion} is not known; use 3.0");
        _endpoint = AzureEndpoint.From(settings);
        var timeout = settings.Timeout ?? TimeSpan.FromSeconds(settings.Deployment == "general" ? 30 : 150);
        _connection = new("azure", settings, timeout, WhoAsks());
    }

    /// <inheritdoc/>
    public string Name => "azure";

    /// <inheritdoc/>
    public string Settings => string.Join(' ', _settings.ApiVersion, _settings.Deployment, _settings.ProfanityAction);

    /// <inheritdoc/>
    public EngineLimits Limits => new(
        Math.Min(_settings.TextsPerRequest > 0 ? _settings.TextsPerRequest : UsualTexts, MostTexts),
        Math.Min(_settings.CharactersPerRequest > 0 ? _settings.CharactersPerRequest : MostCharacters, MostCharacters),
        _settings.CharactersPerMinute,
        _settings.RequestsAtOnce > 0 ? _settings.RequestsAtOnce : UsualRequests);

    /// <inheritdoc/>
    public int CountCharacters(Question question) => Write(question).Text.Length;

    /// <inheritdoc/>
    public string TermsAsked(Question question) => Write(question).Terms;

    /// <inheritdoc/>
    public string RequestKind(Question question) => Write(question).Html ? "html" : "plain";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngineReply>> TranslateAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        var pair = questions[0].Pair;
        var texts = questions.Select(Write).ToList();
        var key = _settings.Key?.Invoke();
        var reply = await _connection.PostAsync(
            AzureV3.Address(_endpoint, _settings, pair, texts[0].Html), AzureV3.Body(texts.Select(text => text.Text)), ct);
        if (reply.Status == 401 && key is not null && _settings.Key!() != key)
            throw new EngineException(EngineFault.Transient, "azure: the key was renewed while it was used");
        if (reply.Status != 200) throw AzureFaults.From(reply, _settings, pair, _endpoint.Base.Host);

        return [.. Read(reply, questions, pair).Select((text, i) =>
            new EngineReply(AzureMarkup.Read(text, questions[i], texts[i].Html), texts[i].Text.Length))];
    }

    AzureText Write(Question question) => AzureMarkup.Write(question, _settings.MarkupShare);

    static List<string> Read(ServiceReply reply, IReadOnlyList<Question> questions, LanguagePair pair)
    {
        List<string>? texts;
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            texts = AzureV3.Read(json.RootElement, questions.Count, AzureLanguage.Code(pair.Target));
        }
        catch (JsonException)
        {
            texts = null;
        }

        if (texts is null) throw Broken("the reply is not the translation of what was asked");
        // Dictionary markup that Azure did not understand comes back as text, and nobody wants it in an article.
        for (var i = 0; i < texts.Count; i++)
            if (texts[i].Contains("mstrans", StringComparison.OrdinalIgnoreCase)
                && !questions[i].Source.Text.Contains("mstrans", StringComparison.OrdinalIgnoreCase))
                throw Broken("the reply holds dictionary markup");
        return texts;
    }

    static EngineException Broken(string what) =>
        new(EngineFault.Protocol, $"azure: {what}") { Code = "EN025", MayBeCharged = true };

    HttpPipelinePolicy[] WhoAsks()
    {
        if (_endpoint.NeedsRegion && _settings.Region.Length == 0)
            throw new EngineSettingException("EN003", $"azure: {_endpoint.Base.Host} needs the resource's region; set AZURE_TRANSLATOR_REGION");
        if (_settings.Key is { } key)
            return string.IsNullOrWhiteSpace(key()) ? throw NoKey() : [new AzureKeyPolicy(key, _settings.Region)];
        if (_settings.Credential is not { } credential) return _endpoint.Base.IsLoopback ? [] : throw NoKey();
        if (_endpoint.Base.Scheme != Uri.UriSchemeHttps)
            throw new EngineSettingException("EN003", "azure: sign-in with Entra ID needs an endpoint that starts with https");

        BearerTokenAuthenticationPolicy bearer = new(credential, _endpoint.Scope);
        if (_endpoint.CustomDomain) return [bearer];
        return string.IsNullOrWhiteSpace(_settings.ResourceId)
            ? throw new EngineSettingException("EN003",
                $"azure: sign-in with Entra ID at {_endpoint.Base.Host} needs AZURE_TRANSLATOR_RESOURCE_ID, or the resource's own address in AZURE_TRANSLATOR_ENDPOINT")
            : [bearer, new AzureResourcePolicy(_settings.ResourceId, _settings.Region)];
    }

    static EngineSettingException NoKey() => new("EN002",
        "azure: no key; set AZURE_TRANSLATOR_KEY and AZURE_TRANSLATOR_REGION, or AZURE_TRANSLATOR_RESOURCE_ID to sign in with Entra ID, or run with --engine memory");
}
