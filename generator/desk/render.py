"""Render the pages of the desk. Everything that a template prints is escaped for HTML."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.content.model import ABSENCES, UNCLEAR, WITHDRAWN
from generator.desk.frame import frame
from generator.escape import html_chars, html_lines, html_text
from generator.language import capital, shortened
from generator.partial_date import PartialDate

if TYPE_CHECKING:
    from generator.desk.visit import Visit

_TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, visit: "Visit", context: Mapping[str, Any]) -> str:
    """Return the HTML of a page."""
    values = {"visit": visit, "url": visit.url, "frame": frame(visit), **context}
    return environment().get_template(template).render(values)


def _printed(value: object) -> Markup:
    """Escape a value. Characters that pages cannot show are replaced."""
    return value if isinstance(value, Markup) else Markup(html_text(str(value)))  # noqa: S704 - escaped on this line


@pass_context
def _gettext(context: Context, text: str, **values: Any) -> Markup:
    words = _printed(context["visit"].language.say(text))
    return _filled(words, values) if values else words


@pass_context
def _ngettext(context: Context, singular: str, plural: str, num: int, **values: Any) -> Markup:
    language = context["visit"].language
    words = _printed(language.plural_form(singular, plural, num))
    return _filled(words, {"num": language.number(num), **values})


def _filled(words: Markup, values: Mapping[str, Any]) -> Markup:
    """Fill escaped values into words that are escaped themselves: so a value that takes their place does no harm either."""
    return words % {name: _printed(value) for name, value in values.items()}


@pass_context
def _date(context: Context, value: PartialDate | None) -> str:
    return str(context["visit"].language.date(value)) if value else ""


@pass_context
def _number(context: Context, value: int) -> str:
    return str(context["visit"].language.number(value))


def _exact(text: str) -> Markup:
    """Return a text for a `textarea` in which every character stays as it is."""
    return Markup("\n") + escape(text)  # a browser drops the first line break of the element


def _chars(text: str) -> Markup:
    """Return characters of a stored text, one for each: the places in it are those in the element."""
    return Markup(html_chars(text))  # noqa: S704 - escaped on this line


def _typed(text: str) -> Markup:
    """Return the value of a field in which every character stays as it is."""
    return escape(text)


def _lines(text: str) -> Markup:
    """Return a text for an element in which spaces and line breaks count."""
    return Markup(html_lines(text))  # noqa: S704 - escaped on this line


@lru_cache
def environment() -> Environment:
    """Return the settings of all templates of the desk."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"_": _gettext, "ngettext": _ngettext, "signs": {UNCLEAR, WITHDRAWN, *ABSENCES}}
    made.filters |= {
        "capital": capital,
        "chars": _chars,
        "date": _date,
        "exact": _exact,
        "lines": _lines,
        "number": _number,
        "shortened": shortened,
        "typed": _typed,
    }
    return made
