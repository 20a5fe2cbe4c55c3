using System.Globalization;
using System.Text.RegularExpressions;

/// <summary>English terms written otherwise without becoming other terms: inflected, joined or apart, British, in other letters.</summary>
/// <remarks>The rules and lists are this program's own; nothing is asked of what they measure.</remarks>
static partial class Respelling
{
    // Words that are written both ways, whole and in two.
    static readonly string[] s_compounds =
    [
        "data set", "time step", "web site", "home page", "data center", "chat bot", "work flow", "life cycle", "health care", "e mail", "e commerce", "start up", "trade off",
        "road map", "check point", "key word", "side bar", "live stream", "smart phone", "co pilot", "cyber security", "micro chip", "news letter", "crowd funding", "super computer",
    ];

    static readonly (string American, string British)[] s_words =
    [
        ("behavior", "behaviour"), ("color", "colour"), ("labor", "labour"), ("favor", "favour"), ("neighbor", "neighbour"), ("humor", "humour"), ("center", "centre"), ("fiber", "fibre"),
        ("meter", "metre"), ("catalog", "catalogue"), ("defense", "defence"), ("license", "licence"), ("program", "programme"), ("artifact", "artefact"), ("judgment", "judgement"),
        ("labeled", "labelled"), ("labeling", "labelling"), ("labeler", "labeller"), ("modeling", "modelling"), ("modeled", "modelled"), ("signaling", "signalling"), ("channeled", "channelled"),
        ("canceled", "cancelled"), ("fueled", "fuelled"), ("traveler", "traveller"), ("gray", "grey"), ("skeptic", "sceptic"), ("aging", "ageing"), ("enrollment", "enrolment"),
    ];

