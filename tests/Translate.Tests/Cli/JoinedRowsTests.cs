using Translate.Review;
using Translate.Tests.Review;

namespace Translate.Tests.Cli;

/// <summary>Two sentences that a translator put into one come back as one, in every later run and round.</summary>
public class JoinedRowsTests
{
    const string Text = "# 天气\n\n推理成本下降了90%。用户因此**非常高兴**。市场反应也**很积极**。\n";
    const string Together = "As the inference cost fell by 90%, users were {1}very pleased{/1}.";

    [Fact]
    public async Task A_later_run_takes_the_pair_and_publishing_gives_it_once()
    {
        using var desk = await Reviewed();

        await desk.RunAsync();

        var rows = Rows(desk.Workbook("a.md"));
        Assert.Equal([(Together, "draft"), ("", "joined")], rows[1..3].Select(row => (row.Target, row.Status)));
        var workbook = ReviewWorkbook.Read(desk.Workbook("a.md"), out _)!;
        Assert.Empty(workbook.Base.SelectMany(row => row.Codes));
        Assert.Equal("推理成本下降了90%。用户因此{1}非常高兴{/1}。", workbook.Pairs().ElementAt(1).Source.ToString());
        var approved = desk.Edited(desk.Workbook("a.md"), (row, cells) =>
        {
            if (row != 3) cells[ReviewColumns.Status] = new("approved");
        });
        var result = await desk.ReviewAsync(approved, "--publish", desk.File("published"), "--articles", desk.File("in"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("# Weather\n\nAs the inference cost fell by 90%, users were **very pleased**. The market reacted **well**, too.\n", File.ReadAllText(desk.File("published/a.md")));
    }

    [Fact]
    public async Task Where_each_sentence_has_a_pair_of_its_own_they_stay_apart()
    {
        using var desk = await Reviewed();
        var apart = desk.Edited(desk.Workbook("a.md"), (row, cells) =>
        {
            if (row is 2 or 3) cells[ReviewColumns.Target] = new(row == 2 ? "The inference cost fell by 90%." : "Users were {1}very pleased{/1}.");
        });
        await desk.ReviewAsync(apart);

        await desk.RunAsync();

        Assert.Equal(["The inference cost fell by 90%.", "Users were {1}very pleased{/1}."], Rows(desk.Workbook("a.md"))[1..3].Select(row => row.Target));
    }

    [Fact]
    public async Task In_another_paragraph_or_beside_others_nothing_is_joined()
    {
        using var desk = await Reviewed();
        desk.Write("in/a.md", "推理成本下降了90%。\n\n用户因此**非常高兴**。\n\n推理成本下降了90%。市场反应也**很积极**。\n");

        await desk.RunAsync();

        Assert.Equal(["todo", "todo", "todo", "draft"], Rows(desk.Workbook("a.md")).Select(row => row.Status));
    }

    [Fact]
    public async Task A_text_written_into_a_row_that_came_joined_is_an_edit()
    {
        using var desk = await Reviewed();
        await desk.RunAsync();
        var apart = desk.Edited(desk.Workbook("a.md"), (row, cells) =>
        {
            if (row is 2 or 3) cells[ReviewColumns.Target] = new(row == 2 ? "The inference cost fell by 90%." : "Users were {1}very pleased{/1}.");
        });

        var report = await desk.ReviewJsonAsync(apart);

        Assert.Equal(2, report.GetProperty("counts").GetProperty("applied").GetInt32());
        await desk.RunAsync();
        Assert.Equal(["The inference cost fell by 90%.", "Users were {1}very pleased{/1}."], Rows(desk.Workbook("a.md"))[1..3].Select(row => row.Target));
    }

    [Fact]
    public async Task An_open_row_takes_those_joined_to_it_along_into_the_next_round()
    {
        using var desk = await Run();
        var asked = desk.Edited(desk.Workbook("a.md"), (row, cells) => Join(row, cells, "question"));
        await desk.ReviewAsync(asked, "--next", desk.File("next"));
        var next = ReviewWorkbook.Read(desk.File("next/a.md.xlsx"), out _)!;
        Assert.Equal(["question", "joined"], next.Rows.Select(row => row.Status));
        Assert.Empty(next.Base.SelectMany(row => row.Codes));
        var answered = desk.Edited(desk.File("next/a.md.xlsx"), (row, cells) =>
        {
            if (row == 1) cells[ReviewColumns.Status] = new("approved");
        });

        await desk.ReviewAsync(answered);
        await desk.RunAsync();

        Assert.Equal([(Together, "draft"), ("", "joined")], Rows(desk.Workbook("a.md"))[1..3].Select(row => (row.Target, row.Status)));
    }

    static async Task<ReviewCase> Run()
    {
        ReviewCase desk = new();
        desk.Write("in/a.md", Text);
        return await desk.RunAsync();
    }

    static async Task<ReviewCase> Reviewed()
    {
        var desk = await Run();
        var result = await desk.ReviewAsync(desk.Edited(desk.Workbook("a.md"), (row, cells) => Join(row, cells, "approved")));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return desk;
    }

    static void Join(int row, Dictionary<string, ForeignCell> cells, string status)
    {
        if (row != 3) cells[ReviewColumns.Target] = new(row == 1 ? "Weather" : row == 2 ? Together : "The market reacted {1}well{/1}, too.");
        cells[ReviewColumns.Status] = new(row == 3 ? "joined" : row == 2 ? status : "approved");
    }

    static List<ReviewedRow> Rows(string workbook) => [.. ReviewWorkbook.Read(workbook, out _)!.Rows];
}
