using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Translate.Scripts;

/// <summary>One step of a conversion: at each place the first dictionary with any match wins, by its longest key.</summary>
/// <remarks>
/// A key of one unit always matches, so whatever ranks below it at the same first unit is never reached. That leaves one value
/// per unit and, before it, the longer keys.
/// </remarks>
sealed class ConversionStage
{
    const uint StartsPhrase = 1u << 16;
    const uint HasLongValue = 1u << 17;

    /// <summary>What each unit becomes when no phrase stands there, and the flags above.</summary>
    readonly uint[] _units = new uint[char.MaxValue + 1];

    readonly Dictionary<char, string> _longValues = [];

    // The units that anything happens to; text without them is copied.
    readonly (char First, char Last) _touched;

    /// <param name="dictionaries">In order of precedence.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Runs once for each stage.
    public ConversionStage(IEnumerable<IReadOnlyDictionary<string, string>> dictionaries)
    {
        for (var unit = 0u; unit < _units.Length; unit++) _units[unit] = unit;
        HashSet<char> closed = [];
        List<KeyValuePair<string, string>> phrases = [];
        foreach (var dictionary in dictionaries)
        {
            // By length, longest first; keys of one length exclude each other, so their order does not matter.
            for (var length = dictionary.Count == 0 ? 0 : dictionary.Max(entry => entry.Key.Length); length > 1; length--)
                foreach (var entry in dictionary)
                    if (entry.Key.Length == length && !closed.Contains(entry.Key[0])) phrases.Add(entry);
            foreach (var (key, value) in dictionary)
                if (key.Length == 1 && closed.Add(key[0])) SetSingle(key[0], value);
        }

        foreach (var (key, _) in phrases) _units[key[0]] |= StartsPhrase;
        Phrases = new(phrases);
        int first = 0, last = _units.Length - 1;
        while (first < last && _units[first] == first) first++;
        while (last > first && _units[last] == last) last--;
        _touched = first == last && _units[first] == first ? default : ((char)first, (char)last);
    }

    /// <summary>The keys of two units or more.</summary>
    public PhraseTable Phrases { get; }

    /// <summary>Whether a text would surely stay as it is; says no when in doubt.</summary>
    public bool LeavesAlone(ReadOnlySpan<char> text) => !text.ContainsAnyInRange(_touched.First, _touched.Last);

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="output">Receives the converted text.</param>
    /// <param name="edits">Receives the places whose length changed; null when nobody asks.</param>
    public void Convert(ReadOnlySpan<char> text, CharBuffer output, List<TextEdit>? edits)
    {
        // There is always room for what is left, unit for unit; only a longer value asks for more.
        ref var units = ref MemoryMarshal.GetArrayDataReference(_units);
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref MemoryMarshal.GetReference(output.Reserve(text.Length));
        var written = 0;
        for (var at = 0; at < text.Length;)
        {
            var unit = Unsafe.Add(ref units, Unsafe.Add(ref source, at));
            var phrase = -1;
            if (unit < StartsPhrase || (unit & StartsPhrase) != 0 && (at + 1 == text.Length || (phrase = Phrases.Find(text[at..])) < 0) && (unit & HasLongValue) == 0)
            {
                Unsafe.Add(ref target, written++) = (char)unit;
                at++;
                continue;
            }

            var value = phrase >= 0 ? Phrases.Value(phrase) : _longValues[text[at]];
            var length = phrase >= 0 ? Phrases.Key(phrase).Length : 1;
            if (value.Length > length)
            {
                output.Advance(written);
                written = 0;
                target = ref MemoryMarshal.GetReference(output.Reserve(text.Length - at + value.Length));
            }

            value.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, written), value.Length));
            written += value.Length;
            if (value.Length != length) edits?.Add(new(TextRange.At(at, length), value));
            at += length;
        }

        output.Advance(written);
    }

    void SetSingle(char unit, string value)
    {
        if (value.Length == 1)
            _units[unit] = value[0];
        else
        {
            _units[unit] = HasLongValue;
            _longValues[unit] = value;
        }
    }
}
