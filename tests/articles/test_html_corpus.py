import re
from collections.abc import Mapping
from functools import cache

import pytest

from generator.edit.articles.converted import Converted
from generator.edit.articles.html import convert
from tests.articles.html_pages import NAMES, page
from tests.articles.scoring import Score, Truth, differences, misses, score, table, total

FEWEST_PAGES = 48


@cache
def _conversions() -> Mapping[str, tuple[Converted, Truth]]:
    conversions = {}
    for name in NAMES:
        text, truth = page(name)
        charset = re.search('charset="?([\\w-]+)', text)
        raw = text.encode(charset[1] if charset else "utf-8", "xmlcharrefreplace")
        conversions[name] = convert(raw, f"{name}.html"), truth
    return conversions


def _scores() -> Mapping[str, Score]:
    return {name: score(*pair) for name, pair in _conversions().items()}


@pytest.mark.slow
def test_pages_in_many_templates_are_converted_nearly_without_an_error() -> None:
    scores = _scores()
    print("\n" + table(scores))  # noqa: T201  # the figures are wanted in reports
    assert len(scores) >= FEWEST_PAGES
    assert not misses(total(scores.values())), "\n".join(
        differences(*pair) for pair in _conversions().values()
    )


def test_no_page_loses_a_paragraph_without_a_word() -> None:
    for name, (converted, truth) in _conversions().items():
        given = " ".join([*(line.text for line in converted.lines), *converted.removed])
        assert [line for line in truth.text if line not in given] == [], name
