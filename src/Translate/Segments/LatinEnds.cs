using System.Buffers;
using Translate.Scripts;

namespace Translate.Segments;

/// <summary>Decides whether a mark in Latin text ends a sentence.</summary>
readonly ref struct LatinEnds(string text, SentenceRules rules, PairTracker pairs, ListTracker lists)
{
    const int LongestAside = 300;
    const int LongestAbbreviation = 5;
    const int LongestToken = 60;

    static readonly SearchValues<char> s_calls = SearchValues.Create("!?‼⁇⁈⁉");

    public bool Ends(EndMark mark)
    {
        if (mark.Tail == text.Length) return true;
        if (!mark.Spaced) return EndsWithoutSpace(mark);
        if (mark.Next == text.Length) return true;
        if (lists.IsMarker(mark.Close) || IsInsideAside(mark)) return false;
        var marks = text.AsSpan(mark.Start, mark.End - mark.Start);
        var next = NextWord(mark.Next, out var first);
        if (marks.ContainsAny(s_calls)) return QuestionEnds(mark, next, first);
        var dots = marks.Count('.') + 3 * marks.Count('…');
        if (dots > 1) return EllipsisEnds(mark, marks, dots, next, first);
        return FullStopEnds(mark, next, first);
    }

    bool QuestionEnds(EndMark mark, ReadOnlySpan<char> next, char first)
    {
        if (rules.IsName(Token(mark)) && (char.IsLower(first) || !rules.IsStarter(next))) return false;
        if (!mark.Closed) return true;
        return !char.IsLower(first) && (rules.IsStarter(next) || !SpeechFollows(mark.Next));
    }

    /// <summary>
    /// Three dots before a capital end a sentence; set off by a space, before "I", they are a pause ("the thing is ... I forgot"), and a single
    /// … between spaces stands for words that were left out.
    /// </summary>
    bool EllipsisEnds(EndMark mark, ReadOnlySpan<char> marks, int dots, ReadOnlySpan<char> next, char first)
    {
        if (char.IsLower(first) || IsOmission(mark)) return false;
        if (dots > 3 || mark.Start > 0 && !Units.IsSpace(text[mark.Start - 1]) && !marks.Contains(' ')) return true;
        return marks is not "…" && next is not "I" && !next.StartsWith("I'", StringComparison.Ordinal) && !next.StartsWith("I’", StringComparison.Ordinal);
    }

    /// <summary>[...] stands for words that were left out.</summary>
    bool IsOmission(EndMark mark) => mark.Start > 0 && mark.Closed && text[mark.Start - 1] is ('[' or '(') && text[mark.End] is (']' or ')');

    bool FullStopEnds(EndMark mark, ReadOnlySpan<char> next, char first)
    {
        var token = Token(mark);
        var kind = rules.Kind(token);
        if (kind.HasFlag(Abbreviation.NeverLast)) return false;
        if (kind.HasFlag(Abbreviation.BeforeNumber) && (char.IsAsciiDigit(first) || IsNumeral(next))) return false;
        if (char.IsLower(first)) return !mark.Closed && kind == Abbreviation.None && EndsBeforeLower(mark, token, next);
        if (first is '–' or '—' or ',' or ';' or ':') return false;
        if (kind != Abbreviation.None && text[mark.Next] == '(') return false;
        if (kind.HasFlag(Abbreviation.OftenLast)) return !IsMereTime(mark) && !(rules.IsTimeZone(next) && FollowsNumber(mark, token.Length));
        if (kind.HasFlag(Abbreviation.RarelyLast)) return Starts(mark, next);
        if (kind.HasFlag(Abbreviation.Unit) && FollowsNumber(mark, token.Length)) return Starts(mark, next);
        if (IsInitial(token)) return InitialEnds(mark, token, next);
        if (IsLettersWithStops(token)) return Starts(mark, next);
        return true;
    }

    /// <summary>
    /// Careless writing begins sentences with small letters. Where this one began so, or after a word too long for an unknown
    /// abbreviation, a full stop counts; and before a link.
    /// </summary>
    bool EndsBeforeLower(EndMark mark, ReadOnlySpan<char> token, ReadOnlySpan<char> next)
    {
        if (next is "http" or "https" or "www") return true;
        var word = token[..^1];
        foreach (var unit in word)
            if (!char.IsAsciiLetterLower(unit)) return false;
        return word.Length > 1 && (word.Length >= LongestAbbreviation || next is "i" || char.IsLower(text[mark.Segment]));
    }

    /// <summary>Whether a word begins a sentence: one of the starters, or I before a small letter; A and I with a full stop are initials.</summary>
    bool Starts(EndMark mark, ReadOnlySpan<char> next)
    {
        if (next is not ("A" or "I")) return rules.IsStarter(next);
        return mark.Next + 2 < text.Length && text[mark.Next + 1] == ' ' && (next is "A" || char.IsLower(text[mark.Next + 2]));
    }

    /// <summary>"At 5 a.m." before a name: nothing has been said yet.</summary>
    bool IsMereTime(EndMark mark)
    {
        var sentence = text.AsSpan(mark.Segment, mark.Start - mark.Segment);
        var space = sentence.IndexOf(' ');
        return space > 0 && rules.IsPreposition(sentence[..space]) && sentence.Count(' ') <= 4;
    }

    /// <summary>"J. Smith" and "plan B. The": what follows decides, and whether a name stands before ("Albert I. Jones").</summary>
    bool InitialEnds(EndMark mark, ReadOnlySpan<char> token, ReadOnlySpan<char> next)
    {
        if (!Starts(mark, next)) return false;
        var before = text.AsSpan(mark.Segment, Math.Max(0, mark.Start - mark.Segment - token.Length + 1)).TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word.Length > 0 && !char.IsUpper(word[0]) || token[0] == 'I';
    }

    bool FollowsNumber(EndMark mark, int length)
    {
        var before = mark.Start - length;
        while (before > mark.Segment && Units.IsSpace(text[before])) before--;
        return before >= mark.Segment && char.IsAsciiDigit(text[before]);
    }

    /// <summary>"He (he was late. I know.) came": nothing ends inside an aside within a sentence.</summary>
    bool IsInsideAside(EndMark mark) => IsInside(mark, '(', ')') || IsInside(mark, '[', ']');

    bool IsInside(EndMark mark, char opener, char closer)
    {
        var opened = false;
        foreach (var open in pairs.Open) opened |= open > mark.Segment && text[open] == opener;
        if (!opened || text.AsSpan(mark.End, mark.Close - mark.End).Contains(closer)) return false;
        var rest = text.AsSpan(mark.Close, Math.Min(LongestAside, text.Length - mark.Close));
        var close = rest.IndexOfAny(closer, '\n');
        return close >= 0 && rest[close] == closer;
    }

    /// <summary>A mark with no space behind it ends only what cannot be one token: "the world.Today", "Really?Yes".</summary>
    bool EndsWithoutSpace(EndMark mark)
    {
        var token = Token(mark);
        if (Units.IsFullWidth(text[mark.Tail]))
            return token.Length > 2 && token[^2] == '%' || token.Length > 2 && char.IsAsciiLetter(token[^2]) && rules.Kind(token) == Abbreviation.None && !token[..^1].Contains('.');
        var next = NextWord(mark.Tail, out var first);
        if (!char.IsUpper(first) || token.IndexOfAny('/', '@', '\\') >= 0 || token.IndexOfAny('_', ':') >= 0) return false;
        if (token.Length < 3 || token[..^1].Contains('.') || !(char.IsLower(token[^2]) || char.IsAsciiDigit(token[^2]))) return false;
        var after = mark.Tail + next.Length;
        var whole = after >= text.Length || Units.IsSpace(text[after]) || text[after] == ',';
        return whole && rules.IsStarter(next) || rules.Kind(text.AsSpan(mark.Tail, Math.Min(next.Length + 1, text.Length - mark.Tail))).HasFlag(Abbreviation.NeverLast);
    }

    /// <summary>Whether the next few words tell who said it: <c>"Why?" Anna Smith asked</c>.</summary>
    bool SpeechFollows(int at)
    {
        for (var words = 0; words < 4 && at < text.Length; words++)
        {
            var word = NextWord(at, out _);
            if (rules.IsSpeech(word)) return true;
            at += word.Length;
            if (word.Length == 0 || at >= text.Length || text[at] != ' ') return false;
            at++;
        }

        return false;
    }

    /// <summary>The word that ends with the first mark, with that mark.</summary>
    ReadOnlySpan<char> Token(EndMark mark)
    {
        var start = mark.Start;
        var first = Math.Max(mark.Segment, start - LongestToken);
        while (start > first && !Units.IsSpace(text[start - 1]) && text[start - 1] is not ('(' or '[' or '"' or '“' or '‘' or '—' or '–')
            && !Han.Is(text[start - 1])) start--;
        return text.AsSpan(start, mark.Start + 1 - start);
    }

    /// <summary>The word at a place, opening marks skipped, and its first unit.</summary>
    ReadOnlySpan<char> NextWord(int at, out char first)
    {
        while (at + 1 < text.Length && text[at] is '(' or '[' or '"' or '“' or '‘' or '\'' or '*' or '_' or '¿' or '¡') at++;
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' && end > at)) end++;
        first = at < text.Length ? text[at] : '\0';
        return text.AsSpan(at, end - at);
    }

    static bool IsInitial(ReadOnlySpan<char> token) => token.Length == 2 && char.IsUpper(token[0]);

    /// <summary>U.S., a.m., Ph.D.: letters that each have a full stop.</summary>
    static bool IsLettersWithStops(ReadOnlySpan<char> token)
    {
        if (token.Length < 4 || token[^3] != '.' && token[1] != '.') return false;
        foreach (var unit in token)
            if (unit != '.' && !char.IsLetter(unit)) return false;
        return true;
    }

    static bool IsNumeral(ReadOnlySpan<char> word) => word.Length is > 0 and < 6 && word.IndexOfAnyExcept("IVXLC") < 0 || word.Length == 1 && char.IsUpper(word[0]);
}
