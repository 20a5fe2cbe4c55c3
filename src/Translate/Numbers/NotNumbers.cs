namespace Translate.Numbers;

/// <summary>Words such as 一切 and 四川 that numerals are part of; from <c>not-numbers.txt</c>.</summary>
static class NotNumbers
{
    static readonly Dictionary<char, string[]> s_byFirst = Read();

    /// <summary>Length of the longest such word that starts at a place; 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        if (!s_byFirst.TryGetValue(text[at], out var words)) return 0;
        foreach (var word in words)
            if (text[at..].StartsWith(word)) return word.Length;
        return 0;
    }

    static Dictionary<char, string[]> Read()
    {
        using var stream = typeof(NotNumbers).Assembly.GetManifestResourceStream("numbers/not-numbers.txt")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()
            .GroupBy(word => word[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());
    }
}
