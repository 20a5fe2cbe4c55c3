"""Writes names.txt.gz: how often two characters meet in foreign names that Chinese writes by their sound.

Counted in the Chinese names of places, languages and time zones that three Debian packages and the Unicode CLDR hold; counts are facts, no name
is kept.
Usage: apt-get download libgweather-4-common kgeography-data iso-codes; for d in *.deb; do dpkg-deb -x $d places; done
       npm pack cldr-localenames-full@48 cldr-dates-full@48; for t in *.tgz; do tar xzf $t -C places; done
       python3 names.py places
"""
import collections
import gettext
import glob
import gzip
import json
import re
import sys

LEAST_CHARACTER = 3
HAN = re.compile("[\u4e00-\u9fff]+")
KINDS = re.compile("(自治|大都会|直辖|特别|国际|标准|夏令)*(共和国|联邦|地区|大区|行政区|王国|国|城|省|州|市|县|郡|区|岛|群岛|半岛|机场|语|族|文|人|镇|村|湾|湖|河|山|港|角|海|时间)+$")
PARTS = re.compile("^[新圣北南东西上下大小中](?=...)")


def translations(folder):
    for name in ("libgweather-4.0-locations", "kgeography", "iso_3166-1", "iso_3166-2", "iso_639-2", "iso_639-3"):
        with open(f"{folder}/usr/share/locale/zh_CN/LC_MESSAGES/{name}.mo", "rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog
        yield from (text for key, text in catalog.items() if isinstance(key, str) and re.search("[A-Z]", key.split("\x04")[-1]))
    for name in ("territories", "languages", "timeZoneNames"):
        for path in glob.glob(f"{folder}/package/main/zh/{name}.json"):
            with open(path, encoding="utf-8") as file:
                yield from strings(json.load(file)["main"])


def strings(values):
    if isinstance(values, str):
        yield values
    else:
        for value in values.values():
            yield from strings(value)


names = {PARTS.sub("", KINDS.sub("", name)) for text in translations(sys.argv[1]) for name in HAN.findall(text)}
characters = collections.Counter(char for name in names if len(name) > 2 for char in name)
names = sorted(name for name in names if len(name) > 1 and all(characters[char] >= LEAST_CHARACTER for char in name))
single, pairs = collections.Counter(), collections.defaultdict(collections.Counter)
for name in names:
    single.update("^" + name + "$")
    for first, second in zip("^" + name, name + "$"):
        pairs[first][second] += 1
lines = [" ".join(f"{char}{count}" for char, count in single.most_common())]
for first in sorted(pairs):
    by_count = collections.defaultdict(list)
    for second, count in pairs[first].items():
        by_count[count].append(second)
    lines.append(first + "".join(f" {count}{''.join(sorted(seconds))}" for count, seconds in sorted(by_count.items())))
with open("names.txt.gz", "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
    packed.write("".join(line + "\n" for line in lines).encode())
