"""What editors and articles wrote stays text, wherever it is printed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import markdown
import pytest
import yaml

from generator import escape

EXTENSIONS = ["admonition", "attr_list", "tables", "toc", "def_list", "footnotes"]

ACTIVE = [
    "*emphasis* and **strong** and _under_ and snake_case_word and __init__",
    "2*3*4 and a * b",
    "`code` and ``double`` and \\` and \\",
    "[text](https://example.org) and [ref][1] and [1]: https://example.org",
    "![image](x.png) and ![a][b]",
    "<b>bold</b> <script>alert(1)</script> <!-- comment --> <?php ?> <![CDATA[x]]>",
    "<https://example.org> and <mail@example.org>",
    "a < b and b > a and <",
    "AT&T &amp; &lt; &#60; &copy; &copy &nosuch;",
    "# heading",
    "####### seven",
    "heading ### ",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1986. A great year",
    "1) item",
    "> quote",
    "=====",
    "-----",
    "- - -",
    "***",
    "___",
    ": definition",
    '!!! note "title"',
    "???+ note",
    "~~~",
    "```python",
    "| a | b |",
    "a | b",
    "--- | ---",
    "word {: #id .class onclick=x }",
    "word { .class }",
    "{: .x }",
    "{#id}",
    "[^1] and [^1]: footnote",
    "*[HTML]: Hyper Text",
    "[TOC]",
    "[]",
    "][",
    "[a] (b) and [a]{b}",
    "]",
    "[",
    "trailing backslash \\",
    "    indented code",
    "\ttab",
    "two  spaces  ",
    "line one\nline two",
    "line one  \nline two",
    "line one\n\nline two",
    "a\n===\nb\n---\n# c",
    "title: not front matter",
    "---",
    "...",
    "Term\n:   definition",
    "klzzwxh:0001",
    "\x02klzzwxh:0\x03",
    "\x02wzxhzdk:0\x03 \x02amp\x03",
    "“curly” ‘quotes’ – dash — dash … ellipsis",
    "{{ jinja }} {% raw %} {# comment #}",
    "\u202ereversed\u202c \u200bzero \ufeffwidth",
    "\x00\x07\x1b[31m\x7f\x85\u2028\u2029",
    "a\u00a0b \u00ad",
    "😀 ¶ § ©",
    "*x*{: .y } [z](q){ .w }",
    "/// admonition",
    "==mark== ^^ins^^ ~~del~~ H~2~O ++key++ :smile: (c) 1/2 -->",
    "--8<-- file",
    "http://example.org www.example.org",
    "\\* \\_ \\# \\[",
    "_a_ _b c_ a_b_ _",
    "x_ _y",
]


class _Reader(HTMLParser):
    """Collects elements and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append((f"!{data}", []))

    def handle_decl(self, decl: str) -> None:
        self.tags.append((f"!{decl}", []))

    def unknown_decl(self, data: str) -> None:
        self.tags.append((f"!{data}", []))

    def handle_pi(self, data: str) -> None:
        self.tags.append((f"?{data}", []))


