namespace Translate.Memory;

/// <summary>The file's schema, one step per version. A step that was released is never changed; a new one is added below it.</summary>
static class Schema
{
    public static IReadOnlyList<string> Versions { get; } =
    [
        // 1: what engines answered. The key is a hash, because a segment may be longer than what an index takes well.
        """
        CREATE TABLE answer (
            key BLOB PRIMARY KEY,              -- SHA-256 over engine, settings, pair, source and terms
            engine TEXT NOT NULL,
            settings TEXT NOT NULL,
            source_language TEXT NOT NULL,
            target_language TEXT NOT NULL,
            source TEXT NOT NULL,              -- in the notation of TaggedText
            terms TEXT NOT NULL,               -- what the engine was told about terms
            target TEXT NOT NULL,
            characters INTEGER NOT NULL,       -- as sent
            run TEXT NOT NULL,                 -- the run that paid for it
            answered INTEGER NOT NULL          -- UTC seconds
        ) WITHOUT ROWID;
        CREATE INDEX answer_source ON answer (source, source_language, target_language);
        """,

        // 2: reviewed pairs, and the imports that brought them. Ids are never given twice (AUTOINCREMENT), so that "what came after
        // row n" can be asked by several processes and after an undo.
        """
        CREATE TABLE import (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind INTEGER NOT NULL,             -- MemorySourceKind
            name TEXT NOT NULL,                -- the workbook or file
            person TEXT NOT NULL,              -- who imported it; may be empty
            token INTEGER NOT NULL,            -- random; tells this import from another file's import of the same number
            imported INTEGER NOT NULL,         -- UTC seconds
            undone INTEGER                     -- UTC seconds; NULL while it counts
        );
        CREATE TABLE pair (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key INTEGER NOT NULL,              -- hash of the folded source without tags
            source_language TEXT NOT NULL,
            target_language TEXT NOT NULL,
            source TEXT NOT NULL,              -- in the notation of TaggedText
            target TEXT NOT NULL,
            markup TEXT,                       -- what the tags stood for, source then target, U+001F between; NULL when nothing
            before TEXT,                       -- source before it; empty at the article's start; NULL when unknown
            after TEXT,
            state INTEGER NOT NULL,            -- MemoryState
            person TEXT NOT NULL,              -- who wrote it; may be empty
            changed INTEGER NOT NULL,          -- UTC seconds
            import INTEGER NOT NULL REFERENCES import (id)
        );
        CREATE INDEX pair_key ON pair (key);
        CREATE INDEX pair_import ON pair (import);
        -- Imports that brought a pair which was there already: undoing the first must not take it from the second.
        CREATE TABLE pair_again (import INTEGER NOT NULL, pair INTEGER NOT NULL, PRIMARY KEY (import, pair)) WITHOUT ROWID;
        CREATE INDEX pair_again_pair ON pair_again (pair);
        """,
    ];
}
