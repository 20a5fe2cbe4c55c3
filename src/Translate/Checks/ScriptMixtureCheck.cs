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
            if (s_scripts[pair.Target[at]] != wrong && !(wrong == 1 && IsOutOfPlace(pair.Target, at))) continue;
            count++;
            if (first < 0) first = at;
        }

        if (count == 0) return;
        var (name, other) = wrong == 1 ? ("Simplified", "Traditional") : ("Traditional", "Simplified");
        findings.Add(new("TYP-005", Severity.Warning,
            $"{name} “{pair.Target[first]}”{(count > 1 ? $" and {count - 1} more" : "")} in a {other} target; write “{Other(pair.Target[first], wrong)}”", null, TextRange.At(first, 1)));
    }

    /// <summary>Characters that Traditional has too, in a few words only: 于 as a surname, 后 for queens, 几 for a tea table.</summary>
    static bool IsOutOfPlace(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '极' or '据' or '确' or '种' or '税' or '广' => !(text[at] == '据' && before == '拮'),
            '于' => Han.Is(before) && before is not ('單' or '淳' or '姓' or '鮮' or '與' or '和' or '及') && after != '田',
            '后' => before is '之' or '以' or '最' or '然' or '今' or '隨' or '先' or '前' || after is '來' or '面' or '續' or '果' or '期' or '天',
            '几' => before is '好' or '十' or '這' or '那' || after is '個' or '乎' or '年' or '次' or '天' or '十' or '百' or '千',
            '里' => before is '這' or '那' or '哪' or '家' or '手' or '心' || after is '面',
            _ => false,
        };
    }

    static string Other(char c, int wrong) => c switch
    {
        '于' => "於",
        '后' => "後",
        '几' => "幾",
        '里' => "裡",
        _ => ScriptConverter.Get(wrong == 1 ? "s2t" : "t2s").Convert(c.ToString()),
    };

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
