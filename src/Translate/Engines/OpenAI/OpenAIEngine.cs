using System.ClientModel;
using Azure.Identity;
using Microsoft.Extensions.AI;

namespace Translate.Engines.OpenAI;

/// <summary>Any service with OpenAI's chat interface: OpenAI, Azure OpenAI, DeepSeek, Qwen, Ollama, vLLM, llama.cpp.</summary>
public sealed class OpenAIEngine : ITranslationEngine
{
    // A model keeps its care over about a page; more texts in one request come back with more mistakes.
    const int UsualTexts = 20, UsualCharacters = 8_000, UsualRequests = 4;

    readonly EngineSettings _settings;
    readonly TimeSpan _timeout;
    readonly string _host, _model;
    readonly IChatClient _client;

    // What a service was found not to take, so that it is not tried at every request.
    volatile bool _withoutSchema, _withoutTemperature;

    /// <summary>Checks the settings; nothing is sent yet.</summary>
    /// <param name="settings">Engine <c>openai</c>, or <c>azure-openai</c> with an endpoint and a deployment.</param>
    /// <exception cref="EngineSettingException">A setting is absent or malformed.</exception>
    public OpenAIEngine(EngineSettings settings)
    {
        var azure = settings.Engine.Equals("azure-openai", StringComparison.OrdinalIgnoreCase);
        _settings = settings;
        Name = azure ? "azure-openai" : "openai";
        _model = azure ? settings.Deployment : settings.Model;
        if (_model.Length == 0 || azure && _model == "general")
            throw new EngineSettingException("EN003", azure
                ? "azure-openai: no deployment; set AZURE_OPENAI_DEPLOYMENT" : "openai: no model; set OPENAI_MODEL");
        var address = OpenAIConnection.Base(settings, azure);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new EngineSettingException("EN003", "openai: OPENAI_BASE_URL is no address; write it like https://api.openai.com/v1");
        if (string.IsNullOrWhiteSpace(settings.Key?.Invoke()) && settings.Credential is null && !address.IsLoopback && (azure || settings.Endpoint is null))
            throw new EngineSettingException("EN002", azure
                ? "azure-openai: no key; set AZURE_OPENAI_API_KEY, or run with --engine memory"
                : "openai: no key; set OPENAI_API_KEY, or run with --engine memory");
        _host = address.Host;
        _timeout = settings.Timeout ?? TimeSpan.FromMinutes(2);
        _client = OpenAIConnection.Create(settings, azure);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Settings => $"{_host} {_model} {OpenAIPrompt.Version}";

    /// <inheritdoc/>
    public EngineLimits Limits => new(
        _settings.TextsPerRequest > 0 ? _settings.TextsPerRequest : UsualTexts,
        _settings.CharactersPerRequest > 0 ? _settings.CharactersPerRequest : UsualCharacters,
        _settings.CharactersPerMinute,
        _settings.RequestsAtOnce > 0 ? _settings.RequestsAtOnce : UsualRequests);

    /// <inheritdoc/>
    public bool PaysByCharacter => false;

    /// <inheritdoc/>
    public int CountCharacters(Question question) => OpenAIPrompt.Length(question);

    /// <inheritdoc/>
    public string TermsAsked(Question question) =>
        string.Join('\n', OpenAIPrompt.Terms(question).Select(term => $"{term.Source}={term.Target}"))
        + (question.Complaint is { } complaint ? $"\nagain: {complaint.FirstAnswer}" : "");

    /// <inheritdoc/>
    public string RequestKind(Question question) => "";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngineReply>> TranslateAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        var response = await SendAsync(questions, ct);
        if (response.FinishReason == ChatFinishReason.Length)
            throw new EngineException(EngineFault.TooLarge, $"{Name}: the reply was cut off; ask for less at once") { MayBeCharged = true };
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            throw new EngineException(EngineFault.Refused, $"{Name}: the service's filter refuses a text") { MayBeCharged = true };
        if (response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().Any())
            throw new EngineException(EngineFault.Refused, $"{Name}: the model refuses to translate a text") { MayBeCharged = true };

        var texts = OpenAIPrompt.Read(response.Text, questions)
            ?? throw ConnectionFaults.Broken(Name, "the reply is not the translation of what was asked");
        return [.. texts.Select((text, i) => new EngineReply(text, OpenAIPrompt.Length(questions[i])))];
    }

    async Task<ChatResponse> SendAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        using CancellationTokenSource limit = new(_timeout, _settings.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        ChatMessage[] messages = [new(ChatRole.System, OpenAIPrompt.Rules), new(ChatRole.User, OpenAIPrompt.Message(questions))];
        while (true)
        {
            var options = Options();
            try
            {
                return await _client.GetResponseAsync(messages, options, both.Token);
            }
            catch (ClientResultException fault) when (fault.Status != 0)
            {
                if (fault.Status is not (400 or 422) || !DoWithout(OpenAIFaults.Words(fault).Param, options))
                    throw OpenAIFaults.From(fault, Name, _host, _model, _settings.Time.GetUtcNow());
            }
            catch (AuthenticationFailedException fault)
            {
                throw ConnectionFaults.NotSignedIn(Name, fault);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw ConnectionFaults.TimedOut(Name, _host, _timeout);
            }
            catch (Exception fault) when (fault is ClientResultException or HttpRequestException or IOException or AggregateException)
            {
                throw ConnectionFaults.From(Name, _host, fault);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The SDK has no one exception for a body that is not OpenAI's; whatever it stumbles over is the service's fault.
                throw new EngineException(EngineFault.Protocol, $"{Name}: {_host} does not reply like OpenAI", inner: fault)
                { Code = "EN025", MayBeCharged = true };
            }
        }
    }

    ChatOptions Options() => new()
    {
        Temperature = _withoutTemperature ? null : 0,
        ResponseFormat = _withoutSchema ? ChatResponseFormat.Json : ChatResponseFormat.ForJsonSchema(OpenAIPrompt.Schema, "translations"),
        AdditionalProperties = new() { ["strictJsonSchema"] = true },
    };

    /// <summary>Some services know no schemas (DeepSeek), some models no temperature; they say so by the parameter's name.</summary>
    bool DoWithout(string parameter, ChatOptions options)
    {
        if (parameter.StartsWith("response_format", StringComparison.Ordinal) && options.ResponseFormat != ChatResponseFormat.Json)
            return _withoutSchema = true;
        if (parameter == "temperature" && options.Temperature is not null) return _withoutTemperature = true;
        return false;
    }
}
