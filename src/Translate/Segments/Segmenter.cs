using Translate.Articles;
using Translate.Segments.Srx;

namespace Translate.Segments;

/// <summary>Cuts texts into segments, usually sentences.</summary>
/// <remarks>Gaps (white space) and segments joined give the text back, for any text. Time is linear in its length.</remarks>
public sealed class Segmenter
{
    readonly Func<string, string, IReadOnlyList<TextRange>> _split;

    readonly IReadOnlySet<TagKind> _preceding;

    Segmenter(Func<string, string, IReadOnlyList<TextRange>> split, IReadOnlySet<TagKind> preceding) => (_split, _preceding) = (split, preceding);

    /// <summary>The rules that ship with the program, for Chinese and English and their mixtures.</summary>
    public static Segmenter Default { get; } = WithSemicolons(Semicolons.Inside);

    /// <summary>The rules that ship with the program, with a choice for ；.</summary>
    public static Segmenter WithSemicolons(Semicolons semicolons) =>
        new((text, _) => SentenceScanner.Split(text, SentenceRules.Shipped, semicolons), new HashSet<TagKind> { TagKind.Close });

    /// <summary>A house's own rules in SRX 2.0; they replace the shipped ones.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong with it when nothing is returned (SG001 to SG005).</param>
    /// <remarks>A language that the file does not map gets no breaks. Splitting may throw <see cref="SegmentationException"/>.</remarks>
    public static Segmenter? FromSrx(string path, out Problem? problem) =>
        SrxFile.Read(path, out problem) is { } file ? new(new SrxSplitter(file, path).Split, file.Preceding) : null;

    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any text, lone surrogates and line breaks included.</param>
    /// <param name="language">Its BCP 47 tag; only rules from a file ask for it.</param>
    /// <returns>In order, without white space at their edges, none empty; nothing for a blank text.</returns>
    public IReadOnlyList<TextRange> Split(string text, string language) => _split(text, language);

    /// <summary>Cuts an article, block by block; never inside a byte shift that was only proposed, whose question marks end nothing.</summary>
    /// <returns>Segments in reading order; each tag of a block stands in exactly one of its segments.</returns>
    public IReadOnlyList<Segment> Split(Article article)
    {
        var damage = article.Repairs.Where(repair => repair is { Kind: "byte-shift", State: RepairState.Proposed }).ToLookup(repair => repair.Block);
        return [.. article.Blocks.SelectMany(block => Split(block, Whole(block, Split(block.Text, article.Language), [.. damage[block.Number]])))];
    }

    /// <summary>Cuts one block.</summary>
    public IEnumerable<Segment> Split(Block block, string language) => Split(block, Split(block.Text, language));

    IEnumerable<Segment> Split(Block block, IReadOnlyList<TextRange> ranges)
    {
        var tags = SegmentTags.Distribute(block.Tags, ranges, _preceding);
        return ranges.Select((range, i) =>
            new Segment(FormattableString.Invariant($"{block.Number}.{i + 1}"), block.Number, block.Kind, range.In(block.Text), tags[i], range));
    }

    /// <summary>Joins the segments that were parted by damage.</summary>
    static IReadOnlyList<TextRange> Whole(Block block, IReadOnlyList<TextRange> ranges, IReadOnlyList<Repair> damage)
    {
        if (damage.Count == 0) return ranges;
        List<TextRange> whole = [];
        foreach (var range in ranges)
        {
            if (whole.Count > 0 && damage.Any(damaged => Parts(damaged, block.Map.ToInput(whole[^1]), block.Map.ToInput(range)))) whole[^1] = new(whole[^1].Start, range.End);
            else whole.Add(range);
        }

        return whole;
    }

    /// <summary>Whether the place between two segments lies in damage, or behind it where no sentence is likely to end.</summary>
    static bool Parts(Repair damage, TextRange before, TextRange after) =>
        damage.Range.Overlaps(before)
        && (damage.Range.Overlaps(after) || (damage.Range.End == before.End && !(damage.Replacement is [.., var last] && Units.IsEndMark(last))));
}
