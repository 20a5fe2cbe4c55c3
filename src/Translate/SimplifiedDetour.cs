using Translate.Articles;
using Translate.Engines;
using Translate.Glossaries;
using Translate.Scripts;

namespace Translate;

/// <summary>
/// Asks the engine for Simplified Chinese where Traditional is wanted, and converts its answers. Engines know Simplified better; a
/// region's own words come from the conversion.
/// </summary>
/// <param name="glossary">All layers together; the engine is told the Simplified terms.</param>
sealed class SimplifiedDetour(Glossary glossary)
{
    /// <summary>Whether a pair goes this way.</summary>
    public static bool Takes(LanguagePair pair) => LanguagePair.IsTraditional(pair.Target) && LanguagePair.Language(pair.Source) != "zh";

    /// <summary>The question as the engine is asked it.</summary>
    public Question Out(Question question)
    {
        if (!Takes(question.Pair)) return question;
        LanguagePair pair = new(question.Pair.Source, "zh-Hans");
        var terms = glossary.For(pair).Find(question.Source.Text);
        // Memory matches are Traditional; as references they would teach the engine the wrong script.
        return question with
        {
            Pair = pair,
            Terms = terms,
            References = [],
            Complaint = question.Complaint is { } complaint
                ? new(Convert(complaint.FirstAnswer, ScriptConverter.For("zh-Hans", Script.Hant)),
                    [.. terms.Where(term => complaint.Missing.Any(missing => missing.Range == term.Range))])
                : null,
        };
    }

    /// <summary>The engine's answer as it was wanted.</summary>
    public static Answer Back(Answer answer, LanguagePair pair) => answer.Target is { } target && Takes(pair)
        ? answer with { Target = Convert(target, ScriptConverter.For(pair.Target, Script.Hans)) }
        : answer;

    static TaggedText Convert(TaggedText text, ScriptConverter converter)
    {
        var converted = converter.Convert(text.Text, out var map);
        return new(converted, [.. text.Tags.Select(tag => tag with { Position = map.ToText(new TextRange(tag.Position, tag.Position)).Start })]);
    }
}
