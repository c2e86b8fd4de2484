"""Write the search index: small files of which a browser loads only a few.

- `index.json` lists the other files, and for each file of texts its briefing and the kinds of its records.
- A file of texts has the records of some pages, for the results.
- A file of words has for each word the records that it is in.
- The list of words is for words that nobody wrote, which are probably misspelt.

Files are named by their content, so that a browser never combines an old one with a new one. The hash of a page's URL or of a word says
whether it can begin a new file, so that a change moves nothing between the other files.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from zlib import crc32

from generator.build.search.page import KINDS, IndexedPage, IndexedRecord, to_json

_LEAST, _MOST = 6_000, 16_000  # characters of a file
_PAGES, _WORDS = 4, 64  # one of so many can begin a new file
_RANKS = {letter: rank for rank, letter in enumerate(KINDS.values())}
_DIGITS = "0123456789abcdefghijklmnopqrstuv"  # the last digit of a number
_BEFORE = "wxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"  # the digits before it
_CORRECTABLE = re.compile(r"[^\W\d_]{4,}")  # no numbers, signs or pairs of characters

_Entry = tuple[IndexedPage, IndexedRecord]
Write = Callable[[Path, bytes], None]
"""Writes a file with this content, if it is not there already."""


def replace_file(path: Path, content: bytes) -> None:
    """Write a file, but do not touch one that stays the same."""
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def write_index(folder: Path, pages: Iterable[IndexedPage], write: Write = replace_file) -> int:
    """Write the index of `pages`, which come in the order of their URLs, into `folder`; return the number of records.

    Texts are written as the pages come: no more than the pages of one briefing are held. `write` writes a file; other files of the folder are
    removed.
    """
    folder.mkdir(exist_ok=True)
    written: set[Path] = set()
    briefings = {"": 0}
    texts: list[tuple[str, int, str]] = []
    outside: defaultdict[str, list[int]] = defaultdict(list)  # records that have a word outside their titles
    inside: defaultdict[str, list[int]] = defaultdict(list)
    total = 0
    for briefing, entries in _text_files(pages):
        name = _write(folder, _texts(entries), written, write)
        texts.append((name, briefings.setdefault(briefing, len(briefings)), _kinds(entries)))
        for number, (_, record) in enumerate(entries, total):
            for word in record.words.split():
                outside[word].append(number)
            for word in record.title_words.split():
                inside[word].append(number)
        total += len(entries)
    # In the order in which JavaScript compares texts.
    words = sorted(outside.keys() | inside.keys(), key=lambda word: word.encode("utf-16-be"))
    parts = [
        (next(iter(part)), _write(folder, to_json(part), written, write))
        for part in _word_files(
            (word, _postings(outside.get(word, []), inside.get(word, []))) for word in words
        )
    ]
    index = {
        "texts": texts,
        "briefings": list(briefings),
        "firsts": [first for first, _ in parts],
        "parts": [name for _, name in parts],
        "words": _write(folder, to_json(_front_coded(filter(_CORRECTABLE.fullmatch, words))), written, write),
    }
    write(folder / "index.json", to_json(index).encode())
    for path in set(folder.iterdir()) - written - {folder / "index.json"}:
        path.unlink()
    return total


def _text_files(pages: Iterable[IndexedPage]) -> Iterator[tuple[str, list[_Entry]]]:
    """Yield the records of each file of texts, with the title of the briefing that they belong to."""
    entries: list[_Entry] = []
    title, size = "", 0
    for briefing, (page, record) in _in_order(pages):
        begins = page is not entries[-1][0] and _can_begin(page.url, _PAGES) if entries else False
        if entries and (briefing != title or size >= _MOST or (size >= _LEAST and begins)):
            yield title, entries
            entries, size = [], 0
        title = briefing
        entries.append((page, record))
        size += len(record.content)
    if entries:
        yield title, entries


def _in_order(pages: Iterable[IndexedPage]) -> Iterator[tuple[str, _Entry]]:
    """Yield each record with the title of its briefing. Records of a briefing are sorted by kind, as results are."""
    rows: set[str] = set()  # the same row can stand on pages of briefings and of parties
    for title, group in _briefings(pages):
        entries = [(page, record) for page in group for record in page.records]
        for entry in sorted(entries, key=lambda entry: _RANKS[entry[1].kind]):
            row = entry[1].fingerprint
            if row not in rows:
                yield title, entry
            if row:
                rows.add(row)


def _briefings(pages: Iterable[IndexedPage]) -> Iterator[tuple[str, list[IndexedPage]]]:
    """Yield the title and the pages of each briefing, and other pages alone, without a title."""
    briefing: list[IndexedPage] = []
    for page in pages:
        if briefing and page.url.startswith(briefing[0].url):
            briefing.append(page)
            continue
        if briefing:
            yield briefing[0].title, briefing
            briefing = []
        if page.records[-1].kind == KINDS["briefing"]:
            briefing = [page]
        else:
            yield "", [page]
    if briefing:
        yield briefing[0].title, briefing


def _texts(entries: Iterable[_Entry]) -> str:
    """Return a file of texts: a list of pages, each with its URL, its title and some of its records."""
    pages = []
    for _, run in groupby(entries, key=lambda entry: entry[0].url):
        of_page = list(run)
        head = to_json([of_page[0][0].url, of_page[0][0].title])
        pages.append(",".join([head[:-1], *(record.content for _, record in of_page)]) + "]")
    return f"[{','.join(pages)}]"


def _kinds(entries: Iterable[_Entry]) -> str:
    """Return the kinds of records in their order, such as `iq3r`: an issue, three quotes and a report."""
    runs = ((kind, len(list(run))) for kind, run in groupby(entries, lambda entry: entry[1].kind))
    return "".join(f"{kind}{length if length > 1 else ''}" for kind, length in runs)


def _word_files(postings: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the words of each file, with their records."""
    part: dict[str, str] = {}
    size = 0
    for word, numbers in postings:
        if size >= _MOST or (size >= _LEAST and _can_begin(word, _WORDS)):
            yield part
            part, size = {}, 0
        part[word] = numbers
        size += len(word) + len(numbers) + 6
    if part:
        yield part


def _can_begin(key: str, one_of: int) -> bool:
    return crc32(key.encode()) % one_of == 0


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


def _write(folder: Path, content: str, written: set[Path], write: Write) -> str:
    """Write a file named by its content, and remember it; return its name without the suffix."""
    data = content.encode()
    name = hashlib.sha256(data).hexdigest()[:10]
    path = folder / f"{name}.json"
    if path not in written:
        write(path, data)
        written.add(path)
    return name
