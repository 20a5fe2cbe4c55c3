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

    /// <param name="breaks">The rule's <c>break</c>.</param>
    /// <param name="before">ICU expression for the text before the place; empty for any.</param>
    /// <param name="after">The same for the text after it.</param>
    /// <param name="row">Line in the file.</param>
    /// <exception cref="FormatException">An expression cannot be read; the message says why.</exception>
    public static SrxRule Read(bool breaks, string before, string after, int row)
    {
        // .NET looks behind at any length, so a rule is one place of no width, and no rule can eat another's text.
        var place = (before.Length == 0 ? "" : $"(?<={IcuExpression.ToDotNet(before)})") + (after.Length == 0 ? "" : $"(?={IcuExpression.ToDotNet(after)})");
        try
        {
            return new(breaks, row, new(place, RegexOptions.CultureInvariant, s_patience), new($@"\G{place}", RegexOptions.CultureInvariant, s_patience));
        }
        catch (ArgumentException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }
}
