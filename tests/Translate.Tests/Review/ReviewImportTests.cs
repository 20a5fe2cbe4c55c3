using Translate.Articles;
using Translate.Memory;
using Translate.Review;

namespace Translate.Tests.Review;

public class ReviewImportTests
{
    static readonly ReviewedWorkbook s_exported = Export(ReviewSamples.Article());

    [Fact]
    public void A_changed_target_counts_as_edited_and_enters_the_memory()
    {
        var result = Merge(Copy("a.xlsx", row => row.Row == 3 ? row with { Target = "A new {1}text{/1}" } : row));

        Assert.Equal(1, result.Count(RowOutcome.Applied));
        Assert.Equal(8, result.Count(RowOutcome.Unchanged));
        var entry = Assert.Single(result.Pairs()).Entry;
        Assert.Equal(MemoryState.Edited, entry.State);
        Assert.Equal("A new {1}text{/1}", entry.Target.ToString());
        Assert.Equal(s_exported.Base[0].Source, entry.Before);
    }

    [Fact]
    public void Untouched_rows_enter_the_memory_only_when_asked()
    {
        Assert.Empty(Merge(s_exported).Pairs());
        Assert.Equal(8, ReviewImport.Merge([s_exported], new(ApproveUntouched: true)).Pairs().Count());
    }

    [Fact]
    public void Equal_edits_of_two_reviewers_agree()
    {
        var result = Merge(Copy("a.xlsx", Edited(3, "same")), Copy("b.xlsx", row => Edited(3, "same")(row) with { Status = row.Row == 3 ? "approved" : row.Status }));

        Assert.Equal(2, result.Count(RowOutcome.Applied));
        Assert.Equal(SegmentStatus.Approved, result.Segments[1].Status);
    }

    [Fact]
    public void Edits_of_two_reviewers_to_different_rows_are_both_kept()
    {
        var result = Merge(Copy("a.xlsx", Edited(3, "one")), Copy("b.xlsx", Edited(4, "two")));

        Assert.Equal(["one", "two"], result.Pairs().Select(pair => pair.Entry.Target.Text));
    }

    [Theory]
    [InlineData(MergePolicy.Ask, null)]
    [InlineData(MergePolicy.Theirs, "two")]
    [InlineData(MergePolicy.Ours, "one")]
    [InlineData(MergePolicy.Newest, "one")]
    public void Different_edits_conflict_and_the_policy_decides(MergePolicy policy, string? expected)
    {
        var first = Copy("a.xlsx", Edited(3, "one")) with { Modified = DateTimeOffset.UnixEpoch.AddDays(2) };
        var second = Copy("b.xlsx", Edited(3, "two")) with { Modified = DateTimeOffset.UnixEpoch.AddDays(1) };

        var result = ReviewImport.Merge([first, second], new(policy));

        Assert.Equal(expected is null ? 2 : 1, result.Count(RowOutcome.Conflict));
        Assert.Equal(expected, result.Pairs().SingleOrDefault().Entry?.Target.Text);
    }

    [Fact]
    public void What_the_memory_learned_since_the_export_is_not_overwritten_silently()
    {
        var result = ReviewImport.Merge([Copy("a.xlsx", Edited(3, "mine"))], new(), _ => "somebody else's");

        Assert.Equal(1, result.Count(RowOutcome.Conflict));
        Assert.Empty(result.Pairs());
    }

    [Fact]
    public void Rows_translated_together_are_one_pair_with_the_tags_of_both()
    {
        var result = Merge(Copy("a.xlsx", Joining));

        var entry = Assert.Single(result.Pairs()).Entry;
        Assert.Equal(s_exported.Base[1].Source + s_exported.Base[2].Source, entry.Source.ToString());
        Assert.Equal("Both {1}together{/1}", entry.Target.ToString());
    }

