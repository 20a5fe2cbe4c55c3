namespace Translate.Glossaries;

/// <summary>A place of the target where a form of a concept stands.</summary>
/// <param name="Match">The occurrence in the source that it may serve.</param>
/// <param name="Range">Where it stands; empty when it is known to stand but not where.</param>
/// <param name="IsPreferred">Whether it is the preferred form.</param>
/// <param name="IsForbidden">Whether it is a form that must not stand.</param>
sealed record Rendering(TermMatch Match, TextRange Range, bool IsPreferred, bool IsForbidden);

/// <summary>Gives each occurrence in the source a place of its own in the target.</summary>
static class RenderingMatcher
{
    /// <summary>Assigns places so that as many occurrences as possible have one and no two overlap.</summary>
    /// <param name="wanted">For each occurrence its possible places.</param>
    /// <returns>For each occurrence its place; <c>null</c> where none was left.</returns>
    public static Rendering?[] Assign(IReadOnlyList<IReadOnlyList<Rendering>> wanted)
    {
        var assigned = new Rendering?[wanted.Count];
        // Long forms first: 大语言模型 is no 模型 that another occurrence may use.
        var order = Enumerable.Range(0, wanted.Count).OrderByDescending(i => wanted[i].Count == 0 ? 0 : wanted[i].Max(rendering => rendering.Range.Length)).ToList();
        foreach (var i in order) TryAssign(i, wanted, assigned, []);
        return assigned;
    }

    /// <summary>Takes a free place, or one whose owner can move to another (augmenting paths).</summary>
    static bool TryAssign(int index, IReadOnlyList<IReadOnlyList<Rendering>> wanted, Rendering?[] assigned, HashSet<TextRange> tried)
    {
        var choices = Outermost(wanted[index]);
        foreach (var rendering in choices)
            if (Owners(rendering, assigned, index).Count == 0)
            {
                assigned[index] = rendering;
                return true;
            }

        foreach (var rendering in choices)
        {
            if (!tried.Add(rendering.Range) || Owners(rendering, assigned, index) is not [var owner]) continue;
            var before = assigned[owner];
            assigned[index] = rendering;
            assigned[owner] = null;
            if (TryAssign(owner, wanted, assigned, tried)) return true;
            (assigned[index], assigned[owner]) = (null, before);
        }

        return false;
    }

    static List<int> Owners(Rendering rendering, Rendering?[] assigned, int but)
    {
        List<int> owners = [];
        for (var i = 0; i < assigned.Length; i++)
            if (i != but && assigned[i] is { } other && other.Range.Overlaps(rendering.Range)) owners.Add(i);
        return owners;
    }

    /// <summary>Preferred before admitted, then by place; a form inside a longer one of the same concept is not another place.</summary>
    static List<Rendering> Outermost(IReadOnlyList<Rendering> renderings) =>
        [.. renderings.Where(one => !renderings.Any(other => other.Range.Length > one.Range.Length && other.Range.Contains(one.Range)))
            .OrderByDescending(rendering => rendering.IsPreferred).ThenBy(rendering => rendering.Range.Start)];
}
