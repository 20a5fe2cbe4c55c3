using Translate.Numbers;

namespace Translate.Glossaries;

/// <summary>Finds where the forms of a concept stand in a target.</summary>
static class RenderingFinder
{
    /// <summary>All places where the preferred, an admitted or a forbidden form of a term stands.</summary>
    public static IReadOnlyList<Rendering> Find(TermMatch match, TargetText text, LanguagePair pair)
    {
        if (match.Number is not null) return FindFilled(match, match.Number, text, pair);
        var forms = match.Entry.In(pair.Target);
        List<Rendering> found = [];
        if (match.Required.Length > 0) Add(found, match, match.Required, text, forms, isPreferred: true, isForbidden: false);
        foreach (var form in match.Admitted) Add(found, match, form, text, forms, isPreferred: false, isForbidden: false);
        foreach (var form in PartsOfName(match.Entry, forms)) Add(found, match, form, text, forms, isPreferred: false, isForbidden: false);
        if (forms is not null)
            foreach (var form in forms.Forbidden) Add(found, match, form, text, forms, isPreferred: false, isForbidden: true);
        if (match.Entry.Keep) Add(found, match, match.Required, text, null, isPreferred: true, isForbidden: false);
        return found;
    }

    static void Add(List<Rendering> found, TermMatch match, string form, TargetText text, TermForms? forms, bool isPreferred, bool isForbidden)
    {
        if (form.Length == 0 || form.Contains("{n}", StringComparison.Ordinal)) return;
        // A calque is forbidden as it stands; inflection of its words could reach what is right.
        var inflected = forms is not null && MayInflect(match.Entry, forms, form);
        foreach (var range in text.Find(form, inflected))
            if (!found.Exists(other => other.Range == range && other.IsForbidden == isForbidden)) found.Add(new(match, range, isPreferred, isForbidden));
    }

    static bool MayInflect(TermEntry entry, TermForms forms, string form) =>
        forms.Matching == TermMatching.Inflected
        || forms.Matching == TermMatching.Auto && entry.PartOfSpeech != "proper" && !entry.Keep && !Letters.IsAcronym(form);

    /// <summary>A person may be called by the last part of the name: 马斯克, Musk; of a Chinese name either part may come first.</summary>
    static IEnumerable<string> PartsOfName(TermEntry entry, TermForms? forms)
    {
        if (forms is null || entry.PartOfSpeech != "proper" || !IsPerson(entry)) yield break;
        foreach (var name in forms.Variants.Prepend(forms.Preferred))
        {
            var parts = name.Split(['·', '・', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2) continue;
            if (parts[^1].Length >= 2) yield return parts[^1];
            if (!IsTransliterated(entry) && parts[0].Length >= 2 && !Scripts.Han.Contains(parts[0])) yield return parts[0];
        }
    }

    static bool IsPerson(TermEntry entry) =>
        Path.GetFileNameWithoutExtension(entry.File.AsSpan()) is "people" or "curated:people" || IsTransliterated(entry);

    static bool IsTransliterated(TermEntry entry) =>
        entry.Forms.Any(forms => Scripts.Han.Contains(forms.Preferred) && forms.Preferred.Contains('·', StringComparison.Ordinal));

    /// <summary>Slot forms: the words beside the slot must stand, and the number beside them must be worth the same.</summary>
    static List<Rendering> FindFilled(TermMatch match, Quantity number, TargetText text, LanguagePair pair)
    {
        if (match.Entry.In(pair.Target) is not { } forms) return [];
        List<Rendering> found = [];
        AddFilled(found, match, number, forms.Preferred, text, forms, isPreferred: true, isForbidden: false);
        foreach (var form in forms.Variants) AddFilled(found, match, number, form, text, forms, isPreferred: false, isForbidden: false);
        foreach (var form in forms.Forbidden) AddFilled(found, match, number, form, text, forms, isPreferred: false, isForbidden: true);
        if (found.Exists(rendering => !rendering.IsForbidden)) return found;
        if (IsElsewhere(match, number, forms, text)) found.Add(new(match, default, false, false));
        return found;
    }

    static void AddFilled(
        List<Rendering> found, TermMatch match, Quantity number, string form, TargetText text, TermForms forms, bool isPreferred, bool isForbidden)
    {
        var slot = form.IndexOf("{n}", StringComparison.Ordinal);
        if (slot < 0)
        {
            // A form without the number, such as 单卡 for one card, is the translator's way to say it.
            Add(found, match, form, text, forms, isPreferred, isForbidden);
            return;
        }

        var (before, after) = (TermText.Fold(form[..slot]).Trim(), form[(slot + 3)..].Trim('-', ' '));
        if (after.Length == 0)
        {
            foreach (var range in text.Find(before, MayInflect(match.Entry, forms, before)))
                if (SlotReader.After(text.Original, range.End, text.Language) is { } read && IsWorth(read, number))
                    found.Add(new(match, new(range.Start, read.Range.End), isPreferred, isForbidden));
            return;
        }

        foreach (var range in text.Find(after, MayInflect(match.Entry, forms, after), afterNumber: true))
        {
            if (SlotReader.Before(text.Original, range.Start, text.Language) is not { } read || !IsWorth(read, number)) continue;
            var start = before.Length == 0 ? read.Range.Start : SlotReader.StartOf(text.Original, read.Range.Start, before);
            if (start >= 0) found.Add(new(match, new(start, range.End), isPreferred, isForbidden));
        }
    }

    static bool IsWorth(Quantity one, Quantity other) => one.Value == other.Value && one.Upper == other.Upper;

    /// <summary>
    /// The number stands with other words between (1,000 Nvidia GPUs), or in another unit (100万千瓦, 1 GW): then the term's words
    /// or the unit say enough, and the number check looks after the value.
    /// </summary>
    static bool IsElsewhere(TermMatch match, Quantity number, TermForms forms, TargetText text)
    {
        var quantities = NumberParser.Find(text.Original, text.Language);
        if (IsMeasure(forms, text.Language) && quantities.Any(quantity => quantity.Kind == QuantityKind.Measure && IsOtherUnit(quantity.Value, number.Value))) return true;
        if (!quantities.Any(quantity => quantity.Value == number.Value || quantity.Upper == number.Value)) return false;
        return forms.Variants.Prepend(forms.Preferred).Select(LiteralOf).Where(literal => literal.Length > 1)
            .Any(literal => text.Find(literal, MayInflect(match.Entry, forms, literal), afterNumber: true).Any());
    }

    static bool IsMeasure(TermForms forms, string language) =>
        NumberParser.Find("5 " + LiteralOf(forms.Preferred), language) is [{ Kind: QuantityKind.Measure }, ..];

    static string LiteralOf(string form) => form.Split("{n}").MaxBy(part => part.Length)!.Trim('-', ' ', '$', '¥');

    /// <summary>The same digits a thousand, a million or a billion times larger or smaller.</summary>
    static bool IsOtherUnit(decimal one, decimal other)
    {
        if (one <= 0 || other <= 0 || one == other) return false;
        var (large, small) = (Math.Max(one, other), Math.Min(one, other));
        foreach (var factor in (ReadOnlySpan<decimal>)[1e3m, 1e4m, 1e6m, 1e8m, 1e9m])
            if (small < 1e18m && small * factor == large) return true;
        return false;
    }
}
