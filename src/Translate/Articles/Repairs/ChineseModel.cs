using System.Collections.Frozen;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Tells how likely a stretch of text is Chinese that somebody wrote.</summary>
/// <param name="knownWords">Words beyond the dictionary, such as the glossary's terms.</param>
/// <remarks>
/// The sum over all ways to cut the text into words, each word with its likelihood behind the one before. Traditional text is
/// looked up as Simplified; half-width marks beside Chinese count as full-width ones.
/// </remarks>
sealed class ChineseModel(IEnumerable<string> knownWords)
{
    const float KnownWord = -11.5f, Unseen = -16, Foreign = -15, PrivateUse = -22;

    /// <summary>For letters and digits after the first of a run, and for other ASCII characters.</summary>
    const float NextInRun = -2.3f, Blank = -2, OddAscii = -4;

    // Pairs are counted as if so many more had been seen, by chance.
    const float PairBackoff = 30;

    static readonly WordData s_words = WordData.Instance;
    static readonly WordData.Context s_clause = new(s_words.Find("，"), WordData.None);
    static readonly CharacterPairs s_pairs = CharacterPairs.RunningText;

    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _known = knownWords
        .Select(word => Fold(word)).Where(word => word.Length is > 1 and <= WordData.LongestWord && word.All(Han.Is))
        .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word stands behind that begins at a place, with the likelihood of everything up to there.</summary>
    readonly record struct Ending(WordData.Context Context, float Score)
    {
        public static Ending Unknown(float score) => new(WordData.Context.Unknown, score);
    }

    /// <summary>Natural logarithm of the likelihood; comparable between texts that stand for the same stretch.</summary>
    public float Score(string text)
    {
        var folded = Fold(text).AsSpan();
        var endings = new List<Ending>[text.Length + 1];
        endings[0] = [Ending.Unknown(0)];
        for (var at = 0; at < folded.Length; at++)
        {
            if (endings[at] is not { } before) continue;
            if (Han.Is(folded[at]))
            {
                AddWords(folded, at, before, endings);
                AddNames(folded, at, before, endings);
            }
            else if (folded[at] < '\u0080')
                AddAscii(folded[at..], at, before, endings);
            else if (s_words.Find(folded.Slice(at, 1)) is var mark and not WordData.None)
                AddMark(endings, at + 1, before, mark, folded[at]);
            else
                Add(endings, at + 1, Ending.Unknown(Sum(before) + Single(folded[at])));
        }

        return Sum(endings[^1]);
    }

    void AddWords(ReadOnlySpan<char> text, int at, List<Ending> before, List<Ending>[] endings)
    {
        for (var length = 1; length <= WordData.LongestWord && at + length <= text.Length && Han.Is(text[at + length - 1]); length++)
        {
            var word = text.Slice(at, length);
            if (s_words.Find(word) is var number and not WordData.None) Add(endings, at + length, before, number);
            else if (_known.Contains(word)) Add(endings, at + length, Ending.Unknown(Sum(before) + KnownWord));
            else if (length == 1) Add(endings, at + length, Ending.Unknown(Sum(before) + Unseen));
        }
    }

    static void AddNames(ReadOnlySpan<char> text, int at, List<Ending> before, List<Ending>[] endings)
    {
        if (!ForeignNames.Have(text[at])) return;
        var name = ForeignNames.Begins(text[at]);
        for (var end = at + 1; end < text.Length && end - at < ForeignNames.Longest && ForeignNames.Have(text[end]); end++)
        {
            name += ForeignNames.Follows(text[end - 1], text[end]);
            Add(endings, end + 1, before, s_words.Other, name + ForeignNames.Ends(text[end]));
        }
    }

    static void AddAscii(ReadOnlySpan<char> text, int at, List<Ending> before, List<Ending>[] endings)
    {
        var length = 1;
        if (char.IsAsciiLetterOrDigit(text[0]))
            while (length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        var form = char.IsAsciiLetterOrDigit(text[0]) ? (length - 1) * NextInRun : text[0] == ' ' ? Blank : OddAscii;
        Add(endings, at + length, before, s_words.Other, form);
    }

    /// <summary>What begins a sentence is not in the data; it begins a clause, as what follows a comma does.</summary>
    static void AddMark(List<Ending>[] endings, int at, List<Ending> before, int word, char mark)
    {
        Add(endings, at, before, word);
        if (mark is '。' or '！' or '？' or '…') endings[at] = [new(s_clause, Sum(endings[at]))];
    }

    static void Add(List<Ending>[] endings, int at, Ending ending) => (endings[at] ??= []).Add(ending);

    /// <summary>Adds a word behind all that may stand before it; what the next word cannot tell apart is added up.</summary>
    static void Add(List<Ending>[] endings, int at, List<Ending> before, int word, float form = 0)
    {
        var alone = float.NegativeInfinity;
        foreach (var ending in before)
        {
            var score = ending.Score + s_words.After(ending.Context, word, out var context) + form;
            if (context.Pair == WordData.None) alone = Sum(alone, score);
            else Add(endings, at, new(context, score));
        }

        if (alone > float.NegativeInfinity) Add(endings, at, new(new(word, WordData.None), alone));
    }

    static float Sum(List<Ending> endings)
    {
        var sum = float.NegativeInfinity;
        foreach (var ending in endings) sum = Sum(sum, ending.Score);
        return sum;
    }

    static float Sum(float first, float second)
    {
        var (most, least) = first > second ? (first, second) : (second, first);
        return most - least > 12 ? most : most + MathF.Log(1 + MathF.Exp(least - most));
    }

    /// <summary>Natural logarithm of the chance that a character follows another, by pairs in running text. Sees what words do not: letters, digits, brackets.</summary>
    public static float Follows(char first, char second)
    {
        (first, second) = (Kind(first), Kind(second));
        var common = ShareOf(second);
        return MathF.Log((s_pairs.Pairs.GetValueOrDefault((first << 16) | second) + PairBackoff * common) / (s_pairs.Singles.GetValueOrDefault(first) + PairBackoff));
    }

    /// <summary>Natural logarithm of a character's share in running text.</summary>
    public static float Share(char unit) => MathF.Log(ShareOf(Kind(unit)));

    static float ShareOf(char unit)
    {
        var counted = (s_pairs.Singles.GetValueOrDefault(unit) + 0.1f) / s_pairs.Total;
        return Han.Is(unit) ? (0.3f * counted) + (0.7f * s_words.Characters.GetValueOrDefault(unit)) + 1e-8f : counted;
    }

    /// <summary>Likelihood of a character that stands by itself.</summary>
    public static float Single(char unit)
    {
        if (Han.Is(unit)) return MathF.Log(s_words.Characters.GetValueOrDefault(Fold(unit)) + 1e-8f);
        if (unit < '\u0080') return char.IsAsciiLetterOrDigit(unit) ? -6.5f : -9;
        if (Marks.Likelihood(unit) is var mark and < 0) return mark;
        return unit is >= '\uE000' and <= '\uF8FF' ? PrivateUse : Foreign;
    }

    static char Kind(char unit) => char.IsAsciiDigit(unit) ? 'D' : char.IsAsciiLetter(unit) ? 'A' : Marks.IsHalf(unit) ? Marks.Full(unit) : Fold(unit);

    static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var at = 0; at < text.Length; at++)
            folded[at] = Marks.IsHalf(text[at]) && !(at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]))
                ? Marks.Full(text[at])
                : Fold(text[at]);
    });

    static char Fold(char unit) => Han.Is(unit) ? Folding.Fold(unit) : unit switch { '「' or '『' => '“', '」' or '』' => '”', _ => unit };
}
