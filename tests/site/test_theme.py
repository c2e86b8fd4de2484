"""Styles, scripts and changes to the theme: small, our own, and asking nobody for anything."""

from __future__ import annotations

import re

from generator.site.theme_files import ASSETS, OVERRIDES, assets, scripts, styles

LIMIT = 60_000  # bytes of styles and scripts together


def test_a_site_has_one_style_sheet_and_one_script_of_ours() -> None:
    assert [len(styles()), len(scripts())] == [1, 1]
    assert set(assets()) >= {*styles(), *scripts()}


def test_every_style_and_every_script_is_in_them_in_the_order_of_their_names() -> None:
    css = assets()[styles()[0]].decode()
    tokens, signs = css.index("--bb-paper:#fff"), css.index(".bb-m,.bb-k")
    assert tokens < signs < css.index("@media print")
    assert "/*" not in css.replace("!important", "")
    assert b"hashchange" in assets()[scripts()[0]]


def test_what_the_heaviest_page_makes_readers_download_stays_small() -> None:
    of_overviews = [uri for uri in assets() if "/matrix." in uri]
    assert sum(len(assets()[uri]) for uri in (*styles(), *scripts(), *of_overviews)) < LIMIT


def test_a_script_that_is_fetched_when_it_is_asked_for_is_asked_for_by_its_name() -> None:
    whole = assets()[scripts()[0]].decode()
    others = [uri.rsplit("/", 1)[1] for uri in assets() if uri.endswith(".js") and uri not in scripts()]
    assert others
    assert all(f'"{name}"' in whole for name in others)


def test_styles_scripts_and_templates_name_no_other_host() -> None:
    files = [*ASSETS.iterdir(), *OVERRIDES.rglob("*.html")]
    for path in files:
        found = set(re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+", path.read_text(encoding="utf-8")))
        assert found <= {"http://www.w3.org"}, path.name  # the name of SVG, which nobody asks for


def test_every_class_that_a_template_prints_is_drawn_or_used() -> None:
    css = assets()[styles()[0]].decode()
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
