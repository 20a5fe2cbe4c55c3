using System.Runtime.CompilerServices;
using Translate.Scripts;

namespace Translate.Memory;

/// <summary>The hash under which a source is found: of its folded text, without tags.</summary>
/// <remarks>Part of the file format: it must give the same number on every machine and in every version.</remarks>
static class TextKey
{
    const ulong Multiplier = 0x9E3779B97F4A7C15;

    public static long Of(string text) => OfFolded(Folding.Fold(text));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long OfFolded(ReadOnlySpan<char> folded)
    {
        var hash = (ulong)folded.Length * Multiplier;
        foreach (var unit in folded) hash = Mix((hash ^ unit) * Multiplier);
        return (long)Mix(hash);
    }

    static ulong Mix(ulong hash) => hash ^ (hash >> 29);
}
