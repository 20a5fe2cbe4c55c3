using Microsoft.Data.Sqlite;

namespace Translate.Memory;

/// <summary>Stored pairs, and any number of TMX files that are only read beside them.</summary>
/// <remarks>
/// Safe from several threads; several processes may share the file and see each other's additions. What "score" means stands in
/// <c>docs/design.md</c>.
/// </remarks>
public sealed class TranslationMemory : IDisposable
{
    readonly Lock _gate = new();
    readonly TimeProvider _time;
    volatile MemoryStore[] _stores;
    readonly MemoryWriter _writer;

    TranslationMemory(MemoryDatabase database, TimeProvider time)
    {
        _time = time;
        _stores = [new(database)];
        _writer = new(database);
    }

    /// <summary>The file behind it, which the answer store shares; it closes with the memory.</summary>
    public MemoryDatabase Database => _stores[0].Database;

    /// <summary>Opens a memory, makes it where there is none.</summary>
    /// <param name="path">A file, or <c>:memory:</c> for one that lives as long as this object.</param>
    /// <param name="time">The clock; the system's when absent.</param>
    /// <exception cref="MemoryFileException">It is not a memory, is damaged, is newer than this program, or cannot be opened.</exception>
    public static TranslationMemory Open(string path, TimeProvider? time = null) =>
        new(MemoryDatabase.Open(path), time ?? TimeProvider.System);

    /// <summary>Reads a TMX file beside the memory; its pairs are found like the memory's own and are written nowhere.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Receives what is wrong with the file; what could be read counts all the same.</param>
    /// <returns>How many pairs it brought.</returns>
    public int AddReadOnly(string path, ICollection<Problem> problems)
    {
        // A store like the memory's own, in memory: one way to look pairs up for both.
        var database = MemoryDatabase.Open(":memory:");
        using MemoryWriter writer = new(database);
        var import = writer.Add(Tmx.Read(path, problems), new(MemorySourceKind.Tmx, Path.GetFileName(path)), _time.GetUtcNow());
        lock (_gate) _stores = [.. _stores, new(database)];
        return import.Added;
    }

    /// <summary>Stores pairs, all or none; blank ones are left out, and pairs that are there already are not stored twice.</summary>
    /// <param name="entries">The pairs; read once.</param>
    /// <param name="source">What they come from; what one call brings can be undone as one.</param>
    /// <exception cref="MemoryFileException">The file is locked, full or may not be written; nothing was stored.</exception>
    public MemoryImport Add(IEnumerable<MemoryEntry> entries, MemorySource source)
    {
        lock (_gate) return Guarded(() => _writer.Add(entries, source, _time.GetUtcNow()));
    }

    /// <summary>Takes back what one import brought; pairs that another import brought too stay.</summary>
    /// <param name="import">Its number.</param>
    /// <returns>How many pairs are gone and how many stay; <c>null</c> when there is no such import or it was undone before.</returns>
    /// <exception cref="MemoryFileException">The file is locked, full or may not be written; nothing was changed.</exception>
    public MemoryUndo? Undo(long import)
    {
        lock (_gate) return Guarded(() => _writer.Undo(import, _time.GetUtcNow()));
    }

    /// <summary>All imports, the first first, undone ones too.</summary>
    public IReadOnlyList<MemoryImport> Imports() => Guarded(() => MemoryListing.Imports(Database));

    /// <summary>How many pairs there are by languages and state.</summary>
    public IReadOnlyList<MemoryCount> Counts() => Guarded(() => MemoryListing.Counts(Database));

    /// <summary>The memory's own pairs in the order in which they came, read as they are asked for.</summary>
    /// <param name="source">Only this source language, whatever its script or region; <c>null</c> for all.</param>
    /// <param name="target">Only this target language; <c>null</c> for all.</param>
    /// <param name="lowest">Only pairs that can be trusted at least so far.</param>
    public IEnumerable<MemoryEntry> Entries(string? source = null, string? target = null, MemoryState lowest = MemoryState.Imported) =>
        MemoryListing.Entries(Database, source, target, lowest);

    /// <summary>Looks a segment up.</summary>
    /// <param name="query">The segment.</param>
    /// <param name="minScore">Lowest score that is wanted, 1-101 per cent.</param>
    /// <param name="most">How many matches are wanted at most.</param>
    /// <returns>Best first; of equal scores the approved before the edited before the imported, then the newest.</returns>
    /// <exception cref="MemoryFileException">The file is damaged or cannot be read.</exception>
    public IReadOnlyList<MemoryMatch> Find(MemoryQuery query, int minScore, int most) => Guarded(() => FindAll(query, minScore, most));

    List<MemoryMatch> FindAll(MemoryQuery query, int minScore, int most)
    {
        MemoryLookup lookup = new(query, minScore, most);
        foreach (var store in _stores) lookup.LookInto(store);
        return lookup.Best();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        foreach (var store in _stores) store.Dispose();
    }

    T Guarded<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException fault)
        {
            throw new MemoryFileException(MemoryDatabase.Explain(Database.Path, fault), fault);
        }
    }
}
