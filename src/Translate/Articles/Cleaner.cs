using Translate.Articles.Repairs;

namespace Translate.Articles;

/// <summary>Repairs what scraping, conversion and wrong decoding did to articles, and records each repair with what stood there.</summary>
/// <param name="options">What it may do.</param>
/// <param name="knownWords">Words that make a reading likely, such as the glossary's terms; may be empty.</param>
/// <remarks>
/// The order matters: decoding faults come first, because the characters they leave (private use, controls, half a tag) are the
/// evidence for undoing them. A text without suspicious characters costs one scan. Safe for use by several threads.
/// </remarks>
public sealed class Cleaner(CleaningOptions options, IEnumerable<string> knownWords)
{
    readonly Lazy<ChineseModel> _model = new(() => new(knownWords));

    /// <summary>Cleans an article; blocks that become blank are dropped, with their repairs kept.</summary>
    public Article Clean(Article article)
    {
        var notes = PinyinNotes.SeenIn(article.Blocks);
        var markup = options.Markup && !MarkupTalk.IsIn(article);
        Lazy<ByteShift> shift = new(() => new(PageHabits.Of(article.Blocks), _model.Value));
        List<Repair> repairs = [.. article.Repairs];
        List<Block> blocks = new(article.Blocks.Count);
        foreach (var block in article.Blocks)
        {
            var clean = Clean(block, notes, markup, shift, repairs);
            if (!string.IsNullOrWhiteSpace(clean.Text) || string.IsNullOrWhiteSpace(block.Text)) blocks.Add(clean);
        }

        return article with { Blocks = blocks, Repairs = repairs };
    }

    Block Clean(Block block, bool notesElsewhere, bool markup, Lazy<ByteShift> shift, List<Repair> repairs)
    {
        var suspects = Suspects.In(block.Text);
        if (suspects == Suspect.None && !Mixups.IsSuspect(block.Text)) return block;
        var before = repairs.Count;
        Run("escape", options.Codecs, Escapes.Find);
        if (Mixups.IsSuspect(block.Text)) Run("codec", options.Codecs, text => Mixups.Find(text, _model.Value));
        if (ByteShift.IsSuspect(block.Text)) Run("byte-shift", options.ByteShift, text => shift.Value.Find(text));
        var stillShifted = ByteShift.NextMark(block.Text, 0) >= 0 || LostText.IsIn(block.Text);
        Run("lost", true, LostText.Find);
        Run("masked", true, MaskedWords.Find);
        Run("pinyin", options.PinyinNotes, text => PinyinNotes.Find(text, notesElsewhere || PinyinNotes.Find(text, false).Any()));
        Run("markup", markup, MarkupRemnants.Find);
        Run("entity", markup, EntityRemnants.Find);
        // Behind a lost byte, odd characters may be what is left of others: evidence, not litter.
        if (!stillShifted) Run("character", options.Characters, StrayCharacters.Find);
        Run("nfc", options.Normalize, Normalization.Find);
        if (!stillShifted && !HasLostCharacter()) Run("full-width", options.FullWidthLatin, FullWidthLatin.Find);
        Run("ellipsis", options.Ellipses, Ellipses.Find);
        if (options.HalfWidthMarks != HalfWidthMarks.Leave)
            Run("half-width", options.HalfWidthMarks == HalfWidthMarks.Apply, HalfWidthPunctuation.Find);
        return block;

        // Full-width letters of a text that could not be decoded again are evidence as well.
        bool HasLostCharacter() => repairs.Skip(before).Any(repair => repair is { Kind: "character", State: RepairState.Unrecoverable });

        void Run(string kind, bool apply, Func<string, IEnumerable<Fix>> find)
        {
            List<TextEdit> edits = [];
            foreach (var fix in find(block.Text))
            {
                var state = fix.State == RepairState.Applied && !apply ? RepairState.Proposed : fix.State;
                repairs.Add(new(kind, state, block.Number, block.Map.ToInput(fix.Range), fix.Range.In(block.Text), fix.Replacement, fix.Note, block.Part));
                if (state == RepairState.Applied) edits.Add(new(fix.Range, fix.Replacement));
            }

            block = block.After(edits);
        }
    }
}
