using System.Collections.Frozen;

namespace Translate.Glossaries;

/// <summary>English words whose forms no rule makes, as far as they occur in terms.</summary>
static class IrregularWords
{
    const string Words = """
        matrix matrices | vertex vertices | index indices | appendix appendices | criterion criteria | phenomenon phenomena
        corpus corpora | stimulus stimuli | locus loci | focus foci | radius radii | nucleus nuclei | bacterium bacteria
        spectrum spectra | quantum quanta | datum data | schema schemata | automaton automata | half halves | leaf leaves
        knife knives | life lives | shelf shelves | self selves | man men | woman women | person people | child children
        foot feet | tooth teeth | mouse mice | goose geese | axis axes | medium media | ox oxen | thief thieves | wolf wolves | calf calves | loaf loaves | wife wives | curriculum curricula
        memorandum memoranda | referendum referenda | addendum addenda | erratum errata | alumnus alumni | syllabus syllabi | die dice | series series | species species | minimum minima | maximum maxima
        optimum optima | momentum momenta | formula formulae | vita vitae | thesis theses
        become became | begin began begun | beat beaten | bend bent | bind bound | bite bit bitten | bleed bled | blow blew blown | break broke broken
        breed bred | build built | burn burnt | cling clung | creep crept | deal dealt | dig dug | dream dreamt | drink drank drunk | dwell dwelt | eat ate eaten
        find found | flee fled | forget forgot forgotten | forgive forgave forgiven | grind ground | hang hung | hear heard | lay laid | lean leant
        leap leapt | lie lay lain lying | mislead misled | mistake mistook mistaken | overcome overcame | oversee oversaw overseen | override overrode overridden
        overtake overtook overtaken | retake retook retaken | ride rode ridden | ring rang rung | rise rose risen | see saw seen | shine shone | shoot shot
        sink sank sunk | sit sat | slide slid | smell smelt | sow sown | speed sped | spell spelt | spill spilt | spoil spoilt | spring sprang sprung
        swear swore sworn | swim swam swum | swing swung | tear tore torn | tie tying | undergo underwent undergone | undertake undertook undertaken
        wake woke woken | wear wore worn | weave wove woven | weep wept | wind wound | withdraw withdrew withdrawn | withhold withheld | bring brought | buy bought | catch caught | choose chose chosen | come came | draw drew drawn
        drive drove driven | fall fell fallen | feed fed | fight fought | fly flew flown | freeze froze frozen | get got gotten
        give gave given | go went gone | grow grew grown | hide hid hidden | hold held | keep kept | know knew known | lead led
        learn learnt | leave left | lend lent | light lit | lose lost | make made | mean meant | meet met | outdo outdid outdone
        pay paid | run ran | say said | seek sought | sell sold | send sent | shake shook shaken | show shown | shrink shrank shrunk
        sing sang sung | sleep slept | speak spoke spoken | spend spent | spin spun | stand stood | steal stole stolen | stick stuck
        strike struck | sweep swept | take took taken | teach taught | tell told | think thought | throw threw thrown
        understand understood | win won | write wrote written | overwrite overwrote overwritten | rewrite rewrote rewritten
        rebuild rebuilt | overfit overfitted | bet bets | go goes | do does did done
        """;

    static readonly FrozenDictionary<string, string[]> s_forms = Read();

    static readonly FrozenDictionary<string, string> s_bases =
        s_forms.SelectMany(pair => pair.Value.Select(form => (form, pair.Key))).DistinctBy(pair => pair.form)
            .ToFrozenDictionary(pair => pair.form, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The irregular forms of a lower-case word; none for a regular one.</summary>
    public static IReadOnlyList<string> FormsOf(ReadOnlySpan<char> word) =>
        s_forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var forms) ? forms : [];

    /// <summary>The word of which a lower-case word is an irregular form; <c>null</c> when it is none.</summary>
    public static string? BaseOf(ReadOnlySpan<char> form) =>
        s_bases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var word) ? word : null;

    static FrozenDictionary<string, string[]> Read() =>
        Words.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(words => words[1..]).Distinct().Where(word => word != group.Key).ToArray(), StringComparer.Ordinal);
}
