namespace Translate.Scripts;

/// <summary>The writing that a text is in, as far as this program tells them apart.</summary>
public enum Script
{
    /// <summary>No letters of a known script.</summary>
    None,

    /// <summary>Latin letters and no Han, or hardly any.</summary>
    Latin,

    /// <summary>Simplified Chinese, or Chinese in characters that both scripts share.</summary>
    Hans,

    /// <summary>Traditional Chinese.</summary>
    Hant,

    /// <summary>Chinese in which both scripts have a real share.</summary>
    MixedHan,
}
