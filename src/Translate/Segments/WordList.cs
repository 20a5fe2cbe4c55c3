using System.Collections.Frozen;

namespace Translate.Segments;

/// <summary>Words and marks of a rule, to be recognised at a place of a text whatever follows them.</summary>
sealed class WordList(IEnumerable<string> words)
{
    readonly FrozenDictionary<char, string[]> _byFirst = words.GroupBy(word => word[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Whether one of the words starts at a place.</summary>
    public bool StandsAt(string text, int at)
    {
        if (at >= text.Length || !_byFirst.TryGetValue(text[at], out var words)) return false;
        foreach (var word in words)
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
