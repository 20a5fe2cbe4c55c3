using Translate;

/// <summary>What a reader said of findings on untouched translations; no sentence is quoted.</summary>
sealed class GlossaryLabels
{
    readonly Dictionary<(string Direction, string Paragraph, string Term), Queue<bool>> _labels =
        SharedData.ReadList("glossary-labels.tsv").Skip(1).Select(line => line.Split('\t')).GroupBy(cells => (cells[0], cells[1], cells[2]))
            .ToDictionary(group => group.Key, group => new Queue<bool>(group.Select(cells => cells[4] == "right")));

    /// <summary>Findings that were read, and those of them that are right.</summary>
    public (int Read, int Right) Count { get; private set; }

    /// <summary>Labels whose finding is not made any more.</summary>
    public int Left => _labels.Values.Sum(queue => queue.Count);

    /// <summary>Takes in a finding; each label counts once.</summary>
    public void Add(LanguagePair pair, string paragraph, string term)
    {
        if (!_labels.TryGetValue((pair.ToString().Replace(" ", "", StringComparison.Ordinal), paragraph, term), out var queue) || !queue.TryDequeue(out var isRight)) return;
        Count = (Count.Read + 1, Count.Right + (isRight ? 1 : 0));
    }
}
