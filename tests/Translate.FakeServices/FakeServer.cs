using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Translate.FakeServices;

/// <summary>An imitation of a service on a loopback port, for tests and by hand.</summary>
public abstract class FakeServer : IAsyncDisposable
{
    WebApplication? _app;

    protected FakeServer(TimeProvider time) => Time = time;

    /// <summary>The imitation's clock: windows, latencies and stalls run by it.</summary>
    protected TimeProvider Time { get; }

    /// <summary>What was seen so far.</summary>
    public Counters Counters { get; } = new();

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = new("http://localhost");

    /// <summary>Starts listening.</summary>
    /// <param name="port">0 for any free one.</param>
    /// <param name="certificate">Speaks TLS with it; plain HTTP without.</param>
    public void Start(int port = 0, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxRequestBodySize = 64 << 20;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        _app = builder.Build();
        _app.Run(ServeAsync);
        _app.Start();
        var address = new Uri(_app.Urls.First());
        Url = new UriBuilder(address) { Host = certificate is null ? "127.0.0.1" : "localhost" }.Uri;
    }

    /// <summary>Answers one request.</summary>
    protected abstract Task HandleAsync(HttpContext context);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
        {
            using CancellationTokenSource now = new(TimeSpan.FromMilliseconds(50));
            await _app.StopAsync(now.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            await _app.DisposeAsync();
        }
    }

    async Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path == "/counters")
        {
            await context.Response.WriteAsJsonAsync(new
            {
                requests = Counters.Requests,
                elements = Counters.Elements,
                characters = Counters.Characters,
                wasted = Counters.Wasted,
                peak = Counters.Peak,
                distinct = Counters.Charged.Count,
                chargedTwice = Counters.Charged.Values.Sum(times => times - 1),
            });
            return;
        }

        Counters.Request();
        try
        {
            await HandleAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
    }
}
