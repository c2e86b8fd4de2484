"""Styles, scripts and changes to the theme: small, ours, and without requests to other hosts."""

import re

from generator.site.theme_files import ASSETS, FOLDER, OVERRIDES, assets, scripts, styles

LIMIT = 60_000  # bytes of styles and scripts together


def test_a_site_has_one_style_sheet_and_one_script() -> None:
    assert [len(styles()), len(scripts())] == [1, 1]
    assert set(assets()) >= {*styles(), *scripts()}


def test_styles_and_scripts_are_joined_in_the_order_of_their_names() -> None:
    css = assets()[styles()[0]].decode()
    tokens, signs = css.index("--bb-paper:#fff"), css.index(".bb-m,.bb-k")
    assert tokens < signs < css.index("@media print")
    assert "/*" not in css.replace("!important", "")
    assert b"hashchange" in assets()[scripts()[0]]


def test_the_assets_of_the_heaviest_page_are_small() -> None:
    of_matrix = [uri for uri in assets() if "/matrix." in uri]
    assert sum(len(assets()[uri]) for uri in (*styles(), *scripts(), *of_matrix)) < LIMIT


def test_every_script_that_loads_later_is_named_by_the_script_that_loads_it() -> None:
    texts = {uri.rsplit("/", 1)[1]: data.decode() for uri, data in assets().items() if uri.endswith(".js")}
    others = [name for name in texts if f"{FOLDER}/{name}" not in scripts()]
    assert others
    assert [name for name in others if not any(f'"{name}"' in text for text in texts.values())] == []


def test_styles_scripts_and_templates_name_no_other_host() -> None:
    files = [*ASSETS.iterdir(), *OVERRIDES.rglob("*.html")]
    for path in files:
        found = set(re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+", path.read_text(encoding="utf-8")))
        assert found <= {"http://www.w3.org"}, path.name  # the namespace of SVG, which is not loaded


def test_every_class_in_a_template_has_a_style() -> None:
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
    unstyled = {name for name in printed if f".{name}" not in css}
    assert not unstyled
