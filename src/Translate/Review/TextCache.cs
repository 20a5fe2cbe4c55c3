using System.Text;

namespace Translate.Review;

/// <summary>Gives one string for short texts that come again and again: statuses, types, origins.</summary>
sealed class TextCache
{
    const int Longest = 48;

    readonly string?[] _texts = new string?[1024];

    /// <summary>The text as a string; perhaps one that was given before.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return "";
        if (text.Length > Longest) return new(text);
        ref var place = ref _texts[string.GetHashCode(text) & (_texts.Length - 1)];
        return place is not null && text.SequenceEqual(place) ? place : place = new(text);
    }

    /// <inheritdoc cref="Get(ReadOnlySpan{char})"/>
    public string Get(StringBuilder text)
    {
        if (text.Length > Longest) return text.ToString();
        Span<char> copy = stackalloc char[Longest];
        text.CopyTo(0, copy, text.Length);
        return Get(copy[..text.Length]);
    }
}
