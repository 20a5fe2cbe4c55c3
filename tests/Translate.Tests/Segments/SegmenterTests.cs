using CsCheck;
using Translate.Segments;

namespace Translate.Tests.Segments;

public class SegmenterTests
{
    [Fact]
    public void Gaps_and_segments_joined_give_the_text_back_for_any_text() =>
        Gen.Char["。！？….!?；，：“”‘’「」《》（）()\"' \n\r\t\u200B\u3000aAbI1 25他说的•\uD83D\uDE00\uD800"].Array[0, 60].Sample(letters => AssertLaw(new(letters)));

    [Fact]
    public void The_law_holds_for_arbitrary_units() => Gen.Char.Array[0, 80].Sample(letters => AssertLaw(new(letters)));

    static void AssertLaw(string text)
    {
        var at = 0;
        foreach (var segment in Segmenter.Default.Split(text, "zh"))
        {
            Assert.True(segment.Start >= at && segment.End <= text.Length);
            Assert.All(text[at..segment.Start], unit => Assert.True(SentenceScanner.IsSpace(unit)));
            Assert.False(segment.IsEmpty);
            Assert.False(SentenceScanner.IsSpace(text[segment.Start]) || SentenceScanner.IsSpace(text[segment.End - 1]));
            at = segment.End;
        }

        Assert.All(text[at..], unit => Assert.True(SentenceScanner.IsSpace(unit)));
    }
}
