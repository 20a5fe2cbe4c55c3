using Azure.Core;
using Azure.Core.Pipeline;

namespace Translate.Engines.Azure;

/// <summary>Sends headers that say who asks. The key is read at every request, so that a renewed one is used.</summary>
sealed class AzureKeyPolicy(Func<string?> key, string region) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", key() ?? "");
        // A global resource needs no region, and one report had the value "global" accepted, not required.
        if (region.Length > 0 && !region.Equals("global", StringComparison.OrdinalIgnoreCase))
            message.Request.Headers.SetValue("Ocp-Apim-Subscription-Region", region);
    }
}

/// <summary>Beside an Entra ID token the shared endpoints must be told whose resource is meant, even a global one.</summary>
sealed class AzureResourcePolicy(string resourceId, string region) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        message.Request.Headers.SetValue("Ocp-Apim-ResourceId", resourceId);
        message.Request.Headers.SetValue("Ocp-Apim-Subscription-Region", region.Length > 0 ? region : "global");
    }
}
