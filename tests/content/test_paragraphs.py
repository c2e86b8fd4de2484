"""Paragraphs of hard-wrapped texts, and of texts with a line for each paragraph."""

import pytest

from generator.content.articles import read_article
from generator.content.paragraphs import paragraphs


def parts(text: str) -> list[str]:
    return [" ".join(text[part.start : part.end].split()) for part in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pier stays closed, the town said on\nFriday. “We wait for the\nspring,” said Ada Vale.\n\nTom Reed\nsmiled.\n",
            [
                "The pier stays closed, the town said on Friday. “We wait for the spring,” said Ada Vale.",
                "Tom Reed smiled.",
            ],
        ),
        (
            "Sie sagte: „Der Steg bleibt bis zum\r\nFrühjahr zu, und dann wird er\r\nwieder geöffnet.“\r\n\r\nMehr nicht.",
            [
                "Sie sagte: „Der Steg bleibt bis zum Frühjahr zu, und dann wird er wieder geöffnet.“",
                "Mehr nicht.",
            ],
        ),
        (
            "港は夜間に閉鎖されると市長は述べ\nた。住民は反対している。",
            ["港は夜間に閉鎖されると市長は述べ た。住民は反対している。"],
        ),
        (
            "VALE: The pier stays closed until\nthe spring, as we said.\nREED: Why so late? We could\nopen it in March.",
            [
                "VALE: The pier stays closed until the spring, as we said.",
                "REED: Why so late? We could open it in March.",
            ],
        ),
        (
            "The pier opens on one condition, and\nthis is a list:\n- quiet nights,\n- no bikes.",
            ["The pier opens on one condition, and this is a list:", "- quiet nights,", "- no bikes."],
        ),
        (
            "The town asks for two things, and it wants:\n- quiet nights for all of us, at the pier and\n  at the quay\n- no bikes",
            [
                "The town asks for two things, and it wants:",
                "- quiet nights for all of us, at the pier and at the quay",
                "- no bikes",
            ],
        ),
        (
            "The pier stays closed for the year, and\nthe town is sorry.\n  Tom Reed is not, he told us when we\nmet him.",
            [
                "The pier stays closed for the year, and the town is sorry.",
                "Tom Reed is not, he told us when we met him.",
            ],
        ),
    ],
)
def test_lines_of_a_hard_wrapped_text_without_an_empty_line_between_them_are_one_paragraph(
    text: str, expected: list[str]
) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The pier stays closed\nThe town said so on Friday. It was late.\nTom Reed smiled at that.",
        "THE PIER\n\nThe town met on Friday.\nTom Reed smiled.\n“We wait,” said Ada Vale.",
        "VALE: We wait for the spring.\nREED: Why?\nVALE: You know why.",
        f"The pier\nstays closed.\n{'The town said a lot. ' * 10}",
    ],
)
def test_a_line_is_a_paragraph_in_other_texts(text: str) -> None:
    assert len(parts(text)) == len([line for line in text.split("\n") if line])


def test_the_prose_of_a_text_has_spaces_for_line_ends_inside_paragraphs_and_the_same_offsets() -> None:
    text = "The pier stays closed until the\r\nspring.\n\nTom Reed smiled at that, as he\ndoes.\n"
    article, _ = read_article("a", text.encode(), "seeds/a.txt")
    assert article is not None
    assert (
        article.prose == "The pier stays closed until the  spring.\n\nTom Reed smiled at that, as he does.\n"
    )
    assert len(article.prose) == len(text)
