using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Ellipses that were written with full stops or lost half of themselves.</summary>
static class Ellipses
{
    /// <summary>Finds 。。。, and, as proposals, ... or a single … between Han characters.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(".。…"); at >= 0 && at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] == text[at]) end++;
            var between = at > 0 && end < text.Length && Han.Is(text[at - 1]) && Han.Is(text[end]);
            if (text[at] == '。' && end - at >= 3) yield return new(new(at, end), "……");
            else if (between && (text[at] == '…' ? end - at != 2 : text[at] == '.' && end - at is >= 3 and <= 6))
                yield return new(new(at, end), "……", RepairState.Proposed);
            var next = text.AsSpan(end).IndexOfAny(".。…");
            at = next < 0 ? -1 : end + next;
        }
    }
}