    static readonly Dictionary<string, string[]> s_irregular = """
        build built building | run ran running | write wrote written writing | feed fed | raise raised raising | go went gone goes | drive drove driven
        take took taken | make made making | win won winning | bring brought | get got getting | spin spun | hold held | buy bought | sell sold | lead led
        lose lost | break broke broken | shut shut shutting | cut cut cutting | set set setting | put put putting | burn burned burnt burning
        fall fell fallen | pay paid paying | matrix matrices | vertex vertices | index indices indexes | analysis analyses | hypothesis hypotheses
        corpus corpora corpuses | criterion criteria | phenomenon phenomena | medium media | datum data | person people | child children | man men
        woman women | leaf leaves | half halves | life lives | optimum optima | maximum maxima | bias biases | quiz quizzes | axis axes | lie lay lain lying
        find found | begin began begun | rise rose risen | see saw seen
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries).Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..]);

    /// <summary>Every other way to write a term, with the kind of the change.</summary>
    /// <param name="term">As it stands in the glossary or the text.</param>
    /// <param name="partOfSpeech">Of the concept: names are not inflected; of an unknown one only the plural and its undoing are tried.</param>
    public static IEnumerable<(string Kind, string Term)> Of(string term, string partOfSpeech) =>
        Ways(term, partOfSpeech).Where(way => way.Term.Length > 0 && way.Term != term).DistinctBy(way => way.Term);

    static IEnumerable<(string Kind, string Term)> Ways(string term, string partOfSpeech)
    {
        var (head, last) = (term[..(term.LastIndexOf(' ') + 1)], term[(term.LastIndexOf(' ') + 1)..]);
        var lower = last.ToLowerInvariant();
        var isWord = lower.Length > 1 && lower.All(char.IsAsciiLetter) && lower == last[..1].ToLowerInvariant() + last[1..];
        if (isWord && partOfSpeech is "noun" or "" && !lower.EndsWith('s') && !lower.EndsWith("ing", StringComparison.Ordinal) && !LatinPlural().IsMatch(lower))
            yield return ("plural", head + Plural(last));
        if (partOfSpeech is "noun" or "" && isWord && lower.Length > 3 && RegularPlural().IsMatch(lower))
            yield return ("singular", head + (lower.EndsWith("ies", StringComparison.Ordinal) ? last[..^3] + "y" : SibilantPlural().IsMatch(lower) ? last[..^2] : last[..^1]));
        if (partOfSpeech == "noun" && head.Contains(" of ", StringComparison.Ordinal) && head.Split(' ') is var words && words[1] == "of" && words[0].All(char.IsAsciiLetterLower) && words[0][^1] != 's')
            yield return ("plural", Plural(words[0]) + term[words[0].Length..]);
        if (partOfSpeech == "noun" && GerundOfE().IsMatch(lower))
        {
            yield return ("-ing to -ed", term[..^3] + "ed");
            yield return ("-ing to the verb", term[..^3] + "e");
        }

        if (partOfSpeech is "noun" or "proper" && char.IsLetter(term[^1]))
        {
            yield return ("possessive", term + (lower.EndsWith('s') ? "'" : "'s"));
            yield return ("possessive", term + "’s");
        }

        if (partOfSpeech == "verb" && VerbOf(term) is { } verb)
            foreach (var form in Conjugated(verb)) yield return ("verb", form + term[verb.Length..]);
        if (isWord && partOfSpeech is "noun" or "" && s_irregular.TryGetValue(lower, out var irregular) && lower is not ("build" or "run" or "go" or "lead" or "set" or "cut" or "buy" or "break" or "fall" or "win" or "drive" or "feed" or "take" or "make" or "hold" or "spin" or "burn" or "pay" or "raise" or "sell" or "get"))
            foreach (var form in irregular) yield return ("plural", head + form);
        foreach (var way in Hyphens(term)) yield return way;
        foreach (var (american, british) in s_words)
        {
            yield return ("British", ReplaceWord(term, american, british));
            yield return ("American", ReplaceWord(term, british, american));
        }

        yield return ("British", Ize().Replace(term, match => match.Value.Replace('z', 's')));
        yield return ("capitals", term.Any(char.IsUpper) ? "" : char.ToUpperInvariant(term[0]) + term[1..]);
        yield return ("capitals", term.Any(char.IsUpper) ? "" : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(term));
        yield return ("capitals", partOfSpeech == "proper" || term.Any(char.IsUpper) ? "" : term.ToUpperInvariant());
        yield return ("line break", term.Replace(' ', '\n'));
        yield return ("hard blank", term.Replace(' ', '\u00A0'));
    }

    static IEnumerable<(string Kind, string Term)> Hyphens(string term)
    {
        if (LetterHyphen().IsMatch(term) && !term.Any(char.IsUpper))
        {
            yield return ("hyphen to blank", LetterHyphen().Replace(term, " "));
            yield return ("hyphen not to break", LetterHyphen().Replace(term, "\u2011"));
        }

        if (!term.Any(char.IsUpper) && term.Split(' ').Length == 2) yield return ("blank to hyphen", term.Replace(' ', '-'));
        if (Prefixed().IsMatch(term)) yield return ("joined", Prefixed().Replace(term, "$1$2"));
        foreach (var compound in s_compounds)
        {
            var closed = compound.Replace(" ", "", StringComparison.Ordinal);
            yield return ("joined", ReplaceWord(term, compound, closed));
            yield return ("joined", ReplaceWord(term, compound.Replace(' ', '-'), closed));
            yield return ("apart", ReplaceWord(term, closed, compound.Replace(' ', '-')));
            if (compound[1] != ' ') yield return ("apart", ReplaceWord(term, closed, compound));
        }
    }

    /// <summary>The word that a verb's phrase is conjugated by; <c>null</c> where this program cannot tell.</summary>
    static string? VerbOf(string term)
    {
        var end = term.IndexOf(' ', StringComparison.Ordinal);
        var verb = end < 0 ? term : term[..end];
        return verb.Length > 1 && !verb.EndsWith("ing", StringComparison.Ordinal) && !verb.EndsWith("ed", StringComparison.Ordinal) && verb.All(unit => char.IsAsciiLetterLower(unit) || unit == '-') ? verb : null;
    }

    static IEnumerable<string> Conjugated(string verb)
    {
        var simple = verb[(verb.LastIndexOf('-') + 1)..];
        var prefix = verb[..^simple.Length];
        if (s_irregular.TryGetValue(simple, out var forms))
        {
            foreach (var form in forms) yield return prefix + form;
            if (simple != "go") yield return prefix + Plural(simple);
            yield break;
        }

        var stem = simple.EndsWith('e') ? simple[..^1] : Doubles().IsMatch(simple) ? simple + simple[^1] : simple;
        yield return prefix + Plural(simple);
        yield return prefix + (simple.EndsWith('y') && !Vowel(simple[^2]) ? simple[..^1] + "ied" : stem + "ed");
        yield return prefix + (simple.EndsWith("ee", StringComparison.Ordinal) ? simple : stem) + "ing";
    }

    static string Plural(string word) =>
        word[^1] == 'y' && word.Length > 1 && !Vowel(word[^2]) ? word[..^1] + "ies" : SibilantEnd().IsMatch(word) ? word + "es" : word + "s";

    static string ReplaceWord(string term, string from, string to) => Regex.Replace(term, $@"\b{Regex.Escape(from)}(s?)\b", to + "$1");

    static bool Vowel(char unit) => "aeiou".Contains(unit, StringComparison.Ordinal);

    [GeneratedRegex("(s|x|z|ch|sh)$")]
    private static partial Regex SibilantEnd();

    [GeneratedRegex("(ss|x|zz|ch|sh)es$")]
    private static partial Regex SibilantPlural();

    [GeneratedRegex("(?<!ew|rie|cie|s|u|i|ic)s$")]
    private static partial Regex RegularPlural();

    [GeneratedRegex("(corpora|data|media|criteria|phenomena|spectra|optima|minima|maxima|ices)$")]
    private static partial Regex LatinPlural();

    // Gerunds of verbs on -e whose stem shows it.
    [GeneratedRegex("^[a-z-]*(tun|prun|scal|cach|sampl|rout|merg|quantiz|optimiz|tokeniz|normaliz|pars|comput|retriev|slic|fus|generaliz)ing$")]
    private static partial Regex GerundOfE();

    // One syllable: plan, ship, scrap.
    [GeneratedRegex("^[^aeiou]*[aeiou][bdgmnprtl]$")]
    private static partial Regex Doubles();

    // Not size, prize, seize, which have no other spelling.
    [GeneratedRegex(@"(?<=\w{4})iz(?=e|ation|ing)|(?<=\w{3}[^aeiou\W])iz(?=e|ation|ing)|(?<=l)yz(?=e|ing)")]
    private static partial Regex Ize();

    [GeneratedRegex("(?<=[a-z])-(?=[a-z])")]
    private static partial Regex LetterHyphen();

    [GeneratedRegex("\\b(pre|post|multi|re|non|co|sub|fine|hyper|over|under|self|semi|meta|micro|auto|cross|inter|intra|anti|super)-([a-z]{3})")]
    private static partial Regex Prefixed();
}
