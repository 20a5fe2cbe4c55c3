using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Translate.Segments;

/// <summary>What the rule files know about a word that ends in a full stop.</summary>
[Flags]
enum Abbreviation
{
    None = 0,
    NeverLast = 1,
    BeforeNumber = 2,
    RarelyLast = 4,
    OftenLast = 8,
    Unit = 16,
}

/// <summary>The sentence rules that linguists edit: <c>Rules/zh.txt</c> and <c>Rules/en.txt</c>.</summary>
sealed class SentenceRules
{
    readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _speech;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prepositions;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _timeZones;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _labels;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _smileys;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _noSpeech;

    SentenceRules(RuleFile chinese, RuleFile english)
    {
        Dictionary<string, Abbreviation> abbreviations = [];
        foreach (var (section, kind) in ((string, Abbreviation)[])
            [("never-last", Abbreviation.NeverLast), ("before-number", Abbreviation.BeforeNumber), ("rarely-last", Abbreviation.RarelyLast),
             ("often-last", Abbreviation.OftenLast), ("units", Abbreviation.Unit)])
        {
            foreach (var word in english[section])
                abbreviations[word] = abbreviations.GetValueOrDefault(word) | kind;
        }

        _abbreviations = abbreviations.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
        _starters = Set(english["starters"]);
        _speech = Set(english["speech"]);
        _prepositions = Set(english["prepositions"]);
        _names = Set(english["names"]);
        _timeZones = Set(english["time-zones"]);
        _labels = Set([.. english["labels"], .. chinese["labels"]]);
        _smileys = Set(english["smileys"]);
        LongestSmiley = english["smileys"].Max(smiley => smiley.Length);
        Pairs = chinese["pairs"].ToFrozenDictionary(pair => pair[1], pair => pair[0]);
        Titles = string.Concat(chinese["titles"]);
        Quotes = string.Concat(chinese["quotes"]);
        HanEnds = string.Concat(chinese["end"]);
        Continues = new(chinese["continues"]);
        ContinuesSpeech = new(chinese["after-speech"]);
        BeginsAnew = new(chinese["begins-anew"]);
        HanSpeech = SearchValues.Create(chinese["speech"].ToArray(), StringComparison.Ordinal);
        _noSpeech = Set(chinese["no-speech"]);
        AfterEllipsis = new(chinese["after-ellipsis"]);
    }

    /// <summary>The rules that ship with the program.</summary>
    public static SentenceRules Shipped { get; } = new(RuleFile.Embedded("zh.txt"), RuleFile.Embedded("en.txt"));

    /// <summary>Closing mark to its opening mark.</summary>
    public FrozenDictionary<char, char> Pairs { get; }

    /// <summary>Opening marks of titles, in which nothing ends.</summary>
    public string Titles { get; }

    /// <summary>Opening quotation marks.</summary>
    public string Quotes { get; }

    /// <summary>Full-width marks that end a sentence.</summary>
    public string HanEnds { get; }

    /// <summary>Words and marks after a closing mark that show that the sentence goes on.</summary>
    public WordList Continues { get; }

    /// <summary>The same after a quotation that a colon brought in.</summary>
    public WordList ContinuesSpeech { get; }

    /// <summary>Words that begin a new sentence though they start like a word of <see cref="Continues"/>.</summary>
    public WordList BeginsAnew { get; }

    /// <summary>The same after an ellipsis.</summary>
    public WordList AfterEllipsis { get; }

    /// <summary>Chinese verbs of saying.</summary>
    public SearchValues<string> HanSpeech { get; }

    /// <summary>Units of the longest smiley.</summary>
    public int LongestSmiley { get; }

    /// <summary>Whether the unit at a place of a clause belongs to a word that is no verb of saying though it holds one.</summary>
    public bool IsOtherWord(ReadOnlySpan<char> clause, int at) =>
        at > 0 && _noSpeech.Contains(clause.Slice(at - 1, 2)) || at + 1 < clause.Length && _noSpeech.Contains(clause.Slice(at, 2));

    /// <summary>What a word with its full stop is.</summary>
    public Abbreviation Kind(ReadOnlySpan<char> word) => _abbreviations.TryGetValue(word, out var kind) ? kind : Abbreviation.None;

    /// <summary>Whether a word often begins a sentence and is seldom a name.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => _starters.Contains(word);

    /// <summary>Whether a word is an English verb of saying.</summary>
    public bool IsSpeech(ReadOnlySpan<char> word) => _speech.Contains(word);

    /// <summary>Whether a word is a preposition that may begin a mere time.</summary>
    public bool IsPreposition(ReadOnlySpan<char> word) => _prepositions.Contains(word);

    /// <summary>Whether a word after a time of day belongs to it.</summary>
    public bool IsTimeZone(ReadOnlySpan<char> word) => _timeZones.Contains(word);

    /// <summary>Whether a word and a number together are a label: <c>Step 2.</c></summary>
    public bool IsLabel(ReadOnlySpan<char> word) => _labels.Contains(word);

    /// <summary>Whether a token is a smiley.</summary>
    public bool IsSmiley(ReadOnlySpan<char> token) => _smileys.Contains(token);

    /// <summary>Whether a word with its mark is a name such as <c>Yahoo!</c></summary>
    public bool IsName(ReadOnlySpan<char> word) => _names.Contains(word);

    static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A file of named sections, each a list of words.</summary>
    sealed class RuleFile
    {
        readonly Dictionary<string, List<string>> _sections = [];

        RuleFile(string text)
        {
            List<string> section = [];
            foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
            {
                if (line.Length == 0 || line[0] == '#' && (line.Length == 1 || line[1] == ' ')) continue;
                if (line.Length > 2 && line[0] == '[' && line[^1] == ']' && char.IsAsciiLetter(line[1]))
                    _sections[line[1..^1]] = section = [];
                else
                    section.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        public List<string> this[string section] => _sections[section];

        public static RuleFile Embedded(string name)
        {
            using StreamReader reader = new(typeof(RuleFile).Assembly.GetManifestResourceStream("segments/" + name)!, Encoding.UTF8);
            return new(reader.ReadToEnd());
        }
    }
}
