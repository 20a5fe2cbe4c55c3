using Translate.Numbers;
using Translate.Scripts;

namespace Translate.Glossaries;

/// <summary>What a concept may be called in a target.</summary>
/// <param name="Required">The preferred form, in the target's script; empty when the concept has none.</param>
/// <param name="Admitted">Other forms that satisfy.</param>
/// <param name="Forbidden">Forms that never stand in a target.</param>
/// <param name="Language">Language of the target.</param>
/// <param name="Entry">The concept.</param>
sealed record TargetForms(string Required, IReadOnlyList<string> Admitted, IReadOnlyList<string> Forbidden, string Language, TermEntry Entry)
{
    /// <summary>Whether the term stays in the target as it stands in the source.</summary>
    public bool KeepsSource { get; } = Entry.Keep && Required.Length == 0;

    /// <summary>The forms of a concept for a pair, converted to Traditional where the target is and has no column of its own.</summary>
    public static TargetForms Of(TermEntry entry, LanguagePair pair)
    {
        if (entry.In(pair.Target) is not { } forms) return new("", [], [], pair.Target, entry);
        var convert = LanguagePair.IsTraditional(pair.Target) && !LanguagePair.IsTraditional(forms.Language);
        var converter = convert ? ScriptConverter.Get(ConversionFor(pair.Target)) : null;
        string Written(string form) => converter is null ? form : converter.Convert(form);
        return new(Written(forms.Preferred), [.. forms.Variants.Select(Written)], [.. forms.Forbidden.Select(Written)], pair.Target, entry);
    }

    /// <summary>The forms with a number in the slot, in the usual spellings of the target's language.</summary>
    public (string Required, IReadOnlyList<string> Admitted) Fill(Quantity number)
    {
        var spellings = Spellings(number).Distinct(StringComparer.Ordinal).ToList();
        if (Required.Length == 0) return ("", []);
        var required = Fill(Required, spellings[0]);
        var admitted =
            from form in Admitted.Prepend(Required)
            from spelling in spellings
            select Fill(form, spelling);
        return (required, [.. admitted.Where(form => form != required).Distinct(StringComparer.Ordinal)]);
    }

    IEnumerable<string> Spellings(Quantity number)
    {
        if (number.Upper is { } upper)
        {
            foreach (var sign in LanguagePair.Language(Language) == "zh" ? (string[])["至", "到", "-", "–"] : ["–", "-", " to "])
                foreach (var style in (NumberStyle[])[NumberStyle.Scaled, NumberStyle.Grouped])
                    yield return NumberWriter.Write(number.Value, Language, style) + sign + NumberWriter.Write(upper, Language, style);
            yield break;
        }

        if (number.Exactness == Exactness.Several && Several(number.Value) is { } several) yield return several;
        yield return NumberWriter.Write(number.Value, Language, NumberStyle.Scaled);
        yield return NumberWriter.Write(number.Value, Language, NumberStyle.Grouped);
        yield return NumberWriter.Write(number.Value, Language, NumberStyle.Plain);
        if (InWords(number.Value) is { } words) yield return words;
    }

    static string Fill(string form, string number)
    {
        var at = form.IndexOf("{n}", StringComparison.Ordinal);
        if (at < 0) return form;
        // 1.8-trillion-parameter, but 1.8 trillion parameters; thousands of GPUs, but thousand-GPU cluster.
        if (at + 3 < form.Length && form[at + 3] == '-') number = number.Replace(' ', '-');
        return string.Concat(form.AsSpan(0, at), number, form.AsSpan(at + 3));
    }

    string? Several(decimal value) => LanguagePair.Language(Language) == "zh"
        ? value switch { 10 => "几十", 100 => "数百", 1000 => "数千", 10_000 => "数万", 100_000 => "数十万", 1_000_000 => "数百万", 10_000_000 => "数千万", 100_000_000 => "数亿", _ => null }
        : value switch
        {
            10 => "dozens of",
            100 => "hundreds of",
            1000 => "thousands of",
            10_000 => "tens of thousands of",
            100_000 => "hundreds of thousands of",
            1_000_000 => "millions of",
            10_000_000 => "tens of millions of",
            100_000_000 => "hundreds of millions of",
            1_000_000_000 => "billions of",
            _ => null,
        };

    string? InWords(decimal value) => LanguagePair.Language(Language) switch
    {
        "zh" => value switch { 1 => "一", 2 => "两", 3 => "三", 4 => "四", 5 => "五", 6 => "六", 7 => "七", 8 => "八", 9 => "九", 10 => "十", 100 => "百", 1000 => "千", 10_000 => "万", 100_000 => "十万", 1_000_000 => "百万", 10_000_000 => "千万", 100_000_000 => "亿", 100_000_000_000 => "千亿", _ => null },
        "en" => value switch
        {
            1 => "one",
            2 => "two",
            3 => "three",
            4 => "four",
            5 => "five",
            6 => "six",
            7 => "seven",
            8 => "eight",
            9 => "nine",
            10 => "ten",
            100 => "one hundred",
            1000 => "one thousand",
            10_000 => "ten thousand",
            100_000 => "one hundred thousand",
            1_000_000 => "one million",
            1_000_000_000 => "one billion",
            _ => null,
        },
        _ => null,
    };

    static string ConversionFor(string tag) =>
        tag.Contains("HK", StringComparison.OrdinalIgnoreCase) || tag.Contains("MO", StringComparison.OrdinalIgnoreCase) ? "s2hk"
        : tag.Contains("TW", StringComparison.OrdinalIgnoreCase) ? "s2tw" : "s2t";
}
