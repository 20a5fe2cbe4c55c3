"""Writes pairs.txt.gz: how often two characters meet in running text, marks, letters and digits among them.

Counted in the Simplified Chinese documentation and game texts that Debian packages; counts are facts, no text is kept.
Usage: apt-get download libreoffice-help-zh-cn debian-handbook debian-reference-zh-cn debian-edu-doc-zh-cn kicad-doc-zh \
           debian-faq-zh-cn maint-guide-zh-cn gimp-help-zh-cn gnome-user-docs installation-guide-amd64 \
           freeciv-data wesnoth-1.16-data; for d in *.deb; do dpkg-deb -x $d docs; done
       python3 pairs.py docs
"""
import collections
import gettext
import gzip
import html
import os
import re
import sys

LEAST_PAIR = 2
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


# Latin letters and digits are one kind each; a line has a start and an end.
kinds = lambda line: re.sub("[^\u4e00-\u9fffAD^$" + MARKS + "]", "", re.sub("[0-9]+", "D", re.sub("[A-Za-z]+", "A", line)))
single, pairs = collections.Counter(), collections.defaultdict(collections.Counter)
for line in sentences(sys.argv[1]):
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
