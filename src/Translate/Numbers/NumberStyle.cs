namespace Translate.Numbers;

/// <summary>How <see cref="NumberWriter"/> writes a number.</summary>
public enum NumberStyle
{
    /// <summary>Digits only: 1800000.</summary>
    Plain,

    /// <summary>Digits in groups of three: 1,800,000.</summary>
    Grouped,

    /// <summary>As a person would: 1.8 trillion, 1.8万亿; below a million (in Chinese below ten thousand) as <see cref="Grouped"/> (in Chinese <see cref="Plain"/>).</summary>
    Scaled,
}
