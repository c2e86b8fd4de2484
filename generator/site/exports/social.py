"""The picture that stands for a page where its address is shared: one of each briefing, and one of the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from typst import Compiler

from generator.analysis.convergence import Convergence
from generator.analysis.matrix import Cell, Row
from generator.analysis.stances import WITHDRAWN, scale_stances, stance
from generator.content.model import ABSENCES, UNCLEAR
from generator.escape import shown
from generator.language import ENGLISH, Language
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.labels import BRIEFING_STATUSES
from generator.site.pages.metadata import PICTURE
from generator.site.pages.views import Views
from generator.site.site import Site

MOST_ISSUES = 6
MOST_PARTIES = 6
LONGEST = 320
"""Characters of a text that the picture tries to print."""
# What the one font holds that the drawing program brings: Latin, Greek, Cyrillic and Hebrew, and common signs. Fonts
# of the machine are not asked, so that every machine draws the same bytes.
DRAWABLE = re.compile(
    r"[ -~\u00a0-\u02e4\u0300-\u036f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0475\u0490-\u04c4"
    r"\u04d0-\u04f9\u05d0-\u05ea\u1e00-\u1eff\u2010-\u2027\u2030-\u2037\u2039-\u203e\u20ac\u2190-\u2193\u2212]*"
)
_DRAWING = Path(__file__).with_suffix(".typ").read_bytes()
_TOO_LONG_WORD = re.compile(r"(\S{60})\S+")
_LONG_WORD = re.compile(r"\S{20}(?=\S)")


def exports(site: Site) -> Iterator[Export]:
    """Give a picture for each briefing, and one for all other pages."""
    yield Export(PICTURE, drawn(site_card(site)))
    for briefing in site.corpus.briefings.values():
        folder = links.folder(links.briefing_page(briefing.slug))
        yield Export(folder + PICTURE, drawn(briefing_card(Views(site, briefing))))


def site_card(site: Site) -> Mapping[str, Any]:
    """Give what the site's picture shows: its name, what it is for, and its briefings' date."""
    language, briefings = site.language, site.corpus.briefings
    dates = language.say("Reviewed %(date)s", date=language.date(site.reviewed_on)) if briefings else ""
    name = site.publication.name
    return _card(
        language,
        site="",
        dates=dates,
        title=name or language.say("Briefings"),
        question=language.say("Who stands where, and the exact words it rests on."),
    )


def briefing_card(views: Views) -> Mapping[str, Any]:
    """Give what a briefing's picture shows: its title and question, how it stands, and the table of stances."""
    about, language = views.briefing.about, views.language
    return _card(
        language,
        site=views.site.publication.name,
        dates=language.say(
            "%(status)s, as of %(date)s",
            status=language.say(BRIEFING_STATUSES[about.status]),
            date=views.date(about.as_of),
        ),
        title=about.title,
        question=about.question,
    ) | _table(views)


def _card(language: Language, **texts: str) -> dict[str, Any]:
    """Give a card without a table; a text that the font cannot draw is left out."""
    base = language.code.replace("_", "-").split("-")[0].lower()
    return {
        "language": base
        if base.isascii() and len(base) in {2, 3}
        else ENGLISH.code,  # which the drawing program takes
        "rtl": language.direction == "rtl",
        **{name: _told(text) for name, text in texts.items()},
        "heads": [],
        "rows": [],
        "words": False,
        "legend": [],
        "more": "",
    }


def _table(views: Views) -> dict[str, Any]:
    """Give the table of stances; none where a name in it cannot be drawn, since signs alone say nothing."""
    briefing, language = views.briefing, views.language
    rows, parties = views.analysis.matrix, briefing.about.parties
    kept = parties if len(parties) <= MOST_PARTIES else parties[: MOST_PARTIES - 1]
    heads = [_told(views.site.corpus.parties[name].label) for name in kept]
    shown_rows = [_row(views, row, len(kept)) for row in rows[:MOST_ISSUES]]
    if not all(heads) or not all(row["title"] for row in shown_rows):
        return {}
    more_rows, more_parties = len(rows) - len(shown_rows), len(parties) - len(kept)
    left_out = (
        language.count("and %(num)s more issue", "and %(num)s more issues", more_rows) if more_rows else "",
        language.count("and %(num)s more party", "and %(num)s more parties", more_parties)
        if more_parties
        else "",
    )
    return {
        "heads": heads,
        "rows": shown_rows,
        "words": any(row["word"] for row in shown_rows),
        "legend": _legend(views, [cell for row in rows[:MOST_ISSUES] for cell in row.cells[: len(kept)]]),
        "more": ", ".join(_told(one) for one in left_out if one),
    }


def _row(views: Views, row: Row, parties: int) -> dict[str, Any]:
    results = [one for one in views.analysis.convergence if one.issue == row.issue]
    return {
        "title": _told(views.briefing.about.issues[row.issue].title),
        "cells": [[held.form for _, held in cell.stances] for cell in row.cells[:parties]],
        "word": _told(_word(views.language, results)),
    }


def _word(language: Language, results: list[Convergence]) -> str:
    """Give the computed word of an issue; of one with several proposals, how many they are."""
    if len(results) == 1:
        return language.say(results[0].result)
    return language.count("%(num)s proposal", "%(num)s proposals", len(results))


def _legend(views: Views, cells: list[Cell]) -> list[dict[str, str]]:
    """Name each sign that the table shows, in the order of the scale, then what stands off it."""
    used = {held for cell in cells for _, held in cell.stances}
    off_scale = (stance(views.briefing, code) for code in (UNCLEAR, *ABSENCES, WITHDRAWN))
    ordered = [*scale_stances(views.briefing), *off_scale]
    named: dict[str, str] = {}
    for held in ordered:
        if held in used and _told(label := views.word(held).label):
            named.setdefault(held.form, _told(label))
    return [{"form": form, "label": label} for form, label in named.items()]


def _told(text: str) -> str:
    """Give `text` as the picture can print it, with places to break in very long words; nothing where it cannot."""
    text = shown(text).strip()
    if not DRAWABLE.fullmatch(text):
        return ""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
    return _LONG_WORD.sub("\\g<0>\u200b", _TOO_LONG_WORD.sub("\\1…", short))


def drawn(card: Mapping[str, Any]) -> bytes:
    """Draw a card as a PNG of 1200 by 630. The same card gives the same bytes."""
    return draw(json.dumps(card, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=1024)  # the preview draws again only what has changed
def draw(data: str) -> bytes:
    """Draw a card that is given as JSON."""
    picture = compiler().compile(_DRAWING, format="png", ppi=72, sys_inputs={"data": data})
    assert isinstance(picture, bytes)  # noqa: S101 - one page, told to the type checker
    return picture


@lru_cache
def compiler() -> Compiler:
    """Read the fonts once."""
    return Compiler(ignore_system_fonts=True)
