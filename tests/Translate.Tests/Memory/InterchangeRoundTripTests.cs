using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>What a CAT tool leaves alone must come back as it went out, or a review would take it for an edit.</summary>
public class InterchangeRoundTripTests
{
    [Theory]
    [InlineData(XliffVersion.V12)]
    [InlineData(XliffVersion.V21)]
    public void Segments_come_back_with_the_tags_they_had(XliffVersion version)
    {
        InterchangeMill mill = new(5);
        var article = mill.ArticleInOrder("a.md", 1000);
        using MemoryStream stream = new();

        Xliff.Write(stream, [article], version);
        stream.Position = 0;
        var read = Xliff.Read(stream, "a.xlf", []).ToList();

        Assert.Equal(article.Segments.Select(segment => segment.Segment.Tagged.ToString()), read.Select(segment => segment.Source.ToString()));
        Assert.Equal(article.Segments.Select(segment => segment.Target.ToString()), read.Select(segment => segment.Target.ToString()));
    }
}
