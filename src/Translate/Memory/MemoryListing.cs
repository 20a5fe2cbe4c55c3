namespace Translate.Memory;

/// <summary>How many pairs of two languages a memory has.</summary>
/// <param name="Pair">The languages, as stored.</param>
/// <param name="State">How far they can be trusted.</param>
/// <param name="Pairs">How many.</param>
public sealed record MemoryCount(LanguagePair Pair, MemoryState State, int Pairs);

/// <summary>Lists what a memory's file holds.</summary>
static class MemoryListing
{
    public static IReadOnlyList<MemoryImport> Imports(MemoryDatabase database)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT id, kind, name, person, imported, undone, (SELECT count(*) FROM pair WHERE pair.import = import.id),
                (SELECT count(*) FROM pair_again WHERE pair_again.import = import.id)
            FROM import ORDER BY id
            """;
        using var reader = command.ExecuteReader();
        List<MemoryImport> imports = [];
        while (reader.Read())
            imports.Add(new(
                reader.GetInt64(0), new((MemorySourceKind)reader.GetInt32(1), reader.GetString(2), reader.GetString(3)),
                DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(4)), reader.GetInt32(6), reader.GetInt32(7),
                reader.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(5))));
        return imports;
    }

    public static IReadOnlyList<MemoryCount> Counts(MemoryDatabase database)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT source_language, target_language, state, count(*) FROM pair GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
        using var reader = command.ExecuteReader();
        List<MemoryCount> counts = [];
        while (reader.Read()) counts.Add(new(new(reader.GetString(0), reader.GetString(1)), (MemoryState)reader.GetInt32(2), reader.GetInt32(3)));
        return counts;
    }

    public static IEnumerable<MemoryEntry> Entries(MemoryDatabase database, string? source, string? target, MemoryState lowest)
    {
        using StoreReader reader = new(database);
        foreach (var (_, entry, _) in reader.All(lowest))
            if ((source is null || Languages.Same(entry.Pair.Source, source)) && (target is null || Languages.Same(entry.Pair.Target, target)))
                yield return entry;
    }
}
