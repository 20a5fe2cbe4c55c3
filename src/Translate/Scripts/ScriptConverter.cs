using System.Collections.Concurrent;

namespace Translate.Scripts;

/// <summary>Converts Chinese text between scripts and regional standards by OpenCC's dictionaries, exactly as OpenCC does.</summary>
/// <remarks>
/// Safe for use by several threads. The first use of a configuration loads its dictionaries: in a fresh process 50 to 150 ms of processor
/// time, much of it for compiling, later 5 to 60 ms.
/// </remarks>
public sealed class ScriptConverter
{
    static readonly ConcurrentDictionary<string, Lazy<ScriptConverter>> s_converters = new(StringComparer.OrdinalIgnoreCase);

    readonly ConversionStage? _normalization;
    readonly PhraseTable? _segmentation;
    readonly IReadOnlyList<ConversionStage> _chain;

    // What each word of the segmentation becomes: it is converted by itself, so always to the same.
    readonly string?[] _words;

    ScriptConverter(string name)
    {
        Name = name;
        (_normalization, _segmentation, _chain) = ConversionConfig.Read(name);
        _words = new string[_segmentation?.Count ?? 0];
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

    /// <summary>Converts a text; one that stays as it is comes back itself.</summary>
    public string Convert(string text)
    {
        Run run = new(this, text.Length, null);
        run.Convert(text);
        return run.Result.SequenceEqual(text) ? text : new(run.Result);
    }

    /// <summary>Converts a text and keeps the way back.</summary>
    /// <param name="text">The text.</param>
    /// <param name="map">From places in the result to places in <paramref name="text"/>.</param>
    public string Convert(string text, out OffsetMap map)
    {
        Run run = new(this, text.Length, OffsetMap.Identity(0, text.Length));
        run.Convert(text);
        map = run.Map!;
        return new(run.Result);
    }

    static string? Region(string tag)
    {
        if (LanguagePair.Language(tag) != "zh") return null;
        if (!LanguagePair.IsTraditional(tag)) return "CN";
        if (tag.EndsWith("-TW", StringComparison.OrdinalIgnoreCase)) return "TW";
        return tag.EndsWith("-HK", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-MO", StringComparison.OrdinalIgnoreCase) ? "HK" : "Hant";
    }

    string Word(int index)
    {
        if (_words[index] is { } known) return known;
        Run run = new(this, 16, null);
        run.ConvertChain(_segmentation!.Key(index), run.Output, null);
        return _words[index] = new(run.Output.Text);
    }

    /// <summary>The conversion of one text, with its buffers.</summary>
    sealed class Run(ScriptConverter converter, int length, OffsetMap? map)
    {
        readonly CharBuffer _normal = new(0);
        readonly CharBuffer[] _between = [.. converter._chain.Skip(1).Select(_ => new CharBuffer(16))];
        readonly List<TextEdit>? _edits = map is null ? null : [];

        /// <summary>Receives the converted text.</summary>
        public CharBuffer Output { get; } = new(length + 16);

        /// <summary>The converted text.</summary>
        public ReadOnlySpan<char> Result => Output.Text;

        /// <summary>From the converted text to the input; null when nobody asked for it.</summary>
        public OffsetMap? Map { get; private set; } = map;

        public void Convert(ReadOnlySpan<char> text)
        {
            if (converter._normalization is { } normalization && !normalization.LeavesAlone(text))
            {
                normalization.Convert(text, _normal, _edits);
                text = _normal.Text;
                Remap();
            }

            if (converter._segmentation is null)
                Map = ConvertChain(text, Output, Map);
            else
            {
                ConvertPieces(text, converter._segmentation);
                Remap();
            }
        }

        /// <summary>Converts word by word: no key of the chain may reach across the border of a word.</summary>
        void ConvertPieces(ReadOnlySpan<char> text, PhraseTable words)
        {
            int at = 0, rest = 0;
            while (at + 1 < text.Length)
            {
                var word = words.Find(text[at..]);
                if (word < 0)
                {
                    at++;
                    continue;
                }

                ConvertPiece(text, new(rest, at));
                var (value, length) = (converter.Word(word), words.Key(word).Length);
                Output.Append(value);
                if (value.Length != length) _edits?.Add(new(TextRange.At(at, length), value));
                at += length;
                rest = at;
            }

            ConvertPiece(text, new(rest, text.Length));
        }

        void ConvertPiece(ReadOnlySpan<char> text, TextRange piece)
        {
            if (piece.IsEmpty) return;
            var start = Output.Length;
            var map = ConvertChain(text[piece.Start..piece.End], Output, _edits is null ? null : OffsetMap.Identity(piece.Start, piece.Length));
            _edits?.AddRange(map!.Edits(new(Output.Text[start..])));
        }

        /// <summary>Runs the stages of the chain over a text that is one piece.</summary>
        public OffsetMap? ConvertChain(ReadOnlySpan<char> text, CharBuffer output, OffsetMap? map)
        {
            List<TextEdit>? edits = map is null ? null : [];
            for (var i = 0; i < converter._chain.Count; i++)
            {
                var target = i + 1 == converter._chain.Count ? output : _between[i];
                if (target != output) target.Clear();
                converter._chain[i].Convert(text, target, edits);
                text = target.Text;
                if (edits is not { Count: > 0 }) continue;
                map = map!.After(edits);
                edits.Clear();
            }

            return map;
        }

        void Remap()
        {
            if (_edits is not { Count: > 0 }) return;
            Map = Map!.After(_edits);
            _edits.Clear();
        }
    }
}
