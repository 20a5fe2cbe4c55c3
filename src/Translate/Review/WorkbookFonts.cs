using ClosedXML.Excel;

namespace Translate.Review;

/// <summary>A font that Windows and Office for macOS have, and for which Linux has a stand-in of the same widths or the right script.</summary>
/// <param name="Name">Name of the font.</param>
/// <param name="CharSet">The character set by which a program without that font chooses another one.</param>
sealed record WorkbookFont(string Name, XLFontCharSet CharSet)
{
    /// <summary>The font for texts in a language.</summary>
    public static WorkbookFont For(string language) => LanguagePair.Language(language) switch
    {
        "zh" when LanguagePair.IsTraditional(language) => new("Microsoft JhengHei", XLFontCharSet.ChineseBig5),
        "zh" => new("Microsoft YaHei", XLFontCharSet.GB2312),
        "ja" => new("Yu Gothic", XLFontCharSet.ShiftJIS),
        "ko" => new("Malgun Gothic", XLFontCharSet.Hangul),
        _ => new("Arial", XLFontCharSet.Default),
    };
}

/// <summary>The fonts of one workbook.</summary>
/// <param name="Source">For source texts.</param>
/// <param name="Target">For target texts.</param>
sealed record WorkbookFonts(WorkbookFont Source, WorkbookFont Target)
{
    /// <summary>For what holds both languages (findings, terms, headers): mostly Latin, whose widths then hold on every system.</summary>
    public WorkbookFont Mixed { get; } = WorkbookFont.For("en");

    /// <summary>For the Chinese half of the guide.</summary>
    public WorkbookFont Chinese { get; } = WorkbookFont.For("zh-Hans");

    /// <summary>The fonts for a language pair.</summary>
    public static WorkbookFonts For(LanguagePair pair) => new(WorkbookFont.For(pair.Source), WorkbookFont.For(pair.Target));
}