def read(html: str) -> tuple[list[str], str]:
    """Give the elements of `html` in order (those with attributes with them), and its text with single spaces."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    tags = [tag if not attrs else f"{tag} {attrs}" for tag, attrs in reader.tags]
    return tags, re.sub(" +", " ", reader.text).strip(" \n")


def rendered(text: str) -> tuple[list[str], str]:
    """Render Markdown as the site does."""
    tags, words = read(markdown.markdown(text, extensions=EXTENSIONS))
    return tags, re.sub("[ \n]+", " ", words).strip(" ")


def plain(text: str) -> str:
    """Give what a reader should see of `text`."""
    return escape.shown(text).strip(" ")


@pytest.mark.parametrize("text", ACTIVE)
def test_a_paragraph_shows_exactly_the_text(text: str) -> None:
    assert rendered(str(escape.md_text(text))) == (["p"], plain(text))


@pytest.mark.parametrize("text", ACTIVE)
def test_a_paragraph_below_another_does_not_join_it(text: str) -> None:
    assert rendered(f"Before.\n\n{escape.md_text(text)}") == (["p", "p"], _joined("Before.", text))


@pytest.mark.parametrize("text", ACTIVE)
def test_within_a_sentence_the_text_stays_text(text: str) -> None:
    assert rendered(f"Before {escape.md_text(text)} after.") == (["p"], _joined("Before", text, "after."))


@pytest.mark.parametrize("text", ACTIVE)
def test_a_heading_shows_exactly_the_text(text: str) -> None:
    tags, words = rendered(f"## {escape.md_text(text)} {{: #bb-own }}")
    assert (tags, words) == (["h2 [('id', 'bb-own')]"], plain(text))


@pytest.mark.parametrize("text", ACTIVE)
def test_a_list_item_shows_exactly_the_text(text: str) -> None:
    assert rendered(f"- {escape.md_text(text)}\n- second") == (
        ["ul", "li", "li"],
        _joined(plain(text), "second"),
    )


@pytest.mark.parametrize("text", ACTIVE)
def test_a_cell_shows_exactly_the_text(text: str) -> None:
    html = markdown.markdown(
        f"| a | b |\n| --- | --- |\n| {escape.md_text(text)} | x |", extensions=EXTENSIONS
    )
    reader = _Reader()
    reader.feed(html.split("<tbody>")[1])
    assert [tag for tag, _ in reader.tags] == ["tr", "td", "td"]
    assert reader.text.split("\n")[2].strip(" ") == plain(text)


@pytest.mark.parametrize("text", ACTIVE)
def test_html_shows_exactly_the_text(text: str) -> None:
    tags, words = read(f'<p title="{escape.html_text(text)}">{escape.html_text(text)}</p>')
    assert tags == [f"p {[('title', escape.shown(text))]}"]
    assert words == plain(text)


@pytest.mark.parametrize("text", ACTIVE)
def test_inline_markdown_lets_no_html_through(text: str) -> None:
    tags, _ = rendered(escape.md_inline(text))
    assert {tag.split(" ")[0] for tag in tags} <= {"p", "em", "strong", "a"}


@pytest.mark.parametrize("text", ACTIVE)
def test_front_matter_reads_back_as_the_text(text: str) -> None:
    line = f"title: {escape.yaml_string(text)}"
    assert "\n" not in line
    assert yaml.safe_load(line) == {"title": escape.shown(text)}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, with a comma; and (brackets)", "plain words, with a comma; and (brackets)"),
        ("snake_case and a_b", "snake_case and a_b"),
        ("[in brackets]", r"\[in brackets\]"),
        ("“quoted” – 5 > 3", "“quoted” – 5 > 3"),
        ("AT&T & Co", "AT&T & Co"),
        ("1986 was a year. 2. was not", "1986 was a year. 2. was not"),
    ],
)
def test_only_what_is_active_is_escaped(text: str, written: str) -> None:
    assert escape.md_text(text) in {written, text}


@pytest.mark.parametrize(
    ("text", "tags", "words"),
    [
        ("*so* it is", ["p", "em"], "so it is"),
        ("**so** it is", ["p", "strong"], "so it is"),
        (
            "see [the record](https://example.org/a_b?c=d&e=f)",
            ["p", "a [('href', 'https://example.org/a_b?c=d&e=f')]"],
            "see the record",
        ),
        ("[x](javascript:alert(1))", ["p"], "[x](javascript:alert(1))"),
        ('[x](https://example.org "title")', ["p"], '[x](https://example.org "title")'),
        ("[x](data:text/html,hi)", ["p"], "[x](data:text/html,hi)"),
        ("![x](https://example.org/x.png)", ["p", "a [('href', 'https://example.org/x.png')]"], "!x"),
        ("<em>x</em> *<b>*", ["p", "em"], "<em>x</em> <b>"),
        ("a * b * c", ["p"], "a * b * c"),
        ("2*3*4", ["p"], "2*3*4"),
        ("[*x*](https://example.org)", ["p", "a [('href', 'https://example.org')]"], "*x*"),
        ("*one* and *two*{: .x }", ["p", "em", "em"], "one and two{: .x }"),
        (
            "[x](https://example.org){: onclick=y }",
            ["p", "a [('href', 'https://example.org')]"],
            "x{: onclick=y }",
        ),
        ("*em", ["p"], "*em"),
        ("***both***", ["p"], "***both***"),
    ],
)
def test_inline_markdown_is_emphasis_and_links_only(text: str, tags: list[str], words: str) -> None:
    assert rendered(escape.md_inline(text)) == (tags, words)


def test_titles_hold_no_markup_and_read_well_where_there_is_none() -> None:
    assert escape.head_text("“A” & B: Europe’s role") == "“A” &amp; B: Europe’s role"
    assert escape.head_text('<b>"') == "&lt;b&gt;&quot;"


def test_what_turns_the_direction_of_text_is_shown_as_a_replacement() -> None:
    assert "\u202e" not in escape.md_text("a\u202eb")
    assert "\u202e" not in escape.html_text("a\u202eb")
    assert "\u202e" not in json.loads(escape.yaml_string("a\u202eb"))


def _joined(*parts: str) -> str:
    """Join texts as a paragraph shows them: white space is one space."""
    return escape.shown(" ".join(parts)).strip(" ")


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "\t@SUM(A1)", "\u00a0-2+3", "+1", "\uff1d1"])
def test_no_spreadsheet_takes_a_cell_for_a_formula(text: str) -> None:
    assert escape.csv_cell(text) == f"'{escape.shown(text)}"


def test_structured_data_show_what_pages_show_and_end_no_script() -> None:
    written = escape.script_json({"name": "</script>\x1b[0m\u202eab", "of": [{"n": 1, "t": "a\nb"}]})
    assert json.loads(written) == {"name": "</script>\ufffd[0m\ufffdab", "of": [{"n": 1, "t": "a b"}]}
    assert "<" not in written
