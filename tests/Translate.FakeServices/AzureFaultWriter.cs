using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>Sends replies, and breaks those that are to be broken.</summary>
static class AzureFaultWriter
{
    static readonly JsonSerializerOptions s_raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Faults that come before any work is done.</summary>
    public static async Task<bool> FailAsync(
        HttpContext context, Fault fault, TimeProvider time, Func<HttpResponse, AzureError, bool, string?, string, Task> writeError)
    {
        switch (fault.Kind)
        {
            case FaultKind.Error:
                await writeError(context.Response, new(fault.Code), fault.Code < 1000, fault.RetryAfter, fault.Header);
                return true;
            case FaultKind.ProxyError:
                context.Response.StatusCode = fault.Code;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><body><h1>Bad Gateway</h1></body></html>");
                return true;
            case FaultKind.Reset:
                context.Abort();
                return true;
            case FaultKind.Redirect:
                context.Response.StatusCode = 307;
                context.Response.Headers.Location = $"http://{context.Request.Host}/elsewhere";
                return true;
            case FaultKind.NoContent:
                context.Response.StatusCode = 204;
                return true;
            case FaultKind.Stall:
                await Task.Delay(fault.Delay, time, context.RequestAborted);
                return false;
            default:
                return false;
        }
    }

    /// <summary>Sends the reply, or what a fault makes of it.</summary>
    public static async Task SendAsync(HttpContext context, JsonNode elements, Fault fault, FakeAzureOptions options)
    {
        var is2026 = context.Request.Query["api-version"] == "2026-06-06";
        var array = elements.AsArray();
        switch (fault.Kind)
        {
            case FaultKind.FewerElements: array.RemoveAt(array.Count - 1); break;
            case FaultKind.MoreElements: array.Add(array[0]!.DeepClone()); break;
            case FaultKind.WrongLanguage: array[0]!["translations"]![0]![is2026 ? "language" : "to"] = "fr"; break;
            case FaultKind.NoTranslations: array[0]!["translations"] = new JsonArray(); break;
            case FaultKind.NullText: array[0]!["translations"]![0]!["text"] = null; break;
        }

        var whole = fault.Kind == FaultKind.ErrorObject
            ? (JsonNode)new JsonObject { ["error"] = new JsonObject { ["code"] = 500000, ["message"] = "unexpected" } }
            : AzureReplyWriter.Body(elements, is2026);
        var body = Encoding.UTF8.GetBytes((options.ByteOrderMark ? "\uFEFF" : "") + whole.ToJsonString(s_raw));
        context.Response.ContentType = fault.Kind == FaultKind.HtmlPage ? "text/html" : "application/json; charset=utf-8";
        body = fault.Kind switch
        {
            FaultKind.InvalidJson => "[{\"translations\":[{\"text\":oops"u8.ToArray(),
            FaultKind.TruncatedJson => body[..(body.Length / 2)],
            FaultKind.HtmlPage => "<html><body>Welcome to the hotel's network</body></html>"u8.ToArray(),
            FaultKind.EmptyBody => [],
            _ => body,
        };
        await WriteAsync(context, body, fault, options);
    }

    static async Task WriteAsync(HttpContext context, byte[] body, Fault fault, FakeAzureOptions options)
    {
        var response = context.Response;
        if (!options.Chunked) response.ContentLength = fault.Kind == FaultKind.ShortBody ? body.Length + 50 : body.Length;
        if (fault.Kind is not (FaultKind.ResetInBody or FaultKind.StallInBody or FaultKind.ShortBody))
        {
            await response.Body.WriteAsync(body);
            return;
        }

        await response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await response.Body.FlushAsync();
        if (fault.Kind == FaultKind.StallInBody) await Task.Delay(fault.Delay, options.Time, context.RequestAborted);
        if (fault.Kind == FaultKind.ResetInBody)
        {
            context.Abort();
            return;
        }

        await response.Body.WriteAsync(body.AsMemory(body.Length / 2));
        // Fewer bytes than promised: Kestrel would complain, so the connection is closed as a dying server does.
        if (fault.Kind == FaultKind.ShortBody)
        {
            await response.Body.FlushAsync();
            context.Features.Get<IConnectionLifetimeFeature>()?.Abort();
        }
    }
}
