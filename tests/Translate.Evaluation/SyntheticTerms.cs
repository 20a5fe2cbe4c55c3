using System.Text;

/// <summary>Made-up Chinese terms and text with the frequencies of real characters being uneven (Zipf), the same on every machine.</summary>
static class SyntheticTerms
{
    const string Common = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔";

    public static string Csv(int count)
    {
        Random random = new(5);
        HashSet<string> terms = new(StringComparer.Ordinal);
        StringBuilder csv = new("id,zh,en\n");
        while (terms.Count < count)
        {
            var term = Word(random, 2 + (int)(Math.Pow(random.NextDouble(), 1.6) * 7));
            if (terms.Add(term)) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"t{terms.Count:D6},{term},term {terms.Count}\n");
        }

        return csv.ToString();
    }

    public static string Text(int characters)
    {
        Random random = new(6);
        StringBuilder text = new(characters + 100);
        while (text.Length < characters)
        {
            for (var words = random.Next(8, 20); words > 0; words--)
                text.Append(random.Next(100) switch { < 3 => " GPT-4 ", < 5 => random.Next(10, 9999).ToString(System.Globalization.CultureInfo.InvariantCulture), < 12 => "，", _ => Word(random, random.Next(1, 5)) });
            text.Append("。\n");
        }

        return text.ToString();
    }

    static string Word(Random random, int length) => string.Create(length, random, static (word, random) =>
    {
        for (var i = 0; i < word.Length; i++)
            word[i] = random.Next(4) == 0 ? (char)('\u4E00' + random.Next(6000)) : Common[(int)(Math.Pow(random.NextDouble(), 1.7) * Common.Length)];
    });
}
