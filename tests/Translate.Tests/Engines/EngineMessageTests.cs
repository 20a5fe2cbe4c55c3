using Azure.Core;
using Azure.Identity;
using Translate.Cli;
using Translate.Engines;
using Translate.FakeServices;

namespace Translate.Tests.Engines;

/// <summary>The messages of <c>docs/problems.md</c>, word for word, and what none of them may hold.</summary>
public class EngineMessageTests
{
    [Theory]
    [InlineData("azure", "azure: no key; set AZURE_TRANSLATOR_KEY and AZURE_TRANSLATOR_REGION, or AZURE_TRANSLATOR_RESOURCE_ID to sign in with Entra ID, or run with --engine memory")]
    [InlineData("openai", "openai: no key; set OPENAI_API_KEY, or run with --engine memory")]
    [InlineData("deepl", "deepl: no key; set DEEPL_API_KEY, or run with --engine memory")]
    public void No_key(string engine, string message)
    {
        var refused = Assert.Throws<EngineSettingException>(() => EngineFactory.Create(new(engine) { Model = "m" }));

        Assert.Equal(("EN002", message), (refused.Code, refused.Message));
        Documented(refused.Code, message);
    }

    [Theory]
    [InlineData("", "azure: the service refuses the key (401000); check AZURE_TRANSLATOR_KEY, and set AZURE_TRANSLATOR_REGION if the resource is not a global one")]
    [InlineData("eastus", "azure: the service refuses the key or its region (401000); check AZURE_TRANSLATOR_KEY, and that the resource lies in AZURE_TRANSLATOR_REGION (eastus)")]
    public async Task A_wrong_key_or_region(string region, string message)
    {
        await using var azure = Ask.Azure(options => options.Keys[0] = new("imitation-key", "westeurope"));

        var fault = await Ask.Engine(azure, settings => settings with { Region = region }).FailAsync();

        Assert.Equal(("EN010", message), (fault.Code, fault.Message));
        Documented(fault.Code, message.Replace("eastus", "…", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_spent_quota()
    {
        const string message = "azure: the free quota of this resource is used up (403001); wait for the next month or use a paid tier, then run again to go on";
        await using var azure = Ask.Azure(options => options.Keys[0] = new("imitation-key", Quota: 0));

        var fault = await Ask.Engine(azure).FailAsync();

        Assert.Equal(("EN012", message), (fault.Code, fault.Message));
        Documented(fault.Code, message);
    }

    [Fact]
    public async Task No_network_ends_a_run_that_has_not_begun_within_seconds()
    {
        const string message = "azure: 127.0.0.1 cannot be reached (nobody listens there); check the network, the proxy and the endpoint, then run again to go on";
        JumpingTime time = new();
        var azure = Ask.Azure();
        var engine = Ask.Engine(azure);
        await azure.DisposeAsync();
        await using Packing packing = new(engine, time: time);

        var fault = await Assert.ThrowsAsync<EngineException>(() => packing.AskAsync([Ask.Text("你好")]));

        Assert.Equal((EngineFault.Fatal, "EN020", message), (fault.Fault, fault.Code, fault.Message));
        Assert.InRange(time.GetTimestamp() / (double)TimeSpan.TicksPerSecond, 10, 20);
        Documented(fault.Code, message.Replace("127.0.0.1", "…", StringComparison.Ordinal).Replace("(nobody listens there)", "(…)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_name_of_a_host_is_no_network_either()
    {
        var engine = EngineFactory.Create(new("azure") { Endpoint = new("https://no.such.host.invalid"), Key = () => "k" });

        Assert.Equal("EN020", (await engine.FailAsync()).Code);
    }

    [Theory]
    [InlineData(FaultKind.TruncatedJson)]
    [InlineData(FaultKind.ResetInBody)]
    [InlineData(FaultKind.HtmlPage)]
    [InlineData(FaultKind.Error)]
    public async Task No_key_and_no_article_text_is_in_any_exception(FaultKind kind)
    {
        const string text = "机密文章内容", key = "planted-secret-key";
        await using var azure = Ask.Azure(options => options.Keys[0] = new(key));
        azure.Faults.Add(new Fault(kind, 400036));

        var fault = await Ask.Engine(azure, settings => settings with { Key = () => key }).FailAsync(Ask.Text(text));

        // With everything inside it, as a log would write it.
        Assert.DoesNotContain(text, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key, fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("azure-openai")]
    public async Task Nobody_signed_in_to_Entra_is_one_line(string name)
    {
        var message = $"{name}: sign-in with Entra ID failed; sign in with az login, give this machine a managed identity, or set a key, then run again to go on";
        var engine = EngineFactory.Create(new(name)
        {
            Endpoint = new("https://a-resource.cognitiveservices.azure.com"),
            Credential = new NotSignedIn(),
            Deployment = name == "azure" ? "general" : "d",
            Model = "m",
        });

        var fault = await engine.FailAsync();

        Assert.Equal((EngineFault.Fatal, "EN018", message), (fault.Fault, fault.Code, fault.Message));
        Documented(fault.Code, message.Replace(name + ":", "…:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://a-resource.cognitiveservices.azure.com", true)]
    [InlineData("https://api.cognitive.microsofttranslator.com", false)]
    public void A_domain_of_ones_own_needs_no_resource_id_to_sign_in(string endpoint, bool signsIn)
    {
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new() { ["AZURE_TRANSLATOR_ENDPOINT"] = endpoint };

        var settings = EngineChoice.Choose("azure", Settings.Load(folder.Path, environment.GetValueOrDefault));

        Assert.Equal(signsIn, settings!.Credential is not null);
    }

    sealed class NotSignedIn : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("lines\nof an account");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("lines\nof an account");
    }

    static void Documented(string code, string message) =>
        Assert.Contains($"| {code} | `{message}` |", File.ReadAllText(Repository.File("docs", "problems.md")), StringComparison.Ordinal);
}
