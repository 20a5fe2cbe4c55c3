using System.IO.Compression;
using System.Text.Json;
using Translate.Articles;

/// <summary>How well web pages are read: what must be kept, what must go, and what must stand in the ledger.</summary>
static class ReadingEvaluation
{
    public static void Print(bool showMisses, string? show)
    {
        int pages = 0, decoded = 0, with = 0, kept = 0, without = 0, gone = 0, soft = 0, inLedger = 0, softInBody = 0, exact = 0;
        foreach (var line in SharedData.ReadLines("html_zh/pages.jsonl"))
        {
            pages++;
            var id = line.Text("id");
            var bytes = Unzip(SharedData.Folder($"html_zh/html/{id}.gz"));
            if (ArticleReader.Read(bytes, id, new(), out var problem) is not { } article)
            {
                Console.WriteLine($"  {id}: {problem}");
                continue;
            }

            if (!article.Input.Contains('\uFFFD', StringComparison.Ordinal)) decoded++;
            var body = Bare(string.Concat(article.Blocks.Select(block => block.Text)));
            var ledger = Bare(string.Concat(article.LeftOut.Select(part => part.Text)));
            foreach (var text in Lines(line, "with")) Count(id, "lost", text, body.Contains(text, StringComparison.Ordinal), ref with, ref kept);
            foreach (var text in Lines(line, "without")) Count(id, "stayed", text, !body.Contains(text, StringComparison.Ordinal), ref without, ref gone);
            foreach (var text in Lines(line, "soft_without").Where(Bare(article.Input).Contains))
            {
                if (body.Contains(text, StringComparison.Ordinal)) softInBody++;
                Count(id, "not in the ledger", text, ledger.Contains(text, StringComparison.Ordinal), ref soft, ref inLedger);
            }

            if (ArticleWriter.Write(article, bytes, article.Blocks.ToDictionary(block => block.Number, block => block.Tagged), new()).AsSpan().SequenceEqual(bytes)) exact++;
            if (show == "all" || show == id) Show(article);
        }

        Console.WriteLine("\nWeb pages (html_zh)");
        Console.WriteLine("| pages | decoded | body lines kept | clutter lines gone | soft clutter in the ledger | soft clutter in the body | source published as it stood |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        Console.WriteLine($"| {pages} | {decoded} | {kept}/{with} | {gone}/{without} | {inLedger}/{soft} | {softInBody} | {exact} |");

        void Count(string id, string fault, string text, bool good, ref int all, ref int right)
        {
            all++;
            if (good) right++;
            else if (showMisses) Console.WriteLine($"  {id}: {fault}: {text}");
        }
    }

    static void Show(Article article)
    {
        Console.WriteLine($"=== {article.Path} {article.Encoding} {article.Language}");
        foreach (var block in article.Blocks) Console.WriteLine($"  + {block.Kind} {Short(block.Text)}");
        foreach (var part in article.LeftOut) Console.WriteLine($"  - {part.Reason}: {Short(part.Text)}");
    }

    static string Short(string text) => text.Length <= 90 ? text : $"{text[..60]} ... {text[^25..]}";

    static IEnumerable<string> Lines(JsonElement line, string field) =>
        line.GetProperty(field).EnumerateArray().Select(text => Bare(text.GetString()!)).Where(text => text.Length > 0);

    internal static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    internal static byte[] Unzip(string path)
    {
        using GZipStream zipped = new(File.OpenRead(path), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        zipped.CopyTo(bytes);
        return bytes.ToArray();
    }
}
