namespace Translate.Engines.Azure;

/// <summary>Where Azure Translator is asked, and what that place needs to know.</summary>
/// <param name="Base">Address without the operation: the operation's name is appended.</param>
/// <param name="CustomDomain">Whether it belongs to one resource, so that neither region nor resource id must be sent.</param>
/// <param name="NeedsRegion">Whether it refuses requests that do not name the resource's region.</param>
/// <param name="Scope">What an Entra ID token must be for.</param>
sealed record AzureEndpoint(Uri Base, bool CustomDomain, bool NeedsRegion, string Scope)
{
    // https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/v3/reference
    const string Global = "https://api.cognitive.microsofttranslator.com";

    /// <summary>Applies the SDK's rule: a host with <c>cognitiveservices</c> in its name gets the platform's path, any other is used as given.</summary>
    public static AzureEndpoint From(EngineSettings settings)
    {
        var address = settings.Endpoint ?? new Uri(Global);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            throw new EngineSettingException("EN003",
                "azure: AZURE_TRANSLATOR_ENDPOINT is no address; write it like https://api.cognitive.microsofttranslator.com");

        var host = address.IdnHost;
        var custom = host.Contains("cognitiveservices", StringComparison.OrdinalIgnoreCase);
        var path = !custom ? address.AbsolutePath.TrimEnd('/')
            : settings.ApiVersion == AzureVersion.V3 ? "/translator/text/v3.0" : "/translator/text";
        return new(
            new UriBuilder(address) { Path = path + "/", Query = "", Fragment = "" }.Uri, custom,
            host.EndsWith(".microsofttranslator.us", StringComparison.OrdinalIgnoreCase),
            host.EndsWith(".us", StringComparison.OrdinalIgnoreCase) ? "https://cognitiveservices.azure.us/.default"
                : host.EndsWith(".cn", StringComparison.OrdinalIgnoreCase) ? "https://cognitiveservices.azure.cn/.default"
                : "https://cognitiveservices.azure.com/.default");
    }
}

/// <summary>The versions of the service's interface that this program speaks.</summary>
static class AzureVersion
{
    public const string V3 = "3.0";
    public const string V2026 = "2026-06-06";
}
