"""What an editor decides about a converted file before it is stored: which lines stay, and what its details are."""

import hashlib
import re
from codecs import BOM_UTF8
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.content.model import Corpus, Original, OriginalFormat, Place, SourceKind
from generator.content.model.values import Date, Language, Text, Url
from generator.edit.articles.converted import Converted, Found, Line, text_of
from generator.edit.articles.formats import importer_for
from generator.edit.articles.incoming import Incoming, same_host
from generator.edit.articles.isolated import convert_file
from generator.edit.error import EditError

MARKED = "marked"
NONE = "none"
LONGEST_STRUCK = 300  # characters of a struck line in the details
_ENDINGS = {OriginalFormat.TEXT: "txt"}
_KINDS: Mapping[str, Any] = {
    "title": Text,
    "byline": Text,
    "publisher": Text,
    "published": Date,
    "retrieved": Date,
    "language": Language,
    "url": Url,
    "kind": SourceKind,
}


@dataclass(frozen=True)
class Review:
    """A file as it came in, and what a converter made of it. The lines are numbered from 1."""

    incoming: Incoming
    converted: Converted
    encoding_given: bool = False

    @cached_property
    def doubtful(self) -> tuple[int, ...]:
        """The numbers of the lines that may not belong to the text."""
        return tuple(number for number, line in enumerate(self.converted.lines, 1) if line.doubts)

    @cached_property
    def is_plain(self) -> bool:
        """Whether the file is a clean text in UTF-8 already, which is stored byte for byte."""
        converted, raw = self.converted, self.incoming.raw
        if converted.format != OriginalFormat.TEXT or self.doubtful or converted.steps or converted.notices:
            return False
        try:
            raw.decode()
        except UnicodeDecodeError:
            return False
        return not raw.startswith(BOM_UTF8)

    @property
    def is_simple(self) -> bool:
        """Return whether few questions are needed: an editor has saved a clean text in a file, most often by hand."""
        return self.is_plain and bool(self.incoming.name)

    @cached_property
    def asks_for_encoding(self) -> bool:
        """Whether the encoding was guessed, and nobody has confirmed it."""
        return self.converted.encoding_is_guessed and not self.encoding_given

    @cached_property
    def details(self) -> Mapping[str, tuple[Found, ...]]:
        """The valid values that were found for each detail, the best first; each value once."""
        outside, inside = self.incoming.details, self.converted.details
        found = {key: _valid(key, [*inside.get(key, ()), *outside.get(key, ())]) for key in _KINDS}
        if (urls := found["url"]) and (
            fetched := outside.get("url")
        ):  # the address that a page gives itself may be another site's
            found["url"] = tuple(sorted(urls, key=lambda url: not same_host(url.value, fetched[0].value)))
        return {key: values for key, values in found.items() if values}

    def best(self, key: str) -> str:
        """Return the best value for a detail; empty if none was found."""
        found = self.details.get(key, ())
        return found[0].value if found else ""

    def numbers(self, text: str) -> frozenset[int]:
        """Return the numbers that an editor wrote: “3,7-9”, “marked” or “none”. Raise EditError if a line is not there."""
        struck: set[int] = set()
        for part in filter(None, re.split(r"[\s,;]+", text.strip().lower())):
            if part == MARKED:
                struck.update(self.doubtful)
                continue
            if part == NONE:
                continue
            match = re.fullmatch(r"(\d{1,7})(?:[-–](\d{1,7}))?", part)
            if match is None:
                raise EditError(
                    f"“{part}” is no number of a line. Write for example 3,7-9, or {MARKED}, or {NONE}."
                )
            first, last = int(match[1]), int(match[2] or match[1])
            if not 1 <= first <= last <= len(self.converted.lines):
                raise EditError(f"There is no line {part}. The lines are 1 to {len(self.converted.lines)}.")
            struck.update(range(first, last + 1))
        return frozenset(struck)

    def kept(self, struck: Collection[int]) -> tuple[Line, ...]:
        """Return the lines that stay. Raise EditError if none does."""
        lines = tuple(line for number, line in enumerate(self.converted.lines, 1) if number not in struck)
        if not lines:
            raise EditError(f"Nothing of {self.incoming.label} would be left. Keep at least one line.")
        return lines

    def text(self, struck: Collection[int]) -> bytes:
        """Return the text as it is stored. Raise EditError if nothing of it is left."""
        lines = self.kept(struck)
        return self.incoming.raw if self.is_plain and not struck else text_of(lines).encode()

    @cached_property
    def sha256(self) -> str:
        """The hash of the file."""
        return hashlib.sha256(self.incoming.raw).hexdigest()

    def original(self, struck: Collection[int]) -> Original | None:
        """Return what is recorded about the file; None if it is the stored text itself."""
        if self.is_plain and not struck:
            return None
        converted = self.converted
        lines = [converted.lines[number - 1].text for number in sorted(struck)]
        return Original(
            format=OriginalFormat(converted.format),
            sha256=self.sha256,
            name=self.incoming.name or None,
            encoding=converted.encoding or None,
            converted_by=", ".join([f"Briefing Book {version('briefing-book')}", *converted.programs]),
            steps=converted.steps,
            struck=tuple(map(shortened, lines)),
        )

    @property
    def ending(self) -> str:
        """Return the ending of the kept file, without a dot: its own, such as mhtml, if it is one of its kind."""
        own = PurePath(self.incoming.name).suffix.lower()
        if own in importer_for(self.incoming.raw, self.incoming.label).endings:
            return own[1:]
        known = OriginalFormat(self.converted.format)
        return _ENDINGS.get(known, known.value)

    def places(self, struck: Collection[int]) -> tuple[Place, ...]:
        """Return the paragraphs at which a page begins, or a time of the recording."""
        return tuple(_places(self.kept(struck)))


def review_file(incoming: Incoming, encoding: str = "") -> Review:
    """Convert a file for a review. `encoding` is what an editor says. Raise EditError if it cannot be converted."""
    converted = convert_file(incoming.raw, incoming.label, encoding, incoming.charset)
    return Review(incoming, converted, encoding_given=bool(encoding))


def stored_as(corpus: Corpus, review: Review, struck: Collection[int] = ()) -> str:
    """Return the identifier of the source that was made from the same file, or that has the same text; empty if none."""
    text = hashlib.sha256(review.text(struck)).hexdigest()
    for name, source in corpus.sources.items():
        original = source.about.original
        if source.article.sha256 in (text, review.sha256) or (original and original.sha256 == review.sha256):
            return name
    return ""


def shortened(text: str) -> str:
    """Return a struck line as the details have it."""
    return text if len(text) <= LONGEST_STRUCK else f"{text[: LONGEST_STRUCK - 1].rstrip()}…"


def _valid(key: str, values: Sequence[Found]) -> tuple[Found, ...]:
    adapter, found = TypeAdapter(_KINDS[key]), dict[str, Found]()
    for value in values:
        try:
            text = str(adapter.validate_python(" ".join(value.value.split())))
        except ValidationError:  # such as a date in words: what the file does not say clearly stays unknown
            continue
        found.setdefault(text, Found(text, value.where))
    return tuple(found.values())


def _places(lines: Sequence[Line]) -> Iterator[Place]:
    page = time = ""
    for paragraph, line in enumerate(lines, 1):
        new_page, new_time = line.page if line.page != page else "", line.time if line.time != time else ""
        if new_page or new_time:
            page, time = line.page or page, line.time or time
            yield Place(paragraph=paragraph, page=new_page or None, time=new_time or None)
