"""Pages of the web in many templates, with their known right text, made from templates and texts of our own.

A template in `html/pages` is a whole page. Where it prints a paragraph of the article it calls `t`, and where it prints a line of
the page's furniture it calls `f`: so what is true is written down where it stands. Texts in `html/texts` have inline tags.
"""

import html
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tests.articles.scoring import Truth

_FOLDER = Path(__file__).parent / "html"
NAMES = sorted(path.stem for path in (_FOLDER / "pages").glob("*.html"))


@cache
def _data() -> dict[str, Any]:
    texts = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (_FOLDER / "texts").glob("*.yml")}
    return {"A": texts, "F": yaml.safe_load((_FOLDER / "furniture.yml").read_text("utf-8"))}


def _plain(markup: str) -> str:
    """Return markup with inline tags as a reader sees it."""
    words = html.unescape(re.sub("<[^<>]+>", "", markup)).replace("\u00ad", "")
    return " ".join(words.split())


class _Record:
    """What a template prints as the article, as furniture, and as details."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.foreign: list[str] = []
        self.details: dict[str, str | None] = {}

    def t(self, markup: str, *words: str) -> Markup:
        """Print a paragraph of the article; `words` are what readers see, if tags change it."""
        self.text += words or [_plain(markup)]
        return Markup(markup)  # noqa: S704  # texts of our own

    def f(self, markup: str) -> Markup:
        """Print a line that is not the article."""
        self.foreign.append(_plain(markup))
        return Markup(markup)  # noqa: S704  # texts of our own

    def say(self, **details: str | None) -> str:
        """Note details that the page states, and print nothing."""
        self.details |= details
        return ""


def page(name: str) -> tuple[str, Truth]:
    """Return a page and the truth about it."""
    record = _Record()
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "pages"), undefined=StrictUndefined, autoescape=True
    )
    environment.globals.update(_data(), t=record.t, f=record.f, say=record.say)
    text = environment.get_template(f"{name}.html").render()
    true = set(record.text)
    foreign = [line for line in dict.fromkeys(record.foreign) if line not in true]
    return text, Truth(tuple(record.text), tuple(foreign), record.details)
