using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>
/// An imitation of Azure AI Translator, api-versions 3.0 and 2026-06-06: its good paths, its errors, its throttling, and on demand the
/// faults of a bad network. What it returns is marked and can be taken for no translation.
/// </summary>
public sealed class FakeAzure(FakeAzureOptions options) : FakeServer(options.Time)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, LinkedList<(DateTimeOffset At, long Characters)>> _windows = [];
    readonly Dictionary<string, long> _quota = [];
    readonly Dictionary<string, (string Key, DateTimeOffset Expires)> _issued = [];
    int _number, _translating;

    /// <summary>How it behaves; may be changed while it runs.</summary>
    public FakeAzureOptions Options => options;

    /// <inheritdoc/>
    protected override async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var gateway = options.GatewayErrors || path.StartsWith("/translator/text", StringComparison.Ordinal);
        var body = await AzureRequest.ReadBodyAsync(context.Request);
        SeenRequest seen = new(context.Request.Method, path, context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body, Texts(body));
        Counters.See(seen);
        AddHeaders(context.Response, gateway);
        try
        {
            if (options.NotReady > 0)
            {
                options.NotReady--;
                throw new AzureError(503, "Service is temporarily unavailable.");
            }

            await RouteAsync(context, path, body, gateway);
        }
        catch (AzureError error)
        {
            await WriteErrorAsync(context.Response, error, gateway, error.Status == 429 ? options.RetryAfter : null, "Retry-After");
        }
        finally
        {
            seen.Status = context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode;
        }
    }

    Task RouteAsync(HttpContext context, string path, string body, bool gateway) => path switch
    {
        "/translate" or "/translator/text/v3.0/translate" or "/translator/text/translate" => context.Request.Method == "POST"
            ? TranslateAsync(context, body, gateway)
            : throw new AzureError(405000, "The request method is not supported for the requested resource."),
        "/languages" or "/translator/text/v3.0/languages" => AzureLanguages.AnswerAsync(context),
        "/sts/v1.0/issueToken" => IssueTokenAsync(context),
        _ => throw new AzureError(404, "Resource not found"),
    };

    async Task TranslateAsync(HttpContext context, string body, bool gateway)
    {
        var fault = Faults.Next();
        if (await AzureFaultWriter.FailAsync(context, fault, options.Time, WriteErrorAsync)) return;

        var key = Authorize(context, gateway);
        var version = context.Request.Query["api-version"].ToString();
        if (version is not ("3.0" or "2026-06-06") && !options.Container) throw new AzureError(400021, "The API version parameter is missing or not valid.");
        if (!(context.Request.ContentType ?? "").StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw new AzureError(415000, "The Content-Type header is missing or not valid.");
        if (context.Request.Headers.TryGetValue("X-ClientTraceId", out var trace) && !Guid.TryParse(trace, out _)) throw new AzureError(400043);

        var request = AzureRequest.Read(context.Request.Query, body, options);
        var characters = request.Elements.Sum(element => (long)element.Text.Length * element.Targets.Count);
        await WorkAsync(characters, () => Take(key, characters), context.RequestAborted);
        foreach (var element in request.Elements) Counters.Charge([element.Text], element.Targets.Count);

        var whole = false;
        try
        {
            var reply = AzureReplyWriter.Write(request, context.Request.Query, options, context.Response);
            await AzureFaultWriter.SendAsync(context, reply, fault, options);
            // A reply that only came late is whole.
            whole = fault.Kind is FaultKind.None or FaultKind.Stall or FaultKind.StallInBody && !context.RequestAborted.IsCancellationRequested;
        }
        finally
        {
            if (whole) Counters.Deliver(request.Elements.Select(element => element.Text));
            else Counters.Waste(characters);
        }
    }

    /// <summary>Takes its time, as many at once as allowed.</summary>
    async Task WorkAsync(long characters, Action take, CancellationToken ct)
    {
        Counters.Enter();
        try
        {
            if (Interlocked.Increment(ref _translating) > options.RequestsAtOnce && options.RequestsAtOnce > 0)
                throw new AzureError(429000, "The server rejected the request because the client has exceeded request limits.");
            take();
            var time = options.Latency + options.LatencyPer100Characters * (characters / 100.0);
            if (time > TimeSpan.Zero) await Task.Delay(time, options.Time, ct);
        }
        finally
        {
            Interlocked.Decrement(ref _translating);
            Counters.Leave();
        }
    }

    FakeKey? Authorize(HttpContext context, bool gateway)
    {
        if (options.Container) return null;
        var headers = context.Request.Headers;
        if (headers.Authorization.ToString() is { Length: > 0 } bearer && bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthorizeToken(bearer["Bearer ".Length..], headers["Ocp-Apim-ResourceId"].ToString(), gateway);

        var value = headers["Ocp-Apim-Subscription-Key"].ToString();
        var region = headers["Ocp-Apim-Subscription-Region"].ToString();
        var key = options.Keys.Find(key => key.Value == value);
        if (key is null && gateway)
            throw new AzureError(401, "Access denied due to invalid subscription key or wrong API endpoint.");
        if (key is { IsSpeech: true }) throw new AzureError(401015, "The credentials provided are for the Speech API.");
        // A custom domain knows its resource; the shared endpoints must be told the region of all but global ones.
        if (key is null || !gateway && key.Region.Length > 0 && !key.Region.Equals(region, StringComparison.OrdinalIgnoreCase))
            throw Unauthorized();
        return key;
    }

    FakeKey? AuthorizeToken(string token, string resource, bool gateway)
    {
        lock (_gate)
            if (_issued.TryGetValue(token, out var issued))
                return issued.Expires > Time.GetUtcNow() ? options.Keys.Find(key => key.Value == issued.Key) : throw Unauthorized();
        if (!options.Tokens.TryGetValue(token, out var wanted) || !gateway && wanted != resource) throw Unauthorized();
        return null;
    }

    static AzureError Unauthorized() => new(401000, "The request is not authorized because credentials are missing or invalid.");

    async Task IssueTokenAsync(HttpContext context)
    {
        var key = context.Request.Headers["Ocp-Apim-Subscription-Key"].ToString();
        if (!options.Keys.Exists(known => known.Value == key)) throw Unauthorized();
        var token = $"token-{Guid.NewGuid():n}";
        lock (_gate) _issued[token] = (key, Time.GetUtcNow() + TimeSpan.FromMinutes(10));
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync(token);
    }

    /// <summary>Takes characters from a key's minute and quota, or refuses.</summary>
    void Take(FakeKey? key, long characters)
    {
        if (key is null) return;
        lock (_gate)
        {
            var left = _quota.GetValueOrDefault(key.Value, key.Quota);
            if (key.Quota >= 0 && left < characters)
                throw new AzureError(403001, "The operation is not allowed because the subscription has exceeded its free quota.");

            if (!_windows.TryGetValue(key.Value, out var window)) _windows[key.Value] = window = new();
            var now = Time.GetUtcNow();
            while (window.First is { } first && first.Value.At + TimeSpan.FromSeconds(60) <= now) window.RemoveFirst();
            if (key.CharactersPerMinute > 0 && window.Sum(entry => entry.Characters) + characters > key.CharactersPerMinute)
                throw new AzureError(429001, "The server rejected the request because the client has exceeded request limits.");
            window.AddLast((now, characters));
            _quota[key.Value] = left - characters;
        }
    }

    void AddHeaders(HttpResponse response, bool gateway)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid()}.FAKE.{Interlocked.Increment(ref _number):0000}");
        response.Headers[gateway ? "apim-request-id" : "X-RequestId"] = id;
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        response.Headers.AccessControlExposeHeaders = "X-RequestId,X-Metered-Usage,X-MT-System";
        if (gateway) response.Headers["x-ms-region"] = "Imitation";
    }

    async Task WriteErrorAsync(HttpResponse response, AzureError error, bool gateway, string? retryAfter, string header)
    {
        response.StatusCode = error.Status;
        response.ContentType = options.ErrorContentType;
        if (retryAfter is not null) response.Headers[header] = retryAfter;
        JsonNode code = gateway || error.Code < 1000 ? error.Code.ToString(CultureInfo.InvariantCulture) : error.Code;
        JsonObject body = new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = error.Message } };
        await response.WriteAsync(body.ToJsonString());
    }

    static List<string> Texts(string body)
    {
        try
        {
            var json = JsonDocument.Parse(body).RootElement;
            var elements = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("inputs", out var inputs) ? inputs : json;
            return [.. elements.EnumerateArray().Select(element => element.EnumerateObject()
                .FirstOrDefault(property => property.Name.Equals("text", StringComparison.OrdinalIgnoreCase)).Value.GetString() ?? "")];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
