"""A long text has parts that follow from the text alone."""

from generator.content.articles import Article, read_article

LINE = "A line of some words, and a full stop at its end."


def article(*paragraphs: str) -> Article:
    """Read a text with these paragraphs."""
    found, _ = read_article("long", "\n".join(paragraphs).encode(), "seeds/long.txt")
    assert found is not None
    return found


def test_a_text_of_two_hundred_paragraphs_has_one_part() -> None:
    assert [part.name for part in article(*[LINE] * 200).parts] == ["1-200"]


def test_a_part_has_at_most_two_hundred_paragraphs() -> None:
    assert [part.name for part in article(*[LINE] * 401).parts] == ["1-200", "201-400", "401-401"]


def test_a_part_has_at_most_64_000_bytes_unless_it_is_one_paragraph() -> None:
    long = "word " * 6_000
    parts = article(long, LINE, long, LINE, long * 3, LINE).parts
    assert [part.name for part in parts] == ["1-4", "5-5", "6-6"]


def test_bytes_are_counted_not_characters() -> None:
    sentence = "協定は署名された。" * 900  # 24,300 bytes
    assert [part.name for part in article(*[sentence] * 3).parts] == ["1-2", "3-3"]


def test_every_paragraph_is_in_the_part_that_says_so() -> None:
    found = article(*[LINE] * 1001)
    for paragraph in found.paragraphs:
        part = found.part_of(paragraph.number)
        assert part.first <= paragraph.number <= part.last
    assert [part.number for part in found.parts] == [1, 2, 3, 4, 5, 6]
