namespace Translate.Review;

/// <summary>Every look a cell of ours can have; each is one cell style of the workbook.</summary>
enum CellLook
{
    Plain, Header, Number, Quiet, Source, Target, Status, Comment, Findings, Information, Warning, Error, Terms, Hidden,
    Title, Section, Label, Value, Figure, Share, Link, GuideWord, GuideEnglish, GuideChinese,
}

/// <summary>Looks of a stretch of text inside a cell.</summary>
enum RunLook
{
    Term, Suspicious, Tag, Error, Warning, Information, Quiet, Strong, Removed, Added,
}
