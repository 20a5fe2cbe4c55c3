using System.Globalization;
using System.Text.RegularExpressions;

namespace Translate.Tests.Cli;

/// <summary>Makes news articles out of the clauses of the samples: as dense in terms, numbers and marks as those, and all different.</summary>
sealed partial class ArticleMill
{
    readonly List<string> _clauses;
    readonly Random _random;

    public ArticleMill(int seed)
    {
        _random = new(seed);
        _clauses = [.. ((string[])["funding.md", "product.html"])
            .SelectMany(name => Clause().Matches(Markup().Replace(File.ReadAllText(Repository.File("samples", name)), " ")).Select(match => match.Value))
            .Where(clause => clause.Length is > 5 and < 40).Distinct()];
    }

    /// <summary>One article in Markdown: a heading and paragraphs of a sentence or two.</summary>
    /// <param name="sentences">How many sentences.</param>
    public string Article(int sentences) => $"# {Sentence()[..^1]}\n\n" + string.Concat(Enumerable.Range(0, sentences)
        .Select(i => (i % 7 == 3 ? Bold().Replace(Sentence(), "**$1**$2", 1) : i % 9 == 5 ? "以上为机构观点。" : Sentence()) + (i % 2 == 0 ? "" : "\n\n"))) + "\n";

    /// <summary>The distinct sentences of 300 of these are nearly all of them, as in a real batch.</summary>
    string Sentence()
    {
        List<string> clauses = [];
        for (var i = _random.Next(1, 5); i > 0; i--)
            clauses.Add(Digits().Replace(_clauses[_random.Next(_clauses.Count)], number => _random.Next(2, 900).ToString(CultureInfo.InvariantCulture)));
        return string.Join('，', clauses) + '。';
    }

    [GeneratedRegex("<[^>]*>|&[a-z]+;|[*#_]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}A-Za-z0-9 /%-]*\p{IsCJKUnifiedIdeographs}[\p{IsCJKUnifiedIdeographs}A-Za-z0-9 /%-]*")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\p{IsCJKUnifiedIdeographs}{2})(\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Bold();
}