    [Fact]
    public void Where_one_joins_two_rows_and_another_does_not_they_are_decided_together_and_nothing_half_enters_the_memory()
    {
        var result = Merge(Copy("a.xlsx", Joining), Copy("b.xlsx", Edited(4, "of its own")));

        Assert.Equal(["2.2"], result.Conflicts.Select(row => row.Base.Key.Segment));
        Assert.Empty(result.Pairs());
        Assert.Equal(["2.1"], result.HeldBack.Select(row => row.Base.Key.Segment));
        using TemporaryFolder folder = new();
        FollowUp.WriteConflicts(folder.File("conflicts.xlsx"), result.Segments, ReviewSamples.Facts, WorkbookOptions.Default);
        var conflicts = ReviewWorkbook.Read(folder.File("conflicts.xlsx"), out _)!;
        Assert.Equal(["Both {1}together{/1}", s_exported.Base[2].Target], conflicts.Rows.Select(row => row.Target));
        var joined = Change(conflicts, "conflicts.xlsx", row => row.Row == 3 ? row with { Target = "", Status = "joined" } : row);
        foreach (var decided in (ImportResult[])[Merge(joined), Merge([.. result.Workbooks, joined])])
            Assert.Equal(("Both {1}together{/1}", s_exported.Base[1].Source + s_exported.Base[2].Source),
                Assert.Single(decided.Pairs().Select(pair => (pair.Entry.Target.ToString(), pair.Entry.Source.ToString()))));
        var apart = Change(conflicts, "conflicts.xlsx", row => row with { Target = row.Row == 2 ? "The first." : "The second.", Status = "approved" });
        foreach (var decided in (ImportResult[])[Merge(apart), Merge([.. result.Workbooks, apart])])
            Assert.Equal(["The first.", "The second."], decided.Pairs().Select(pair => pair.Entry.Target.Text));
    }

    [Fact]
    public void A_joined_row_whose_row_above_was_not_exported_is_no_fault_of_the_others()
    {
        var workbook = Copy("a.xlsx", Joining) with { Base = [.. s_exported.Base.Skip(2)] };

        Assert.Equal(s_exported.Rows.Count - 1, workbook.Pairs().Count());
    }

    [Fact]
    public void A_disputed_row_takes_those_joined_to_it_along_to_be_decided()
    {
        var result = Merge(Copy("a.xlsx", Joining), Copy("b.xlsx", Edited(3, "of its own")));
        using TemporaryFolder folder = new();

        FollowUp.WriteConflicts(folder.File("conflicts.xlsx"), result.Segments, ReviewSamples.Facts, WorkbookOptions.Default);

        Assert.Equal(["draft", "joined"], ReviewWorkbook.Read(folder.File("conflicts.xlsx"), out _)!.Rows.Select(row => row.Status));
    }

    [Theory]
    [InlineData(MergePolicy.Theirs, 1)]
    [InlineData(MergePolicy.Ours, 0)]
    public void A_target_written_for_two_is_held_back_where_a_policy_takes_the_second_away(MergePolicy policy, int heldBack)
    {
        var result = ReviewImport.Merge([Copy("a.xlsx", Joining), Copy("b.xlsx", Edited(4, "of its own"))], new(policy));

        Assert.Equal(heldBack, result.HeldBack.Count());
        Assert.Equal(heldBack > 0 ? "of its own" : "Both {1}together{/1}", Assert.Single(result.Pairs()).Entry.Target.ToString());
    }

    [Fact]
    public void Tags_of_the_second_of_two_joined_sources_find_their_source()
    {
        TaggedText first = TaggedText.Parse("{1}甲{/1}。", []), second = TaggedText.Parse("{1}乙{/1}。", []);

        var (source, target) = JoinedText.Join([(first, ""), (second, " ")], "{1}A{/1}, then {1}B{/1}.");

        Assert.Equal("{1}甲{/1}。 {2}乙{/2}。", source.ToString());
        Assert.Equal("{1}A{/1}, then {2}B{/2}.", target.ToString());
    }

