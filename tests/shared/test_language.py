"""The words of the site: all of them in every catalogue, and nothing of ours on a page outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import html5lib
import pytest
from babel.messages.pofile import read_po
from markdown import Markdown

from generator import language as room
from generator.content.files import read_files
from generator.language import CATALOGUES, ENGLISH, Language
from generator.partial_date import MONTHS, PartialDate
from generator.pipeline import build_pages, examine, site_of
from scripts.words import extracted
from tests.building import HARBOUR

GERMAN = Language("de")
NAMES = {"english", "german", "bibtex", "ris", "csl", "json", "csv", "sha", "at"}
"""Words that stand on pages as they are: names of languages, which come from elsewhere, and of formats."""
_PLACES = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def test_a_catalogue_has_every_text_of_the_program_and_no_other(path: Path) -> None:
    with path.open("rb") as file:
        held = read_po(file, locale=path.stem)
    texts = {message.id for message in held if message.id}
    assert texts == {message.id for message in extracted() if message.id}, "run python -m scripts.words"
    texts_of = [message for message in held if message.id]
    assert [one.id for one in texts_of if one.fuzzy or not _forms(one.string)] == []


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def test_a_translation_has_the_places_of_its_text(path: Path) -> None:
    with path.open("rb") as file:
        for message in read_po(file, locale=path.stem):
            wanted = set(_PLACES.findall(" ".join(_forms(message.id))))
            for form in _forms(message.string):
                # A form for one thing may leave the number out.
                assert set(_PLACES.findall(form)) | {"num"} == wanted | {"num"}, message.id


def _forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    forms = [text] if isinstance(text, str) else list(text or [""])
    return forms if all(forms) else []


def test_dates_numbers_and_languages_are_written_as_the_language_writes_them() -> None:
    days = [PartialDate(2025, 12, 2), PartialDate(2025, 12), PartialDate(2025)]
    assert [ENGLISH.date(day) for day in days] == ["2 December 2025", "December 2025", "2025"]
    assert [GERMAN.date(day) for day in days] == ["2. Dezember 2025", "Dezember 2025", "2025"]
    assert [ENGLISH.number(12345), GERMAN.number(12345)] == ["12,345", "12.345"]
    assert [ENGLISH.name_of("uk"), GERMAN.name_of("uk"), ENGLISH.name_of("xx")] == [
        "Ukrainian",
        "Ukrainisch",
        "xx",
    ]


def test_a_letter_without_a_capital_of_its_own_stays_as_it_is() -> None:
    assert [room.capital(word) for word in ("who", "ärger", "ﬁne", "ßo", "")] == [
        "Who",
        "Ärger",
        "ﬁne",
        "ßo",
        "",
    ]
    assert [room.small(word) for word in ("Who", "İki", "")] == ["who", "İki", ""]


def test_a_count_takes_the_form_of_its_number() -> None:
    assert [ENGLISH.count("%(num)s source", "%(num)s sources", num) for num in (0, 1, 2000)] == [
        "0 sources",
        "1 source",
        "2,000 sources",
    ]


def test_a_language_without_a_catalogue_is_said_in_english_with_english_dates() -> None:
    unknown = Language("ar")
    assert not unknown.known
    assert unknown.direction == "rtl"
    assert unknown.say("Rejects") == "Rejects"
    assert unknown.date(PartialDate(2025, 12, 2)) == "2 December 2025"


class _Bracketed(NullTranslations):
    """Stands for a catalogue that has every text, and shows which words came from it."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def test_no_word_of_ours_stands_on_a_page_outside_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_words", lambda _code: _Bracketed())
    raw, faults = read_files(HARBOUR)
    written = {word for content in raw.values() for word in _words_of(content.decode())}
    left = {
        f"{page.uri}: {word}"
        for page in build_pages(site_of(examine(raw, faults)))
        if not page.uri.startswith("reference/")  # for editors, in English
        for text in _texts(page.markdown)
        for word in _words_of(_outside(text)) - written - NAMES
    }
    assert sorted(left) == [], "\n".join(sorted(left))


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def _texts(markdown: str) -> Iterator[str]:
    """Give what a reader sees of a page as one text, and each text that stands in an attribute."""
    body = markdown.split("---\n", 2)[2]
    html = Markdown(extensions=["admonition", "attr_list", "tables", "toc"]).convert(body)
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    yield " ".join(tree.itertext())
    for element in tree.iter():
        yield from (element.get(name, "") for name in ("aria-label", "alt", "title", "data-l", "placeholder"))


def _outside(text: str) -> str:
    """Take out what came from the catalogue, and dates."""
    while (smaller := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = smaller
    return re.sub(rf"(\d+\s+)?(\b({'|'.join(MONTHS)})\s+)?\b\d{{4}}\b", " ", text)
