"""The search index of the built pages, in small files of which a browser loads only a few.

- `index.json` lists the other files and, for each page, its briefing and the kinds of its records.
- A file of words has for each word the records that it is in.
- A file of a page has the texts of its records, for the results.
- The list of words is for words that nobody wrote, which are probably misspelt.

Files are named by their content, so that a browser never combines an old one with a new one.
"""

import hashlib
import json
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.build.search.records import PageRecords, Record, page_records
from generator.build.search.words import words

FOLDER = "search-index"  # in the site
KINDS = {
    "briefing": "b", "issue": "i", "party": "p", "stance": "t", "quote": "q", "reported": "r", "assessment": "a",
    "page": "g", "source": "s",
}  # fmt: skip
"""The letter of each kind of record. Results of one kind come in this order: stored texts last."""
_SIZE = 16_000  # characters of a file of words
_DIGITS = "0123456789abcdefghijklmnopqrstuv"  # the last digit of a number
_BEFORE = "wxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"  # the digits before it
_CORRECTABLE = re.compile(r"[^\W\d_]{4,}")  # no numbers, signs or pairs of characters


def write_index(site: Path) -> int:
    """Index the pages of `site` into its folder `search-index`; return the number of records."""
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    briefings = [""]
    pages: list[list[Any]] = []
    found: dict[
        str, tuple[list[int], list[int]]
    ] = {}  # the records with a word outside and inside their titles
    total = 0
    for page in page_records(site):
        if page.briefing not in briefings:
            briefings.append(page.briefing)
        for number, record in enumerate(page.records, total):
            _add(found, record, number)
        total += len(page.records)
        pages.append([_write(folder, _texts(page)), briefings.index(page.briefing), _kinds(page.records)])
    # In the order in which JavaScript compares texts.
    in_order = sorted(found, key=lambda word: word.encode("utf-16-be"))
    parts = list(_parts((word, _postings(*found[word])) for word in in_order))
    index = {
        "pages": pages,
        "briefings": briefings,
        "firsts": [next(iter(part)) for part in parts],
        "parts": [_write(folder, part) for part in parts],
        "words": _write(folder, _front_coded(filter(_CORRECTABLE.fullmatch, in_order))),
    }
    (folder / "index.json").write_text(_json(index), encoding="utf-8")
    return total


def _add(found: dict[str, tuple[list[int], list[int]]], record: Record, number: int) -> None:
    in_title = words([record.title])
    for inside, of_record in enumerate((words([record.text, record.proposition]) - in_title, in_title)):
        for word in of_record:
            if word not in found:
                found[word] = [], []
            found[word][inside].append(number)


def _texts(page: PageRecords) -> dict[str, Any]:
    """Return what results show of a page: for each record its id, title, text, language, proposition and basis."""
    return {
        "url": page.url,
        "title": page.title,
        "records": [
            [
                record.anchor,
                "" if record.title == page.title else record.title,
                unicodedata.normalize("NFC", record.text),
                record.language,
                *([record.proposition, record.basis] if record.proposition else []),
            ]
            for record in page.records
        ],
    }


def _kinds(records: Iterable[Record]) -> str:
    """Return the kinds of records in their order, such as `iq3r`: an issue, three quotes and a report."""
    runs = ((kind, len(list(run))) for kind, run in groupby(records, lambda record: record.kind))
    return "".join(f"{KINDS[kind]}{length if length > 1 else ''}" for kind, length in runs)


def _parts(entries: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the words and their records in files of similar size."""
    part: dict[str, str] = {}
    size = 0
    for word, postings in entries:
        if part and size + len(word) + len(postings) > _SIZE:
            yield part
            part, size = {}, 0
        part[word] = postings
        size += len(word) + len(postings) + 6
    if part:
        yield part


def _postings(outside: list[int], inside: list[int]) -> str:
    """Return numbers of records as text: those with the word outside their titles, then those with it in their titles."""
    return " ".join([_gaps(outside), *([_gaps(inside)] if inside else [])])


def _gaps(numbers: list[int]) -> str:
    """Return rising numbers as the gaps between them, in base 32."""
    digits = []
    last = -1
    for number in numbers:
        gap = number - last - 1
        last = number
        text = _DIGITS[gap % 32]
        while gap := gap // 32:
            text = _BEFORE[gap % 32] + text
        digits.append(text)
    return "".join(digits)


def _front_coded(in_order: Iterable[str]) -> str:
    """Return sorted words in one text: each begins with the number of characters (base 36) that it shares with the one before."""
    entries = []
    last = ""
    for word in in_order:
        shared = 0
        while shared < min(len(word), len(last), 35) and word[shared] == last[shared]:
            shared += 1
        entries.append("0123456789abcdefghijklmnopqrstuvwxyz"[shared] + word[shared:])
        last = word
    return " ".join(entries)


def _write(folder: Path, content: Any) -> str:
    """Write a file named by its content; return its name without the suffix."""
    data = _json(content).encode()
    name = hashlib.sha256(data).hexdigest()[:10]
    (folder / f"{name}.json").write_bytes(data)
    return name


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
