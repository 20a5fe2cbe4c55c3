using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Reads the text behind a lost byte as the pairs it would be made of.</summary>
static class ShiftReader
{
    const int LongestShift = 600, MostReadings = 24;

    static readonly Lazy<Dictionary<char, char[]>> s_sources = new(BuildSources);

    /// <summary>Every way to read the text from a place on as shifted, up to its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the mark for the lost byte stands, or where the shift starts when none was left.</param>
    /// <param name="markLength">1, or 0 when nothing stands for the lost byte.</param>
    /// <param name="habits">What the page is like.</param>
    /// <param name="converted">Whether to take it as converted to Traditional after it was damaged.</param>
    public static IEnumerable<ShiftReading> Read(string text, int start, int markLength, PageHabits habits, bool converted)
    {
        List<(List<byte> Bytes, float Score)> open = [([], 0)];
        var limit = Math.Min(text.Length, start + LongestShift);
        for (var at = start + markLength; at < limit && open.Count > 0; at++)
        {
            var unit = text[at];
            if (unit is Gbk.Lost or '\uFFFD')
                foreach (var (bytes, _) in open)
                    if (bytes.Count > 0) yield return Done(bytes, [], at + 1, ShiftEnd.Broken);
            if (unit is >= '@' and <= '~' or '€')
                foreach (var (bytes, _) in open) yield return Done(bytes, [unit == '€' ? (byte)0x80 : (byte)unit], at + 1, ShiftEnd.Aligned);
            List<(List<byte> Bytes, float Score)> next = [];
            foreach (var pair in Pairs(unit, habits, converted))
            {
                foreach (var (bytes, score) in open)
                {
                    if ((byte)pair is >= 0x40 and <= 0x7E)
                        yield return Done(bytes, [(byte)(pair >> 8), (byte)pair], at + 1, ShiftEnd.Swallowed);
                    else
                        next.Add(([.. bytes, (byte)(pair >> 8), (byte)pair], score + Likelihood(bytes, (byte)(pair >> 8))));
                }
            }

            open = next.Count <= MostReadings ? next : [.. next.OrderByDescending(reading => reading.Score).Take(MostReadings)];
        }

        ShiftReading Done(List<byte> bytes, byte[] last, int end, ShiftEnd how) => new([.. bytes, .. last], new(start, end), how, converted);
    }

    /// <summary>The pairs that an observed character can stand for.</summary>
    static IEnumerable<ushort> Pairs(char unit, PageHabits habits, bool converted)
    {
        if (habits.FoldedMarks && Marks.IsHalf(unit)) yield return Gbk.Pair(Marks.Full(unit));
        if (unit < '\u0080') yield break;
        if (converted && s_sources.Value.TryGetValue(unit, out var sources))
        {
            foreach (var source in sources)
                if (Gbk.Pair(source) is var pair and not 0) yield return pair;
        }
        else if (Gbk.Pair(unit) is var pair and not 0)
            yield return pair;
    }

    static float Likelihood(List<byte> bytes, byte lead) =>
        bytes.Count < 2 ? 0 : Gbk.Decode(bytes[^1], lead) is var character and not '\0' ? ChineseModel.Single(character) : -30;

    /// <summary>From each Traditional character to what converting to Traditional may have made it from.</summary>
    static Dictionary<char, char[]> BuildSources()
    {
        Dictionary<char, List<char>> sources = [];
        HashSet<char> changing = [];
        foreach (var (key, values) in OpenCCPackage.GetAllValues("STCharacters.txt"))
        {
            if (key.Length != 1) continue;
            if (!values.Contains(key)) changing.Add(key[0]);
            foreach (var value in values)
                if (value.Length == 1) Add(value[0], key[0]);
        }

        foreach (var (value, from) in sources)
            if (!changing.Contains(value) && !from.Contains(value)) from.Add(value);
        return sources.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

        void Add(char value, char key)
        {
            if (!sources.TryGetValue(value, out var from)) sources[value] = from = [];
            from.Add(key);
        }
    }
}
