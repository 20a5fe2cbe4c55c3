using Translate.Articles;
using Translate.Glossaries;

namespace Translate.Engines.Azure;

/// <summary>A question as Azure is sent it.</summary>
/// <param name="Text">What is sent and charged.</param>
/// <param name="Html">Whether it is HTML; plain text otherwise.</param>
/// <param name="Terms">What it was told about terms, as text.</param>
readonly record struct AzureText(string Text, bool Html, string Terms);

/// <summary>Writes a question for Azure: tags as elements, names as dictionary markup, missed terms as protected spans.</summary>
/// <remarks>
/// Markup is charged like text and a dictionary element costs over 50 characters, so only names and kept words get it, and only
/// where the form wanted is not the form that stands there; other terms are verified first. How plain text with dictionary
/// markup is to be escaped is not documented, so a text with any markup goes as HTML, where it is.
/// </remarks>
static class AzureMarkup
{
    /// <summary>Writes a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="share">How many characters of dictionary markup it may carry, as a share of its own length.</param>
    public static AzureText Write(Question question, double share)
    {
        var marked = question.Complaint is { } complaint
            ? Insist(question.Source, complaint.Missing)
            : Mark(question, share);
        var html = marked.Count > 0 || question.Source.Tags.Count > 0;
        return new(
            html ? HtmlNotation.Write(question.Source, marked) : question.Source.Text, html,
            string.Join('\n', marked.Select(mark => mark.Markup)));
    }

    /// <summary>Reads a translation of it; Azure may have moved or widened the elements.</summary>
    public static TaggedText Read(string reply, Question question, bool html) =>
        html ? HtmlNotation.Read(reply, question.Source.Tags) : TaggedText.Plain(reply.Trim());

    static List<Marked> Mark(Question question, double share)
    {
        List<Marked> marked = [];
        if (!AzureLanguage.HonoursDictionary(question.Pair)) return marked;
        var left = share * question.Source.Text.Length;
        foreach (var term in Distinct(question.Terms))
        {
            var there = term.Range.In(question.Source.Text);
            if (!term.Entry.Keep && term.Entry.PartOfSpeech != "proper" || SplitByTag(question.Source, term.Range)) continue;
            var wanted = term.Required.Length > 0 ? term.Required : there;
            var markup = wanted != there ? Dictionary(wanted, there) : term.Entry.Keep ? Protected(there) : null;
            if (markup is null || markup.Length - there.Length > left) continue;
            left -= markup.Length - there.Length;
            marked.Add(new(term.Range, markup));
        }

        return marked;
    }

    /// <summary>The stronger form: the target term stands in the source, protected from translation.</summary>
    static List<Marked> Insist(TaggedText source, IReadOnlyList<TermMatch> missing) =>
    [
        .. Distinct(missing).Where(term => term.Required.Length > 0 || term.Entry.Keep)
            .Select(term => new Marked(term.Range, Protected(term.Required.Length > 0 ? term.Required : term.Range.In(source.Text)))),
    ];

    /// <summary>Terms by place; of homographs and of what overlaps, the first.</summary>
    static IEnumerable<TermMatch> Distinct(IReadOnlyList<TermMatch> terms)
    {
        var end = 0;
        foreach (var term in terms.OrderBy(term => term.Range.Start).ThenByDescending(term => term.Range.Length))
            if (term.Range.Start >= end && term.Entry.Status == ConceptStatus.Approved && !term.Range.IsEmpty)
            {
                end = term.Range.End;
                yield return term;
            }
    }

    static bool SplitByTag(TaggedText source, TextRange range) =>
        source.Tags.Any(tag => range.Start < tag.Position && tag.Position < range.End);

    // https://learn.microsoft.com/azure/ai-services/translator/text-translation/how-to/use-dynamic-dictionary
    static string Dictionary(string wanted, string there) =>
        $"<mstrans:dictionary translation=\"{HtmlNotation.EscapeAttribute(wanted)}\">{HtmlNotation.Escape(there)}</mstrans:dictionary>";

    // https://learn.microsoft.com/azure/ai-services/translator/text-translation/how-to/prevent-translation
    static string Protected(string text) => $"<span class=\"notranslate\">{HtmlNotation.Escape(text)}</span>";
}
