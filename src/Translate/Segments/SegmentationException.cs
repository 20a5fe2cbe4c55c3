namespace Translate.Segments;

/// <summary>A rule of a segmentation file cannot be used on a text; its owner must mend it.</summary>
/// <param name="message">Names the file, the line and what to do; one line.</param>
/// <param name="cause">What happened inside.</param>
public sealed class SegmentationException(string message, Exception cause) : Exception(message, cause);
