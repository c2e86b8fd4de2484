"""The form of a position in the harbour example: its addresses and files, and how to open, fill in and save it."""

from difflib import ndiff
from typing import Any

from lxml import html

from generator.desk.selection import Selection
from generator.evidence import Span
from tests.desk.desks import Visitor
from tests.desk.forms import Fields, fields_of, form_of

NIGHT = "/briefings/night-closing/positions"
COUNCIL_FILE = "briefings/night-closing/positions/harbour-council.yml"
CREWS_FILE = "briefings/night-closing/positions/crews.yml"
ISLANDERS_FILE = "briefings/night-closing/positions/islanders.yml"
NIGHT_LINE_FILE = "briefings/night-closing/positions/night-line.yml"
BOATS_FILE = "briefings/boats/positions/night-line.yml"


def opened(visitor: Visitor, address: str) -> Fields:
    """Return the fields of a form as it is opened."""
    return fields_of(form_of(visitor.page(address)))


def saved(visitor: Visitor, address: str, fields: Fields, button: str = "position") -> None:
    """Send a form with the button that saves it."""
    answer = visitor.post(address.partition("?")[0], {**fields.to_dict(flat=False), "save": button})
    assert answer.status_code == 303, text_of(answer.text)


def text_of(page: str) -> str:
    """Return the words of a page."""
    return " ".join(html.fromstring(page).xpath("string(//main)").split())


def difference(before: bytes, after: bytes) -> list[str]:
    """Return the lines that are gone, and those that are new."""
    lines = ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


def selection(visitor: Visitor, source: str, words: str, **values: Any) -> dict[str, Any]:
    """Return the values with which the reading screen opens the form for some words."""
    stored = visitor.desk.workspace.project.corpus.sources[source]
    start = stored.article.text.index(words)
    return Selection(stored, (Span(start, start + len(words)),), **values).values()
