namespace Translate;

/// <summary>From which language to which; both are BCP 47 tags such as <c>zh-Hans</c>, <c>zh-TW</c>, <c>en</c>.</summary>
/// <param name="Source">Language of the text before.</param>
/// <param name="Target">Language of the text after.</param>
public sealed record LanguagePair(string Source, string Target)
{
    /// <summary>The same two languages the other way round.</summary>
    public LanguagePair Reversed => new(Target, Source);

    /// <inheritdoc/>
    public override string ToString() => $"{Source} > {Target}";

    /// <summary>The tag and what it falls back to, longest first: <c>zh-TW</c> gives <c>zh-TW, zh-Hant, zh</c>.</summary>
    /// <remarks>The script of a Chinese region is the likely subtag of BCP 47 (CLDR): TW, HK and MO write Hant.</remarks>
    public static IReadOnlyList<string> Fallbacks(string tag)
    {
        List<string> tags = [tag];
        if (Language(tag) == "zh" && !tag.Equals("zh", StringComparison.OrdinalIgnoreCase))
        {
            var script = IsTraditional(tag) ? "zh-Hant" : "zh-Hans";
            if (!tag.Equals(script, StringComparison.OrdinalIgnoreCase)) tags.Add(script);
        }

        for (var cut = tag.LastIndexOf('-'); cut > 0; cut = tag.LastIndexOf('-', cut - 1))
            if (!tags.Contains(tag[..cut], StringComparer.OrdinalIgnoreCase)) tags.Add(tag[..cut]);
        return tags;
    }

    /// <summary>The primary language subtag in lower case: <c>zh</c> of <c>zh-TW</c>.</summary>
    public static string Language(string tag)
    {
        var cut = tag.IndexOf('-', StringComparison.Ordinal);
        return (cut < 0 ? tag : tag[..cut]).ToLowerInvariant();
    }

    /// <summary>Whether a tag names Chinese in traditional characters (<c>zh-Hant</c>, <c>zh-TW</c>, <c>zh-HK</c>, <c>zh-MO</c>).</summary>
    public static bool IsTraditional(string tag) =>
        Language(tag) == "zh" && tag.Split('-').Skip(1).FirstOrDefault(IsDecisive) is { } subtag && !IsSimplified(subtag);

    static bool IsDecisive(string subtag) =>
        IsSimplified(subtag) || subtag.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO";

    static bool IsSimplified(string subtag) => subtag.ToUpperInvariant() is "HANS" or "CN" or "SG" or "MY";
}
