using Translate.Articles;
using Translate.Review;

namespace Translate.Tests.Review;

/// <summary>Edits as reviewers make them, in articles that say the same thing in other words.</summary>
public class TermProposalTests
{
    static readonly (string Article, string Source, string Before, string After)[] s_edits =
    [
        ("a.md", "公司下调了推理成本。", "The company has cut its inference cost.", "The company has cut its cost of inference."),
        ("a.md", "推理成本是用户最关心的。", "Inference cost is what users care about most.", "Cost of inference is what users care about most."),
        ("b.md", "他说推理成本会继续下降。", "He said that inference cost would keep falling.", "He said that the cost of inference would keep falling."),
        ("a.md", "用户在环的评测将持续到年底。", "User-in-the-loop evaluation will go on until the end of the year.", "Human-in-the-loop evaluation will go on until December."),
        ("b.md", "评测采用用户在环的方式。", "The evaluation is user-in-the-loop.", "The evaluation is human-in-the-loop."),
        ("b.md", "团队认为用户在环很关键。", "The team sees user-in-the-loop as the key.", "The team sees human-in-the-loop as key."),
        ("a.md", "新的端侧大模型已经开源。", "The new end side large model is open source.", "The new on-device large model is open source."),
        ("b.md", "端侧大模型可以离线运行。", "An end side large model can run offline.", "An on-device large model can run offline."),
        ("c.md", "手机厂商都在做端侧大模型。", "Phone makers are all building end side large models.", "Phone makers are all building on-device large models."),
        ("a.md", "今天发布。", "It is released today.", "It was released today."),
        ("b.md", "昨天发布。", "It is released yesterday.", "It was released yesterday."),
        ("c.md", "上周发布。", "It is released last week.", "It was released last week."),
        ("a.md", "大模型很贵。", "Large models are costly.", "Large models are costly."),
        ("c.md", "他用推理打败了对手。", "He beat his rival by reasoning.", "He beat his rival by reasoning."),
    ];

    [Fact]
    public void Renderings_of_several_words_are_proposed_whole_ranked_and_with_their_rows()
    {
        var proposals = TermProposal.Find(Review(s_edits));

        Assert.Equal(
            ["推理成本: inference cost → cost of inference", "用户在环: user-in-the-loop → human-in-the-loop", "端侧大模型: end side large model → on-device large model"],
            proposals.Select(proposal => $"{proposal.Source}: {proposal.Before.ToLowerInvariant()} → {proposal.After.ToLowerInvariant()}").OrderByDescending(line => line[0] == '推').ThenByDescending(line => line[0] == '用'));
        Assert.All(proposals, proposal => Assert.Equal(3, proposal.Evidence.Count));
        Assert.All(proposals, proposal => Assert.InRange(proposal.Association, 0.9, 1));
        Assert.Equal(["a.md", "b.md", "c.md"], proposals.Single(proposal => proposal.Source.StartsWith('端')).Evidence.Select(row => row.Article.Path));
    }

    [Fact]
    public void Chinese_renderings_are_proposed_too()
    {
        var proposal = Assert.Single(TermProposal.Find(Review([
            ("a.md", "They fine-tune a foundation model.", "他们微调了一个基座模型。", "他们微调了一个基础模型。"),
            ("a.md", "Each foundation model is costly.", "每个基座模型都很贵。", "每个基础模型都很贵。"),
            ("b.md", "The foundation model market grows.", "基座模型市场在增长。", "基础模型市场在增长。"),
            ("b.md", "A small model is cheap.", "小模型很便宜。", "小模型很便宜。")])));

        Assert.Equal(("foundation model", "基座模型", "基础模型"), (proposal.Source, proposal.Before, proposal.After));
    }

