using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Translate.Engines;
using Translate.FakeServices;

namespace Translate.Tests.Engines;

/// <summary>What a bad network and a bad day of the service do to our client; each test bears the behaviour's number.</summary>
public sealed class AzureFaultTests : IAsyncLifetime
{
    readonly FastTime _time = new(200);
    readonly FakeAzure _azure = Ask.Azure();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Theory]
    [InlineData(500000)]
    [InlineData(503000)]
    [InlineData(504)]
    public async Task Behaviour_44_trouble_of_the_service_passes(int code)
    {
        _azure.Faults.Add(Fault.Error(code), new Fault(FaultKind.ProxyError, 502));
        var fault = await Ask.Engine(_azure).FailAsync();
        await using Packing packing = new(Ask.Engine(_azure), time: _time);

        var answers = await packing.AskAsync([Ask.Text("你好")]);

        Assert.Equal((EngineFault.Transient, "EN022"), (fault.Fault, fault.Code));
        Assert.Contains($"azure: the service is in trouble ({code}, request ", fault.Message, StringComparison.Ordinal);
        Assert.Equal((Origin.New, 3), (answers[0].Origin, _azure.Counters.Requests));
    }

    [Fact]
    public async Task Behaviour_45_a_system_that_is_being_prepared_is_waited_for()
    {
        _azure.Faults.Add(Fault.Error(408001));
        await using Packing packing = new(Ask.Engine(_azure), time: _time);

        Assert.Equal(Origin.New, (await packing.AskAsync([Ask.Text("你好")]))[0].Origin);
    }

    [Theory]
    [InlineData(FaultKind.Stall)]
    [InlineData(FaultKind.StallInBody)]
    public async Task Behaviour_46_a_try_that_takes_too_long_is_repeated(FaultKind kind)
    {
        _azure.Faults.Add(new Fault(kind, Delay: TimeSpan.FromSeconds(20)));
        var engine = Ask.Engine(_azure, settings => settings with { Timeout = TimeSpan.FromMilliseconds(400) });
        await using Packing packing = new(engine, time: _time);

        var answers = await packing.AskAsync([Ask.Text("你好")]);

        Assert.Equal(Origin.New, answers[0].Origin);
        Assert.InRange(_azure.Counters.Requests, 2, 20);
        Assert.Equal(2 * _azure.Counters.Requests, packing.Packer.Progress.Characters);
    }

    [Fact]
    public async Task Behaviour_47_usual_latency_is_no_fault()
    {
        (_azure.Options.Latency, _azure.Options.LatencyPer100Characters) = (TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(15));

        Assert.StartsWith(Imitation.Mark, await Ask.Engine(_azure).OneAsync(Ask.Text(new string('长', 300))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.ResetInBody)]
    [InlineData(FaultKind.ShortBody)]
    public async Task Behaviour_48_a_broken_connection_is_repeated(FaultKind kind)
    {
        _azure.Faults.Add(new Fault(kind), new Fault(kind));
        var fault = await Ask.Engine(_azure).FailAsync();
        await using Packing packing = new(Ask.Engine(_azure), time: _time);

        Assert.Equal((EngineFault.Transient, "EN024", true), (fault.Fault, fault.Code, fault.MayBeCharged));
        Assert.Equal("azure: the connection to 127.0.0.1 broke", fault.Message);
        Assert.Equal(Origin.New, (await packing.AskAsync([Ask.Text("你好")]))[0].Origin);
    }

    [Theory]
    [InlineData(FaultKind.InvalidJson)]
    [InlineData(FaultKind.TruncatedJson)]
    [InlineData(FaultKind.HtmlPage)]
    [InlineData(FaultKind.EmptyBody)]
    public async Task Behaviour_49_a_reply_that_is_no_JSON_is_refused(FaultKind kind) => await RefusedAndRepeatedAsync(kind);

    [Theory]
    [InlineData(FaultKind.FewerElements)]
    [InlineData(FaultKind.MoreElements)]
    [InlineData(FaultKind.WrongLanguage)]
    [InlineData(FaultKind.NoTranslations)]
    [InlineData(FaultKind.NullText)]
    public async Task Behaviour_50_a_reply_that_is_out_of_step_is_refused_and_texts_never_shift(FaultKind kind) =>
        await RefusedAndRepeatedAsync(kind);

    [Fact]
    public async Task Behaviour_51_an_error_in_a_good_status_is_refused() => await RefusedAndRepeatedAsync(FaultKind.ErrorObject);

    async Task RefusedAndRepeatedAsync(FaultKind kind)
    {
        _azure.Faults.Add(new Fault(kind), new Fault(kind));
        var fault = await Ask.Engine(_azure).FailAsync([.. Ask.Texts(3)]);
        await using Packing packing = new(Ask.Engine(_azure), time: _time);

        var answers = await packing.AskAsync(Ask.Texts(3));

        Assert.Equal((EngineFault.Protocol, true), (fault.Fault, fault.MayBeCharged));
        Assert.Equal(3, _azure.Counters.Requests);
        Assert.All(answers, (answer, i) => Assert.Contains(FormattableString.Invariant($" {i + 1} "), answer.Target!.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behaviour_52_of_several_requests_only_the_one_that_failed_is_repeated()
    {
        _azure.Faults.Add(Fault.None, Fault.Error(500000));
        await using Packing packing = new(Ask.Engine(_azure), time: _time);

        var answers = await packing.AskAsync(Ask.Texts(200));

        Assert.Equal(5, _azure.Counters.Requests);
        Assert.All(_azure.Counters.Charged.Values, times => Assert.Equal(1, times));
        Assert.All(answers, answer => Assert.Equal(Origin.New, answer.Origin));
    }

    [Fact]
    public async Task Behaviour_53_a_reply_many_times_longer_than_its_source_is_taken()
    {
        _azure.Options.Expansion = 4;

        var target = await Ask.Engine(_azure).OneAsync(Ask.Text(new string('长', 40_000)));

        Assert.True(target.Length > 160_000);
    }

    [Theory]
    [InlineData(FaultKind.Redirect, 307)]
    [InlineData(FaultKind.NoContent, 204)]
    public async Task Behaviour_54_a_redirect_is_not_followed_and_no_key_goes_elsewhere(FaultKind kind, int status)
    {
        _azure.Faults.Add(new Fault(kind));

        var fault = await Ask.Engine(_azure).FailAsync();

        Assert.Equal($"azure: 127.0.0.1 does not answer like Azure Translator (status {status}); check AZURE_TRANSLATOR_ENDPOINT", fault.Message);
        Assert.Equal((EngineFault.Fatal, 1), (fault.Fault, _azure.Counters.Requests));
    }

    [Fact]
    public async Task Behaviour_55_a_key_that_is_renewed_during_the_run_is_used()
    {
        var key = "imitation-key";
        _azure.Options.Latency = TimeSpan.FromMilliseconds(20);
        var engine = Ask.Engine(_azure, settings => settings with { Key = () => key });
        await using Packing packing = new(engine, time: _time);
        await packing.AskAsync([Ask.Text("先")]);

        _azure.Options.Keys[0] = new("new-key");
        var reads = 0;
        // The vault gives the new key a moment after the service has dropped the old one.
        var late = Ask.Engine(_azure, settings => settings with { Key = () => reads++ < 3 ? "imitation-key" : "new-key" });
        await using Packing second = new(late, time: _time);
        key = "new-key";

        Assert.Equal(Origin.New, (await packing.AskAsync([Ask.Text("后")]))[0].Origin);
        Assert.Equal(Origin.New, (await second.AskAsync([Ask.Text("再后")]))[0].Origin);
        Assert.Contains(_azure.Counters.Seen, seen => seen.Status == 401);
    }

    [Fact]
    public async Task Behaviour_56_many_clients_at_once_get_their_own_replies()
    {
        await using Packing packing = new(Ask.Engine(_azure, settings => settings with { RequestsAtOnce = 128, TextsPerRequest = 2 }));

        var answers = await Task.WhenAll(Enumerable.Range(0, 128).Select(i => packing.AskAsync([Ask.Text($"第{i}号")])));

        Assert.All(answers, (answer, i) => Assert.Contains(FormattableString.Invariant($" {i} "), answer[0].Target!.Text, StringComparison.Ordinal));
        Assert.InRange(_azure.Counters.Peak, 1, 128);
    }

    [Fact]
    public async Task Behaviour_57_cancelling_ends_sending_and_waiting_at_once()
    {
        _azure.Options.Latency = TimeSpan.FromMinutes(1);
        using CancellationTokenSource cancel = new(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ask.Engine(_azure).TranslateAsync([Ask.Text("你好")], cancel.Token));

        _azure.Options.Latency = TimeSpan.Zero;
        _azure.Faults.Add(Fault.Error(429001, "50"));
        await using Packing packing = new(Ask.Engine(_azure));
        var waiting = packing.AskAsync([Ask.Text("你好")]);
        while (packing.Packer.Progress.Waiting.Length == 0) await Task.Delay(5, TestContext.Current.CancellationToken);
        packing.Packer.Stop();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(2, _azure.Counters.Requests);
    }

    [Theory]
    [InlineData(false, "/subscriptions/1/accounts/ours", "westus2", true)]
    [InlineData(false, "/subscriptions/1/accounts/theirs", "", false)]
    [InlineData(true, null, "", true)]
    public async Task Behaviour_58_a_token_names_its_resource_on_a_shared_endpoint(bool customDomain, string? resource, string region, bool accepted)
    {
        using var certificate = Certificate();
        await using FakeAzure azure = new(new FakeAzureOptions { Tokens = { ["entra"] = "/subscriptions/1/accounts/ours" } });
        azure.Start(certificate: certificate);
        // The imitation's host name has no "cognitiveservices" in it; this connection leads that name to it.
        using SocketsHttpHandler transport = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString() },
            ConnectCallback = async (_, ct) =>
            {
                System.Net.Sockets.Socket socket = new(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, azure.Url.Port, ct);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        var host = customDomain ? "mine.cognitiveservices.azure.com" : "api.cognitive.microsofttranslator.com";
        var engine = EngineFactory.Create(new("azure")
        {
            Endpoint = new($"https://{host}:{azure.Url.Port}"),
            Credential = new OneToken(),
            ResourceId = resource,
            Region = region,
            Transport = transport,
        });

        if (!accepted)
        {
            Assert.Equal("EN010", (await engine.FailAsync()).Code);
            return;
        }

        Assert.StartsWith(Imitation.Mark, await engine.OneAsync(Ask.Text("你好")), StringComparison.Ordinal);
        var headers = azure.Counters.Seen[0].Headers;
        Assert.Equal("Bearer entra", headers["Authorization"]);
        Assert.Equal(customDomain ? null : "westus2", headers.GetValueOrDefault("Ocp-Apim-Subscription-Region"));
    }

    [Fact]
    public void Behaviour_58_a_token_never_goes_over_plain_http()
    {
        var refused = Assert.Throws<EngineSettingException>(() =>
            Ask.Engine(_azure, settings => settings with { Key = null, Credential = new OneToken() }));

        Assert.Equal("azure: sign-in with Entra ID needs an endpoint that starts with https", refused.Message);
    }

    [Fact]
    public async Task Behaviour_59_a_container_that_still_loads_is_waited_for_and_needs_no_key()
    {
        (_azure.Options.Container, _azure.Options.NotReady) = (true, 2);
        await using Packing packing = new(Ask.Engine(_azure, settings => settings with { Key = null }), time: _time);

        Assert.Equal(Origin.New, (await packing.AskAsync([Ask.Text("你好")]))[0].Origin);
        Assert.Equal("400035", (await _azure.TranslateAsync("to=en", "你好")).Code);
    }

    static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    sealed class OneToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("entra", DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
