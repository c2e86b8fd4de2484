"""Check the whole site from the facts of its pages: what each page needs from other files is there."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from generator.build.verify import files, headers
from generator.build.verify.elements import STORE
from generator.build.verify.facts import PageFacts
from generator.build.verify.page import HINT, excerpt
from generator.build.verify.quotes import NOT_CITED, cited_words, letters_of, source_of
from generator.build.verify.stored_texts import StoredTexts, spans_of
from generator.site.theme_files import ICON

_UNKNOWN_URL = "404.html"  # the only page whose links begin at the root of the host
_FROM_FOOTNOTE = "fnref:"  # a footnote leads back to the places that refer to it
_LINK = f"{HINT}Correct the link. If it stands on a generated page, please report a bug in the generator."


def check_site(
    folder: Path, hashes: Mapping[str, str], pages: Iterable[PageFacts], stored: StoredTexts, passages: int
) -> list[str]:
    """Check the finished site in `folder`; return the problems as `FILE:LINE: message`, those of single pages first.

    `hashes` has the SHA-256 of every file on the disk by its path, `pages` the facts of every page, and `passages` is the number of
    cited passages: the pages of sources must show at least as many.
    """
    by_uri = {page.uri: page for page in pages}
    site = _Site(by_uri, hashes, _base(by_uri))
    findings = [
        *(finding for page in by_uri.values() for finding in site.problems(page)),
        *_compared_with_others(by_uri, stored),
        *_uncited(by_uri, stored),
        *_incomplete(by_uri, stored),
        *files.check(folder, sorted(hashes.keys() - by_uri.keys())),
        *headers.check(folder, by_uri.values()),
        *_uncompared(by_uri, passages),
    ]
    return [
        *(problem for page in by_uri.values() for problem in page.problems),
        *(f"{uri}:{line}: {message}" for uri, line, message in findings),
    ]


@dataclass(frozen=True)
class _Site:
    """The pages of a site by path, the hashes of all its files, and its URL path."""

    pages: Mapping[str, PageFacts]
    hashes: Mapping[str, str]
    base: str

    def problems(self, page: PageFacts) -> Iterator[files.Finding]:
        """Yield each link of a page and each file that it loads, if the site does not have it."""
        if self.hashes.get(page.uri) != page.sha256:
            yield page.uri, 1, "this file differs from the page that was checked"
        for path, (line, element) in page.loads.items():
            target = self._path(path)
            if target is None:
                yield page.uri, line, f"{element} loads from outside the site{STORE}"
            elif target not in self.hashes:
                yield page.uri, line, f"{element} names a file that the site does not have{STORE}"
        for path, parts in page.links.items():
            for part, line in parts.items():
                if message := self._link_problem(path, part):
                    yield page.uri, line, message

    def _path(self, path: str) -> str | None:
        """Return the path of a file in the site; None for a path on the host that is outside the site."""
        if not path.startswith("/"):
            return path
        return path.removeprefix(self.base) if path.startswith(self.base) else None

    def _link_problem(self, path: str, part: str) -> str:
        """Return what is wrong with a link; empty if the site has its file, and the file its part."""
        target = self._path(path)
        if target is None:
            return ""
        if target not in self.hashes and f"{target}/index.html" in self.hashes:
            target = f"{target}/index.html"  # hosts add the slash
        if target not in self.hashes:
            return f"this link leads to a file that the site does not have: {target}{_LINK}"
        if not part or not target.endswith(".html"):
            return ""
        if target in self.pages and part in self.pages[target].ids:
            return ""
        if part.startswith(_FROM_FOOTNOTE):
            label = part.removeprefix(_FROM_FOOTNOTE)
            return f"the text never refers to the footnote “{label}”{HINT}Write [^{label}] in the text, or delete the footnote."
        if part.startswith("at-") and (source := source_of(target)):
            return f"this link leads to no passage of the source “{source}”: #{part}{_LINK}"
        return f"this link leads to a part that {target} does not have: #{part}{_LINK}"


def _base(pages: Mapping[str, PageFacts]) -> str:
    """Return the URL path of the published site, from the icon of the page for unknown URLs."""
    for path in pages[_UNKNOWN_URL].loads if _UNKNOWN_URL in pages else ():
        if path.startswith("/") and path.endswith(f"/{ICON}"):
            return path.removesuffix(ICON)
    return "/"


def _compared_with_others(pages: Mapping[str, PageFacts], stored: StoredTexts) -> Iterator[files.Finding]:
    """Yield the pages that were compared with other texts than those that are stored now."""
    for uri, page in pages.items():
        for source, version in page.texts.items():
            if version != stored.version(source):
                yield (
                    uri,
                    1,
                    f"the stored text of {source} differs from the text that this page was compared with",
                )


def _uncited(pages: Mapping[str, PageFacts], stored: StoredTexts) -> Iterator[files.Finding]:
    """Yield the words on pages that are in no cited passage."""
    cited = _Cited(pages, stored)
    for uri, page in pages.items():
        for line, source, place, words in page.places:
            if not cited.has_place(source, place):
                yield uri, line, f"{NOT_CITED}: {words}"
        for line, words in page.words:
            if words not in cited.words:
                yield uri, line, f"{NOT_CITED}: {excerpt(words)}"


def _incomplete(pages: Mapping[str, PageFacts], stored: StoredTexts) -> Iterator[files.Finding]:
    """Yield the passages of which the parts of a source do not mark all words."""
    found: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    for uri, page in pages.items():
        for line, place, count in page.pieces:
            found.setdefault((source_of(uri) or "", place), []).append((uri, line, count))
    for (source, place), pieces in found.items():
        letters = letters_of("".join(stored.segments(source, place)))
        if sum(count for _, _, count in pieces) != len(letters):
            uri, line, _ = pieces[0]
            yield uri, line, f"the words of this passage are not all marked: {place}"


class _Cited:
    """The cited passages that the pages of sources have."""

    def __init__(self, pages: Mapping[str, PageFacts], stored: StoredTexts) -> None:
        """Collect the places of passages and, of sources that are not withheld, their words."""
        places: dict[str, set[str]] = {}
        for uri, page in pages.items():
            if (source := source_of(uri)) and not stored.is_withheld(source):
                places.setdefault(source, set()).update(page.passages)
        self._spans = {source: _Spans(places_of_source) for source, places_of_source in places.items()}
        self.words = {
            words
            for source, places_of_source in places.items()
            for place in places_of_source
            for words in cited_words(stored.segments(source, place))
        }

    def has_place(self, source: str, place: str) -> bool:
        """Return whether each part of a place is inside a part of a cited passage of the source."""
        spans = self._spans.get(source)
        return spans is not None and all(spans.include(*span) for span in spans_of(place))


class _Spans:
    """Spans of one text."""

    def __init__(self, places: Iterable[str]) -> None:
        """Sort the spans of `places`."""
        spans = sorted(span for place in places for span in spans_of(place))
        self._starts = [start for start, _ in spans]
        self._furthest = list(accumulate((end for _, end in spans), max))  # end of a span up to each one

    def include(self, start: int, end: int) -> bool:
        """Return whether one of the spans has all characters from `start` to `end`."""
        number = bisect_right(self._starts, start)
        return number > 0 and self._furthest[number - 1] >= end


def _uncompared(pages: Mapping[str, PageFacts], passages: int) -> Iterator[files.Finding]:
    """Yield a problem if fewer passages are marked on the pages of sources than there are."""
    compared = sum(len(page.marked) for page in pages.values())
    if compared < passages:
        message = f"only {compared:,} of {passages:,} cited passages are marked on the pages of their sources"
        yield "sources/index.html", 1, message
