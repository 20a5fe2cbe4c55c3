using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>The list of languages, which needs no key.</summary>
static class AzureLanguages
{
    const string Tag = "\"imitation-1\"";

    public static async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.ETag = Tag;
        if (context.Request.Headers.IfNoneMatch == Tag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(
            """
            {"translation":{"en":{"name":"English","nativeName":"English","dir":"ltr"},
            "zh-Hans":{"name":"Chinese Simplified","nativeName":"中文 (简体)","dir":"ltr"},
            "zh-Hant":{"name":"Chinese Traditional","nativeName":"繁體中文","dir":"ltr"}}}
            """);
    }
}
