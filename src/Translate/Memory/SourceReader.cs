using System.Text;
using Microsoft.Data.Sqlite;
using Translate.Articles;
using Translate.Scripts;

namespace Translate.Memory;

/// <summary>Reads the sources of one pair of languages out of a database, folded, straight into a pool.</summary>
static class SourceReader
{
    /// <summary>Adds the sources of rows after <paramref name="after"/>.</summary>
    /// <returns>The last row there is; <paramref name="after"/> when there is none behind it.</returns>
    public static long Read(SqliteConnection connection, LanguagePair pair, long after, TextPool pool)
    {
        using RawStatement rows = new(connection, "SELECT id, source_language, target_language, source FROM pair WHERE id > ? ORDER BY id");
        LanguageFilter filter = new(pair);
        rows.With(after);
        while (rows.Step())
        {
            after = rows.Integer(0);
            if (filter.Takes(rows.Utf8(1), rows.Utf8(2))) Add(rows.Utf8(3), pool);
        }

        return after;
    }

    static void Add(ReadOnlySpan<byte> source, TextPool pool)
    {
        if (source.Contains((byte)'{'))
        {
            // Only here can there be a tag.
            var text = TaggedText.Parse(Encoding.UTF8.GetString(source), []).Text;
            Folding.Fold(text, pool.Room(text.Length));
            pool.Commit(text.Length);
            return;
        }

        var room = pool.Room(source.Length);
        var length = Encoding.UTF8.GetChars(source, room);
        Folding.Fold(room[..length], room);
        pool.Commit(length);
    }

    /// <summary>Rows of one language pair mostly follow each other, so the last answer is kept.</summary>
    sealed class LanguageFilter(LanguagePair pair)
    {
        byte[] _source = [], _target = [];
        bool _takes;

        public bool Takes(ReadOnlySpan<byte> source, ReadOnlySpan<byte> target)
        {
            if (source.SequenceEqual(_source) && target.SequenceEqual(_target)) return _takes;
            (_source, _target) = (source.ToArray(), target.ToArray());
            return _takes = Languages.Share(new(Encoding.UTF8.GetString(source), Encoding.UTF8.GetString(target)), pair);
        }
    }
}
