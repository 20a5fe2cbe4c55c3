using System.Globalization;

namespace Translate.Checks;

/// <summary>TYP-006: characters that nobody sees and everybody stumbles over: zero-width spaces, controls, replacement characters, private use.</summary>
static class InvisibleCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        for (var at = 0; at < pair.Target.Length; at++)
        {
            var c = pair.Target[at];
            if (c < '\u007f' && c >= ' ' || c is '\t' or '\n' or '\r' || Name(pair.Target, at) is not { } name || c == '\ufffd' && IsMentioned(pair.Target, at) && pair.Source.Contains(c, StringComparison.Ordinal)) continue;
            findings.Add(new("TYP-006", c == '\ufffd' ? Severity.Error : Severity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{name} (U+{(int)c:X4}); {(c is '\ufffd' or >= '\ue000' ? "write the character that was meant" : "delete it")}"), null, TextRange.At(at, 1)));
        }
    }

    /// <summary>A text about the character shows it between quotation marks.</summary>
    internal static bool IsMentioned(string text, int at) =>
        at > 0 && at + 1 < text.Length && text[at - 1] is '"' or '“' or '‘' or '\'' or '「' or '`' or '(' or '（' && text[at + 1] is '"' or '”' or '’' or '\'' or '」' or '`' or ')' or '）';

    static string? Name(string text, int at) => text[at] switch
    {
        '\u200b' or '\u2060' or '\ufeff' => "invisible zero-width character",
        '\u200c' or '\u200d' => IsBetweenEmoji(text, at) ? null : "invisible joiner",
        '\u00ad' => "soft hyphen",
        >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f' => "invisible direction mark",
        '\ufffd' => "replacement character: text was lost here",
        >= '\ue000' and <= '\uf8ff' => "private-use character",
        < ' ' or >= '\u007f' and <= '\u009f' => "control character",
        _ => null,
    };

    static bool IsBetweenEmoji(string text, int at) => at > 0 && at + 1 < text.Length && text[at - 1] > '\u2190' && text[at + 1] > '\u2190';
}
