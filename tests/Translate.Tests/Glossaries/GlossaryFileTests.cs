using System.Text;
using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

public class GlossaryFileTests
{
    [Fact]
    public void Columns_are_bound_by_name_and_unknown_ones_are_kept()
    {
        var entry = Assert.Single(Terms.Of("en,owner,zh.variants,id,zh\nLLM,Li,大模型|a\\|b,llm,大语言模型\n").Entries);

        Assert.Equal(("llm", "大语言模型", "Li"), (entry.Id, entry.In("zh-CN")!.Preferred, entry.Other["owner"]));
        Assert.Equal(["大模型", "a|b"], entry.In("zh")!.Variants);
    }

    [Theory]
    [InlineData("id;zh;en\nx;模型;model\n", "GL003", 1, "semicolons")]
    [InlineData("id\tzh\ten\nx\t模型\tmodel\n", "GL003", 1, "tabs")]
    [InlineData("name,term\nx,y\n", "GL003", 1, "names no language")]
    [InlineData("AI,人工智能\nLLM,大模型\n", "GL003", 1, "names no language")]
    [InlineData("", "GL003", 1, "first row is empty")]
    [InlineData("\nid,zh,en\n", "GL003", 1, "first row is empty")]
    [InlineData("<tbx/>", "GL003", 1, "glossary import")]
    [InlineData("id,zh,zh,en\n", "GL003", 1, "zh stands twice")]
    [InlineData("id,zh,en,en.forbiden\na,模型,model,modell\n", "GL015", 1, "en.forbiden")]
    [InlineData("id,zh,english,en.variants\na,模型,model,modell\n", "GL015", 1, "en.variants")]
    [InlineData("id,zh,en\na,模型,model\na,芯片,chip\n", "GL006", 3, "earlier row")]
    [InlineData("id,zh,en\n\na,,\n", "GL005", 3, "no term")]
    [InlineData("id,zh,en,status\na,模型,model,final\n", "GL017", 2, "column status")]
    [InlineData("id,zh,en\na,\"模型,model\nb,芯片,chip\nc,云,cloud\nd,卡,card\ne,端,edge\n", "GL004", 2, "not closed")]
    [InlineData("id,zh,en\na,模型,model\nb,芯片,\"chip\n", "GL004", 3, "not closed")]
    [InlineData("id,zh,en\na,模型,5\" model\nb,芯片,chip\n", "GL004", 2, "not doubled")]
    [InlineData("id,zh,en\na,模型,model,large\n", "GL020", 2, "4 cells but 3 columns")]
    [InlineData("id,zh,en\na,模型,\"=HYPERLINK(\"\"https://example.com\"\",\"\"model\"\")\"\n", "GL019", 2, "column en")]
    [InlineData("id,zh,en\na,模型,mo\0del\n", "GL002", 2, "zero byte")]
    public void A_bad_file_says_what_and_where(string csv, string code, int row, string words)
    {
        List<Problem> problems = [];

        GlossaryFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "bad.csv", problems);

        Assert.Contains(problems, problem => problem.Code == code && problem.Row == row && problem.File == "bad.csv" && problem.Message.Contains(words, StringComparison.Ordinal) && !problem.Message.Contains('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(3_000_000)]
    public void A_cell_out_of_all_measure_is_one_problem(int length)
    {
        List<Problem> problems = [];

        GlossaryFile.Read(new MemoryStream(Encoding.UTF8.GetBytes($"id,zh,en\na,模型,{new string('x', length)}\n")), "big.csv", problems);

        Assert.Equal(("GL019", 2), (Assert.Single(problems).Code, problems[0].Row));
    }

    [Fact]
    public void A_million_rows_are_one_problem()
    {
        List<Problem> problems = [];

        GlossaryTable.Parse("id,zh,en\n" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"t{i},模{i},m{i}\n")), "long.csv", problems);

        Assert.Equal(("GL019", GlossaryTable.MostRows + 2), (Assert.Single(problems).Code, problems[0].Row));
    }

