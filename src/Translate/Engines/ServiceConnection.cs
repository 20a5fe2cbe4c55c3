using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Translate.Engines;

/// <summary>What a service sent back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The whole body, a byte order mark taken off.</param>
/// <param name="RetryAfter">How long it asks to wait; <c>null</c> when it does not say, or not sensibly.</param>
/// <param name="RequestId">What the service calls this request, for its support; empty when it does not say.</param>
sealed record ServiceReply(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter, string RequestId);

/// <summary>One service reached over HTTP, by the pipeline of the Azure SDK: sends once, and says plainly what went wrong.</summary>
/// <remarks>Never retries and never follows a redirect, so that a key goes to no other place than the configured one.</remarks>
sealed class ServiceConnection(string engine, EngineSettings settings, TimeSpan timeout, params HttpPipelinePolicy[] policies)
{
    // A reply is four times its request at most (50,000 characters); anything near this is not a translation.
    const int MostBytes = 32 << 20;

    readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(new Options(settings), policies);

    sealed class Options : ClientOptions
    {
        public Options(EngineSettings settings)
        {
            // The request packer retries, for all engines in one way; timeouts run by the settings' clock.
            Retry.MaxRetries = 0;
            Retry.NetworkTimeout = System.Threading.Timeout.InfiniteTimeSpan;
            Diagnostics.IsLoggingContentEnabled = false;
            if (settings.Transport is { } handler) Transport = new HttpClientTransport(handler);
        }
    }

    /// <summary>Posts JSON and reads the whole reply, whatever its status.</summary>
    /// <exception cref="EngineException">Nothing came back, or not in time, or not whole.</exception>
    public Task<ServiceReply> PostAsync(Uri address, ReadOnlyMemory<byte> json, CancellationToken ct) => SendAsync(address, json, ct);

    /// <summary>Reads what stands at an address.</summary>
    /// <exception cref="EngineException">As for <see cref="PostAsync"/>.</exception>
    public Task<ServiceReply> GetAsync(Uri address, CancellationToken ct) => SendAsync(address, null, ct);

    async Task<ServiceReply> SendAsync(Uri address, ReadOnlyMemory<byte>? json, CancellationToken ct)
    {
        using CancellationTokenSource limit = new(timeout, settings.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var message = _pipeline.CreateMessage();
            message.BufferResponse = false;
            message.Request.Method = json is null ? RequestMethod.Get : RequestMethod.Post;
            message.Request.Uri.Reset(address);
            message.Request.Headers.SetValue("Accept", "application/json");
            if (json is { } body)
            {
                message.Request.Headers.SetValue("Content-Type", "application/json; charset=UTF-8");
                message.Request.Content = RequestContent.Create(body);
            }

            await _pipeline.SendAsync(message, both.Token);

            var response = message.Response;
            var received = await ReadAsync(response.ContentStream, both.Token);
            return new(response.Status, received,
                ConnectionFaults.RetryAfter(name => response.Headers.TryGetValue(name, out var value) ? value : null, settings.Time.GetUtcNow()),
                RequestId(response));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw ConnectionFaults.TimedOut(engine, address.Host, timeout);
        }
        catch (AuthenticationFailedException fault)
        {
            throw ConnectionFaults.NotSignedIn(engine, fault);
        }
        catch (Exception fault) when (fault is RequestFailedException or IOException or HttpRequestException or AggregateException)
        {
            throw ConnectionFaults.From(engine, address.Host, fault);
        }
    }

    async Task<ReadOnlyMemory<byte>> ReadAsync(Stream? stream, CancellationToken ct)
    {
        if (stream is null) return ReadOnlyMemory<byte>.Empty;
        using MemoryStream body = new();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > MostBytes)
                throw new EngineException(EngineFault.Protocol, $"{engine}: the reply is far too long to be a translation") { Code = "EN025", MayBeCharged = true };
            body.Write(buffer, 0, read);
        }

        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    static string RequestId(Response response) =>
        response.Headers.TryGetValue("X-RequestId", out var id) || response.Headers.TryGetValue("apim-request-id", out id) ? id ?? "" : "";
}
