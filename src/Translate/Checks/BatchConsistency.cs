using System.Runtime.InteropServices;

namespace Translate.Checks;

/// <summary>CMP-008 and CMP-009: the same source translated in different ways, and different sources translated in the same way, across many articles.</summary>
/// <param name="most">How many distinct segments are remembered; later ones are compared with these and no longer remembered.</param>
/// <remarks>Keeps two hashes and a place per distinct segment, about 100 bytes; one million by default. Not safe for several threads at once.</remarks>
public sealed class BatchConsistency(int most = 1_000_000)
{
    readonly record struct Seen(long Text, string Place);

    readonly Dictionary<long, Seen> _bySource = [];
    readonly Dictionary<long, Seen> _byTarget = [];

    /// <summary>Looks at one more translation and remembers it.</summary>
    /// <param name="input">The translation.</param>
    /// <param name="place">Where it stands, for messages: <c>a.md, row 12</c>.</param>
    /// <returns>At most one finding of each kind, on the later of the two segments.</returns>
    public IReadOnlyList<Finding> Add(CheckInput input, string place)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (source, target) = (input.Source.Text, input.Target.Text);
        if (string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(target)) return [];
        var sourceHash = Hash(source, input.Pair);
        var targetHash = Hash(target, input.Pair);
        List<Finding> findings = [];
        if (IsTold(_bySource, sourceHash, targetHash, place) is { } earlier)
            findings.Add(new("CMP-008", Severity.Warning, $"the same source is translated otherwise at {earlier}; use one translation", new(0, source.Length), new(0, target.Length)));

        // Short targets (Yes., 谢谢) rightly serve many sources.
        if (LettersOf(target) >= 12 && IsTold(_byTarget, targetHash, sourceHash, place) is { } other)
            findings.Add(new("CMP-009", Severity.Information, $"another source has the same target at {other}; see whether the difference is lost", new(0, source.Length), new(0, target.Length)));
        return findings;
    }

    string? IsTold(Dictionary<long, Seen> seen, long key, long other, string place)
    {
        if (seen.Count >= most && !seen.ContainsKey(key)) return null;
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out var exists);
        if (!exists)
        {
            entry = new(other, place);
            return null;
        }

        return entry.Text == other ? null : entry.Place;
    }

    static int LettersOf(string text)
    {
        var weight = 0;
        foreach (var c in text) weight += c > 0x2e80 ? 2 : 1;
        return weight;
    }

    /// <summary>A hash that white space, letter case and the last mark do not change.</summary>
    static long Hash(string text, LanguagePair pair)
    {
        var trimmed = text.AsSpan().Trim().TrimEnd(".。!！ ");
        var hash = unchecked((long)14695981039346656037UL);
        foreach (var c in trimmed)
            if (!char.IsWhiteSpace(c)) hash = unchecked((hash ^ char.ToLowerInvariant(c)) * 1099511628211L);
        foreach (var c in pair.Target) hash = unchecked((hash ^ char.ToLowerInvariant(c)) * 1099511628211L);
        return hash;
    }
}
