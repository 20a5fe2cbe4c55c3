namespace Translate.Numbers;

/// <summary>Text as the number readers want it: half-width, numerals and their neighbours simplified, one unit for one.</summary>
static class NumberText
{
    const string Traditional = "萬億點兩幾餘陸貳參叄壹負個數來對雙週號歲紀時鐘塊圓錢歐鎊韓臺幣間種條張隻輛項類屆層場筆頁頭噸釐畝頃約過達從為電統單專樣邊齊會體帶貫內將於後節餘滿變趟顆檔處門碼級輪話彈員國強聯線軍區縣鎮黨島剎貝愛親響紅顏擊實鳴驚馬壓響亂廢舉環華業問戶開關參與聲長當";
    const string Simplified = "万亿点两几余陆贰叁叁壹负个数来对双周号岁纪时钟块圆钱欧镑韩台币间种条张只辆项类届层场笔页头吨厘亩顷约过达从为电统单专样边齐会体带贯内将于后节余满变趟颗档处门码级轮话弹员国强联线军区县镇党岛刹贝爱亲响红颜击实鸣惊马压响乱废举环华业问户开关参与声长当";

    static readonly char[] s_folded = Build();

    /// <summary>The folded text; the same string when nothing changes.</summary>
    public static string Fold(string text)
    {
        var at = 0;
        while (at < text.Length && s_folded[text[at]] == text[at]) at++;
        if (at == text.Length) return text;
        return string.Create(text.Length, text, static (folded, source) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = s_folded[source[i]];
        });
    }

    static char[] Build()
    {
        var folded = new char[char.MaxValue + 1];
        for (var i = 0; i < folded.Length; i++) folded[i] = (char)i;
        for (var c = '！'; c <= '～'; c++) folded[c] = (char)(c - '！' + '!');
        (folded['\u3000'], folded['−'], folded['–']) = (' ', '-', '-');
        for (var i = 0; i < Traditional.Length; i++) folded[Traditional[i]] = Simplified[i];
        return folded;
    }
}
