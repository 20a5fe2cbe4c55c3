"""Writes language.bin.gz: how often Chinese words are used, and how often one follows another, or two others.

The figures are probabilities that two language models of input methods hold, mixed half and half: that of libime (words of an
encyclopedia and news, no marks) and that of open-gram as sunpinyin has it (web texts, with marks). What tells little is left out.
Usage: apt-get download libime-data-language-model sunpinyin-data; for d in *.deb; do dpkg-deb -x $d models; done
       python3 language.py models
"""
import bisect
import gzip
import heapq
import math
import struct
import sys
from typing import NamedTuple

PAIRS, TRIPLES, STEP = 2_000_000, 1_000_000, 4  # how many are kept; logarithms are written in quarters
HAN, OTHER, KNOWN_SHARE = 0.8, 0.06, 0.74  # libime has no marks, letters and digits: shares of what it knows and of the rest
OTHER_WORD = "\x00"  # any run of letters or digits, and words neither model has
libime = sys.argv[1] + "/usr/lib/x86_64-linux-gnu/libime/zh_CN.lm"
sunpinyin = sys.argv[1] + "/usr/lib/x86_64-linux-gnu/sunpinyin/data/"


class Model(NamedTuple):
    """Chances of words, of words behind one, and behind two; and how much of what a shorter context says counts behind a longer one."""
    chance: dict
    backoff: dict
    pairs: dict  # first: {second: chance}
    pair_backoff: dict  # (first, second): weight
    triples: dict  # (first, second): {third: chance}

    def behind(self, first, second):
        return self.pairs.get(first, {}).get(second) or self.backoff.get(first, 1) * self.chance.get(second, 0)

    def behind_two(self, first, second, third):
        return self.triples.get((first, second), {}).get(third) or self.pair_backoff.get((first, second), 1) * self.behind(second, third)


class Bits:
    """Records of so many bits each, packed without gaps."""
    def __init__(self, data, at, *widths):
        self.data, self.at, self.widths, self.width = data, at, widths, sum(widths)

    def __getitem__(self, index):
        at = index * self.width
        bits = int.from_bytes(self.data[self.at + (at >> 3):self.at + (at >> 3) + 16], "little") >> (at & 7)
        fields = []
        for width in self.widths:
            fields.append(bits & ((1 << width) - 1))
            bits >>= width
        return fields


