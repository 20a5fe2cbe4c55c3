using Translate.Articles;
using Translate.Checks;

/// <summary>Faults other than in numbers. Where a pair lacks what a fault spoils, both sides first get it: a tag, a URL, a name.</summary>
static class TextFaults
{
    public static readonly (string Kind, string Group, Func<CheckInput, Random, (CheckInput Clean, CheckInput Spoilt)?> Plant)[] All =
    [
        ("target emptied", "CMP-001", (input, _) => (input, Target(input, ""))),
        ("source left as it is", "CMP-002", (input, _) => (input, Target(input, input.Source.Text))),
        ("target cut off", "CMP", (input, _) => input.Target.Text.Length < 60 ? null : (input, Target(input, input.Target.Text[..(input.Target.Text.Length / 4)]))),
        ("target of another pair added", "CMP", (input, _) => input.Target.Text.Length < 40 ? null : (input, Target(input, input.Target.Text + input.Target.Text[..^1] + input.Target.Text))),
        ("word of the source left", "CMP", LeftWord),
        ("words repeated", "CMP-007", Repeat),
        ("URL changed", "KEEP", (input, _) => Kept(input, "https://example.com/docs/a1", "https://example.com/doc/a1")),
        ("e-mail changed", "KEEP", (input, _) => Kept(input, "press@example.com", "pres@example.com")),
        ("placeholder lost", "KEEP", (input, _) => Kept(input, "{name}", "")),
        ("placeholder translated", "KEEP", (input, _) => Kept(input, "%(count)s", "%(number)s")),
        ("file name changed", "KEEP", (input, _) => Kept(input, "config.yaml", "配置.yaml")),
        ("code changed", "KEEP", (input, _) => Kept(input, "`torch.compile()`", "`torch.compiler()`")),
        ("hashtag lost", "KEEP", (input, _) => Kept(input, "#OpenSource", "OpenSource")),
        ("CamelCase name changed", "KEEP", (input, _) => Kept(input, "DeepSeek", "DeepSeak")),
        ("acronym changed", "KEEP", (input, _) => Kept(input, "RLHF", "RHLF")),
        ("model name changed", "KEEP", (input, _) => Kept(input, "GPT-4", "GPT-3")),
        ("tag missing", "KEEP", (input, _) => Tagged(input, tags => tags[..1])),
        ("tags crossed", "KEEP", (input, _) => Tagged(input, tags => [tags[1] with { Position = 0 }, tags[0] with { Position = 1 }])),
        ("tag extra", "KEEP", (input, _) => Tagged(input, tags => [.. tags, new(7, TagKind.Empty, input.Target.Text.Length, "")])),
        ("bracket unpaired", "TYP", (input, _) => Brackets(input)),
        ("quote unpaired", "TYP", (input, _) => Quotes(input)),
        ("half-width comma in Chinese", "TYP", (input, _) => Swap(input, "，", ",", chinese: true)),
        ("half-width question mark in Chinese", "TYP", (input, _) => Swap(input, "？", "?", chinese: true)),
        ("half-width semicolon in Chinese", "TYP", (input, _) => Swap(input, "，", ";", chinese: true)),
        ("half-width colon in Chinese", "TYP", (input, _) => Swap(input, "：", ":", chinese: true)),
        ("full-width stop in English", "TYP", (input, _) => input.Pair.Target == "en" && input.Target.Text.EndsWith('.') ? (input, Target(input, input.Target.Text[..^1] + "。")) : null),
        ("full-width bracket in English", "TYP", (input, _) => Swap(input, "(", "（", chinese: false)),
        ("straight quotes in Chinese", "TYP-003", (input, _) => Quoted(input, '"', '"')),
        ("Chinese quotes in English", "TYP-003", (input, _) => input.Pair.Target == "en" ? Surround(input, "「", "」") : null),
        ("title marks in English", "TYP-003", (input, _) => input.Pair.Target == "en" ? Surround(input, "《", "》") : null),
        ("dots for an ellipsis in Chinese", "TYP-004", (input, _) => input.Pair.Target == "en" ? null : (input, Target(input, Put(input.Target.Text, "...").Replace(" ...", "...", StringComparison.Ordinal)))),
        ("hyphens for a dash in Chinese", "TYP-004", (input, _) => Swap(input, "，", "--", chinese: true)),
        ("space before a comma", "TYP-007", (input, _) => Swap(input, ", ", " , ", chinese: false)),
        ("end mark lost", "TYP-009", (input, _) => input.Target.Text[^1] is '.' or '。' ? (input, Target(input, input.Target.Text[..^1])) : null),
        ("soft hyphen", "TYP-006", (input, random) => (input, Target(input, input.Target.Text.Insert(random.Next(1, input.Target.Text.Length), "\u00ad")))),
        ("half-width stop in Chinese", "TYP", (input, _) => input.Target.Text.EndsWith('。') && input.Pair.Target.StartsWith("zh", StringComparison.Ordinal) ? (input, Target(input, input.Target.Text[..^1] + ".")) : null),
        ("full-width comma in English", "TYP", (input, _) => Swap(input, ", ", "，", chinese: false)),
        ("double space", "TYP", (input, _) => Swap(input, " ", "  ", chinese: false)),
        ("invisible character", "TYP", (input, random) => (input, Target(input, input.Target.Text.Insert(random.Next(1, input.Target.Text.Length), "\u200b")))),
        ("Simplified in Traditional", "TYP", Mix),
        ("replacement character", "TYP", (input, random) => (input, Target(input, input.Target.Text.Insert(random.Next(1, input.Target.Text.Length), "\ufffd")))),
    ];

