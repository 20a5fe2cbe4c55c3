using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>Parts of a page that are built like the body and stand beside it: the next answer, the next post, a second page of text.</summary>
/// <remarks>
/// An author gives one class to things of one kind. So text in an element of the body's own class is text of the article, however
/// short it is. An element without a class is like any other, unless its name says that it is an <c>article</c> or a <c>section</c>.
/// </remarks>
sealed partial class HtmlTwins
{
    const int ShortestText = 8;

    // The element around each branch that leads to the body, and the branch.
    readonly Dictionary<HtmlElement, HtmlElement> _branches = [];

    public HtmlTwins(HtmlElement body)
    {
        foreach (var element in body.WithAncestors())
            if (element.Parent is { } around) _branches[around] = element;
    }

    /// <summary>Whether a block outside the body is text in such a part.</summary>
    public bool Hold(PageBlock block) =>
        block.LinkCharacters == 0 && (block.Characters >= ShortestText || HtmlBody.EndsSentence(block))
        && block.Element.WithAncestors().FirstOrDefault(element => element.Parent is { } around && _branches.ContainsKey(around)) is { } part
        && AreTwins(part, _branches[part.Parent!]);

    static bool AreTwins(HtmlElement one, HtmlElement other) =>
        one.Name == other.Name && (one.Hints.Length > 0 || one.Name is "article" or "section") && Kind(one) == Kind(other);

    /// <summary>Class and id without the number that tells this one from the next.</summary>
    static string Kind(HtmlElement element) => Number().Replace(element.Hints, "");

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
