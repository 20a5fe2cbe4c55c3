using Translate.Articles;

namespace Translate.Checks;

/// <summary>One pair of a bilingual file.</summary>
/// <param name="Row">Its number in the file; the first pair is 1.</param>
/// <param name="Line">Line of the file it starts on, from 1; 0 when the file has no lines.</param>
/// <param name="Pair">From which language to which.</param>
/// <param name="Source">Source text and tags.</param>
/// <param name="Target">Target text and tags.</param>
/// <param name="Id">The segment's id in the file; may be empty.</param>
/// <param name="Comment">What a reviewer wrote beside it; may be empty.</param>
public sealed record BilingualRow(int Row, int Line, LanguagePair Pair, TaggedText Source, TaggedText Target, string Id = "", string Comment = "");
