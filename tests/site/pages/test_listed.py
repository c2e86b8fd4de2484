"""The list of page types is the folder, and every template has its use."""

from __future__ import annotations

import importlib
import pkgutil
import re

import generator.site.pages
from generator.site.pages import PAGE_TYPES
from generator.site.render import TEMPLATES


def test_every_room_that_makes_pages_is_listed() -> None:
    rooms = [
        importlib.import_module(f"generator.site.pages.{found.name}")
        for found in pkgutil.iter_modules(generator.site.pages.__path__)
    ]
    makers = [room for room in rooms if hasattr(room, "pages")]
    assert sorted(room.__name__ for room in makers) == sorted(
        str(vars(one)["__name__"]) for one in PAGE_TYPES
    )


def test_every_template_is_used() -> None:
    folder = TEMPLATES.parent
    texts = [
        path.read_text(encoding="utf-8")
        for path in (folder / "render.py", *folder.glob("pages/*.py"), *TEMPLATES.glob("*.jinja"))
    ]
    used = {name for text in texts for name in re.findall(r"[a-z]+\.(?:md|html)\.jinja", text)}
    assert used == {path.name for path in TEMPLATES.glob("*.jinja")}
