"""For any text: pages show it exactly, and none of it becomes markup."""

import re

import html5lib
import markdown
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import escape

EXTENSIONS = ["admonition", "attr_list", "tables", "toc", "def_list", "footnotes"]

# Texts made of what is active in some format, and any texts.
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
    """Return the elements that a browser creates from `html`, and the text that it shows."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    names = [str(element.tag) if isinstance(element.tag, str) else "!comment" for element in tree.iter()][1:]
    return names, one_line("".join(tree.itertext()))


def one_line(text: str) -> str:
    """Return `text` as a browser shows it: a run of spaces and line breaks is a single space.

    Markdown drops other kinds of spaces at the beginning and end of a line, so these are removed too.
    """
    return re.sub("[ \n]+", " ", text).strip()


def site_html(text: str) -> str:
    """Render Markdown as the site does."""
    return markdown.markdown(text, extensions=EXTENSIONS)


@settings(max_examples=60)
@given(TEXT, TEXT)
def test_markdown_shows_any_text(first: str, second: str) -> None:
    source = (
        f"## A {escape.md_text(f'x{first}x')} {{: #bb-own }}\n\n{escape.md_text(f'x{first}x')}\n\n"
        f"Said **{escape.md_text(f'x{first}x')}** and [{escape.md_text(second)} ¶](https://e.org/){{ .bb-ev }} so."
    )
    shown, other = escape.shown(first), escape.shown(second)
    expected = one_line(f"A x{shown}x\nx{shown}x\nSaid x{shown}x and {other} ¶ so.")
    assert seen(site_html(source)) == (["h2", "p", "p", "strong", "a"], expected)


@settings(max_examples=60)
@given(TEXT)
def test_a_paragraph_shows_any_text(text: str) -> None:
    expected = one_line(escape.shown(text))
    assert seen(site_html(escape.md_text(text))) == (["p"] if expected else [], expected)


@settings(max_examples=60)
@given(TEXT)
def test_a_block_of_html_shows_any_text(text: str) -> None:
    escaped = escape.html_text(text)
    block = f'<div class="bb-x">\n<p title="{escaped}">{escaped}</p>\n</div>'
    html = site_html(f"# Title\n\n{block}\n\nAfter.")
    assert seen(html) == (["h1", "div", "p", "p"], one_line(f"Title\n{escape.shown(text)}\nAfter."))


@settings(max_examples=60)
@given(TEXT)
def test_inline_markdown_creates_only_emphasis_and_web_links(text: str) -> None:
    tree = html5lib.parseFragment(site_html(escape.md_inline(text)), namespaceHTMLElements=False)
    for element in list(tree.iter())[1:]:
        assert element.tag in {"p", "em", "strong", "a"}
        assert set(element.attrib) <= ({"href"} if element.tag == "a" else set())
        assert element.attrib.get("href", "https://").startswith(("http://", "https://"))


@settings(max_examples=60)
@given(TEXT)
def test_front_matter_reads_back_any_text(text: str) -> None:
    line = f"title: {escape.yaml_string(text)}"
    assert len(line.splitlines()) == 1
    assert yaml.safe_load(line) == {"title": escape.shown(text)}
