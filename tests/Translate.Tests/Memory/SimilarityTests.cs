using Translate.Memory;
using Translate.Scripts;

namespace Translate.Tests.Memory;

public class SimilarityTests
{
    [Theory]
    [InlineData("", "", 100)]
    [InlineData("公司融资5亿元。", "公司融资8亿元。", 87)]
    [InlineData("公司融資5億元。", "公司融资5亿元。", 100)]
    [InlineData("abcd", "abc", 75)]
    [InlineData("abcd", "wxyz", 0)]
    public void The_score_is_the_share_of_the_longer_text_that_no_edit_touches(string one, string other, int score)
    {
        Assert.Equal(score, Similarity.Score(one, other));
        Assert.Equal(score, Similarity.Score(other, one));
    }

    [Fact]
    public void One_edit_in_a_long_text_is_still_below_a_difference_in_tags() =>
        Assert.Equal(98, Similarity.Score(new string('x', 500), new string('x', 499) + "y"));

    [Fact]
    public void Bit_parallel_distance_equals_the_table_at_every_length()
    {
        Random random = new(1);
        EditDistance distance = new();
        foreach (var length in Enumerable.Range(0, 200))
        {
            var one = Letters(random, length);
            var other = Letters(random, Math.Max(0, length + random.Next(-70, 70)));
            var edits = Table(one, other);
            distance.Set(one);

            Assert.Equal(edits, distance.To(other, int.MaxValue - 1000));
            Assert.Equal(edits, distance.To(other, edits));
            Assert.True(edits == 0 || distance.To(other, edits - 1) >= edits);
        }
    }

    [Theory]
    [InlineData("Chinese")]
    [InlineData("English")]
    [InlineData("templated")]
    [InlineData("long")]
    public void The_index_finds_what_comparing_every_text_finds(string kind)
    {
        RandomText random = new(7);
        var templates = Enumerable.Range(0, 6).Select(_ => random.Chinese() + random.Chinese()).ToArray();
        var texts = Enumerable.Range(0, kind == "long" ? 300 : 3000).Select(_ => Folding.Fold(kind switch
        {
            "Chinese" => random.Chinese(),
            "English" => random.English(),
            "templated" => random.Templated(templates),
            // Beyond what pieces are chosen for by table, some of them alike.
            _ => string.Concat(templates.Take(5)) + random.Templated(templates) + random.Chinese(),
        })).Distinct().ToList();
        TextPool pool = new();
        foreach (var text in texts) pool.Add(text);
        var index = PieceIndex.Build(pool);
        PieceSearch search = new();

        for (var i = 0; i < 120; i++)
        {
            var asked = Folding.Fold(random.Edited(texts[i * 24 % texts.Count], i % 6 * 0.06));
            var (minScore, most) = (60 + i % 5 * 9, 1 + i % 4 * 2);
            search.Start(asked, minScore, most);
            search.Search(index, asked);
            var found = search.Found.ToList();

            Assert.Equal(BruteForce(search, texts, asked, minScore, most), found);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3000)]
    public void A_piece_is_listed_for_every_text_that_holds_it_in_order(int count)
    {
        RandomText random = new(9);
        TextPool pool = new();
        for (var i = 0; i < count; i++) pool.Add(Folding.Fold(i % 3 == 0 ? random.English() : random.Chinese()));
        var index = PieceIndex.Build(pool);

        var texts = Enumerable.Range(0, index.Count).Select(text => index[text].ToString()).ToList();
        var pieces = texts.SelectMany(text => Enumerable.Range(0, text.Length - index.PieceLength + 1).Select(at => text.Substring(at, index.PieceLength)));

        Assert.Equal(texts.Order(StringComparer.Ordinal), Enumerable.Range(0, pool.Count).Select(text => pool[text].ToString()).Order(StringComparer.Ordinal));
        Assert.All(pieces.Distinct().Take(2000), piece =>
        {
            var listed = index.TextsWith(piece).ToArray();
            Assert.Equal(listed.Order(), listed);
            Assert.Empty(Enumerable.Range(0, texts.Count).Where(text => texts[text].Contains(piece, StringComparison.Ordinal)).Except(listed));
        });
    }

    static List<SimilarText> BruteForce(PieceSearch search, List<string> texts, string asked, int minScore, int most)
    {
        search.Start(asked, minScore, int.MaxValue);
        foreach (var text in texts) search.Compare(text);
        return [.. search.Found.OrderByDescending(one => one.Score).ThenBy(one => one.Text, StringComparer.Ordinal).Take(most)];
    }

    static string Letters(Random random, int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)('一' + random.Next(4)))]);

    static int Table(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
