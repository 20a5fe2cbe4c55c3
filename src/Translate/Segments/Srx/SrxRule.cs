using System.Text.RegularExpressions;

namespace Translate.Segments.Srx;

/// <summary>One rule of an SRX file.</summary>
/// <param name="Breaks">Whether it makes a break; else it prevents one.</param>
/// <param name="Row">Line in the file.</param>
/// <param name="Anywhere">Finds the places at which it holds.</param>
/// <param name="Here">Tells whether it holds at one place.</param>
sealed record SrxRule(bool Breaks, int Row, Regex Anywhere, Regex Here)
{
    // A rule that needs longer than this at one text is broken, not slow.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    const string Before = "_before";

    /// <summary>Where the text starts that a rule has matched before a place.</summary>
    public static int StartOf(Match match) => match.Groups[Before] is { Success: true } before ? before.Index : match.Index;

    /// <param name="breaks">The rule's <c>break</c>.</param>
    /// <param name="before">ICU expression for the text before the place; empty for any.</param>
    /// <param name="after">The same for the text after it.</param>
    /// <param name="row">Line in the file.</param>
    /// <exception cref="FormatException">An expression cannot be read; the message says why.</exception>
    public static SrxRule Read(bool breaks, string before, string after, int row)
    {
        // .NET looks behind at any length, so a rule is one place of no width, and no rule can eat another's text.
        var place = (before.Length == 0 ? "" : $"(?<=(?<{Before}>{IcuExpression.ToDotNet(before)}))") + (after.Length == 0 ? "" : $"(?={IcuExpression.ToDotNet(after)})");
        try
        {
            return new(breaks, row, new(place, RegexOptions.CultureInvariant, s_patience), new($@"\G{place}", RegexOptions.CultureInvariant, s_patience));
        }
        catch (ArgumentException fault)
        {
            throw new FormatException(Reason(fault.Message), fault);
        }
    }

    /// <summary>.NET's reason without its own notation of the expression, which its owner has never seen.</summary>
    static string Reason(string message)
    {
        var offset = message.LastIndexOf("' at offset ", StringComparison.Ordinal);
        var reason = offset < 0 ? -1 : message.IndexOf(". ", offset, StringComparison.Ordinal);
        return reason < 0 ? message : message[(reason + 2)..].TrimEnd('.');
    }
}
