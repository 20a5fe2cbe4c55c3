namespace Translate.Articles;

/// <summary>What to do about half-width punctuation that stands between Han characters.</summary>
public enum HalfWidthMarks
{
    /// <summary>Leave it, without a word.</summary>
    Leave,

    /// <summary>Leave it and propose the full-width mark.</summary>
    Propose,

    /// <summary>Replace it.</summary>
    Apply,
}

/// <summary>What cleaning may do to a text. Every kind of repair can be switched off.</summary>
public sealed record CleaningOptions
{
    /// <summary>Everything that is safe is repaired; half-width punctuation is only proposed.</summary>
    public static CleaningOptions Default { get; } = new();

    /// <summary>Nothing is changed; damage is still reported.</summary>
    public static CleaningOptions ReportOnly { get; } = new()
    {
        ByteShift = false,
        Codecs = false,
        PinyinNotes = false,
        Markup = false,
        Characters = false,
        FullWidthLatin = false,
        Normalize = false,
        Ellipses = false,
    };

    /// <summary>Undo lost bytes of GBK pairs. When off, they are proposed.</summary>
    public bool ByteShift { get; init; } = true;

    /// <summary>Undo text that was decoded with a wrong encoding. When off, this is proposed.</summary>
    public bool Codecs { get; init; } = true;

    /// <summary>Take out pinyin notes after a character.</summary>
    public bool PinyinNotes { get; init; } = true;

    /// <summary>Take out HTML tags and decode entities that were left in the text.</summary>
    public bool Markup { get; init; } = true;

    /// <summary>Take out control and zero-width characters and the glyphs of icon fonts.</summary>
    public bool Characters { get; init; } = true;

    /// <summary>Write full-width Latin letters and digits half-width.</summary>
    public bool FullWidthLatin { get; init; } = true;

    /// <summary>Bring the text to Unicode normal form C.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>Write ellipses made of full stops as an ellipsis.</summary>
    public bool Ellipses { get; init; } = true;

    /// <summary>What to do about half-width punctuation between Han characters.</summary>
    public HalfWidthMarks HalfWidthMarks { get; init; } = HalfWidthMarks.Propose;
}
