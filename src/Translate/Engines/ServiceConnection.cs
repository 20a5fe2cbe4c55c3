using System.Globalization;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

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
    public async Task<ServiceReply> PostAsync(Uri address, ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        using CancellationTokenSource limit = new(timeout, settings.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var message = _pipeline.CreateMessage();
            message.BufferResponse = false;
            message.Request.Method = RequestMethod.Post;
            message.Request.Uri.Reset(address);
            message.Request.Headers.SetValue("Content-Type", "application/json; charset=UTF-8");
            message.Request.Headers.SetValue("Accept", "application/json");
            message.Request.Content = RequestContent.Create(json);
            await _pipeline.SendAsync(message, both.Token);

            var response = message.Response;
            var body = await ReadAsync(response.ContentStream, both.Token);
            return new(response.Status, body, RetryAfter(response), RequestId(response));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new EngineException(EngineFault.Transient, FormattableString.Invariant(
                $"{engine}: no answer from {address.Host} within {timeout.TotalSeconds:0.#} s"))
            { Code = "EN023", MayBeCharged = true };
        }
        catch (Exception fault) when (fault is RequestFailedException or IOException or HttpRequestException or AggregateException)
        {
            throw Broken(address, fault);
        }
    }

    EngineException Broken(Uri address, Exception fault)
    {
        if (Unreachable(fault) is { } why)
            return new(EngineFault.Transient,
                $"{engine}: {address.Host} cannot be reached ({why}); check the network, the proxy and the endpoint, then run again to go on",
                inner: fault)
            { Code = "EN020" };
        return new(EngineFault.Transient, $"{engine}: the connection to {address.Host} broke", inner: fault) { Code = "EN024", MayBeCharged = true };
    }

    /// <summary>Why nobody answers at that address; <c>null</c> when somebody did and the connection broke later.</summary>
    static string? Unreachable(Exception? fault) => fault switch
    {
        null => null,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "its certificate is not trusted, or it does not speak TLS",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "the proxy refuses",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nobody listens there",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } when fault.InnerException is not SocketException => "no connection",
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown } => "no way to it",
        AggregateException several => several.InnerExceptions.Select(Unreachable).FirstOrDefault(why => why is not null),
        _ => Unreachable(fault.InnerException),
    };

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

    TimeSpan? RetryAfter(Response response)
    {
        foreach (var name in (string[])["retry-after-ms", "x-ms-retry-after-ms"])
            if (response.Headers.TryGetValue(name, out var text)
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < 1e9)
                return TimeSpan.FromMilliseconds(milliseconds);

        if (!response.Headers.TryGetValue("Retry-After", out var value)) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return seconds is > 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : null;
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        var wait = date - settings.Time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    static string RequestId(Response response) =>
        response.Headers.TryGetValue("X-RequestId", out var id) || response.Headers.TryGetValue("apim-request-id", out id) ? id ?? "" : "";
}
