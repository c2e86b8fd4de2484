from generator.edit.articles.converted import Converted, Doubt, Found, Line
from tests.articles.scoring import Truth, differences, misses, score

TRUTH = Truth(
    ("The port is open. It closes at six.", "Ms Reed agreed."), ("Share", "Read more"), {"title": "The port"}
)


def test_a_perfect_conversion_misses_nothing() -> None:
    lines = tuple(map(Line, TRUTH.text))
    assert not misses(score(Converted("html", lines, {"title": (Found("The port", "h1"),)}), TRUTH))


def test_each_kind_of_error_lowers_its_own_figure() -> None:
    lines = (
        Line("The port is open. It closes at"),
        Line("Ms Reed agreed.", (Doubt.MENU,)),
        Line("Share"),
        Line("Read more", (Doubt.TEASER,)),
    )
    result = score(Converted("html", lines), TRUTH)
    assert result.sentences == (2, 3)
    assert result.paragraphs == (1, 2)
    assert result.foreign == (1, 2)
    assert result.unmarked == (0, 1)
    assert result.details == (0, 1)
    assert result.clean == (1, 2)
    assert "+ Share" in differences(Converted("html", lines), TRUTH)
    assert len(misses(result)) == len(["sentences", "paragraphs", "foreign", "unmarked", "details", "clean"])
