namespace Translate.Numbers;

/// <summary>The characters that Chinese numerals are written with; traditional ones are folded before.</summary>
static class HanDigits
{
    /// <summary>0-9, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>10, 100, 1,000 and the written-together 廿, 卅; 0 for any other character.</summary>
    public static int SmallUnit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    /// <summary>万, 亿, 兆; 0 for any other character.</summary>
    public static decimal BigUnit(char c) => c switch
    {
        '万' => 10_000m,
        '亿' => 100_000_000m,
        '兆' => 1_000_000_000_000m,
        _ => 0,
    };

    public static bool IsUnit(char c) => SmallUnit(c) > 0 || BigUnit(c) > 0;

    public static bool IsNumeral(char c) => Digit(c) >= 0 || IsUnit(c) || c is '廿' or '卅';

    /// <summary>Characters that are numerals on cheques and something else everywhere else: 陆军, 队伍, 放肆, 收拾.</summary>
    public static bool IsFormalOnly(char c) => c is '陆' or '伍' or '肆' or '拾' or '佰' or '仟' or '叁' or '捌' or '玖' or '柒' or '贰' or '壹';
}
