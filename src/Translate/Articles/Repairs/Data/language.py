"""Writes language.bin.gz: how often Chinese words are used, and how often one follows another.

The figures are probabilities that two language models of input methods hold, mixed half and half: that of libime (words of an
encyclopedia and news, no marks) and that of open-gram as sunpinyin has it (web texts, with marks). Pairs that tell little are left out.
Usage: apt-get download libime-data-language-model sunpinyin-data; for d in *.deb; do dpkg-deb -x $d models; done
       python3 language.py models
"""
import array
import gzip
import heapq
import math
import struct
import sys

PAIRS, STEP = 2_000_000, 4  # how many pairs are kept; logarithms are written in quarters
HAN, OTHER, KNOWN_SHARE = 0.8, 0.06, 0.74  # libime has no marks, letters and digits: shares of what it knows and of the rest
OTHER_WORD = "\x00"  # any run of letters or digits, and words neither model has
libime = sys.argv[1] + "/usr/lib/x86_64-linux-gnu/libime/zh_CN.lm"
sunpinyin = sys.argv[1] + "/usr/lib/x86_64-linux-gnu/sunpinyin/data/"


def read_libime(path):
    """A KenLM file: a trie of word triples, quantised, with chopped pointers. Pairs are listed by their second word."""
    data = open(path, "rb").read()
    words_count, pairs_count, triples_count = struct.unpack_from("<3Q", data, 0x6C)
    strings = data.index(b"<unk>\0")
    words = [word.decode() for word in data[strings:].split(b"\0")[:words_count]]
    at = 0x88 + 8 + 8 * words_count
    _, chance_bits, backoff_bits = data[at:at + 3]
    chances = struct.unpack_from(f"<{1 << chance_bits}f", data, at + 8)
    at += 8 + 8 * (1 << chance_bits) + 4 * (1 << backoff_bits)
    singles = [struct.unpack_from("<ffQ", data, at + 16 * index) for index in range(words_count + 1)]
    at += 16 * (words_count + 2)
    needed = triples_count.bit_length()
    chopped = min(range(needed + 1), key=lambda bits: (triples_count >> (needed - bits)) * 64 - (pairs_count + 1) * bits)
    at += 8 * (2 + (triples_count >> (needed - chopped))) + 7
    word_bits = words_count.bit_length()
    width = word_bits + backoff_bits + chance_bits + needed - chopped
    chance = {word: 10 ** single[0] for word, single in zip(words, singles)}
    backoff = {word: 10 ** single[1] for word, single in zip(words, singles)}
    follows = {}
    for second, single, after in zip(words, singles, singles[1:]):
        for index in range(single[2], after[2]):
            byte = at + (index * width >> 3)
            bits = int.from_bytes(data[byte:byte + 8], "little") >> (index * width & 7)
            first = words[bits & ((1 << word_bits) - 1)]
            code = bits >> (word_bits + backoff_bits) & ((1 << chance_bits) - 1)
            follows.setdefault(first, {})[second] = 10 ** chances[code]
    del chance["<unk>"]
    return chance, backoff, follows


def read_sunpinyin(folder):
    """A threaded model of word triples; the word with number 0 stands for all that is no word."""
    data, lexicon = (open(folder + name, "rb").read() for name in ("lm_sc.t3g", "pydict_sc.bin"))
    words = lexicon[struct.unpack_from("<3I", lexicon)[2]:].decode("utf-32-le").split("\0")
    sizes = struct.unpack_from("<4I", data, 8)
    chances, backoffs = struct.unpack_from("<65536f", data, 24), struct.unpack_from("<16384f", data, 24 + 4 * 65536)
    at = 24 + 4 * (65536 + 16384) + 12 * sizes[0]
    nodes = [(first & 0x3FFFF, first >> 18, second & 0xFFFF, (third >> 25) << 16 | second >> 16)
             for first, second, third in struct.iter_unpack("<3I", data[at:at + 12 * (sizes[1] + sizes[2])])]
    singles, pairs = nodes[:sizes[1]], nodes[sizes[1]:]
    name = lambda number: words[number] or OTHER_WORD
    chance = {name(node[0]): chances[node[2]] for node in singles[:-1]}
    backoff = {name(node[0]): backoffs[node[1]] for node in singles[:-1]}
    follows = {name(node[0]): {name(pair[0]): chances[pair[2]] for pair in pairs[node[3]:after[3]]}
               for node, after in zip(singles, singles[1:])}
    return chance, backoff, follows


def given(model, first, second):
    chance, backoff, follows = model
    return follows.get(first, {}).get(second) or backoff.get(first, 1) * chance.get(second, 0)


def is_word(word):
    return word == OTHER_WORD or 0 < len(word) <= 8 and all("\u4e00" <= char <= "\u9fff" or char in "，。；？！：“”、…" for char in word)


news, web = read_libime(libime), read_sunpinyin(sunpinyin)


def share(word):
    """Of a word without context, in the mixture."""
    if word == OTHER_WORD:
        return OTHER / 2 + web[0][word] / 4
    known = web[0].get(word, 0)
    return (HAN * news[0].get(word, 0) if word[0] >= "\u4e00" and word[0] <= "\u9fff" else KNOWN_SHARE * known) / 2 + known / 2


def mixed(first, second):
    """Of a word behind another, in the mixture."""
    behind = given(web, first, second)
    if second == OTHER_WORD:
        return OTHER / 2 + behind / 4
    return (HAN * given(news, first, second) if "\u4e00" <= second[0] <= "\u9fff" else KNOWN_SHARE * web[0].get(second, 0)) / 2 + behind / 2


def write_int(out, number):
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def code(chance):
    return min(255, round(-math.log(chance) * STEP))


shares = {word: share(word) for word in {**news[0], **web[0]} if is_word(word)}
words = sorted(shares, key=lambda word: (-shares[word], word))
numbers = {word: number for number, word in enumerate(words)}
total = sum(shares.values())
kept = []
for first in words:
    seconds = {second: mixed(first, second) for second in {**news[2].get(first, {}), **web[2].get(first, {})} if second in numbers}
    rest = max(0.05, (total - sum(seconds.values())) / (total - sum(shares[second] for second in seconds)))
    for second, chance in seconds.items():
        gain = shares[first] * chance * abs(math.log(chance / (rest * shares[second])))
        entry = (gain, numbers[first], numbers[second], chance)
        if len(kept) < PAIRS:
            heapq.heappush(kept, entry)
        elif entry > kept[0]:
            heapq.heapreplace(kept, entry)
followers = [[] for _ in words]
for _, first, second, chance in kept:
    followers[first].append((second, chance))

head, body, codes = bytearray(), bytearray(), bytearray()
write_int(head, len(words))
for word, seconds in zip(words, followers):
    seconds.sort()
    rest = max(0.05, (total - sum(chance for _, chance in seconds)) / (total - sum(shares[words[second]] for second, _ in seconds)))
    text = word.encode()
    head += bytes([len(text)]) + text + bytes([code(shares[word]), max(0, min(255, round(64 - math.log(rest) * 16)))])
    write_int(body, len(seconds))
    last = -1
    for second, chance in seconds:
        write_int(body, second - last - 1)
        codes.append(code(chance))
        last = second
with open("language.bin.gz", "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
    packed.write(head + body + codes)
