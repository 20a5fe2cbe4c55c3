using Translate.Scripts;

namespace Translate.Checks;

/// <summary>CMP-007: words that stand twice in a row in the target and not in the source: the the, 的的, 机器学习机器学习.</summary>
static class RepeatedWordsCheck
{
    /// <summary>Words that English doubles on purpose or by grammar.</summary>
    static readonly string[] s_doubled = ["had", "that", "very", "really", "bye", "no", "yes", "so", "far", "many", "more", "long", "ha", "night", "knock", "pom", "tut", "boo", "now", "there", "hear", "blah", "cha", "chop", "bora", "tom"];

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (pair.TargetIsHan) FindHan(pair, findings);
        else FindWords(pair, findings);
        FindSentences(pair, findings);
    }

    /// <summary>A sentence that stands twice in the target while no sentence does in the source.</summary>
    static void FindSentences(CheckedPair pair, List<Finding> findings)
    {
        if (TwiceStanding(pair.Target) is { } twice && TwiceStanding(pair.Source) is null || Restart(pair.Target, out twice) && !Restart(pair.Source, out _))
            findings.Add(new("CMP-007", Severity.Warning, "a sentence stands twice; delete one", null, twice));
    }

    /// <summary>The text begins again in its middle: pasted twice.</summary>
    static bool Restart(string text, out TextRange twice)
    {
        const int Beginning = 16;
        var at = text.Length < Beginning * 2 ? -1 : text.IndexOf(text[..Beginning], Beginning, StringComparison.Ordinal);
        twice = at < 0 ? default : new(at, text.Length);
        return at >= 0 && text.AsSpan().CommonPrefixLength(text.AsSpan(at)) >= Math.Min(2 * Beginning, Math.Min(at, text.Length - at) - 1);
    }

    static TextRange? TwiceStanding(string text)
    {
        Dictionary<string, int>? seen = null;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (text[at] is not ('.' or '。' or '!' or '！' or '?' or '？') || text[at] == '.' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))) continue;
            var sentence = text[start..at].Trim();
            if (sentence.Length >= 12 && (seen is not null || at < text.Length) && !(seen ??= new(StringComparer.Ordinal)).TryAdd(sentence, start)) return new(start, at);
            start = at + 1;
        }

        return null;
    }

    static void FindWords(CheckedPair pair, List<Finding> findings)
    {
        var text = pair.Target;
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfWord(text, at);
            if (end == at)
            {
                at++;
                continue;
            }

            var next = end;
            while (next < text.Length && text[next] == ' ') next++;
            var nextEnd = EndOfWord(text, next);
            var word = text.AsSpan(at, end - at);
            if (next == end + 1 && nextEnd > next && word.Equals(text.AsSpan(next, nextEnd - next), StringComparison.OrdinalIgnoreCase) && IsFault(word, text.AsSpan(next, nextEnd - next)))
                findings.Add(new("CMP-007", Severity.Warning, $"“{word}” stands twice; delete one", null, new(at, nextEnd)));
            at = end;
        }
    }

    static bool IsFault(ReadOnlySpan<char> word, ReadOnlySpan<char> secondWord)
    {
        if (word.Length < 2 && !word.Equals("a", StringComparison.OrdinalIgnoreCase) || word.ContainsAnyInRange('0', '9')) return false;
        foreach (var doubled in s_doubled)
            if (word.Equals(doubled, StringComparison.OrdinalIgnoreCase)) return false;

        // "the AND and OR operators" names two.
        if (word.Length > 1 && char.IsUpper(word[1]) != char.IsUpper(secondWord[1])) return false;

        // Duran Duran, Baden Baden: names double.
        return !char.IsUpper(word[0]) || !char.IsUpper(secondWord[0]);
    }

    static void FindHan(CheckedPair pair, List<Finding> findings)
    {
        var text = pair.Target;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (!Han.Is(text[at])) continue;
            if (text[at] == text[at + 1] && text[at] is '的' or '了' or '是' or '在' or '和' or '与' or '與' or '被' or '把' or '对' or '對' && (at == 0 || text[at - 1] != text[at]))
            {
                // 目的的 is a noun with its particle, 了了 of 明了了 and 为了了解 cross a word's border.
                if (text[at] is '的' && at > 0 && text[at - 1] is '目' or '标' or '標' || text[at] is '了' or '是' or '和' or '在' && text[at] != '是' && text[at] != '在') continue;
                if (text[at] is '在' && at + 2 < text.Length && text[at + 2] is '线' or '線' or '场' or '場' or '校' or '职' or '職' or '野' or '逃') continue;
                if (text[at] is '对' or '對' or '是' or '在' && at > 0 && text[at - 1] is '一' or '实' or '實' or '但' or '存' or '现' or '現') continue;
                findings.Add(new("CMP-007", Severity.Warning, $"“{text[at]}” stands twice; delete one", null, new(at, at + 2)));
                continue;
            }

            for (var length = Math.Min(20, (text.Length - at) / 2); length >= 3; length--)
            {
                if (!text.AsSpan(at, length).SequenceEqual(text.AsSpan(at + length, length)) || text.AsSpan(at, length).IndexOfAnyExceptInRange('\u3400', '\u9fff') >= 0 || IsOneCharacter(text.AsSpan(at, length)) || IsGenitive(text.AsSpan(at, length)) && RepeatsWord(pair.Source)) continue;
                findings.Add(new("CMP-007", Severity.Warning, $"“{text.AsSpan(at, length)}” stands twice; delete one", null, new(at, at + length * 2)));
                at += length * 2 - 1;
                break;
            }
        }
    }

    /// <summary>搜索证书的证书的名称: a short noun with its particle may own itself.</summary>
    static bool IsGenitive(ReadOnlySpan<char> text) => text.Length == 3 && (text[0] == '的' || text[2] == '的');

    /// <summary>Whether a source names something twice: the certificate used to search a store for the certificate.</summary>
    static bool RepeatsWord(string source)
    {
        const int Stem = 6;
        HashSet<string> seen = [];
        for (int at = 0, end; at < source.Length; at = Math.Max(end, at + 1))
        {
            end = EndOfWord(source, at);
            if (end - at >= Stem && !seen.Add(source[at..(at + Stem)].ToLowerInvariant())) return true;
        }

        return false;
    }

    static bool IsOneCharacter(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(text[0]) < 0;

    static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1])))) at++;
        return at;
    }
}
