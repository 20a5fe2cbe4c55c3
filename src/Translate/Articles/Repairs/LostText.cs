namespace Translate.Articles.Repairs;

/// <summary>What wrong decoding destroyed for good: U+FFFD, 锟斤拷 (U+FFFD read as GBK), 烫烫烫 and 屯屯屯 (memory never written).</summary>
static class LostText
{
    static readonly string[] s_traces = ["\uFFFD", "锟斤拷", "锟", "斤拷", "烫烫烫", "屯屯屯", "葺葺葺"];

    const string Note = "what stood here was lost when the text was decoded";

    /// <summary>Finds runs of traces; one fix for a run, even with a few characters between.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        for (var at = 0; Next(text, at) is { } range; at = range.End)
        {
            while (Next(text, range.End) is { } next && next.Start - range.End <= 4) range = range with { End = next.End };
            yield return new(range, "", RepairState.Unrecoverable, Note);
        }
    }

    /// <summary>Whether there is any.</summary>
    public static bool IsIn(string text) => Next(text, 0) is not null;

    static TextRange? Next(string text, int from)
    {
        TextRange? first = null;
        foreach (var trace in s_traces)
        {
            var at = text.IndexOf(trace, from, StringComparison.Ordinal);
            // 锟 and 拷 alone are characters of names and of 拷贝.
            if (at < 0 || (trace is "锟" or "斤拷" && !text.Contains("锟斤拷", StringComparison.Ordinal))) continue;
            if (first is null || at < first.Value.Start) first = TextRange.At(at, trace.Length);
        }

        return first;
    }
}
