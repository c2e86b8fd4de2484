"""Templates escape what they print: for Markdown or for HTML."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator.site import render
from generator.site.pages.page import PageSpec, Target

HOSTILE = "<b>*x*</b> & [y](z)"


def body(folder: Path, text: str, context: Mapping[str, Any], **blocks: str) -> str:
    """Render a page whose template is `text`, with blocks of HTML by name; return what follows the front matter."""
    (folder / "page.md.jinja").write_text(text, encoding="utf-8")
    for name, block in blocks.items():
        (folder / f"{name}.html.jinja").write_text(block, encoding="utf-8")
    page = render.render(PageSpec("a/b.md", "page.md.jinja", "Title", "", context), templates=folder)
    return page.markdown.split("\n---\n\n", 1)[1]


def test_a_value_in_markdown_is_escaped_for_markdown(tmp_path: Path) -> None:
    assert body(tmp_path, "Said {{ x }}.", {"x": HOSTILE}) == "Said &lt;b>\\*x\\*&lt;/b> & \\[y\\](z).\n"


def test_a_value_in_a_block_is_escaped_for_html(tmp_path: Path) -> None:
    assert body(
        tmp_path, "{{ block('part.html.jinja') }}", {"x": HOSTILE}, part='<p title="{{ x }}">{{ x }}</p>'
    ) == ('<p title="&lt;b&gt;*x*&lt;/b&gt; &amp; [y](z)">&lt;b&gt;*x*&lt;/b&gt; &amp; [y](z)</p>\n')


def test_the_output_of_a_macro_is_not_escaped_again(tmp_path: Path) -> None:
    text = "{% macro strong(x) %}**{{ x }}**{% endmacro %}{{ strong(x) }}"
    assert body(tmp_path, text, {"x": "a*b"}) == "**a\\*b**\n"


def test_joined_values_are_escaped(tmp_path: Path) -> None:
    assert body(tmp_path, "{{ x | join(', ') }}", {"x": ["*a*", "<b>"]}) == "\\*a\\*, &lt;b>\n"


def test_a_value_in_our_own_words_is_escaped(tmp_path: Path) -> None:
    text = "{{ _('Share: %(statement)s', statement=x) }}"
    assert body(tmp_path, text, {"x": "<b>*x*"}) == "Share: &lt;b>\\*x\\*\n"


def test_a_block_has_no_empty_line_since_that_would_end_it(tmp_path: Path) -> None:
    block = "<div>\n\n{% if x %}\n\n<p>{{ x }}</p>\n{% endif %}\n   \n</div>"
    assert (
        body(tmp_path, "{{ block('part.html.jinja') }}", {"x": "a\n\nb"}, part=block)
        == "<div>\n<p>a b</p>\n</div>\n"
    )


def test_a_missing_value_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(jinja2.UndefinedError):
        body(tmp_path, "{{ missing }}", {})


def test_links_are_relative_in_markdown_and_in_html(tmp_path: Path) -> None:
    text = "[x]({{ link(to) }})\n\n{{ block('part.html.jinja') }}"
    assert body(tmp_path, text, {"to": Target("c/d.md", "e")}, part='<a href="{{ href(to) }}">x</a>') == (
        '[x](../c/d.md#e)\n\n<a href="../../c/d/#e">x</a>\n'
    )


@pytest.mark.parametrize(
    ("searched", "lines"),
    [(True, ""), (False, "search:\n  exclude: true\n")],
)
def test_front_matter_can_exclude_a_page_from_the_search(
    tmp_path: Path, lines: str, *, searched: bool
) -> None:
    (tmp_path / "page.md.jinja").write_text("Text", encoding="utf-8")
    page = render.render(
        PageSpec("a.md", "page.md.jinja", 'T: "x"', "D & d", {}, searched=searched), templates=tmp_path
    )
    assert page.markdown == (
        f'---\ntitle: "T: &quot;x&quot;"\ndescription: "D &amp; d"\n{lines}---\n\nText\n'
    )
