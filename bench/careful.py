#!/usr/bin/env python3
"""What a careful author writes without clamor: csv and dictionaries.

usage: careful.py FORMS EXPORT      (FORMS: clamor-lexicon list)

Counts the posts of each day that hold a form of each lexicon. Words, stems and
phrases only: no negation, no topics, no evidence, no expressions. One of the
peers of scripts/bench.
"""
import collections
import csv
import re
import sys
import unicodedata

TOKEN = re.compile(r"\w+")


def fold(text):
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c))


def read_forms(path):
    """Words and phrases, stems, and how many words phrases have at most, by
    their first."""
    whole, stems, longest = {}, {}, collections.defaultdict(int)
    with open(path, encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            words = fold(row["form"]).split()
            if not all(re.fullmatch(r"\w+\*?", w) for w in words):
                continue
            if len(words) == 1 and words[0].endswith("*"):
                stems[words[0][:-1]] = row["lexicon"]
            else:
                whole[" ".join(words)] = row["lexicon"]
                longest[words[0]] = max(longest[words[0]], len(words))
    return whole, stems, longest


def lexicons_in(text, whole, stems, longest):
    found = set()
    words = TOKEN.findall(fold(text))
    for i, word in enumerate(words):
        for n in range(1, longest.get(word, 0) + 1):
            lexicon = whole.get(" ".join(words[i:i + n]))
            if lexicon:
                found.add(lexicon)
        for n in range(3, len(word) + 1):
            if word[:n] in stems:
                found.add(stems[word[:n]])
    return found


def main():
    forms = read_forms(sys.argv[1])
    counts = collections.Counter()
    with open(sys.argv[2], encoding="utf-8", errors="replace",
              newline="") as f:
        for row in csv.DictReader(f):
            for lexicon in lexicons_in(row["text"], *forms):
                counts[row["created_at"][:10], lexicon] += 1
    out = csv.writer(sys.stdout)
    for (day, lexicon), n in sorted(counts.items()):
        out.writerow([day, lexicon, n])


main()
