using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;
using Translate.Segments;

/// <summary>Boundary F1 of the segmenter against gold sentences, beside a one-line rule.</summary>
static partial class SegmentEvaluation
{
    static readonly (string Set, double Wanted)[] s_sets =
        [("zh_gsdsimp_dev", 0.998), ("zh_pud_half", 0.995), ("en_pud_half", 0.997), ("en_ewt_dev", 0.91)];

    public static void Print(bool showMisses)
    {
        var table = new Table().Title("Segments: boundary F1").AddColumns("Set", "Texts", "Boundaries", "Precision", "Recall", "F1", "One-line rule", "Wanted");
        foreach (var (set, wanted) in s_sets)
        {
            var texts = SharedData.ReadLines($"seg/{set}.jsonl").Select(line => new Gold(
                line.GetProperty("id").GetString()!, line.GetProperty("lang").GetString()!, line.GetProperty("text").GetString()!,
                [.. line.GetProperty("segments").EnumerateArray().Select(segment => segment.GetString()!)])).ToList();
            if (texts.Count == 0) continue;
            var ours = Score.Of(texts, gold => Segmenter.Default.Split(gold.Text, gold.Language).Select(range => range.End));
            var simple = Score.Of(texts, gold => OneLine().Matches(gold.Text).Select(match => match.Index + match.Value.TrimEnd().Length).Append(gold.Text.Length));
            table.AddRow(set, $"{texts.Count}", $"{ours.Gold}", Text(ours.Precision), Text(ours.Recall), Text(ours.F1), Text(simple.F1), Text(wanted));
            if (showMisses) foreach (var gold in texts) ShowMisses(gold);
        }

        AnsiConsole.Write(table);
    }

    static void ShowMisses(Gold gold)
    {
        var found = Segmenter.Default.Split(gold.Text, gold.Language).Select(range => range.End).ToHashSet();
        foreach (var end in found.Except(gold.Ends)) Show("extra ", end);
        foreach (var end in gold.Ends.Except(found)) Show("missed", end);

        void Show(string what, int end)
        {
            var before = gold.Text[Math.Max(0, end - 60)..end];
            var after = gold.Text[end..Math.Min(gold.Text.Length, end + 40)];
            Console.WriteLine($"{what} {gold.Id}: {before}¦{after}".ReplaceLineEnds());
        }
    }

    static string ReplaceLineEnds(this string text) => text.Replace("\n", "⏎", StringComparison.Ordinal);

    static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[。！？!?]+[”’」』）""]*|\.+[”’"")]*(?=\s)|\n+")]
    private static partial Regex OneLine();

    sealed record Gold(string Id, string Language, string Text, IReadOnlyList<string> Segments)
    {
        public HashSet<int> Ends { get; } = FindEnds(Text, Segments);

        static HashSet<int> FindEnds(string text, IReadOnlyList<string> segments)
        {
            HashSet<int> ends = [];
            var at = 0;
            foreach (var segment in segments)
            {
                at = text.IndexOf(segment, at, StringComparison.Ordinal) + segment.Length;
                ends.Add(at);
            }

            return ends;
        }
    }

    /// <summary>Boundaries are segment ends inside a text; the end of a text is no decision and does not count.</summary>
    sealed record Score(int Gold, int Found, int Right)
    {
        public double Precision => Found == 0 ? 0 : (double)Right / Found;

        public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

        public double F1 => 2.0 * Right / (Gold + Found);

        public static Score Of(List<Gold> texts, Func<Gold, IEnumerable<int>> split)
        {
            int gold = 0, found = 0, right = 0;
            foreach (var text in texts)
            {
                var ends = split(text).Where(end => end < text.Text.TrimEnd().Length).ToHashSet();
                var wanted = text.Ends.Where(end => end < text.Text.TrimEnd().Length).ToHashSet();
                (gold, found, right) = (gold + wanted.Count, found + ends.Count, right + ends.Count(wanted.Contains));
            }

            return new(gold, found, right);
        }
    }
}
