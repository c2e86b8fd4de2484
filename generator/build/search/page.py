"""What the index keeps of one page: words and texts, ready to be merged with those of other pages."""

import hashlib
import json
import unicodedata
from dataclasses import dataclass

from generator.build.search.records import PageRecords, Record
from generator.build.search.words import words

KINDS = {
    "briefing": "b", "issue": "i", "party": "p", "stance": "t", "quote": "q", "reported": "r", "assessment": "a",
    "page": "g", "source": "s",
}  # fmt: skip
"""The letter of each kind of record. Results of one kind come in this order: stored texts last."""


@dataclass(frozen=True, slots=True)
class IndexedRecord:
    """A record in the index.

    `kind` is a letter of KINDS; `content` is JSON, an array of the anchor, the title (empty if it is that of the page), the text and its
    language, and for a stance its proposition and basis. `words` and `title_words` are the words outside and inside the title, with spaces
    between them. Stances with the same `fingerprint` are the same row on several pages; it is empty for other records.
    """

    kind: str
    content: str
    words: str
    title_words: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """All that the index needs of a page. `url` is relative to the home page and ends with a slash, except that of the home page."""

    url: str
    title: str
    records: tuple[IndexedRecord, ...]


def index_page(page: PageRecords) -> IndexedPage:
    """Return what the index keeps of a page."""
    return IndexedPage(page.url, page.title, tuple(_indexed(record, page.title) for record in page.records))


to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Return content as compact JSON."""


def _indexed(record: Record, page_title: str) -> IndexedRecord:
    title_words = words([record.title])
    content = [
        record.anchor,
        "" if record.title == page_title else record.title,
        unicodedata.normalize("NFC", record.text),
        record.language,
    ]
    return IndexedRecord(
        kind=KINDS[record.kind],
        content=to_json([*content, record.proposition, record.basis] if record.proposition else content),
        words=" ".join(sorted(words([record.text, record.proposition]) - title_words)),
        title_words=" ".join(sorted(title_words)),
        fingerprint=_fingerprint(record) if record.kind == "stance" else "",
    )


def _fingerprint(record: Record) -> str:
    row = [record.anchor.partition("#")[2], record.title, record.text, record.proposition]
    return hashlib.sha256(to_json(row).encode()).hexdigest()[:32]
