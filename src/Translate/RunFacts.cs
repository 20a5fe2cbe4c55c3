namespace Translate;

/// <summary>What a run worked with and what it cost: the facts that a workbook's Summary shows beside the article's own counts.</summary>
/// <param name="Engine">Short name of the engine: <c>azure</c>, <c>memory</c>.</param>
/// <param name="EngineSettings">Version, deployment, category and the like; may be empty; never a key.</param>
/// <param name="Version">Version of this tool.</param>
/// <param name="GlossaryHash">Hash of the layered glossary, so that two workbooks can be told apart by it.</param>
/// <param name="GlossaryEntries">How many concepts that glossary has.</param>
/// <param name="Memory">The memory's file and the TMX files read beside it, for people.</param>
/// <param name="CharactersSent">Characters that asking for these articles sends, markup and second questions included, each text once; whichever run paid for them.</param>
/// <param name="CharactersPlain">Characters of the same sources without markup.</param>
/// <param name="Started">When the run started.</param>
/// <param name="Elapsed">How long it took so far.</param>
public sealed record RunFacts(
    string Engine, string EngineSettings, string Version, string GlossaryHash, int GlossaryEntries, string Memory,
    long CharactersSent, long CharactersPlain, DateTimeOffset Started, TimeSpan Elapsed)
{
    /// <summary>What the segments, terms and findings depend on.</summary>
    public RunChoices Choices { get; init; } = RunChoices.Default;
}

/// <summary>
/// Choices of a run that its segments, terms and findings depend on. A workbook remembers them, so that a review checks and
/// publishes as the run did.
/// </summary>
/// <param name="Glossaries">Glossary files, in their order, as they were named.</param>
/// <param name="NoCurated">Whether the glossary that ships with the tool was left out.</param>
/// <param name="Segmentation">A file of segmentation rules; <c>null</c> for those that ship with the tool.</param>
/// <param name="AtSemicolons">Whether segments end at semicolons too.</param>
public sealed record RunChoices(IReadOnlyList<string> Glossaries, bool NoCurated, string? Segmentation, bool AtSemicolons)
{
    /// <summary>Nothing was chosen.</summary>
    public static RunChoices Default { get; } = new([], false, null, false);

    /// <summary>A line for each choice; <see cref="Parse"/> reads them back.</summary>
    public override string ToString() => string.Join('\n', Lines());

    /// <summary>Reads choices; lines that say nothing known are passed over.</summary>
    public static RunChoices Parse(string text)
    {
        var lines = text.Split('\n');
        return new([.. Values("glossary ")], lines.Contains("no-curated"), Values("segmentation ").FirstOrDefault(), lines.Contains("at-semicolons"));

        IEnumerable<string> Values(string name) => lines.Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[name.Length..]);
    }

    IEnumerable<string> Lines()
    {
        foreach (var glossary in Glossaries) yield return "glossary " + glossary;
        if (NoCurated) yield return "no-curated";
        if (Segmentation is not null) yield return "segmentation " + Segmentation;
        if (AtSemicolons) yield return "at-semicolons";
    }
}
