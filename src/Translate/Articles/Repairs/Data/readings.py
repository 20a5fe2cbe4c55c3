"""Writes readings.txt.gz: every syllable and the characters of GBK that can be read so.

Source: the table of the npm package `pinyin` (MIT), itself made from Unihan and Chinese dictionaries.
Usage: npm pack pinyin@4.0.0 && tar xzf pinyin-4.0.0.tgz && python3 readings.py package/lib/cjs/pinyin.js
"""
import collections
import gzip
import re
import sys

by_syllable = collections.defaultdict(list)
text = open(sys.argv[1], encoding="utf-8").read()
for code, readings in re.findall(r'^dict\[0x([0-9a-f]+)\] = "([^"]+)"', text, re.M):
    char = chr(int(code, 16))
    if not "\u4e00" <= char <= "\u9fff":
        continue
    for reading in dict.fromkeys(readings.split(",")):
        by_syllable[reading.strip()].append(char)
lines = (f"{syllable} {''.join(sorted(chars))}\n" for syllable, chars in sorted(by_syllable.items()))
with open("readings.txt.gz", "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
    packed.write("".join(lines).encode())
