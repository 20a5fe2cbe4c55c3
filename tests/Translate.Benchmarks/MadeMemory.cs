using Translate.Articles;
using Translate.Memory;

namespace Translate.Benchmarks;

/// <summary>Pairs made of <see cref="ChineseCorpus"/>, as many as are wanted, and questions about them.</summary>
sealed class MadeMemory(int pairs)
{
    readonly string[] _sentences = [.. ChineseCorpus.Make(Math.Max(1, pairs / 10_000)).Split('\n', '。', '！').Where(sentence => sentence.Length > 4)];

    public IEnumerable<MemoryEntry> Entries(LanguagePair pair) => Enumerable.Range(0, pairs).Select(i => new MemoryEntry(
        pair, TaggedText.Plain(Sentence(i)), TaggedText.Plain($"The target of sentence {i}, about as long as its source is.")));

    /// <summary>Every second one a stored sentence with a tenth of its letters replaced, the others unlike any that is stored.</summary>
    public IEnumerable<string> Queries(int count)
    {
        Random random = new(20261123);
        return Enumerable.Range(0, count).Select(i => i % 2 == 0 ? Edited(Sentence(random.Next(pairs)), random) : Sentence(pairs + i));
    }

    // Sentences of the corpus, then again with numbers of their own.
    string Sentence(int index) => index < _sentences.Length
        ? _sentences[index] + "。"
        : $"{_sentences[index % _sentences.Length]}，第{index / _sentences.Length}次{_sentences[index * 7L % _sentences.Length]}。";

    static string Edited(string text, Random random)
    {
        var letters = text.ToCharArray();
        for (var edits = Math.Max(1, text.Length / 10); edits > 0; edits--) letters[random.Next(letters.Length)] = text[random.Next(text.Length)];
        return new(letters);
    }
}
