using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Translate.Glossaries;

/// <summary>Concepts with their terms, in one layer or several.</summary>
public sealed class Glossary
{
    static readonly Lazy<Glossary> s_curated = new(ReadCurated);

    readonly ConcurrentDictionary<LanguagePair, TermFinder> _finders = [];
    readonly int[] _layers;
    readonly Lazy<string> _hash;

    /// <summary>A glossary of one layer.</summary>
    public Glossary(IReadOnlyList<TermEntry> entries)
        : this(entries, new int[entries.Count])
    {
    }

    Glossary(IReadOnlyList<TermEntry> entries, int[] layers)
    {
        (Entries, _layers) = (entries, layers);
        _hash = new(ComputeHash);
    }

    /// <summary>No terms.</summary>
    public static Glossary Empty { get; } = new([]);

    /// <summary>The AI-industry glossary that ships inside the tool. The first use reads it (some ten milliseconds).</summary>
    public static Glossary Curated => s_curated.Value;

    /// <summary>All concepts; of several layers, those that no later layer replaces by id.</summary>
    public IReadOnlyList<TermEntry> Entries { get; }

    /// <summary>A short hash of everything that decides about matches and verdicts; equal glossaries have equal ones.</summary>
    public string Hash => _hash.Value;

    /// <summary>Lays glossaries over each other: a later row replaces an earlier one by id, else by an equal preferred source term.</summary>
    /// <param name="glossaries">Lowest first.</param>
    /// <remarks>
    /// Which term is the source term depends on the pair, so that replacement happens in <see cref="For"/>. A proposed row
    /// replaces nothing but its own id.
    /// </remarks>
    public static Glossary Layered(IEnumerable<Glossary> glossaries)
    {
        Dictionary<string, (TermEntry Entry, int Layer)> byId = new(StringComparer.Ordinal);
        List<string> order = [];
        var layer = 0;
        foreach (var glossary in glossaries)
        {
            foreach (var entry in glossary.Entries)
            {
                if (!byId.ContainsKey(entry.Id)) order.Add(entry.Id);
                byId[entry.Id] = (entry, layer);
            }

            layer++;
        }

        return new([.. order.Select(id => byId[id].Entry)], [.. order.Select(id => byId[id].Layer)]);
    }

    /// <summary>What finds this glossary's terms in a source; made once per pair (100,000 terms in about a tenth of a second).</summary>
    public TermFinder For(LanguagePair pair) => _finders.GetOrAdd(pair, pair => new(Visible(pair), pair));

    IReadOnlyList<TermEntry> Visible(LanguagePair pair)
    {
        if (Array.TrueForAll(_layers, layer => layer == 0)) return Entries;
        Dictionary<string, int> highest = new(StringComparer.Ordinal);
        for (var i = 0; i < Entries.Count; i++)
            if (Entries[i].Status != ConceptStatus.Proposed && Entries[i].In(pair.Source) is { } forms)
            {
                var term = TermText.Fold(forms.Preferred);
                highest[term] = Math.Max(_layers[i], highest.GetValueOrDefault(term));
            }

        return [.. Entries.Where((entry, i) =>
            entry.In(pair.Source) is not { } forms || highest.GetValueOrDefault(TermText.Fold(forms.Preferred), -1) <= _layers[i])];
    }

    static Glossary ReadCurated()
    {
        var assembly = typeof(Glossary).Assembly;
        List<Glossary> files = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("glossary/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            List<Problem> problems = [];
            files.Add(GlossaryFile.Read(stream, "curated:" + name["glossary/".Length..], problems));
        }

        return new([.. files.SelectMany(file => file.Entries).DistinctBy(entry => entry.Id, StringComparer.Ordinal)]);
    }

    string ComputeHash()
    {
        StringBuilder text = new();
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i];
            text.Append(_layers[i]).Append('\t').Append(entry.Id).Append('\t').Append(entry.Status).Append(entry.Keep).Append('\t').Append(entry.PartOfSpeech);
            foreach (var forms in entry.Forms)
                text.Append('\t').Append(forms.Language).Append('\t').Append(forms.Preferred).Append('\t').AppendJoin('|', forms.Variants).Append('\t')
                    .AppendJoin('|', forms.Forbidden).Append('\t').Append(forms.Case).Append(forms.Matching).Append('\t')
                    .AppendJoin('|', forms.Unless).Append('\t').AppendJoin('|', forms.When);
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
