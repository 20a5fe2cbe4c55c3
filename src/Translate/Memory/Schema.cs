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
    ];
}
