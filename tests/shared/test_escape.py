"""Texts of editors and articles stay text wherever they are printed."""

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
    """Return the elements of `html` in order, with their attributes, and its text with single spaces."""
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
    """Return what a reader should see of `text`."""
    return escape.shown(text).strip(" ")


@pytest.mark.parametrize(
    ("before", "after", "tags"),
    [
        ("", "", ["p"]),
        ("Before.\n\n", "", ["p", "p"]),
        ("Before ", " after.", ["p"]),
        ("- ", "\n- second", ["ul", "li", "li"]),
    ],
    ids=["alone", "below a paragraph", "in a sentence", "in a list"],
)
def test_markdown_shows_exactly_the_text(before: str, after: str, tags: list[str]) -> None:
    for text in ACTIVE:
        shown = f"{before.removeprefix('- ')} {plain(text)} {after.replace('- ', '')}"
        expected = (tags, re.sub("[ \n]+", " ", shown).strip())
        assert rendered(f"{before}{escape.md_text(text)}{after}") == expected, text


def test_a_heading_shows_exactly_the_text() -> None:
    for text in ACTIVE:
        found = rendered(f"## {escape.md_text(text)} {{: #bb-own }}")
        assert found == (["h2 [('id', 'bb-own')]"], plain(text)), text


def test_a_cell_shows_exactly_the_text() -> None:
    for text in ACTIVE:
        table = f"| a | b |\n| --- | --- |\n| {escape.md_text(text)} | x |"
        reader = _Reader()
        reader.feed(markdown.markdown(table, extensions=EXTENSIONS).split("<tbody>")[1])
        assert [tag for tag, _ in reader.tags] == ["tr", "td", "td"], text
        assert reader.text.split("\n")[2].strip(" ") == plain(text)


def test_html_shows_exactly_the_text() -> None:
    for text in ACTIVE:
        escaped = escape.html_text(text)
        expected = ([f"p {[('title', escape.shown(text))]}"], plain(text))
        assert read(f'<p title="{escaped}">{escaped}</p>') == expected, text


def test_inline_markdown_lets_no_html_through() -> None:
    for text in ACTIVE:
        for tags, _ in (rendered(escape.md_inline(text)), read(f"<p>{escape.html_inline(text)}</p>")):
            assert {tag.split(" ")[0] for tag in tags} <= {"p", "em", "strong", "a"}, text


def test_front_matter_reads_back_as_the_text() -> None:
    for text in ACTIVE:
        line = f"title: {escape.yaml_string(text)}"
        assert len(line.splitlines()) == 1, text
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
def test_only_active_characters_are_escaped(text: str, written: str) -> None:
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
def test_inline_markdown_allows_only_emphasis_and_links(text: str, tags: list[str], words: str) -> None:
    assert rendered(escape.md_inline(text)) == (tags, words)
    assert read(f"<p>{escape.html_inline(text)}</p>") == (tags, words)


def test_titles_have_no_markup_and_stay_readable() -> None:
    assert escape.head_text("“A” & B: Europe’s role") == "“A” &amp; B: Europe’s role"
    assert escape.head_text('<b>"') == "&lt;b&gt;&quot;"


@pytest.mark.parametrize("character", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_characters_that_change_the_direction_of_text_are_replaced(character: str) -> None:
    text = f"a{character}b"
    assert escape.md_text(text) == escape.html_text(text) == "a\ufffdb"
    assert json.loads(escape.yaml_string(text)) == "a\ufffdb"


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "\t@SUM(A1)", "\u00a0-2+3", "+1", "\uff1d1"])
def test_no_spreadsheet_reads_a_cell_as_a_formula(text: str) -> None:
    assert escape.csv_cell(text) == f"'{escape.shown(text)}"


def test_structured_data_shows_what_pages_show_and_cannot_end_a_script() -> None:
    written = escape.script_json({"name": "</script>\x1b[0m\u202eab", "of": [{"n": 1, "t": "a\nb"}]})
    assert json.loads(written) == {"name": "</script>\ufffd[0m\ufffdab", "of": [{"n": 1, "t": "a b"}]}
    assert "<" not in written
