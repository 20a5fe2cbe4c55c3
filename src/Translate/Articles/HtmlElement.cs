namespace Translate.Articles;

/// <summary>An element of a page, with where it stands in the input and how much text is in it.</summary>
sealed class HtmlElement(string name, HtmlElement? parent, int start)
{
    /// <summary>Lower-case name.</summary>
    public string Name { get; } = name;

    /// <summary>The element around it; <c>null</c> for the page.</summary>
    public HtmlElement? Parent { get; } = parent;

    /// <summary>Where its start tag begins.</summary>
    public int Start { get; } = start;

    /// <summary>Where its end tag ends, or where it was closed without one.</summary>
    public int End { get; set; }

    /// <summary>Its class and id, lower case.</summary>
    public string Hints { get; init; } = "";

    /// <summary>Whether it is never shown, or shows no text of the page.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it shows a listing of a program.</summary>
    public bool IsCode { get; set; }

    /// <summary>Whether its text leads elsewhere.</summary>
    public bool IsLink { get; init; }

    /// <summary>Whether it is read as a line of its own though it stands inside one.</summary>
    public bool StandsAlone { get; set; }

    /// <summary>Characters in it that are no white space.</summary>
    public int Characters { get; set; }

    /// <summary>Those of them that stand in links.</summary>
    public int LinkCharacters { get; set; }

    /// <summary>How much the paragraphs below it make it look like the article's body.</summary>
    public double Score { get; set; }

    /// <summary>Why it is no part of the article; <c>null</c> while it is.</summary>
    public string? LeftOut { get; set; }

    /// <summary>It or the nearest element around it that is called clutter, and what that is; looked for once, see <see cref="HtmlClutter"/>.</summary>
    public (HtmlElement Element, string Reason)? Clutter { get; set; }

    /// <summary>Whether <see cref="Clutter"/> was looked for.</summary>
    public bool IsClutterKnown { get; set; }

    /// <summary>Share of its text that stands in links.</summary>
    public double LinkShare => Characters == 0 ? 0 : LinkCharacters / (double)Characters;

    /// <summary>It and the elements around it, from the inside.</summary>
    public IEnumerable<HtmlElement> WithAncestors()
    {
        for (var element = this; element is not null; element = element.Parent) yield return element;
    }

    /// <summary>Whether it is the other or lies in it.</summary>
    public bool IsWithin(HtmlElement other) => other.Start <= Start && End <= other.End;
}
