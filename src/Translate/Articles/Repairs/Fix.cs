namespace Translate.Articles.Repairs;

/// <summary>A fault that one kind of repair found in the text of a block, in places of that text.</summary>
readonly record struct Fix(TextRange Range, string Replacement, RepairState State = RepairState.Applied, string Note = "");