    [Theory]
    [InlineData("{1}A{/1}, then {2}B{/2}.", "{1}A{/1}, then {1}B{/1}.")]
    // In rows of their own both are {1}, and nothing says that the second's comes first.
    [InlineData("{2}B{/2}, after {1}A{/1}.", null)]
    [InlineData("{3}A{/3}.", null)]
    public void A_joined_target_gets_the_numbers_of_its_rows_where_they_lead_back(string target, string? inRow)
    {
        TaggedText first = TaggedText.Parse("{1}甲{/1}。", []), second = TaggedText.Parse("{1}乙{/1}。", []);

        var numbered = JoinedText.InRowNumbers([(first, ""), (second, " ")], TaggedText.Parse(target, []));

        Assert.Equal(inRow, numbered?.ToString());
    }

    [Theory]
    [InlineData(2, "joined", "")]
    [InlineData(3, "approved", "")]
    [InlineData(4, "joined", "a new text")]
    [InlineData(3, "finished", "x")]
    public void What_cannot_be_is_invalid_and_changes_nothing(int row, string status, string target)
    {
        var result = Merge(Copy("a.xlsx", one => one.Row == row ? one with { Status = status, Target = target } : one));

        Assert.Equal(1, result.Count(RowOutcome.Invalid));
        Assert.All(result.Segments, segment => Assert.Equal(segment.Base.Target, segment.Target));
    }

    [Fact]
    public void A_rejected_row_takes_its_engine_answer_out_of_reuse()
    {
        var result = Merge(Copy("a.xlsx", row => row.Row == 3 ? row with { Status = "rejected" } : row));

        var rejected = Assert.Single(result.Rejected);
        Assert.Equal(s_exported.Base[1].Source, rejected.Source);
        Assert.Empty(result.Pairs());
    }

    [Fact]
    public void Edits_that_repeat_propose_a_term_and_dispute_the_glossary()
    {
        ReviewedWorkbook[] copies = [.. new[] { "one.md", "two.md" }.Select(path => Change(Export(ReviewSamples.Make(path, [
            (BlockKind.Paragraph, 0, [("发布大模型。", "It releases a large model."), ("训练大模型很贵。", "Training a large model is costly.")])])),
            path + ".xlsx", row => row with { Target = row.Target!.Replace("large model", "foundation model", StringComparison.Ordinal) }))];

        var result = Merge(copies);

        var proposal = Assert.Single(TermProposal.Find(result));
        Assert.Equal(("大模型", "large model", "foundation model", 4), (proposal.Source, proposal.Before, proposal.After, proposal.Evidence.Count));
        Assert.Equal("large-model", Assert.Single(DisputedEntry.Find(result)).Id);
    }

    [Fact]
    public void Conflicts_and_open_rows_go_into_workbooks_that_come_back_like_any_other()
    {
        using TemporaryFolder folder = new();
        var result = Merge(
            Copy("a.xlsx", row => Edited(3, "one")(row) with { Status = row.Row switch { 5 => "question", 2 or 4 => "approved", _ => row.Status }, Comment = row.Row == 5 ? "why?" : "" }),
            Copy("b.xlsx", Edited(3, "two")));

        FollowUp.WriteConflicts(folder.File("conflicts.xlsx"), result.Segments, ReviewSamples.Facts, WorkbookOptions.Default);
        FollowUp.WriteNext(folder.File("next.xlsx"), result.Segments, (_, _, _) => [], ReviewSamples.Facts, WorkbookOptions.Default);

        var conflicts = ReviewWorkbook.Read(folder.File("conflicts.xlsx"), out _)!;
        var decided = ReviewImport.Merge([Change(conflicts, "conflicts.xlsx", row => row with { Target = "two", Status = "approved" })], new());
        Assert.Equal("two", Assert.Single(decided.Pairs()).Entry.Target.Text);
        var again = ReviewImport.Merge([Change(conflicts, "conflicts.xlsx", row => row with { Target = "two", Status = "approved" }), .. result.Workbooks], new());
        Assert.Equal("two", again.Segments[1].Target);
        Assert.Equal(s_exported.Base.Select(row => row.Key), again.Segments.Select(row => row.Base.Key));
        var next = ReviewWorkbook.Read(folder.File("next.xlsx"), out _)!;
        Assert.Equal(("why?", "question"), (next.Rows[0].Comment, next.Rows[0].Status));
        Assert.Equal(7, next.Rows.Count);
        Assert.Equal(7, ReviewImport.Merge([next], new()).Count(RowOutcome.Unchanged));
    }

