"""For any text at all: pages show it, and nothing of it becomes markup."""

from __future__ import annotations

import re

import html5lib
import markdown
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import escape

EXTENSIONS = ["admonition", "attr_list", "tables", "toc", "def_list", "footnotes"]

# Text made of what is active somewhere, and any text.
PIECES = [
    *"\\`*_{}[]()#+-.!|<>&=:~^?\"'$%/@;, \n\t",
    *(
        "a",
        "b",
        "1",
        "x y",
        "é",
        "**",
        "__",
        "```",
        "~~~",
        "&amp;",
        "&#60;",
        "&#65",
        "&#x41 ",
        "](",
        "]:",
        "[^1]",
        "{:",
        " #",
        "!!!",
        "<b>",
    ),
    *(
        "</p>",
        "<!--",
        "-->",
        "https://e.org",
        "[x](https://e.org)",
        "![x](https://e.org)",
        "*x*",
        "\u202e",
        "\u200b",
        "\u2028",
        "\x02",
        "\x03",
        "klzzwxh:0",
        "\xa0",
        "“",
        "”",
    ),
]
TEXT = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def seen(html: str) -> tuple[list[str], str]:
    """Give the elements that a browser makes of `html`, and the text that it shows."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    names = [str(element.tag) if isinstance(element.tag, str) else "!comment" for element in tree.iter()][1:]
    return names, one_line("".join(tree.itertext()))


def one_line(text: str) -> str:
    """Give `text` as a browser lays it out: runs of spaces and line breaks are one space.

    Markdown drops every other kind of space where a line begins or ends, so those do not count either.
    """
    return re.sub("[ \n]+", " ", text).strip()


def site_html(text: str) -> str:
    """Render Markdown as the site does."""
    return markdown.markdown(text, extensions=EXTENSIONS)


@given(TEXT)
def test_a_paragraph_shows_any_text(text: str) -> None:
    expected = one_line(escape.shown(text))
    assert seen(site_html(escape.md_text(text))) == (["p"] if expected else [], expected)


@given(TEXT, TEXT)
def test_texts_beside_links_and_emphasis_show_as_they_are(one: str, two: str) -> None:
    source = (
        f"Said **{escape.md_text(f'x{one}x')}** and [{escape.md_text(two)} ¶](https://e.org/){{ .bb-ev }} so."
    )
    expected = one_line(f"Said x{escape.shown(one)}x and {escape.shown(two)} ¶ so.")
    assert seen(site_html(source)) == (["p", "strong", "a"], expected)


@given(TEXT)
def test_a_heading_shows_any_text(text: str) -> None:
    expected = one_line(escape.shown(f"A {text}"))
    assert seen(site_html(f"## A {escape.md_text(text)} {{: #bb-own }}")) == (["h2"], expected)


@given(TEXT)
def test_an_admonition_shows_any_text(text: str) -> None:
    source = f'!!! bb-analysis "Gap"\n    A {escape.md_text(text)}\n\n    Signed'
    assert seen(site_html(source)) == (
        ["div", "p", "p", "p"],
        one_line(f"Gap\nA {escape.shown(text)}\nSigned"),
    )


@given(TEXT)
def test_a_list_item_shows_any_text(text: str) -> None:
    tags, words = seen(site_html(f"- first\n- x{escape.md_text(text)}"))
    assert (tags, words) == (["ul", "li", "li"], one_line(f"first x{escape.shown(text)}"))


@given(TEXT)
def test_html_shows_any_text(text: str) -> None:
    escaped = escape.html_text(text)
    assert seen(f'<p title="{escaped}">{escaped}</p>') == (["p"], one_line(escape.shown(text)))


@given(TEXT)
def test_a_block_of_html_passes_through_markdown(text: str) -> None:
    block = f'<div class="bb-x">\n<p title="{escape.html_text(text)}">{escape.html_text(text)}</p>\n</div>'
    html = site_html(f"# Title\n\n{block}\n\nAfter.")
    assert seen(html) == (["h1", "div", "p", "p"], one_line(f"Title\n{escape.shown(text)}\nAfter."))


@given(TEXT)
def test_inline_markdown_makes_emphasis_and_web_links_only(text: str) -> None:
    tree = html5lib.parseFragment(site_html(escape.md_inline(text)), namespaceHTMLElements=False)
    for element in list(tree.iter())[1:]:
        assert element.tag in {"p", "em", "strong", "a"}
        assert set(element.attrib) <= ({"href"} if element.tag == "a" else set())
        assert element.attrib.get("href", "https://").startswith(("http://", "https://"))


@given(TEXT)
def test_front_matter_reads_back_any_text(text: str) -> None:
    line = f"title: {escape.yaml_string(text)}"
    assert len(line.splitlines()) == 1
    assert yaml.safe_load(line) == {"title": escape.shown(text)}
