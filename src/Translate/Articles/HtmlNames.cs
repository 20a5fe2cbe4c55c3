using System.Collections.Frozen;

namespace Translate.Articles;

/// <summary>What HTML's elements do to text.</summary>
static class HtmlNames
{
    /// <summary>Elements without an end tag.</summary>
    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr keygen frame");

    /// <summary>Elements inside a line of text; all others break it.</summary>
    public static readonly FrozenSet<string> Inline = Set(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr img br");

    /// <summary>Elements whose text is no text of the page.</summary>
    public static readonly FrozenSet<string> Silent = Set(
        "script style noscript template svg math iframe object audio video canvas textarea select button datalist map noframes noembed xmp applet rt rp rtc");

    /// <summary>Those of them that show nothing at all.</summary>
    public static readonly FrozenSet<string> Unseen = Set("script style noscript template datalist map noframes noembed");

    /// <summary>Elements that hold paragraphs.</summary>
    public static readonly FrozenSet<string> Containers = Set("div section article main td body center form dd html font span");

    /// <summary>Elements that a paragraph cannot hold; they close it.</summary>
    public static readonly FrozenSet<string> ClosesParagraph = Set(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul li dd dt tr td th");

    /// <summary>For each element that may be left open: which ones close it, and which stop the search.</summary>
    public static readonly FrozenDictionary<string, (FrozenSet<string> Closes, FrozenSet<string> Until)> ImpliedEnds =
        new Dictionary<string, (FrozenSet<string>, FrozenSet<string>)>
        {
            ["li"] = (Set("li"), Set("ul ol menu dir")),
            ["dt"] = (Set("dt dd"), Set("dl")),
            ["dd"] = (Set("dt dd"), Set("dl")),
            ["tr"] = (Set("tr td th"), Set("table tbody thead tfoot")),
            ["td"] = (Set("td th"), Set("tr table")),
            ["th"] = (Set("td th"), Set("tr table")),
            ["option"] = (Set("option"), Set("select")),
        }.ToFrozenDictionary();

    /// <summary>Level of a heading, 0 for others.</summary>
    public static int HeadingLevel(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;

    static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
