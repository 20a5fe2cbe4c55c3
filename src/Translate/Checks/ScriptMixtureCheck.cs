using Translate.Scripts;

namespace Translate.Checks;

/// <summary>TYP-005: Simplified characters in a Traditional target and the reverse.</summary>
static class ScriptMixtureCheck
{
    /// <summary>Forms that Traditional texts use beside the standard ones.</summary>
    const string Shared = "踪痴麽";

    static readonly byte[] s_scripts = Build();

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (!pair.TargetIsHan || pair.Input.Pair.Target.Equals("zh", StringComparison.OrdinalIgnoreCase)) return;
        var wrong = LanguagePair.IsTraditional(pair.Input.Pair.Target) ? 1 : 2;
        var count = 0;
        var first = -1;
        for (var at = 0; at < pair.Target.Length; at++)
        {
            if (s_scripts[pair.Target[at]] != wrong) continue;
            count++;
            if (first < 0) first = at;
        }

        if (count == 0) return;
        var (name, other) = wrong == 1 ? ("Simplified", "Traditional") : ("Traditional", "Simplified");
        findings.Add(new("TYP-005", Severity.Warning,
            $"{name} “{pair.Target[first]}”{(count > 1 ? $" and {count - 1} more" : "")} in a {other} target; write “{Other(pair.Target[first], wrong)}”", null, TextRange.At(first, 1)));
    }

    static string Other(char c, int wrong) => ScriptConverter.Get(wrong == 1 ? "s2t" : "t2s").Convert(c.ToString());

    /// <summary>1 for characters that only Simplified has, 2 for those that only Traditional has; characters of both count as neither.</summary>
    static byte[] Build()
    {
        var scripts = new byte[char.MaxValue + 1];
        var (taiwan, hongKong) = (ScriptConverter.Get("s2tw"), ScriptConverter.Get("s2hk"));
        for (var c = '\u4e00'; c <= '\u9fff'; c++)
        {
            var detected = ScriptDetector.Count([c]);
            if (detected.Simplified > 0 && !Shared.Contains(c, StringComparison.Ordinal))
            {
                // 群, 床 and 峰 are simplified to OpenCC, and the standard forms in Taiwan or Hong Kong.
                var text = c.ToString();
                scripts[c] = (byte)(taiwan.Convert(text) != text && hongKong.Convert(text) != text ? 1 : 0);
            }
            else if (detected.Traditional > 0)
                scripts[c] = 2;
        }

        return scripts;
    }
}
