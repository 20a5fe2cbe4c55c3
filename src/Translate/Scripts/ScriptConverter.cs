using System.Buffers;
using System.Collections.Concurrent;

namespace Translate.Scripts;

/// <summary>Converts Chinese text between scripts and regional standards by OpenCC's dictionaries, exactly as OpenCC does.</summary>
/// <remarks>Safe for use by several threads. The first use of a configuration loads its dictionaries (5 to 50 ms).</remarks>
public sealed class ScriptConverter
{
    static readonly ConcurrentDictionary<string, Lazy<ScriptConverter>> s_converters = new(StringComparer.OrdinalIgnoreCase);

    readonly ConversionStage? _normalization;
    readonly ConversionStage? _segmentation;
    readonly IReadOnlyList<ConversionStage> _chain;
    readonly ConcurrentDictionary<string, string> _converted = new(StringComparer.Ordinal);

    ScriptConverter(string name)
    {
        Name = name;
        (_normalization, _segmentation, _chain) = ConversionConfig.Read(name);
    }

    /// <summary>Names of all configurations: <c>s2t</c>, <c>t2s</c>, <c>s2twp</c>, <c>hk2s</c>, ...</summary>
    public static IReadOnlyList<string> Names => OpenCCPackage.Configurations;

    /// <summary>Name of this configuration.</summary>
    public string Name { get; }

    /// <summary>The converter of an OpenCC configuration; made once.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no such configuration; the message lists what there is.</exception>
    public static ScriptConverter Get(string name)
    {
        if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"no conversion '{name}'; choose one of {string.Join(", ", Names)}", nameof(name));
        return s_converters.GetOrAdd(name, name => new(() => new(name.ToLowerInvariant()))).Value;
    }

    /// <summary>The converter that makes a text Chinese of a given kind.</summary>
    /// <param name="target">
    /// A tag or a configuration. <c>zh-TW</c> and <c>zh-HK</c> take the region's characters and words (软件 becomes 軟體), <c>zh-Hant</c>
    /// takes Taiwan's characters and keeps the words.
    /// </param>
    /// <param name="script">What the text is written in; decides only where the target is a tag.</param>
    /// <exception cref="ArgumentException">The target is neither; see <see cref="IsTarget"/>.</exception>
    public static ScriptConverter For(string target, Script script) => Get((Region(target), script) switch
    {
        (null, _) => target,
        ("CN", _) => "t2s",
        ("TW", Script.Hant) => "t2tw",
        ("TW", _) => "s2twp",
        ("HK", Script.Hant) => "t2hk",
        ("HK", _) => "s2hkp",
        (_, Script.Hant) => "t2tw",
        _ => "s2tw",
    });

    /// <summary>Whether <see cref="For"/> knows a target.</summary>
    public static bool IsTarget(string target) => Region(target) is not null || Names.Contains(target, StringComparer.OrdinalIgnoreCase);

    /// <summary>Converts a text.</summary>
    public string Convert(string text)
    {
        ArrayBufferWriter<char> output = new(text.Length + 64);
        Convert(text, output, null);
        return text.AsSpan().SequenceEqual(output.WrittenSpan) ? text : new(output.WrittenSpan);
    }

    /// <summary>Converts a text and keeps the way back.</summary>
    /// <param name="text">The text.</param>
    /// <param name="map">From places in the result to places in <paramref name="text"/>.</param>
    public string Convert(string text, out OffsetMap map)
    {
        ArrayBufferWriter<char> output = new(text.Length + 64);
        List<TextEdit> edits = [];
        map = Convert(text, output, edits)!;
        return new(output.WrittenSpan);
    }

    static string? Region(string tag)
    {
        if (LanguagePair.Language(tag) != "zh") return null;
        if (!LanguagePair.IsTraditional(tag)) return "CN";
        if (tag.EndsWith("-TW", StringComparison.OrdinalIgnoreCase)) return "TW";
        return tag.EndsWith("-HK", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-MO", StringComparison.OrdinalIgnoreCase) ? "HK" : "Hant";
    }

    OffsetMap? Convert(string text, ArrayBufferWriter<char> output, List<TextEdit>? edits)
    {
        var map = edits is null ? null : OffsetMap.Identity(0, text.Length);
        ReadOnlySpan<char> input = text;
        if (_normalization is not null)
        {
            ArrayBufferWriter<char> normal = new(text.Length + 64);
            _normalization.Convert(input, normal, edits);
            input = normal.WrittenSpan;
            map = After(map, edits);
        }

        if (_segmentation is null)
            return RunChain(input, output, edits, map);
        ConvertPieces(input, output, edits);
        return After(map, edits);
    }

    /// <summary>Converts word by word: no key of the chain may reach across the border of a word.</summary>
    void ConvertPieces(ReadOnlySpan<char> text, ArrayBufferWriter<char> output, List<TextEdit>? edits)
    {
        int at = 0, run = 0;
        while (at < text.Length)
        {
            if (!_segmentation!.TryFindPhrase(text[at..], out var word))
            {
                at++;
                continue;
            }

            ConvertRun(text, new(run, at), output, edits);
            var value = _converted.TryGetValue(word, out var known) ? known : Remember(word);
            value.CopyTo(output.GetSpan(value.Length));
            output.Advance(value.Length);
            if (value.Length != word.Length) edits?.Add(new(TextRange.At(at, word.Length), value));
            at += word.Length;
            run = at;
        }

        ConvertRun(text, new(run, at), output, edits);
    }

    void ConvertRun(ReadOnlySpan<char> text, TextRange run, ArrayBufferWriter<char> output, List<TextEdit>? edits)
    {
        if (run.IsEmpty) return;
        var piece = text[run.Start..run.End];
        if (edits is null)
        {
            RunChain(piece, output, null, null);
            return;
        }

        List<TextEdit> own = [];
        var start = output.WrittenCount;
        var map = RunChain(piece, output, own, OffsetMap.Identity(run.Start, run.Length))!;
        edits.AddRange(map.Edits(new string(output.WrittenSpan[start..])));
    }

    OffsetMap? RunChain(ReadOnlySpan<char> text, ArrayBufferWriter<char> output, List<TextEdit>? edits, OffsetMap? map)
    {
        for (var i = 0; i < _chain.Count - 1; i++)
        {
            ArrayBufferWriter<char> between = new(text.Length + 64);
            _chain[i].Convert(text, between, edits);
            text = between.WrittenSpan;
            map = After(map, edits);
        }

        _chain[^1].Convert(text, output, edits);
        return After(map, edits);
    }

    string Remember(string word)
    {
        ArrayBufferWriter<char> output = new(word.Length + 64);
        RunChain(word, output, null, null);
        return _converted[word] = new(output.WrittenSpan);
    }

    static OffsetMap? After(OffsetMap? map, List<TextEdit>? edits)
    {
        if (map is null || edits is null) return null;
        var after = map.After(edits);
        edits.Clear();
        return after;
    }
}