    static CheckInput Target(CheckInput input, string text) => input with { Target = TaggedText.Plain(text) };

    static (CheckInput, CheckInput)? Kept(CheckInput input, string kept, string spoilt)
    {
        var clean = input with { Source = TaggedText.Plain(Put(input.Source.Text, kept)), Target = TaggedText.Plain(Put(input.Target.Text, kept)) };
        return (clean, Target(input, Put(input.Target.Text, spoilt)) with { Source = clean.Source });
    }

    /// <summary>Puts a word before the last mark of a sentence.</summary>
    internal static string Put(string text, string word)
    {
        var end = text.Length;
        while (end > 0 && !char.IsLetterOrDigit(text[end - 1])) end--;
        return $"{text[..end]} {word}{text[end..]}";
    }

    static (CheckInput, CheckInput)? Tagged(CheckInput input, Func<InlineTag[], InlineTag[]> spoil)
    {
        InlineTag[] source = [new(1, TagKind.Open, 0, "<b>"), new(1, TagKind.Close, 2, "</b>")];
        InlineTag[] target = [new(1, TagKind.Open, 0, "<b>"), new(1, TagKind.Close, 2, "</b>")];
        var clean = input with { Source = input.Source with { Tags = source }, Target = input.Target with { Tags = target } };
        return (clean, clean with { Target = clean.Target with { Tags = spoil(target) } });
    }

    static (CheckInput, CheckInput)? LeftWord(CheckInput input, Random random)
    {
        if (input.Pair.Target == "en")
        {
            var at = random.Next(Math.Max(1, input.Source.Text.Length - 4));
            var han = string.Concat(input.Source.Text.Skip(at).Take(4).Where(Translate.Scripts.Han.Is));
            return han.Length < 2 ? null : (input, Target(input, Put(input.Target.Text, han)));
        }

        return (input, Target(input, Put(input.Target.Text, "improvement")));
    }

    static (CheckInput, CheckInput)? Repeat(CheckInput input, Random random)
    {
        var text = input.Target.Text;
        if (input.Pair.Target == "en")
        {
            var words = text.Split(' ');
            var i = random.Next(words.Length);
            if (words[i].Length < 2 || !words[i].All(char.IsAsciiLetterLower)) return null;
            return (input, Target(input, string.Join(' ', words[..(i + 1)].Concat(words[i..]))));
        }

        var at = random.Next(Math.Max(1, text.Length - 3));
        if (at + 3 > text.Length || !text.Skip(at).Take(3).All(Translate.Scripts.Han.Is)) return null;
        return (input, Target(input, text.Insert(at, text.Substring(at, 3))));
    }

    static (CheckInput, CheckInput)? Brackets(CheckInput input)
    {
        foreach (var mark in "）)》」")
            if (input.Target.Text.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0) return (input, Target(input, input.Target.Text.Remove(at, 1)));
        return null;
    }

    static (CheckInput, CheckInput)? Quotes(CheckInput input)
    {
        foreach (var mark in "”」")
            if (input.Target.Text.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0) return (input, Target(input, input.Target.Text.Remove(at, 1)));
        return null;
    }

    static (CheckInput, CheckInput)? Swap(CheckInput input, string from, string to, bool chinese)
    {
        if (input.Pair.Target.StartsWith("zh", StringComparison.Ordinal) != chinese) return null;
        var at = input.Target.Text.IndexOf(from, StringComparison.Ordinal);
        return at < 0 ? null : (input, Target(input, input.Target.Text.Remove(at, from.Length).Insert(at, to)));
    }

    /// <summary>Puts marks around two Han characters, as an author stresses a word.</summary>
    static (CheckInput, CheckInput)? Quoted(CheckInput input, char open, char close)
    {
        var text = input.Target.Text;
        if (input.Pair.Target == "en" || text.Contains('"', StringComparison.Ordinal)) return null;
        for (var at = 1; at + 3 < text.Length; at++)
            if (text.AsSpan(at - 1, 4).IndexOfAnyExceptInRange('\u4e00', '\u9fff') < 0) return (input, Target(input, $"{text[..at]}{open}{text[at..(at + 2)]}{close}{text[(at + 2)..]}"));
        return null;
    }

    static (CheckInput, CheckInput)? Surround(CheckInput input, string open, string close)
    {
        var words = input.Target.Text.Split(' ');
        if (words.Length < 4 || !words[1].All(char.IsAsciiLetter)) return null;
        words[1] = open + words[1] + close;
        return (input, Target(input, string.Join(' ', words)));
    }

    static (CheckInput, CheckInput)? Mix(CheckInput input, Random random)
    {
        if (input.Pair.Target == "en") return null;
        var simplified = Translate.Scripts.ScriptConverter.Get("t2s").Convert(input.Target.Text);
        var places = Enumerable.Range(0, Math.Min(simplified.Length, input.Target.Text.Length)).Where(i => simplified[i] != input.Target.Text[i]).ToList();
        if (simplified.Length != input.Target.Text.Length || places.Count < 2) return null;
        var place = places[random.Next(places.Count)];
        return (input, Target(input, input.Target.Text[..place] + simplified[place] + input.Target.Text[(place + 1)..]));
    }
}
