"""Scripts that stand in a page: those of the theme, to the character, and data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from generator.build.verify.page import Fault, Finished, Page, cut

DATA = frozenset({"application/json", "application/ld+json"})
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_INSERTED = re.compile(r"\{\{.*?\}\}")
_ADDRESS = (
    r"[\w./:~%+-]*"  # what the theme puts into its scripts: nothing that could end a text of JavaScript
)
_THEMES = ("material", "zensical")


def faults(page: Page, _site: Finished) -> Iterator[Fault]:
    """Look at every script of a page that is no file of its own."""
    for script in page.tree.iter("script"):
        text, kind = script.text or "", script.get("type", "").strip().lower()
        if kind in DATA:
            try:
                json.loads(text)
            except ValueError:
                yield page.fault(script, f"this data cannot be read: {cut(text)}")
        elif kind not in {"", "module", "text/javascript"}:
            yield page.fault(script, f"a script of the unknown kind “{kind}”")
        elif script.get("src") is None and not any(one.fullmatch(text) for one in known()):
            yield page.fault(
                script,
                f"a script that is none of the theme’s: {cut(text)}",
                "Put it into a file in docs/, and name that file under extra_javascript in mkdocs.yml.",
            )


@lru_cache
def known() -> tuple[re.Pattern[str], ...]:
    """Give the scripts that the installed theme puts into pages, from its own templates."""
    return tuple(
        re.compile(_ADDRESS.join(re.escape(part) for part in _INSERTED.split(text)), re.DOTALL)
        for folder in _templates()
        for path in sorted(folder.glob("*.html"))
        for text in _SCRIPT.findall(path.read_text(encoding="utf-8"))
    )


def _templates() -> Iterator[Path]:
    for theme in _THEMES:
        spec = find_spec(theme)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield Path(place) / "templates" / "partials" / "javascripts"
