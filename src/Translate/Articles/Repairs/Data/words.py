"""Writes words.txt.gz (how often Chinese words are used) and pairs.txt.gz (how often two characters meet in running text).

Words: the dictionary of jieba as the npm package `nodejieba` carries it (MIT).
Pairs: counted in the Simplified Chinese documentation and game texts that Debian packages; counts are facts, no text is kept.
Usage: npm pack nodejieba@3.5.8 && tar xzf nodejieba-3.5.8.tgz
       apt-get download libreoffice-help-zh-cn debian-handbook debian-reference-zh-cn debian-edu-doc-zh-cn kicad-doc-zh \
           debian-faq-zh-cn maint-guide-zh-cn gimp-help-zh-cn gnome-user-docs installation-guide-amd64 \
           freeciv-data wesnoth-1.16-data; for d in *.deb; do dpkg-deb -x $d docs; done
       python3 words.py package/submodules/cppjieba/dict/jieba.dict.utf8 docs
"""
import collections
import gettext
import gzip
import html
import math
import os
import re
import sys

LEAST_WORD, LEAST_PAIR, STEPS = 8, 2, 4
HAN = re.compile("[\u4e00-\u9fff]")
MARKS = "，。、；：？！“”‘’（）《》…—·"


def write(name, lines):
    with open(name, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("".join(line + "\n" for line in lines).encode())


def texts(folder):
    for path in sorted(os.path.join(d, f) for d, _, files in os.walk(folder) for f in files):
        if not re.search("zh", path, re.I) or re.search("zh.?TW", path, re.I):
            continue
        if path.endswith(".mo"):
            with open(path, "rb") as file:
                yield "\n".join(str(text) for text in gettext.GNUTranslations(file)._catalog.values())
        elif path.endswith((".html", ".page")):
            yield open(path, encoding="utf-8", errors="ignore").read()


def sentences(folder):
    seen = set()
    for text in texts(folder):
        text = re.sub(r"(?s)<(script|style|pre|screen|code)\b.*?</\1>", "x", text)
        text = re.sub(r"</?(p|div|li|td|th|tr|h\d|title|br|dt|dd|ul|table|section)\b[^>]*>", "\n", text)
        for line in html.unescape(re.sub(r"<[^>]+>", "", text)).split("\n"):
            line = re.sub(r"\s+", " ", line).strip()
            if len(HAN.findall(line)) >= 8 and line not in seen:
                seen.add(line)
                yield line


frequency = {}
for entry in open(sys.argv[1], encoding="utf-8"):
    word, count, *_ = entry.split(" ")
    if re.fullmatch("[\u4e00-\u9fff]{1,6}", word) and (len(word) == 1 or int(count) >= LEAST_WORD):
        frequency[word] = int(count)
total = sum(frequency.values())
by_cost = collections.defaultdict(list)
for word, count in frequency.items():
    by_cost[round(-math.log(count / total) * STEPS)].append(word)
write("words.txt.gz", (f"{cost} {' '.join(sorted(by_cost[cost]))}" for cost in sorted(by_cost)))

# Latin letters and digits are one kind each; a line has a start and an end.
kinds = lambda line: re.sub("[^\u4e00-\u9fffAD^$" + MARKS + "]", "", re.sub("[0-9]+", "D", re.sub("[A-Za-z]+", "A", line)))
single, pairs = collections.Counter(), collections.defaultdict(collections.Counter)
for line in sentences(sys.argv[2]):
    line = "^" + kinds(line.replace("^", "").replace("$", "")) + "$"
    single.update(line)
    for first, second in zip(line, line[1:]):
        pairs[first][second] += 1
lines = ["".join(f"{char}{count} " for char, count in single.most_common() if count >= LEAST_PAIR).strip()]
for first in sorted(pairs):
    by_count = collections.defaultdict(list)
    for second, count in pairs[first].items():
        if count >= LEAST_PAIR:
            by_count[count].append(second)
    if by_count:
        lines.append(first + "".join(f" {count}{''.join(sorted(seconds))}" for count, seconds in sorted(by_count.items())))
write("pairs.txt.gz", lines)