    [Fact]
    public void A_segment_that_comes_back_in_later_rounds_with_another_target_is_one_segment_and_the_last_answer_counts()
    {
        using TemporaryFolder folder = new();
        var first = Copy("a.xlsx", row => row.Row == 3 ? row with { Target = "one?", Status = "question" } : row);
        var second = Next("second.xlsx", "two?", "rejected", first);
        var third = Next("third.xlsx", "three", "approved", first, second);

        var result = Merge(third, first, second);

        Assert.Equal(s_exported.Base.Select(row => row.Key), result.Segments.Select(row => row.Base.Key));
        Assert.Equal(("three", SegmentStatus.Approved, "third.xlsx"), (result.Segments[1].Target, result.Segments[1].Status, result.Segments[1].By!.Workbook));
        Assert.Equal(s_exported.Base[0].Source, Assert.Single(result.Pairs()).Entry.Before);
        Assert.Empty(result.Questions);

        ReviewedWorkbook Next(string name, string target, string status, params ReviewedWorkbook[] workbooks)
        {
            FollowUp.WriteNext(folder.File(name), Merge(workbooks).Segments, (_, _, _) => [], ReviewSamples.Facts, WorkbookOptions.Default);
            return Change(ReviewWorkbook.Read(folder.File(name), out _)!, name, row => row.Target!.EndsWith('?') ? row with { Target = target, Status = status } : row);
        }
    }

    [Fact]
    public void What_nobody_touched_enters_the_memory_from_the_workbook_of_its_article()
    {
        var other = Export(ReviewSamples.Make("b.md", [(BlockKind.Paragraph, 0, [("今天很好。", "Today is fine.")])])) with { Path = "b.xlsx" };

        var result = ReviewImport.Merge([s_exported with { Path = "a.xlsx" }, other], new(ApproveUntouched: true));

        Assert.Equal("b.xlsx", result.Pairs().Single(pair => pair.Entry.Source.Text == "今天很好。").Workbook);
    }

    [Fact]
    public void The_page_shows_edits_word_by_word_and_never_runs_what_stands_in_a_cell()
    {
        var page = HtmlReport.Make(Merge(Copy("a.xlsx", Edited(3, "On Tuesday, <script>alert(1)</script>"))));

        Assert.Contains("<del>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    static ReviewedRow Joining(ReviewedRow row) => row.Row switch
    {
        3 => row with { Target = "Both {1}together{/1}" },
        4 => row with { Target = "", Status = "joined" },
        _ => row,
    };

    static ImportResult Merge(params ReviewedWorkbook[] workbooks) => ReviewImport.Merge(workbooks, new());

    static Func<ReviewedRow, ReviewedRow> Edited(int number, string target) => row => row.Row == number ? row with { Target = target } : row;

    static ReviewedWorkbook Copy(string path, Func<ReviewedRow, ReviewedRow> change) => Change(s_exported, path, change);

    static ReviewedWorkbook Change(ReviewedWorkbook workbook, string path, Func<ReviewedRow, ReviewedRow> change) =>
        workbook with { Path = path, Rows = [.. workbook.Rows.Select(change)] };

    static ReviewedWorkbook Export(TranslatedArticle article)
    {
        using TemporaryFolder folder = new();
        ReviewWorkbook.Write(folder.File("a.xlsx"), [article], ReviewSamples.Facts, WorkbookOptions.Default);
        return ReviewWorkbook.Read(folder.File("a.xlsx"), out _)!;
    }
}
