using System.Text;

namespace Translate.Articles.Repairs;

/// <summary>Big5 as browsers read it: code page 950, and the rows of ETEN that .NET leaves out (signs, kana).</summary>
static class Big5
{
    /// <summary>0xC6A1 onwards, as WHATWG's index has them; a full stop for what is free.</summary>
    const string Eten =
        "①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ丶丿亅亠冂冖冫勹匸卩厶夊宀巛⼳广.彐彡攴.疒.辵.¨ˆヽヾゝゞ..々〆〇ー［］✽ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞ"
        + "ただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハ"
        + "バパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶАБВГДЕЁЖЗИЙК";

    /// <summary>The same rows as the Unicode Consortium's BIG5.TXT has them.</summary>
    const string Unicode =
        "ヾゝゞ々ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんァアィイゥウェエォオカガキ"
        + "ギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶДЕЁЖЗИЙКЛМУФХЦЧШЩЪЫЬЭЮЯабвг"
        + "деёжзийклмнопрстуфхцчшщъыьэюя①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽";

    static readonly Encoding s_encoding = CodePagesEncodingProvider.Instance.GetEncoding(950, new EncoderExceptionFallback(), new DecoderExceptionFallback())!;
    static readonly Dictionary<char, ushort> s_eten = Build(Eten), s_unicode = Build(Unicode);

    /// <summary>Encodes a text with the rows as browsers have them; <see langword="null"/> when a character has no place in it.</summary>
    public static byte[]? Encode(string text) => Encode(text, s_eten);

    /// <summary>The same with the rows of BIG5.TXT, as many programs have them.</summary>
    public static byte[]? EncodeUnicode(string text) => Encode(text, s_unicode);

    static byte[]? Encode(string text, Dictionary<char, ushort> rows)
    {
        List<byte> bytes = new(text.Length * 2);
        foreach (var unit in text)
        {
            try
            {
                bytes.AddRange(s_encoding.GetBytes([unit]));
            }
            catch (EncoderFallbackException)
            {
                if (!rows.TryGetValue(unit, out var pair)) return null;
                bytes.AddRange([(byte)(pair >> 8), (byte)pair]);
            }
        }

        return [.. bytes];
    }

    static Dictionary<char, ushort> Build(string rows)
    {
        Dictionary<char, ushort> pairs = [];
        var pair = 0xC6A1;
        foreach (var unit in rows)
        {
            if (unit != '.') pairs.TryAdd(unit, (ushort)pair);
            pair += (pair & 0xFF) == 0x7E ? 0x23 : (pair & 0xFF) == 0xFE ? 0x42 : 1;
        }

        return pairs;
    }
}