def read_libime(path):
    """A KenLM file: a trie of word triples, quantised, with chopped pointers. What precedes a word is listed under it."""
    data = open(path, "rb").read()
    words_count, pairs_count, triples_count = struct.unpack_from("<3Q", data, 0x6C)
    strings = data.index(b"<unk>\0")
    words = [word.decode() for word in data[strings:].split(b"\0")[:words_count]]
    at = 0x88 + 8 + 8 * words_count
    _, chance_bits, backoff_bits = data[at:at + 3]
    at += 8
    chances, at = struct.unpack_from(f"<{1 << chance_bits}f", data, at), at + (4 << chance_bits)
    backoffs, at = struct.unpack_from(f"<{1 << backoff_bits}f", data, at), at + (4 << backoff_bits)
    triple_chances, at = struct.unpack_from(f"<{1 << chance_bits}f", data, at), at + (4 << chance_bits)
    singles = [struct.unpack_from("<ffQ", data, at + 16 * index) for index in range(words_count + 1)]
    at += 16 * (words_count + 2)
    needed = triples_count.bit_length()
    chopped = min(range(needed + 1), key=lambda bits: (triples_count >> (needed - bits)) * 64 - (pairs_count + 1) * bits)
    low, rows = needed - chopped, 2 + (triples_count >> (needed - chopped))
    highs = struct.unpack_from(f"<{rows}Q", data, at)[1:]
    at += 8 * rows + 7
    word_bits = words_count.bit_length()
    pair_rows = Bits(data, at, word_bits, backoff_bits, chance_bits, low)
    triple_rows = Bits(data, at + ((pairs_count + 1) * pair_rows.width + 7) // 8 + 8, word_bits, chance_bits)
    pointer = lambda index: (bisect.bisect_right(highs, index) - 1) << low | pair_rows[index][3]
    pairs, pair_backoff, triples = {}, {}, {}
    for second, single, after in zip(words, singles, singles[1:]):
        for index in range(single[2], after[2]):
            number, backoff, code, _ = pair_rows[index]
            first = words[number]
            pairs.setdefault(first, {})[second] = 10 ** chances[code]
            pair_backoff[first, second] = 10 ** backoffs[backoff]
            for triple in range(pointer(index), pointer(index + 1)):
                number, code = triple_rows[triple]
                triples.setdefault((words[number], first), {})[second] = 10 ** triple_chances[code]
    chance = {word: 10 ** single[0] for word, single in zip(words, singles) if word != "<unk>"}
    return Model(chance, {word: 10 ** single[1] for word, single in zip(words, singles)}, pairs, pair_backoff, triples)


def read_sunpinyin(folder):
    """A threaded model of word triples; the word with number 0 stands for all that is no word."""
    data, lexicon = (open(folder + name, "rb").read() for name in ("lm_sc.t3g", "pydict_sc.bin"))
    words = [word or OTHER_WORD for word in lexicon[struct.unpack_from("<3I", lexicon)[2]:].decode("utf-32-le").split("\0")]
    sizes = struct.unpack_from("<4I", data, 8)
    chances, backoffs = struct.unpack_from("<65536f", data, 24), struct.unpack_from("<16384f", data, 24 + 4 * 65536)
    at = 24 + 4 * (65536 + 16384) + 12 * sizes[0]
    nodes = [(words[first & 0x3FFFF], backoffs[first >> 18], chances[second & 0xFFFF], (third >> 25) << 16 | second >> 16)
             for first, second, third in struct.iter_unpack("<3I", data[at:at + 12 * (sizes[1] + sizes[2])])]
    leaves = [(words[first & 0x3FFFF], chances[first >> 18 | second >> 25 << 14])
              for first, second in struct.iter_unpack("<2I", data[at + 12 * len(nodes):at + 12 * len(nodes) + 8 * sizes[3]])]
    singles, seconds = nodes[:sizes[1]], nodes[sizes[1]:]
    pairs, pair_backoff, triples = {}, {}, {}
    for single, after in zip(singles, singles[1:]):
        for index in range(single[3], after[3]):
            word, backoff, chance, leaf = seconds[index]
            pairs.setdefault(single[0], {})[word] = chance
            pair_backoff[single[0], word] = backoff
            if index + 1 < len(seconds) and leaf < seconds[index + 1][3]:
                triples[single[0], word] = dict(leaves[leaf:seconds[index + 1][3]])
    return Model({node[0]: node[2] for node in singles[:-1]}, {node[0]: node[1] for node in singles[:-1]}, pairs, pair_backoff, triples)


def is_word(word):
    return word == OTHER_WORD or 0 < len(word) <= 8 and all(is_han(char) or char in "，。；？！：“”、…" for char in word)


def is_han(char):
    return "\u4e00" <= char <= "\u9fff"


news, web = read_libime(libime), read_sunpinyin(sunpinyin)


def mixed(word, of_news, of_web):
    """A word's chance in the mixture, by its chances in both."""
    if word == OTHER_WORD:
        return OTHER / 2 + of_web / 4
    return (HAN * of_news if is_han(word[0]) else KNOWN_SHARE * web.chance.get(word, 0)) / 2 + of_web / 2


def behind(first, second):
    return mixed(second, news.behind(first, second), web.behind(first, second))


def behind_two(first, second, third):
    return mixed(third, news.behind_two(first, second, third), web.behind_two(first, second, third))


def rest(listed, shorter):
    """How much a word that is not listed keeps of what a shorter context says."""
    return max(0.05, (total - sum(listed.values())) / (total - sum(shorter[word] for word in listed)))


class Best:
    """The entries that tell most."""
    def __init__(self, most):
        self.most, self.entries = most, []

    def offer(self, weight, chance, expected, *entry):
        entry = (weight * chance * abs(math.log(chance / expected)), *entry, chance)
        if len(self.entries) < self.most:
            heapq.heappush(self.entries, entry)
        elif entry > self.entries[0]:
            heapq.heapreplace(self.entries, entry)


def write_int(out, number):
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def code(chance):
    return min(255, round(-math.log(chance) * STEP))


def rest_code(share):
    return max(0, min(255, round(64 - math.log(share) * 16)))


def write_list(out, codes, entries):
    """Numbers of words, upwards, and their chances."""
    write_int(out, len(entries))
    last = -1
    for number, chance in sorted(entries):
        write_int(out, number - last - 1)
        codes.append(code(chance))
        last = number


shares = {word: mixed(word, news.chance.get(word, 0), web.chance.get(word, 0)) for word in {**news.chance, **web.chance} if is_word(word)}
words = sorted(shares, key=lambda word: (-shares[word], word))
numbers = {word: number for number, word in enumerate(words)}
total = sum(shares.values())

best = Best(PAIRS)
for first in words:
    seconds = {second: behind(first, second) for second in {**news.pairs.get(first, {}), **web.pairs.get(first, {})} if second in numbers}
    left = rest(seconds, shares)
    for second, chance in seconds.items():
        best.offer(shares[first], chance, left * shares[second], numbers[first], numbers[second])
followers = [[] for _ in words]
for _, first, second, chance in best.entries:
    followers[first].append((second, chance))

best = Best(TRIPLES)
for first, seconds in enumerate(followers):
    for second, chance in seconds:
        pair = words[first], words[second]
        thirds = {third: behind_two(*pair, third) for third in {**news.triples.get(pair, {}), **web.triples.get(pair, {})} if third in numbers}
        shorter = {third: behind(pair[1], third) for third in thirds}
        left = rest(thirds, shorter) if thirds else 1
        for third, third_chance in thirds.items():
            best.offer(shares[pair[0]] * chance, third_chance, left * shorter[third], first, second, numbers[third])
after_two = {}
for _, first, second, third, chance in best.entries:
    after_two.setdefault((first, second), []).append((third, chance))

head, lists, codes, long_lists, long_codes = (bytearray() for _ in range(5))
write_int(head, len(words))
pair, last = 0, -1
write_int(long_lists, len(after_two))
for first, (word, seconds) in enumerate(zip(words, followers)):
    text = word.encode()
    head += bytes([len(text)]) + text + bytes([code(shares[word]), rest_code(rest({words[second]: chance for second, chance in seconds}, shares))])
    write_list(lists, codes, seconds)
    for second, _ in sorted(seconds):
        if thirds := after_two.get((first, second)):
            write_int(long_lists, pair - last - 1)
            listed = {words[third]: chance for third, chance in thirds}
            long_lists.append(rest_code(rest(listed, {third: behind(words[second], third) for third in listed})))
            write_list(long_lists, long_codes, thirds)
            last = pair
        pair += 1
with open("language.bin.gz", "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
    packed.write(head + lists + codes + long_lists + long_codes)
