using Translate.Articles;

namespace Translate.Checks;

/// <summary>KEEP-004, KEEP-005, KEEP-006: inline tags that are missing, too many or crossed.</summary>
static class TagCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        var (source, target) = (pair.Input.Source.Tags, pair.Input.Target.Tags);
        if (source.Count + target.Count == 0) return;
        foreach (var tag in source)
            if (Count(target, tag) < Count(source, tag) && !findings.Exists(finding => finding.Code == "KEEP-004" && finding.Message.Contains(tag.Shown, StringComparison.Ordinal)))
                findings.Add(new("KEEP-004", Severity.Error, $"the tag {tag.Shown} is missing; put it where the translation of its text stands", TextRange.At(tag.Position, 0)));
        foreach (var tag in target)
            if (Count(source, tag) < Count(target, tag) && !findings.Exists(finding => finding.Code == "KEEP-005" && finding.Message.Contains(tag.Shown, StringComparison.Ordinal)))
                findings.Add(new("KEEP-005", Severity.Error, $"the tag {tag.Shown} is not in the source or stands there fewer times; delete it", null, TextRange.At(tag.Position, 0)));
        if (Crossed(target) is { } crossed && Crossed(source) is null)
            findings.Add(new("KEEP-006", Severity.Error, $"the tag {crossed.Shown} is crossed with another or closes before it opens; nest tags as in the source", null, TextRange.At(crossed.Position, 0)));
    }

    static int Count(IReadOnlyList<InlineTag> tags, InlineTag like)
    {
        var count = 0;
        foreach (var tag in tags)
            if (tag.Number == like.Number && tag.Kind == like.Kind) count++;
        return count;
    }

    static InlineTag? Crossed(IReadOnlyList<InlineTag> tags)
    {
        Stack<int> open = [];
        foreach (var tag in tags)
        {
            if (tag.Kind == TagKind.Open) open.Push(tag.Number);
            if (tag.Kind == TagKind.Close && (!open.TryPop(out var number) || number != tag.Number)) return tag;
        }

        return null;
    }
}
