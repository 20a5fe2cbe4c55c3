using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Translate.FakeServices;

/// <summary>How the imitation of Azure treats markup in a text.</summary>
static partial class AzureText
{
    /// <summary>Imitates a translation of a text as it was sent; without a source language nothing that was told counts.</summary>
    public static string Translate(string text, string from, string to, bool html, FakeAzureOptions options)
    {
        if (from.Length > 0 && Same(from, to) || string.IsNullOrWhiteSpace(text)) return text;
        var told = from.Length > 0 && (from == "en" || to == "en");
        StringBuilder target = new(Imitation.Mark);
        var at = 0;
        List<string> stack = [];
        foreach (Match markup in (html ? Markup() : DictionaryOnly()).Matches(text))
        {
            if (markup.Index < at) continue;
            Append(target, text[at..markup.Index], to, html, options);
            at = markup.Index + markup.Length;
            if (markup.Groups["term"] is { Success: true } term)
            {
                var wanted = WebUtility.HtmlDecode(markup.Groups["wanted"].Value);
                var kept = told ? Spoiled(wanted, options) : Imitation.Words(WebUtility.HtmlDecode(term.Value), to, options.Terms, Draw);
                AppendWord(target, options.QuotesTerms && told ? $"\"{kept}\"" : kept, to, html);
            }
            else if (markup.Groups["kept"] is { Success: true } kept)
                AppendSpan(target, markup.Value, kept, markup, options);
            else
                target.Append(markup.Value);
        }

        Append(target, text[at..], to, html, options);
        var result = target.ToString();
        if (options.MovesTags && html) result = Widen(result);
        if (options.Terms.Careless && IsSecond(text)) result = Imitation.WithoutDigits(result);
        return options.Expansion > 1 ? string.Concat(Enumerable.Repeat(result + " ", options.Expansion)).Trim() : result;
    }

    static void AppendSpan(StringBuilder target, string span, Group kept, Match markup, FakeAzureOptions options)
    {
        if (target.Length > 0 && char.IsAsciiLetterOrDigit(target[^1])) target.Append(' ');
        var inner = span[(kept.Index - markup.Index)..(kept.Index - markup.Index + kept.Length)];
        if (Draw(inner, 11) < options.Terms.Stubborn) span = span.Replace($">{inner}<", $">{inner[..^1]}<", StringComparison.Ordinal);
        target.Append(options.MovesTags ? span.Replace($">{inner}<", $"> {inner} <", StringComparison.Ordinal) : span);
    }

    static void Append(StringBuilder target, string text, string to, bool html, FakeAzureOptions options)
    {
        if (text.Length == 0) return;
        var plain = html ? WebUtility.HtmlDecode(text) : text;
        if (!html && options.TranslatesTagNames) plain = TagName().Replace(plain, "<${slash}translated>");
        var words = Imitation.Words(plain, to, options.Terms, Draw);
        if (char.IsWhiteSpace(plain[^1]) && to == "en") words += " ";
        AppendWord(target, words, to, html);
    }

    static void AppendWord(StringBuilder target, string words, string to, bool html)
    {
        if (words.Length == 0) return;
        var end = target.Length - 1;
        // A word after an element stands apart from the word in it.
        if (end > 0 && target[end] == '>')
            while (end > 0 && target[end] != '<') end--;
        if (end > 0 && target[end] == '<') end--;
        if (to == "en" && end >= 0 && char.IsAsciiLetterOrDigit(target[end]) && char.IsAsciiLetterOrDigit(words[0])) target.Append(' ');
        target.Append(html ? words.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;") : words);
    }

    static bool IsSecond(string text) => text.Contains("notranslate", StringComparison.Ordinal) || text.Contains("translate=\"no\"", StringComparison.Ordinal);

    static string Spoiled(string wanted, FakeAzureOptions options) =>
        Draw(wanted, 7) < options.Terms.Damaged ? wanted[..^1] : wanted;

    /// <summary>The first inline element grows to the end of the text.</summary>
    static string Widen(string html)
    {
        var close = html.IndexOf("</b>", StringComparison.Ordinal);
        return close < 0 || html.IndexOf("<b", StringComparison.Ordinal) != html.LastIndexOf("<b", StringComparison.Ordinal)
            ? html : html.Remove(close, 4) + "</b>";
    }

    /// <summary>A number from 0 to 1 that depends on nothing but the text.</summary>
    public static double Draw(string text, int at) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{at}|{text}")))) / (double)uint.MaxValue;

    static bool Same(string from, string to) => from.Equals(to, StringComparison.OrdinalIgnoreCase);

    const string Dictionary = """<mstrans:dictionary translation="(?<wanted>[^"]*)">(?<term>[^<]*)</mstrans:dictionary>""";

    [GeneratedRegex(Dictionary + """|<(?<name>\w+)\s[^>]*(?:class="?notranslate"?|translate="?no"?)[^>]*>(?<kept>.*?)</\k<name>>|<[^>]*>""")]
    private static partial Regex Markup();

    // Markup that is not exactly right is text like any other, and comes back as it is.
    [GeneratedRegex(Dictionary + @"|<\s+/?mstrans[^>]*>|<mstrans[^>]*>|</mstrans[^>]*>")]
    private static partial Regex DictionaryOnly();

    [GeneratedRegex(@"<(?<slash>/?)\w+>")]
    private static partial Regex TagName();
}
