namespace Translate.Memory;

/// <summary>Which stored languages serve which asked ones.</summary>
static class Languages
{
    /// <summary>Whether both pairs are of the same two languages, whatever the script or region.</summary>
    public static bool Share(LanguagePair stored, LanguagePair asked) =>
        Same(stored.Source, asked.Source) && Same(stored.Target, asked.Target);

    /// <summary>Whether two tags name one language, whatever the script or region.</summary>
    public static bool Same(string one, string other) =>
        Primary(one).Equals(Primary(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The OpenCC configuration that leads from one kind of Chinese to another; <c>null</c> when nothing has to be converted.</summary>
    public static string? Conversion(string stored, string asked)
    {
        if (LanguagePair.Language(stored) != "zh" || LanguagePair.Language(asked) != "zh") return null;
        var (from, to) = (LanguagePair.IsTraditional(stored), LanguagePair.IsTraditional(asked));
        if (from == to) return null;
        return to
            ? Region(asked) switch { "TW" => "s2twp", "HK" or "MO" => "s2hk", _ => "s2t" }
            : Region(stored) switch { "TW" => "tw2sp", "HK" or "MO" => "hk2s", _ => "t2s" };
    }

    /// <summary>A tag in the usual spelling: <c>ZH_cn</c> becomes <c>zh-CN</c>, <c>zh-hans</c> becomes <c>zh-Hans</c>.</summary>
    public static string Canonical(string tag)
    {
        var parts = tag.Trim().Replace('_', '-').Split('-');
        for (var i = 0; i < parts.Length; i++)
            parts[i] = i == 0 ? parts[i].ToLowerInvariant()
                : parts[i].Length == 2 ? parts[i].ToUpperInvariant()
                : parts[i].Length == 4 && char.IsAsciiLetter(parts[i][0]) ? char.ToUpperInvariant(parts[i][0]) + parts[i][1..].ToLowerInvariant()
                : parts[i];
        return string.Join('-', parts);
    }

    // What LanguagePair.Language gives, without making a text of it: this is asked for every pair that is read.
    static ReadOnlySpan<char> Primary(string tag) => tag.AsSpan() is var all && all.IndexOf('-') is >= 0 and var cut ? all[..cut] : all;

    static string Region(string tag) =>
        tag.Split('-').Skip(1).Select(subtag => subtag.ToUpperInvariant()).FirstOrDefault(subtag => subtag is "TW" or "HK" or "MO") ?? "";
}
