using System.Text;
using Translate.Checks;

namespace Translate.Tests.Checks;

public class BilingualCsvTests
{
    static (List<BilingualRow> Rows, List<Problem> Problems) Read(string text, string? from = null, string? to = null)
    {
        List<Problem> problems = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return ([.. BilingualCsv.Read(stream, "a.csv", from, to, problems)], problems);
    }

    [Fact]
    public void Columns_are_bound_by_language_tags_in_any_order()
    {
        var (rows, problems) = Read("id,en,note,zh\n7,\"One, two\",x,一二\n", from: "zh");

        Assert.Empty(problems);
        Assert.Equal((1, "一二", "One, two", "7", new LanguagePair("zh", "en")), (rows[0].Row, rows[0].Source.Text, rows[0].Target.Text, rows[0].Id, rows[0].Pair));
    }

    [Theory]
    [InlineData("zh;en\n一;One\n")]
    [InlineData("zh\ten\n一\tOne\n")]
    [InlineData("\ufeffzh,en\r\n一,One\r\n")]
    public void Semicolons_tabs_and_byte_order_marks_are_understood(string text) => Assert.Equal("One", Read(text).Rows[0].Target.Text);

    [Fact]
    public void A_more_exact_tag_of_the_command_line_counts()
    {
        var (rows, _) = Read("en,zh\nOne,一\n", "en", "zh-TW");

        Assert.Equal("zh-TW", rows[0].Pair.Target);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", null, "CK004")]
    [InlineData("zh,en,fr\n一,One,Un\n", null, "CK005")]
    [InlineData("zh,en\n一,One\n", "ja", "CK004")]
    [InlineData("zh,en\n", null, "CK006")]
    [InlineData("", null, "CK006")]
    public void What_cannot_be_bound_is_one_problem(string text, string? from, string code) => Assert.Equal(code, Assert.Single(Read(text, from).Problems).Code);

    [Fact]
    public void Bytes_that_are_no_utf8_are_a_problem_and_not_a_crash()
    {
        List<Problem> problems = [];
        using MemoryStream stream = new([.. "zh,en\n"u8, 0xB0, 0xA1, (byte)',', (byte)'x', (byte)'\n']);

        Assert.Empty(BilingualCsv.Read(stream, "a.csv", null, null, problems));
        Assert.Equal("CK003", Assert.Single(problems).Code);
    }
}
