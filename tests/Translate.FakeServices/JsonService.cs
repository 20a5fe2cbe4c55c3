using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>An imitation whose service takes and gives JSON objects and names errors by status.</summary>
public abstract class JsonService(TimeProvider time) : FakeServer(time)
{
    public string Key { get; set; } = "imitation-key";

    public TermBehaviour Terms { get; set; } = TermBehaviour.Good;

    /// <summary>The body of an error.</summary>
    protected abstract JsonNode Error(int status);

    /// <summary>Answers a request that no fault has met.</summary>
    protected abstract Task<JsonNode> AnswerAsync(HttpContext context, JsonElement body, Fault fault);

    /// <inheritdoc/>
    protected override async Task HandleAsync(HttpContext context)
    {
        var text = await AzureRequest.ReadBodyAsync(context.Request);
        Counters.See(new(context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), text, []));
        var fault = context.Request.Method == "POST" ? Faults.Next() : Fault.None;
        if (await AzureFaultWriter.FailAsync(context, fault, Time, (response, error, _, retryAfter, header) =>
            WriteErrorAsync(response, error.Code, retryAfter, header))) return;

        JsonNode reply;
        try
        {
            using var body = JsonDocument.Parse(text.Length > 0 ? text : "{}");
            reply = await AnswerAsync(context, body.RootElement, fault);
        }
        catch (AzureError error)
        {
            await WriteErrorAsync(context.Response, error.Code, null, "");
            return;
        }

        context.Response.ContentType = "application/json";
        var whole = reply.ToJsonString();
        await context.Response.WriteAsync(fault.Kind switch
        {
            FaultKind.InvalidJson => "{ oops",
            FaultKind.TruncatedJson => whole[..(whole.Length / 2)],
            FaultKind.EmptyBody => "",
            FaultKind.HtmlPage => "<html><body>Welcome</body></html>",
            _ => whole,
        });
    }

    async Task WriteErrorAsync(HttpResponse response, int status, string? retryAfter, string header)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        if (retryAfter is not null) response.Headers[header] = retryAfter;
        await response.WriteAsync(Error(status).ToJsonString());
    }
}
