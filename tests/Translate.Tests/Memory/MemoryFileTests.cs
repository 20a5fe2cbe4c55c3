using Microsoft.Data.Sqlite;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Memory;

public class MemoryFileTests
{
    static readonly MemorySource s_source = new(MemorySourceKind.Tmx, "house.tmx");

    [Theory]
    [InlineData("this is no database, only some text that is long enough to be looked at", "TM020")]
    [InlineData("CREATE TABLE other (x)", "TM020")]
    [InlineData("PRAGMA user_version = 999", "TM021")]
    public void A_file_that_is_no_memory_is_refused_in_one_line_and_stays_as_it_is(string content, string code)
    {
        using TemporaryFolder folder = new();
        var path = folder.File("a.db");
        if (content.StartsWith("this", StringComparison.Ordinal)) File.WriteAllText(path, content);
        else Execute(path, content);
        var before = File.ReadAllBytes(path);

        var fault = Assert.Throws<MemoryFileException>(() => TranslationMemory.Open(path));

        Assert.StartsWith($"{path}: error {code}: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void An_import_that_fails_halfway_leaves_nothing()
    {
        using var memory = TranslationMemory.Open(":memory:");

        Assert.Throws<InvalidOperationException>(() => memory.Add(Failing(), s_source));

        Assert.Empty(memory.Imports());
        Assert.Equal(1, memory.Add([Entry(1)], s_source).Added);
    }

    [Fact]
    public void An_index_beside_the_memory_is_used_and_never_believed_when_it_does_not_fit()
    {
        using TemporaryFolder folder = new();
        var path = folder.File("translate.db");
        using (var memory = TranslationMemory.Open(path)) memory.Add(Enumerable.Range(0, 300).Select(Entry), s_source);
        TextPool pool = new();
        foreach (var i in Enumerable.Range(0, 300)) pool.Add(Entry(i).Source.Text);
        using var database = MemoryDatabase.Open(path);
        using var connection = database.Connect();
        var file = folder.File("x.index");
        IndexFile.Write(file, PieceIndex.Build(pool), 300, connection);

        Assert.Equal(300, IndexFile.Read(file, connection)!.Value.Index.Count);
        var bytes = File.ReadAllBytes(file);
        for (var i = 8; i < bytes.Length; i += bytes.Length / 40)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x80;
            File.WriteAllBytes(file, damaged);
            if (IndexFile.Read(file, connection) is { } read) new PieceSearchProbe(read.Index).Run();
        }

        File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
        Assert.Null(IndexFile.Read(file, connection));
        File.WriteAllBytes(file, bytes);
        Execute(path, "UPDATE import SET token = token + 1");
        Assert.Null(IndexFile.Read(file, connection));
    }

    sealed record PieceSearchProbe(PieceIndex Index)
    {
        public void Run()
        {
            PieceSearch search = new();
            search.Start("第1段说的是模型和算力。", 60, 3);
            search.Search(Index, "第1段说的是模型和算力。");
        }
    }

    static IEnumerable<MemoryEntry> Failing()
    {
        yield return Entry(1);
        throw new InvalidOperationException("the disk is gone");
    }

    static MemoryEntry Entry(int i) => new(new("zh", "en"), TaggedText.Plain($"第{i}段说的是模型和算力。"), TaggedText.Plain("x"));

    static void Execute(string path, string sql)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
