using Translate.Articles;
using Translate.Checks;

/// <summary>A pair that a human translated.</summary>
sealed record HumanPair(string Id, string Article, CheckInput Input)
{
    /// <summary>A pair out of English, or into it.</summary>
    public static HumanPair Of(string id, string article, string english, string chinese, string chineseTag, bool fromEnglish)
    {
        CheckInput input = new(new("en", chineseTag), TaggedText.Plain(english), TaggedText.Plain(chinese), [], [], BlockKind.Paragraph);
        return new(id, article, fromEnglish ? input : input with { Pair = input.Pair.Reversed, Source = input.Target, Target = input.Source });
    }

    /// <summary>News and encyclopedia.</summary>
    public static IReadOnlyList<HumanPair> ReadNews(bool fromEnglish) =>
        [.. SharedData.ReadLines("pairs/pud_en_zh_half.jsonl").Select(line => Of(line.Text("id"), line.Text("doc"), line.Text("en"), line.Text("zh"), "zh-Hant", fromEnglish))];

    /// <summary>A house's own pairs: any file that <c>translate check</c> reads, one column en and one zh, zh-Hans, zh-TW...; column id is optional.</summary>
    public static IReadOnlyList<HumanPair> ReadFile(string? file, bool fromEnglish) => file is null ? [] :
    [
        .. BilingualFile.Read(file, "en", null, []).Select(row => (Id: row.Id.Length > 0 ? row.Id : $"row {row.Row}", Row: row))
            .Select(one => Of(one.Id, one.Id.Split('#')[0], one.Row.Source.Text, one.Row.Target.Text, one.Row.Pair.Target, fromEnglish)),
    ];

    /// <summary>Paragraphs of a technical book.</summary>
    public static IReadOnlyList<HumanPair> ReadBook(bool fromEnglish) =>
        [.. SharedData.ReadLines("terms/d2l_terms.jsonl").Select(line => Of(line.Text("id"), line.Text("id"), line.Text("src"), line.Text("tgt_ref"), "zh-Hans", fromEnglish))];
}
