using System.Runtime.CompilerServices;

namespace Translate.Memory;

/// <summary>Levenshtein distance from one text to many, 64 rows of the table at a time.</summary>
/// <remarks>
/// Gene Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46 (1999), in the
/// form for global distance and several words by Heikki Hyyrö, "Explaining and extending the bit-parallel approximate string
/// matching algorithm of Myers" (2001). One object serves one thread.
/// </remarks>
sealed class EditDistance
{
    // Open addressing over the pattern's letters; twice as many places as letters at least.
    char[] _letters = new char[256];
    int[] _rows = new int[256];
    ulong[] _masks = [];
    ulong[] _positive = [];
    ulong[] _negative = [];
    int _mask, _length, _blocks;

    /// <summary>Takes the text that others are compared with.</summary>
    public void Set(ReadOnlySpan<char> pattern)
    {
        _length = pattern.Length;
        _blocks = (pattern.Length + 63) / 64;
        var places = 64;
        while (places < pattern.Length * 2) places *= 2;
        if (_letters.Length < places) (_letters, _rows) = (new char[places], new int[places]);
        _mask = places - 1;
        Array.Clear(_rows, 0, places);
        if (_masks.Length < (pattern.Length + 1) * _blocks) _masks = new ulong[(pattern.Length + 1) * _blocks];
        if (_positive.Length < _blocks) (_positive, _negative) = (new ulong[_blocks], new ulong[_blocks]);

        // Row 0 is that of letters the pattern does not have.
        _masks.AsSpan(0, _blocks).Clear();
        var rows = 1;
        for (var i = 0; i < pattern.Length; i++)
        {
            var place = PlaceOf(pattern[i]);
            if (_rows[place] == 0)
            {
                (_letters[place], _rows[place]) = (pattern[i], rows);
                _masks.AsSpan(rows++ * _blocks, _blocks).Clear();
            }

            _masks[_rows[place] * _blocks + i / 64] |= 1UL << (i % 64);
        }
    }

    /// <summary>The fewest edits that lead to a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Edits that are still of interest.</param>
    /// <returns>Any number above <paramref name="most"/> when there are more.</returns>
    public int To(ReadOnlySpan<char> text, int most) =>
        _length == 0 ? text.Length : text.Length == 0 ? _length : _blocks == 1 ? ToShort(text, most) : ToLong(text, most);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int ToShort(ReadOnlySpan<char> text, int most)
    {
        var (positive, negative) = (ulong.MaxValue, 0UL);
        var last = 1UL << (_length - 1);
        var edits = _length;
        for (var i = 0; i < text.Length; i++)
        {
            var equal = _masks[_rows[PlaceOf(text[i])]];
            var vertical = equal | negative;
            var horizontal = (((equal & positive) + positive) ^ positive) | equal;
            var up = negative | ~(horizontal | positive);
            var down = positive & horizontal;
            if ((up & last) != 0) edits++;
            else if ((down & last) != 0) edits--;
            // What is left of the text can take back one edit a letter at best.
            if (edits - (text.Length - 1 - i) > most) return int.MaxValue;
            up = (up << 1) | 1;
            positive = (down << 1) | ~(vertical | up);
            negative = up & vertical;
        }

        return edits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int ToLong(ReadOnlySpan<char> text, int most)
    {
        Array.Fill(_positive, ulong.MaxValue, 0, _blocks);
        Array.Clear(_negative, 0, _blocks);
        var last = 1UL << ((_length - 1) % 64);
        var edits = _length;
        for (var i = 0; i < text.Length; i++)
        {
            var masks = _masks.AsSpan(_rows[PlaceOf(text[i])] * _blocks, _blocks);
            ulong carryUp = 1, carryDown = 0;
            for (var block = 0; block < masks.Length; block++)
            {
                var (positive, negative) = (_positive[block], _negative[block]);
                var equal = masks[block];
                var vertical = equal | negative;
                equal |= carryDown;
                var horizontal = (((equal & positive) + positive) ^ positive) | equal;
                var up = negative | ~(horizontal | positive);
                var down = positive & horizontal;
                if (block == masks.Length - 1) edits += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
                var (nextUp, nextDown) = (up >> 63, down >> 63);
                up = (up << 1) | carryUp;
                down = (down << 1) | carryDown;
                (carryUp, carryDown) = (nextUp, nextDown);
                _positive[block] = down | ~(vertical | up);
                _negative[block] = up & vertical;
            }

            if (edits - (text.Length - 1 - i) > most) return int.MaxValue;
        }

        return edits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int PlaceOf(char letter)
    {
        var place = (letter * 0x9E37) >> 4 & _mask;
        while (_rows[place] != 0 && _letters[place] != letter) place = (place + 1) & _mask;
        return place;
    }
}
