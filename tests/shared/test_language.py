"""Translations: every text of the program is in every catalogue, and pages print no other words of the program."""

import calendar
import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from babel.messages.pofile import read_po
from markdown import Markdown

from generator.content.files import read_files
from generator.language import CATALOGUES, ENGLISH, Language, capital, small
from generator.partial_date import PartialDate
from generator.pipeline import build_pages, examine, site_of
from scripts.words import extracted
from tests.building import HARBOUR

GERMAN = Language("de")
NAMES = {"english", "german", "bibtex", "ris", "csl", "json", "csv", "sha", "at"} | {
    "feb",
    "mar",
    "apr",
    "jun",
}
"""Words that are not translated: names of languages and short months, which Babel translates, and of formats."""
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
@pytest.mark.slow
def test_a_catalogue_has_a_translation_of_every_text_and_no_other_text(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    texts = {message.id for message in catalogue if message.id}
    assert texts == {message.id for message in extracted() if message.id}, "run python -m scripts.words"
    messages = [message for message in catalogue if message.id]
    assert [text.id for text in messages if text.fuzzy or not _forms(text.string)] == []


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def test_a_translation_has_the_placeholders_of_its_text(path: Path) -> None:
    with path.open("rb") as file:
        for message in read_po(file, locale=path.stem):
            placeholders = set(_PLACEHOLDER.findall(" ".join(_forms(message.id))))
            for form in _forms(message.string):
                # A form for one thing may leave the number out.
                assert set(_PLACEHOLDER.findall(form)) | {"num"} == placeholders | {"num"}, message.id


def _forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    forms = [text] if isinstance(text, str) else list(text or [""])
    return forms if all(forms) else []


def test_dates_numbers_and_names_of_languages_are_localised() -> None:
    days = [PartialDate(2025, 12, 2), PartialDate(2025, 12), PartialDate(2025)]
    assert [ENGLISH.date(day) for day in days] == ["2 December 2025", "December 2025", "2025"]
    assert [GERMAN.date(day) for day in days] == ["2. Dezember 2025", "Dezember 2025", "2025"]
    assert [ENGLISH.number(12345), GERMAN.number(12345)] == ["12,345", "12.345"]
    assert [ENGLISH.name_of("uk"), GERMAN.name_of("uk"), ENGLISH.name_of("xx")] == [
        "Ukrainian",
        "Ukrainisch",
        "xx",
    ]


def test_a_letter_without_a_single_capital_is_kept() -> None:
    assert [capital(word) for word in ("who", "ärger", "ﬁne", "ßo", "")] == [
        "Who",
        "Ärger",
        "ﬁne",
        "ßo",
        "",
    ]
    assert [small(word) for word in ("Who", "İki", "")] == ["who", "İki", ""]


def test_a_count_takes_the_singular_or_the_plural() -> None:
    assert [ENGLISH.count("%(num)s source", "%(num)s sources", num) for num in (0, 1, 2000)] == [
        "0 sources",
        "1 source",
        "2,000 sources",
    ]


def test_a_language_without_a_catalogue_falls_back_to_english() -> None:
    unknown = Language("ar")
    assert not unknown.known
    assert unknown.direction == "rtl"
    assert unknown.say("Rejects") == "Rejects"
    assert unknown.date(PartialDate(2025, 12, 2)) == "2 December 2025"


class _Bracketed(Language):
    """English, with every text of the catalogue in brackets."""

    def say(self, text: str, **values: object) -> str:
        return f"⟦{super().say(text, **values)}⟧"

    def count(self, singular: str, plural: str, num: int, **values: object) -> str:
        return f"⟦{super().count(singular, plural, num, **values)}⟧"


@pytest.mark.slow
def test_every_word_of_the_program_on_a_page_is_in_the_catalogue() -> None:
    raw, faults = read_files(HARBOUR)
    written = {word for content in raw.values() for word in _words_of(content.decode())}
    left = {
        f"{page.uri}: {word}"
        for page in build_pages(site_of(examine(raw, faults), language=_Bracketed()))
        if not page.uri.startswith("editors/")  # for editors, in English
        for text in _texts(page.markdown)
        for word in _words_of(_outside(text)) - written - NAMES
    }
    assert sorted(left) == [], "\n".join(sorted(left))


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def _texts(markdown: str) -> Iterator[str]:
    """Yield what a reader sees of a page as one text, and the text of each attribute."""
    body = markdown.split("---\n", 2)[2]
    html = Markdown(extensions=["admonition", "attr_list", "tables", "toc"]).convert(body)
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    yield " ".join(tree.itertext())
    for element in tree.iter():
        yield from (element.get(name, "") for name in ("aria-label", "alt", "title", "data-l", "placeholder"))


def _outside(text: str) -> str:
    """Return a text without what came from the catalogue, and without dates."""
    while (smaller := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = smaller
    return re.sub(rf"(\d+\s+)?(\b({'|'.join(calendar.month_name[1:])})\s+)?\b\d{{4}}\b", " ", text)
