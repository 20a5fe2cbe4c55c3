using CsCheck;
using Translate.Articles;

namespace Translate.Tests;

public class OffsetMapTests
{
    [Fact]
    public void A_repaired_place_leads_back_to_the_whole_fault()
    {
        // "當(dāng)前" became "當前".
        var map = OffsetMap.Identity(10, 8).After([new(new(1, 7), "")]);

        Assert.Equal(new TextRange(10, 11), map.ToInput(new TextRange(0, 1)));
        Assert.Equal(new TextRange(17, 18), map.ToInput(new TextRange(1, 2)));
        Assert.Equal(new TextRange(10, 18), map.ToInput(new TextRange(0, 2)));
    }

    [Fact]
    public void An_entity_maps_as_a_whole()
    {
        OffsetMap.Builder builder = new();
        builder.Copy(0, 3);
        builder.Replace(1, 3, 5);
        builder.Copy(8, 2);
        var map = builder.ToMap();

        Assert.Equal(new TextRange(3, 8), map.ToInput(new TextRange(3, 4)));
        Assert.Equal(new TextRange(3, 4), map.ToText(new TextRange(5, 6)));
    }

    [Theory]
    [InlineData(0, 1)] // directly behind the opening tag
    [InlineData(1, 2)]
    [InlineData(3, 4)] // directly before the closing one
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    public void Markup_at_the_edges_of_a_block_stays_in_its_range_whatever_is_repaired(int start, int end)
    {
        // <b>甲乙丙丁</b>
        OffsetMap.Builder builder = new();
        builder.Replace(0, 10, 3);
        builder.Copy(13, 4);
        builder.Replace(0, 17, 4);

        var map = builder.ToMap().After([new(new(start, end), "")]);

        Assert.Equal(new TextRange(10, 21), map.Input);
    }

    [Fact]
    public void Copied_units_map_to_themselves_after_any_edits() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, 5].List[0, 6]).Sample((length, gaps) =>
    {
        List<TextEdit> edits = [];
        var at = 0;
        foreach (var gap in gaps)
        {
            if (at + gap + 2 > length) break;
            edits.Add(new(new(at + gap, at + gap + 2), new string('#', gap)));
            at += gap + 3;
        }

        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('一' + i)));
        var block = new Block(1, BlockKind.Paragraph, 0, text, [], OffsetMap.Identity(0, length)).After(edits);

        for (var i = 0; i < block.Text.Length; i++)
            if (block.Text[i] != '#')
                Assert.Equal(block.Text[i], text[block.Map.ToInput(i)]);
        Assert.Equal(block.Text.Length, block.Map.TextLength);
    });
}
