"""Styles, scripts and changes to the theme: small, our own, and asking nobody for anything."""

from __future__ import annotations

import re

from generator.theme import ASSETS, OVERRIDES, assets, scripts, styles

LIMIT = 60_000  # bytes of styles and scripts together


def test_styles_and_scripts_are_listed_in_the_order_in_which_they_apply() -> None:
    assert styles() == sorted(styles())
    assert len(styles()) + len(scripts()) == len(list(ASSETS.glob("*.css"))) + len(list(ASSETS.glob("*.js")))


def test_styles_and_scripts_stay_small() -> None:
    assert sum(path.stat().st_size for _, path in assets()) < LIMIT


def test_styles_scripts_and_templates_name_no_other_host() -> None:
    files = [path for _, path in assets()] + list(OVERRIDES.rglob("*.html"))
    for path in files:
        found = set(re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+", path.read_text(encoding="utf-8")))
        assert found <= {"http://www.w3.org"}, path.name  # the name of SVG, which nobody asks for


def test_every_class_that_a_template_prints_is_drawn_or_used() -> None:
    css = "".join(path.read_text(encoding="utf-8") for _, path in assets())
    templates = (OVERRIDES.parent / "templates").glob("*.jinja")
    printed = {
        name
        for path in templates
        for attribute in re.findall(
            r'class="([^"]*)"|\{:? ?([^{}%]*\.bb-[^{}%]*)\}', path.read_text(encoding="utf-8")
        )
        for name in re.findall(r"bb-[a-z0-9-]+(?![a-z0-9-]*\{)", " ".join(attribute))
        if not name.endswith("-")
    }
    undrawn = {name for name in printed if f".{name}" not in css}
    assert undrawn <= {"bb-line", "bb-parties", "bb-question", "bb-g"}
