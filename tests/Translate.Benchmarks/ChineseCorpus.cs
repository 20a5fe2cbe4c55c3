using System.Text;
using Translate.Scripts;

namespace Translate.Benchmarks;

/// <summary>Clean Chinese text for measuring: the same on every machine, made of OpenCC's words with the marks of ordinary prose.</summary>
static class ChineseCorpus
{
    // Words stand in real text by frequency, which no dictionary of ours knows; these frequent ones take two places in three.
    const string Frequent = "的 了 是 在 和 有 人 我们 他们 这个 一个 可以 没有 公司 模型 数据 问题 发展 技术 使用 进行 研究 工作 中国 时间 系统 方法 现在 认为 表示 不 也 就 都 对 上 大 到 说 要";

    /// <summary>A text of about so many bytes of UTF-8, in lines of five sentences.</summary>
    public static string Make(int megabytes)
    {
        Random random = new(20261123);
        var frequent = Frequent.Split(' ');
        var words = OpenCCPackage.GetDictionary("STPhrases.txt").Select(entry => entry.Key).Where(key => key.Length <= 4).ToArray();
        StringBuilder text = new(megabytes * 370_000);
        var sentences = 0;
        while (text.Length < megabytes * 345_000)
        {
            for (var i = random.Next(8, 22); i > 0; i--)
            {
                text.Append(random.Next(3) > 0 ? frequent[random.Next(frequent.Length)] : words[random.Next(words.Length)]);
                if (i % 8 == 1 && i > 2) text.Append('，');
            }

            text.Append(random.Next(12) == 0 ? "！" : "。");
            if (++sentences % 5 == 0) text.Append('\n');
        }

        return text.ToString();
    }
}
