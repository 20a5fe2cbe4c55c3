using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Translate.Engines.OpenAI;

/// <summary>Makes the chat client of the OpenAI SDK for any compatible service, its own retries off.</summary>
static class OpenAIConnection
{
    /// <summary>The address below which <c>chat/completions</c> stands.</summary>
    public static Uri Base(EngineSettings settings, bool azure)
    {
        if (!azure) return settings.Endpoint ?? new("https://api.openai.com/v1");
        if (settings.Endpoint is not { } endpoint)
            throw new EngineSettingException("EN003", "azure-openai: no endpoint; set AZURE_OPENAI_ENDPOINT to the resource's address");
        // Without a version the service's version-free interface is used; with one, the deployment stands in the path.
        var path = HasVersion(settings) ? $"openai/deployments/{Uri.EscapeDataString(settings.Deployment)}" : "openai/v1";
        return new(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
    }

    public static IChatClient Create(EngineSettings settings, bool azure)
    {
        HttpClient http = new(new Sender(settings, azure, settings.Transport ?? new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        OpenAIClientOptions options = new()
        {
            Endpoint = Base(settings, azure),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(http),
        };
        // The sender below writes the real key, read at every request.
        return new ChatClient(azure ? settings.Deployment : settings.Model, new ApiKeyCredential("none"), options).AsIChatClient();
    }

    static bool HasVersion(EngineSettings settings) => settings.ApiVersion.Contains('-', StringComparison.Ordinal);

    sealed class Sender(EngineSettings settings, bool azure, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        // The scope of every resource of the family: https://learn.microsoft.com/azure/ai-services/authentication
        static readonly TokenRequestContext s_scope = new(["https://cognitiveservices.azure.com/.default"]);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Authorization");
            if (settings.Key?.Invoke() is { Length: > 0 } key)
                request.Headers.TryAddWithoutValidation(azure ? "api-key" : "Authorization", azure ? key : $"Bearer {key}");
            else if (settings.Credential is { } credential && request.RequestUri!.Scheme == Uri.UriSchemeHttps)
                request.Headers.TryAddWithoutValidation("Authorization",
                    $"Bearer {(await credential.GetTokenAsync(s_scope, cancellationToken)).Token}");
            if (azure && HasVersion(settings))
                request.RequestUri = new UriBuilder(request.RequestUri!) { Query = $"api-version={settings.ApiVersion}" }.Uri;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
