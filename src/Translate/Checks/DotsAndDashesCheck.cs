using Translate.Scripts;

namespace Translate.Checks;

/// <summary>TYP-004: ellipsis and dash in Chinese: …… and ——.</summary>
static class DotsAndDashesCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (!pair.TargetIsHan) return;
        var text = pair.Target;
        for (var at = 1; at < text.Length; at++)
        {
            if (!Han.Is(text[at - 1]) && text[at - 1] is not ('”' or '」' or '》' or '）' or '%' or '％')) continue;
            var run = Run(text, at);
            if (text[at] is '.' or '。' && run >= 2)
                findings.Add(new("TYP-004", Severity.Warning, $"“{text[at..(at + run)]}” is no Chinese ellipsis; write “……”", null, TextRange.At(at, run)));
            else if (text[at] == '-' && run >= 2)
                findings.Add(new("TYP-004", Severity.Warning, $"“{text[at..(at + run)]}” is no Chinese dash; write “——”", null, TextRange.At(at, run)));
        }
    }

    static int Run(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == text[at]) end++;
        return end - at;
    }
}
