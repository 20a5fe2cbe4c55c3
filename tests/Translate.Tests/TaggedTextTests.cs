using CsCheck;
using Translate.Articles;

namespace Translate.Tests;

public class TaggedTextTests
{
    [Fact]
    public void Tags_read_as_translators_see_them()
    {
        TaggedText text = new("大模型很火", [new(1, TagKind.Open, 0, "**"), new(1, TagKind.Close, 3, "**"), new(2, TagKind.Empty, 5, "<br>")]);

        Assert.Equal("{1}大模型{/1}很火{2/}", text.ToString());
        Assert.Equal(text.Tags, TaggedText.Parse(text.ToString(), text.Tags).Tags);
    }

    [Theory]
    [InlineData("call {name} or {0}", "call {name} or {0}")]
    [InlineData("a literal {1}", @"a literal \{1}")]
    [InlineData(@"C:\{1}", @"C:\\\{1}")]
    public void Literal_braces_are_escaped_only_where_they_would_read_as_a_tag(string text, string notation) =>
        Assert.Equal(notation, TaggedText.Plain(text).ToString());

    [Fact]
    public void Notation_is_a_round_trip() =>
        Gen.Select(Gen.Char[@"{}/\12字"].Array[0, 12], Gen.Int[0, 12].Array[0, 4]).Sample((letters, places) =>
        {
            var text = new string(letters);
            var tags = places.Where(place => place <= text.Length).Order()
                .Select((place, i) => new InlineTag(i + 1, TagKind.Empty, place, "")).ToList();
            TaggedText before = new(text, tags);

            Assert.True(before.SameAs(TaggedText.Parse(before.ToString(), tags)), before.ToString());
        });
}