    [Fact]
    public void Utf16_without_its_mark_is_named()
    {
        List<Problem> problems = [];

        GlossaryFile.Read(new MemoryStream(Encoding.Unicode.GetBytes("id,zh,en\na,模型,model\n")), "utf16.csv", problems);

        Assert.Contains("UTF-16", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_encoding_is_named()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        List<Problem> problems = [];

        GlossaryFile.Read(new MemoryStream(Encoding.GetEncoding("GB18030").GetBytes("id,zh,en\na,模型,model\n")), "gbk.csv", problems);

        Assert.Contains("GB18030", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Equal(2, problems[0].Row);
    }

    [Fact]
    public void Utf16_and_a_byte_order_mark_are_read()
    {
        List<Problem> problems = [];
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true)])
            Assert.Single(GlossaryFile.Read(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes("id,zh,en\na,模型,model\n")]), "a.csv", problems).Entries);

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("id,en,zh\nb,model,模型\na,chip,芯片\n", "GL016")]
    [InlineData("id,en,zh\na,model,模型\nb,model,模型\n", "GL007")]
    [InlineData("id,en,zh\na,inference,推理\nb,reasoning,推理\n", "GL008")]
    [InlineData("id,en,zh\na,model,\n", "GL005")]
    [InlineData("id,en,en.forbidden,zh\na,model,Model,模型\n", "GL009")]
    [InlineData("id,en,zh\na,model,語言\n", "GL010")]
    [InlineData("id,en,zh\na,模型,模型\n", "GL010")]
    [InlineData("id,en,zh\na,mo\u200Bdel,模型\n", "GL011")]
    [InlineData("id,en,zh\na,ＬＬＭ,模型\n", "GL012")]
    [InlineData("id,en,zh\na,GPU,卡\n", "GL014")]
    [InlineData("id,en,zh,zh.wenn\na,GPU card,显卡,x\n", "GL015")]
    [InlineData("id,en,zh\na,{n} parameters,参数\n", "GL018")]
    [InlineData("id,en,zh\na,=1+1,公式\n", "GL019")]
    [InlineData("id,en,en.variants,zh\na,large model,Large Model|big one,大模型\n", "GL023")]
    public void Lint_finds(string csv, string code)
    {
        List<Problem> problems = [];
        var table = GlossaryTable.Parse(csv, "a.csv", problems)!;

        Assert.Contains(code, GlossaryLint.Run([table], problems).Where(finding => !finding.IsAdvice).Select(finding => finding.Problem.Code));
    }

    [Fact]
    public void A_name_in_capitals_and_in_small_letters_stands_twice_for_a_reason()
    {
        const string csv = "id,en,en.variants,zh,pos\nnvidia,NVIDIA,Nvidia,英伟达,proper\n";
        var table = GlossaryTable.Parse(csv, "a.csv", [])!;

        var mended = GlossaryFixer.Fix(table);

        Assert.DoesNotContain(GlossaryLint.Run([table], []), finding => !finding.IsAdvice);
        Assert.Equal(table.Rows[0], mended.Rows[0]);
        Assert.Equal("NVIDIA=nvidia Nvidia=nvidia", Terms.Found(csv, "NVIDIA, or Nvidia", Terms.ToChinese));
    }

    [Fact]
    public void Fix_mends_what_is_mechanical_and_lint_is_silent_then()
    {
        var table = GlossaryTable.Parse("en,zh,note\nlarge model,大模型\u200B,x\nＡＩ chip , AI芯片,\n,,\n", "a.csv", [])!;

        var mended = GlossaryFixer.Fix(table);

        Assert.Equal(["ai-chip", "large-model"], mended.Rows.Select(row => row[0]));
        Assert.DoesNotContain(GlossaryLint.Run([mended], []), finding => !finding.IsAdvice);
    }

    [Fact]
    public void The_curated_files_are_clean()
    {
        List<Problem> problems = [];
        var tables = Directory.EnumerateFiles(Repository.File("glossary"), "*.csv").Order(StringComparer.Ordinal)
            .Select(file => GlossaryFile.ReadTable(file, problems)!).ToList();

        Assert.Empty(GlossaryLint.Run(tables, problems).Where(finding => !finding.IsAdvice).Select(finding => finding.Problem.ToString()));
    }
}