    [Fact]
    public void A_word_that_stands_only_in_its_term_is_proposed_with_the_term()
    {
        var proposal = Assert.Single(TermProposal.Find(Review([
            ("a.md", "大模型的价格下降了。", "The price of large models has dropped.", "The price of foundation models has dropped."),
            ("a.md", "公司训练了大模型。", "The company trained a large model.", "The company trained a foundation model."),
            ("a.md", "大模型很贵。", "A large model is expensive.", "A foundation model is expensive."),
            ("b.md", "他们开源了大模型。", "They open-sourced the large model.", "They open-sourced the foundation model."),
            ("b.md", "大模型也会犯错。", "Large models make mistakes too.", "Foundation models make mistakes too."),
            ("c.md", "这家银行采用了大模型。", "This bank uses a large model.", "This bank uses a foundation model."),
            ("c.md", "大模型在手机上运行。", "The large model runs on phones.", "The foundation model runs on phones."),
            ("c.md", "价格没有变。", "The price stayed the same.", "The price stayed the same.")])));

        Assert.Equal(("大模型", "large model", "foundation model", 7), (proposal.Source, proposal.Before.ToLowerInvariant(), proposal.After.ToLowerInvariant(), proposal.Evidence.Count));
    }

    [Fact]
    public void Singular_and_plural_are_one_term_on_either_side()
    {
        var proposals = TermProposal.Find(Review([
            ("a.md", "Reasoning models think before they answer.", "推理大模型先思考再回答。", "推理模型先思考再回答。"),
            ("a.md", "We tested each reasoning model twice.", "我们把每个推理大模型都测了两次。", "我们把每个推理模型都测了两次。"),
            ("b.md", "Batteries run down fast.", "电瓶耗电很快。", "电池耗电很快。"),
            ("b.md", "The battery is small.", "电瓶很小。", "电池很小。"),
            ("c.md", "A larger battery helps.", "更大的电瓶有帮助。", "更大的电池有帮助。"),
            ("c.md", "Phones became models of thrift.", "手机成了节俭的典范。", "手机成了节俭的典范。")]));

        Assert.Equal(["battery: 电瓶 → 电池"], proposals.Select(proposal => $"{proposal.Source}: {proposal.Before} → {proposal.After}"));
    }

    [Fact]
    public void A_plural_alone_is_no_other_term() => Assert.Empty(TermProposal.Find(Review([
        ("a.md", "模型很贵。", "The model is costly.", "The models are costly."), ("b.md", "模型很小。", "The model is small.", "The models are small."),
        ("c.md", "模型很快。", "The model is fast.", "The models are fast.")])));

    [Fact]
    public void Edits_of_style_marks_and_figures_propose_nothing() => Assert.Empty(TermProposal.Find(Review([
        ("a.md", "他说今天很好。", "He said: today is fine.", "He said, today is fine."),
        ("b.md", "他说明天很好。", "He said: tomorrow is fine.", "He said, tomorrow is fine."),
        ("c.md", "他说后天很好。", "He said: Friday is fine.", "He said, Friday is fine."),
        ("a.md", "增长10%。", "Up 11%.", "Up 10%."), ("b.md", "下降10%。", "Down 11%.", "Down 10%."), ("c.md", "持平10%。", "Flat 11%.", "Flat 10%."),
        ("a.md", "人很多。", "There is many people.", "There are many people."), ("b.md", "车很多。", "There is many cars.", "There are many cars."),
        ("c.md", "书很多。", "There is many books.", "There are many books.")])));

    static ImportResult Review(IReadOnlyList<(string Article, string Source, string Before, string After)> edits)
    {
        using TemporaryFolder folder = new();
        List<ReviewedWorkbook> reviewed = [];
        foreach (var article in edits.GroupBy(edit => edit.Article))
        {
            var path = folder.File(article.Key + ".xlsx");
            ReviewWorkbook.Write(path, [ReviewSamples.Make(article.Key, [.. article.Select(edit => (BlockKind.Quote, 0, (IReadOnlyList<(string, string)>)[(edit.Source, edit.Before)]))])], ReviewSamples.Facts, WorkbookOptions.Default);
            var workbook = ReviewWorkbook.Read(path, out _)!;
            var after = article.Select(edit => edit.After).ToList();
            reviewed.Add(workbook with { Rows = [.. workbook.Rows.Select((row, i) => row with { Target = after[i] })] });
        }

        return ReviewImport.Merge(reviewed, new());
    }
}
