"""The pictures that represent pages where their URLs are shared: one of each briefing, and one of the site."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from typst import Compiler

from generator.analysis.matrix import Cell, Row
from generator.analysis.stances import Stance
from generator.escape import shown
from generator.language import ENGLISH, Language, base_language
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.labels import LABELS
from generator.site.pages.metadata import PICTURE
from generator.site.pages.results import ResultView, legend
from generator.site.pages.views import Views
from generator.site.site import Site

MOST_ISSUES = 6
MOST_PARTIES = 6
LONGEST = 320
"""Characters of a text that the picture tries to print."""
# The characters of the only font that Typst brings: Latin, Greek, Cyrillic and Hebrew, and common signs. Fonts of the
# machine are not used, so that every machine draws the same bytes.
DRAWABLE = re.compile(
    r"[ -~\u00a0-\u02e4\u0300-\u036f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0475\u0490-\u04c4"
    r"\u04d0-\u04f9\u05d0-\u05ea\u1e00-\u1eff\u2010-\u2027\u2030-\u2037\u2039-\u203e\u20ac\u2190-\u2193\u2212]*"
)
_TEMPLATE = Path(__file__).with_suffix(".typ").read_bytes()
_TOO_LONG_WORD = re.compile(r"(\S{60})\S+")
_LONG_WORD = re.compile(r"\S{20}(?=\S)")


def exports(site: Site) -> Iterator[Export]:
    """Yield a picture of each briefing, and one for all other pages."""
    yield Export(PICTURE, draw(site_card(site)))
    for briefing in site.corpus.briefings.values():
        folder = links.folder(links.briefing_page(briefing.slug))
        yield Export(folder + PICTURE, draw(briefing_card(Views(site, briefing))))


def site_card(site: Site) -> Mapping[str, Any]:
    """Return what the picture of the site shows: its name, its purpose, and the date of its last review."""
    say, date = site.language.say, site.language.date(site.reviewed_on)
    return _card(
        site.language,
        site="",
        dates=say("Reviewed %(date)s", date=date) if site.corpus.briefings else "",
        title=site.publication.name or say("Briefings"),
        question=say("Each party’s position, with the exact words of the sources."),
    )


def briefing_card(views: Views) -> Mapping[str, Any]:
    """Return what the picture of a briefing shows: its title, question, status and table of stances."""
    about, say = views.about, views.language.say
    status = say(LABELS.briefing_statuses[about.status])
    return _card(
        views.language,
        site=views.site.publication.name,
        dates=say("%(status)s, as of %(date)s", status=status, date=views.date(about.as_of)),
        title=about.title,
        question=about.question,
    ) | _table(views)


def _card(language: Language, **texts: str) -> dict[str, Any]:
    """Return a card without a table."""
    code = base_language(language.code)
    return {
        "language": code if code.isascii() and len(code) in {2, 3} else ENGLISH.code,  # as Typst requires
        "rtl": language.direction == "rtl",
        **{name: _drawable(text) for name, text in texts.items()},
    }


def _table(views: Views) -> dict[str, Any]:
    """Return the table of stances; nothing if a name in it cannot be drawn, since signs alone say nothing."""
    count, all_rows, all_parties = views.language.count, views.analysis.matrix, views.about.parties
    parties = all_parties if len(all_parties) <= MOST_PARTIES else all_parties[: MOST_PARTIES - 1]
    names = [_drawable(views.party(party)) for party in parties]
    table = [replace(row, cells=row.cells[: len(parties)]) for row in all_rows[:MOST_ISSUES]]
    rows = [_row(views, row) for row in table]
    answers = [answer for row in rows for cell in row["cells"] for answer in cell]
    if not all(names) or not all(row["title"] for row in rows) or not all(map(any, answers)):
        return {}
    more = []
    if number := len(all_rows) - len(rows):
        more.append(count("and %(num)s more issue", "and %(num)s more issues", number))
    if number := len(all_parties) - len(parties):
        more.append(count("and %(num)s more party", "and %(num)s more parties", number))
    return {
        "parties": names,
        "rows": rows,
        "results": any(row["result"] for row in rows),
        "legend": _legend(views, [cell for row in table for cell in row.cells]),
        "more": ", ".join(map(_drawable, more)),
    }


def _row(views: Views, row: Row) -> dict[str, Any]:
    """Return a row: its result is a word, or the number of propositions if there are several."""
    results = [ResultView(views, item).words for item in views.analysis.results if item.issue == row.issue]
    count, several = views.language.count, len(results) != 1
    result = count("%(num)s proposition", "%(num)s propositions", len(results)) if several else results[0]
    return {
        "title": _drawable(views.about.issues[row.issue].title),
        "cells": [[_sign_or_words(answer) for _, answer in cell.stances] for cell in row.cells],
        "result": _drawable(result),
    }


def _sign_or_words(answer: Stance) -> tuple[str, str]:
    """Return the sign of a stance, or the words of an option or amount, as (sign, words) with one of them empty."""
    return ("", _drawable(answer.label)) if answer.named else (answer.form, "")


def _legend(views: Views, cells: list[Cell]) -> list[dict[str, str]]:
    """Return the name of each sign in the table, in the order of the scales, then of stances outside them.

    A sign that means different things in several scales has the name of each.
    """
    used = {views.word(item) for cell in cells for _, item in cell.stances}
    labels: dict[str, list[str]] = {}
    for item in legend(views):
        if item in used and (label := _drawable(item.label)) and label not in labels.get(item.form, []):
            labels.setdefault(item.form, []).append(label)
    return [{"form": form, "label": " / ".join(found)} for form, found in labels.items()]


def _drawable(text: str) -> str:
    """Return `text` as the picture prints it, with places to break very long words; empty if the font lacks a character."""
    text = shown(text).strip()
    if not DRAWABLE.fullmatch(text):
        return ""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
    return _LONG_WORD.sub("\\g<0>\u200b", _TOO_LONG_WORD.sub("\\1…", short))


def draw(card: Mapping[str, Any]) -> bytes:
    """Draw a card as a PNG of 1200 by 630 pixels. The same card gives the same bytes."""
    return compile_card(json.dumps(card, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=1024)  # the preview draws again only what has changed
def compile_card(data: str) -> bytes:
    """Draw a card that is passed as JSON."""
    picture = compiler().compile(_TEMPLATE, format="png", ppi=72, sys_inputs={"data": data})
    assert isinstance(picture, bytes)  # noqa: S101 - one page, for the type checker
    return picture


@lru_cache
def compiler() -> Compiler:
    """Return a compiler that has read its fonts."""
    return Compiler(ignore_system_fonts=True)
