namespace Translate;

/// <summary>What a run worked with and what it cost: the facts that a workbook's Summary shows beside the article's own counts.</summary>
/// <param name="Engine">Short name of the engine: <c>azure</c>, <c>memory</c>.</param>
/// <param name="EngineSettings">Version, deployment, category and the like; may be empty; never a key.</param>
/// <param name="Version">Version of this tool.</param>
/// <param name="GlossaryHash">Hash of the layered glossary, so that two workbooks can be told apart by it.</param>
/// <param name="GlossaryEntries">How many concepts that glossary has.</param>
/// <param name="Memory">The memory's file and the TMX files read beside it, for people.</param>
/// <param name="CharactersSent">Characters sent to the engine for these articles, markup included.</param>
/// <param name="CharactersPlain">Characters of the same sources without markup.</param>
/// <param name="Started">When the run started.</param>
/// <param name="Elapsed">How long it took so far.</param>
public sealed record RunFacts(
    string Engine, string EngineSettings, string Version, string GlossaryHash, int GlossaryEntries, string Memory,
    long CharactersSent, long CharactersPlain, DateTimeOffset Started, TimeSpan Elapsed);
