using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Translate.FakeServices;

namespace Translate.Tests.Engines;

/// <summary>Plain requests to an imitation, for what our own client never sends.</summary>
static class Raw
{
    static readonly HttpClient s_client = new();

    public sealed record Reply(int Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders Content)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public string Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

        /// <summary>The error's code as it was written: a number, or a string in quotes.</summary>
        public string Code => Json.GetProperty("error").GetProperty("code").GetRawText();
    }

    public static async Task<Reply> SendAsync(
        this FakeServer service, string path, string? body = null, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(service.Url, path));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        if (!headers.Any(header => header.Name == "Ocp-Apim-Subscription-Key"))
            request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", "imitation-key");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await s_client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers, response.Content.Headers);
    }

    /// <summary>A translation request of version 3.0.</summary>
    public static Task<Reply> TranslateAsync(this FakeServer service, string options, params string[] texts) =>
        service.SendAsync($"translate?api-version=3.0&{options}", JsonSerializer.Serialize(texts.Select(text => new { text })));

    public static string Text(this Reply reply, int element = 0, int translation = 0) =>
        reply.Json[element].GetProperty("translations")[translation].GetProperty("text").GetString()!;
}
