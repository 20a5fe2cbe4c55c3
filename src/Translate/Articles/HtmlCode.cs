using System.Text.RegularExpressions;
using Translate.Scripts;

namespace Translate.Articles;

/// <summary>Finds listings of programs on a page, which stay as they are.</summary>
static partial class HtmlCode
{
    /// <summary>Whether the class of a <c>pre</c>, or of what stands around it, says that it is a listing.</summary>
    public static bool IsCalledCode(HtmlElement element) => element.WithAncestors().Take(6).Any(around => Listing().IsMatch(around.Hints));

    /// <summary>Marks the blocks of listings. What is mostly Chinese is text in a box: losing a paragraph is far worse than translating a program.</summary>
    public static void LeaveOut(IReadOnlyList<PageBlock> blocks)
    {
        foreach (var listing in blocks.GroupBy(block => block.Element.WithAncestors().FirstOrDefault(around => around.IsCode)))
        {
            if (listing.Key is null) continue;
            var han = listing.Sum(block => block.Block.Text.Count(Han.Is));
            if (han * 3 > listing.Sum(block => block.Characters)) continue;
            foreach (var block in listing) block.LeftOut = "code";
        }
    }

    [GeneratedRegex(@"(?<![a-z])(highlight|hljs|prettyprint|codehilite|code[-_]?(block|snippet|box|area)|syntaxhighlighter|brush|language-|lang-)", RegexOptions.CultureInvariant)]
    private static partial Regex Listing();
}
