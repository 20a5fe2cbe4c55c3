using Translate.Articles;
using Translate.Numbers;

namespace Translate.Memory;

/// <summary>Puts a segment's numbers into a stored target, where numbers are all that differs.</summary>
static class NumberAdaptation
{
    /// <summary>The target with the segment's numbers, and what was changed.</summary>
    /// <returns>
    /// <c>null</c> when more than numbers differs, or when it is not plain which number of the target is which: each one that
    /// differs must stand in the source and in the target once, by value, and in the target in digits.
    /// </returns>
    public static (TaggedText Target, List<string> Changes)? Adapt(
        string stored, List<Numeral> before, string segment, List<Numeral> after, TaggedText target, string language)
    {
        if (before.Count == 0 || before.Count != after.Count || Numerals.Frame(stored, before) != Numerals.Frame(segment, after)) return null;

        var inTarget = Numerals.Find(target.Text, language);
        List<(TextRange Range, string Text)> edits = [];
        List<string> changes = [];
        foreach (var (was, now) in before.Zip(after))
        {
            if (was.Value == now.Value) continue;
            var places = inTarget.FindAll(numeral => numeral.Value == was.Value);
            if (places.Count != 1 || before.Count(numeral => numeral.Value == was.Value) != 1) return null;
            // "Three companies" would become "4 companies", and "One company" needs more than its number changed.
            if (!places[0].Range.In(target.Text).Any(char.IsDigit)) return null;
            edits.Add((places[0].Range, Write(now.Value, places[0].Range.In(target.Text), language)));
            changes.Add($"number {now.Range.In(segment)} instead of {was.Range.In(stored)}, put into the target");
        }

        // Equal values written differently (5亿, 500000000) leave the target as it is.
        if (edits.Count == 0) return (target, ["numbers are written differently"]);
        return (Edit(target, edits), changes);
    }

    /// <summary>The number in the manner of the one that it replaces.</summary>
    static string Write(decimal value, string replaced, string language)
    {
        var style = replaced.Any(unit => char.IsLetter(unit)) ? NumberStyle.Scaled
            : replaced.Contains(',', StringComparison.Ordinal) || value >= 10_000 ? NumberStyle.Grouped
            : NumberStyle.Plain;
        return NumberWriter.Write(value, language, style);
    }

    static TaggedText Edit(TaggedText text, List<(TextRange Range, string Text)> edits)
    {
        edits.Sort((one, other) => one.Range.Start.CompareTo(other.Range.Start));
        var map = OffsetMap.Identity(0, text.Text.Length).After([.. edits.Select(edit => new TextEdit(edit.Range, edit.Text))]);
        System.Text.StringBuilder edited = new(text.Text);
        foreach (var (range, replacement) in Enumerable.Reverse(edits)) edited.Remove(range.Start, range.Length).Insert(range.Start, replacement);
        return new(edited.ToString(), [.. text.Tags.Select(tag => tag with { Position = map.ToText(new(tag.Position, tag.Position)).Start })]);
    }
}
