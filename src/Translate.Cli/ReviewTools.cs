using Translate;
using Translate.Articles;
using Translate.Glossaries;
using Translate.Segments;

/// <summary>What a review says differently from the run; what it leaves open is as the run had it.</summary>
/// <param name="Glossaries">Glossary files; none to take the run's.</param>
/// <param name="NoCurated">Leaves out the glossary that ships with the tool.</param>
/// <param name="Segmentation">Segmentation rules; <c>null</c> to take the run's.</param>
sealed record ReviewChoices(IReadOnlyList<string> Glossaries, bool NoCurated, string? Segmentation)
{
    /// <summary>These choices over a run's.</summary>
    public RunChoices Over(RunChoices run) => new(
        Glossaries.Count > 0 ? Glossaries : run.Glossaries, NoCurated || run.NoCurated, Segmentation ?? run.Segmentation, run.AtSemicolons);
}

/// <summary>What an article is read, cut and checked with.</summary>
sealed record ReviewTools(Glossary Glossary, Cleaner Cleaner, Segmenter Segmenter)
{
    /// <summary>The tools that some choices name; a file that is not there is said and left out.</summary>
    public static ReviewTools Open(RunChoices choices, Action<string> say)
    {
        List<Glossary> layers = choices.NoCurated ? [] : [Glossary.Curated];
        foreach (var path in choices.Glossaries)
        {
            List<Problem> faults = [];
            if (!File.Exists(path) && !Directory.Exists(path)) faults.Add(new("WB023", path, 0, "the run used this glossary and it is not here; give it with --glossary"));
            else layers.Add(GlossaryFile.Read(path, faults));
            foreach (var fault in faults) say(fault.ToString());
        }

        var glossary = layers.Count == 1 ? layers[0] : Glossary.Layered(layers);
        var known = glossary.Entries.SelectMany(entry => entry.In("zh") is { } forms ? [forms.Preferred, .. forms.Variants] : Array.Empty<string>());
        return new(glossary, new(CleaningOptions.Default, known), OpenSegmenter(choices, say));
    }

    static Segmenter OpenSegmenter(RunChoices choices, Action<string> say)
    {
        var own = Segmenter.WithSemicolons(choices.AtSemicolons ? Semicolons.End : Semicolons.Inside);
        if (choices.Segmentation is not { } path) return own;
        if (!File.Exists(path)) say(new Problem("WB023", path, 0, "the run used these segmentation rules and they are not here; give them with --segmentation").ToString());
        else if (Segmenter.FromSrx(path, out var problem) is { } segmenter) return segmenter;
        else say(problem!.ToString());
        return own;
    }
}
