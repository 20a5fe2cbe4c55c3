using System.Text;
using Translate.Scripts;

/// <summary>Writes pinyin behind some characters, as some sites do: 當(dāng)前.</summary>
static class Notes
{
    static readonly Dictionary<char, string> s_readings =
        ("当dāng 认rèn 为wéi 训xùn 们men 长zhǎng 还hái 会huì 说shuō 这zhè 个gè 来lái 时shí 对duì 开kāi 发fā 过guò 后hòu 里lǐ 机jī 学xué 样yàng "
         + "现xiàn 动dòng 业yè 电diàn 体tǐ 问wèn 间jiān 无wú 实shí 经jīng 进jìn 产chǎn 种zhǒng 关guān 数shù 设shè 变biàn 条tiáo 结jié 论lùn 场chǎng 图tú 华huá")
        .Split(' ').ToDictionary(entry => entry[0], entry => entry[1..]);

    public static string AddTo(string text)
    {
        StringBuilder noted = new();
        for (var at = 0; at < text.Length; at++)
        {
            noted.Append(text[at]);
            if (s_readings.TryGetValue(Folding.Fold(text[at]), out var reading) && (at + 1 == text.Length || text[at + 1] != '(')) noted.Append('(').Append(reading).Append(')');
        }

        return noted.ToString();
    }
}
