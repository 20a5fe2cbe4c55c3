using System.Text.Json;
using Azure.Core.Pipeline;

namespace Translate.Engines.Azure;

/// <summary>Azure AI Translator, api-versions 3.0 and 2026-06-06, with a key or Entra ID, at any of its endpoints.</summary>
public sealed class AzureEngine : ITranslationEngine
{
    // https://learn.microsoft.com/azure/ai-services/translator/service-limits
    const int MostTexts = 1000, MostCharacters = 50_000;

    // https://learn.microsoft.com/azure/ai-services/translator/text-translation/2026-06-06/overview
    const int MostTextsForModels = 50, MostCharactersForModels = 5_000;

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
        if (settings.ApiVersion is not (AzureVersion.V3 or AzureVersion.V2026))
            throw new EngineSettingException("EN003",
                $"azure: AZURE_TRANSLATOR_API_VERSION {settings.ApiVersion} is not known; use {AzureVersion.V3} or {AzureVersion.V2026}");
        _endpoint = AzureEndpoint.From(settings);
        var timeout = settings.Timeout ?? TimeSpan.FromSeconds(settings.Deployment == "general" ? 30 : 150);
        _connection = new("azure", settings, timeout, WhoAsks());
    }

    /// <inheritdoc/>
    public string Name => "azure";

    /// <inheritdoc/>
    public string Settings => string.Join(' ', ((string[])[
        _settings.ApiVersion, _settings.Deployment, _settings.ProfanityAction, _settings.Tone, _settings.Gender, _settings.AdaptiveDataset,
    ]).Where(setting => setting.Length > 0));

    /// <inheritdoc/>
    public EngineLimits Limits => new(
        Least(_settings.TextsPerRequest > 0 ? _settings.TextsPerRequest : UsualTexts, MostTexts, MostTextsForModels),
        Least(_settings.CharactersPerRequest > 0 ? _settings.CharactersPerRequest : MostCharacters, MostCharacters, MostCharactersForModels),
        _settings.CharactersPerMinute,
        _settings.RequestsAtOnce > 0 ? _settings.RequestsAtOnce : UsualRequests);

    /// <inheritdoc/>
    public int CountCharacters(Question question) => Write(question).Text.Length;

    /// <inheritdoc/>
    public string TermsAsked(Question question) => _settings.LanguageModel && question.Complaint is { } complaint
        ? string.Join('\n', complaint.Missing.Select(term => term.Required))
        : Write(question).Terms;

    /// <inheritdoc/>
    public string RequestKind(Question question) => Is2026 ? "" : Write(question).Html ? "html" : "plain";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngineReply>> TranslateAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        var pair = questions[0].Pair;
        var texts = questions.Select(Write).ToList();
        var key = _settings.Key?.Invoke();
        var reply = await _connection.PostAsync(
            Is2026 ? AzureV2026.Address(_endpoint) : AzureV3.Address(_endpoint, _settings, pair, texts[0].Html),
            Is2026 ? AzureV2026.Body(_settings, questions, texts) : AzureV3.Body(texts.Select(text => text.Text)), ct);
        if (reply.Status == 401 && key is not null && _settings.Key!() != key)
            throw new EngineException(EngineFault.Transient, "azure: the key was renewed while it was used");
        if (reply.Status != 200) throw AzureFaults.From(reply, _settings, pair, _endpoint.Base.Host);

        return [.. Read(reply, questions, pair).Select((text, i) =>
            new EngineReply(AzureMarkup.Read(text, questions[i], texts[i].Html), texts[i].Text.Length))];
    }

    bool Is2026 => _settings.ApiVersion == AzureVersion.V2026;

    int Least(int wanted, int most, int mostForModels) => Math.Min(wanted, _settings.LanguageModel ? mostForModels : most);

    // Language models are shown pairs instead: the dictionary belongs to the neural system.
    AzureText Write(Question question) => _settings.LanguageModel
        ? AzureMarkup.Write(question with { Terms = [], Complaint = null }, 0)
        : AzureMarkup.Write(question, _settings.MarkupShare);

    List<string> Read(ServiceReply reply, IReadOnlyList<Question> questions, LanguagePair pair)
    {
        List<string>? texts;
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            var target = AzureLanguage.Code(pair.Target);
            texts = Is2026 ? AzureV2026.Read(json.RootElement, questions.Count, target) : AzureV3.Read(json.RootElement, questions.Count, target);
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
