"""Texts that are nearly the same are one origin; reports that only quote the same words are not."""

import random
import time

import pytest

from generator.content.articles import Article
from generator.content.load import load
from generator.content.near_copies import near_copies

LEAD = "LYREHAVEN (HNA). The council of Lyrehaven has put off the sale of the west pier until the autumn, after three hours of debate."
VOTE = "Nine members voted for the delay and four against it. Two were not in the hall when the mayor called the vote."
QUOTE = "“We will not sell the pier before we know what it is worth, and we will not be hurried by anybody,” said the mayor, Ada Vale."
CREWS = "The crews of the night boats had asked for the delay in a letter of two pages, which the council read out at the start."
OTHER = "Traders in the old town are not happy. They say that the pier costs them customers every summer, and that nobody listens."
REPORT = f"{LEAD}\n\n{VOTE}\n\n{QUOTE}\n\n{CREWS}"
JAPANESE = "港の議会は西桟橋の売却を秋まで延期した。三時間の議論の後、九人が賛成し四人が反対した。夜の船の乗組員は手紙で延期を求めていた。"


def copies(*texts: str) -> dict[int, tuple[str, ...]]:
    articles = [Article(str(number), text, "", ()) for number, text in enumerate(texts)]
    return {int(name): others for name, others in near_copies(tuple(articles)).items()}


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        REPORT.replace("“", '"').replace("”", '"') + "\n",
        REPORT.replace(CREWS, OTHER),
        REPORT.replace("autumn", "winter").replace("two pages", "three pages"),
        f"{LEAD}\n\n{VOTE}",
        f"{OTHER}\n\n{REPORT}",
        REPORT.upper(),
    ],
)
def test_a_copy_with_small_changes_is_found(copy: str) -> None:
    assert copies(REPORT, copy) == {1: ("0",)}
    assert copies(copy, REPORT) == {1: ("0",)}


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        f"{OTHER}\n\n{QUOTE}\n\nMs Vale has been the mayor since the spring and wants to stay for a second term.",
        "Ada Vale, who leads Lyrehaven, spoke in the evening. " + QUOTE,
        f"{LEAD}\n\n{OTHER}\n\nThe harbour master wants the planks repaired first, and has asked a firm in the capital for a price.",
    ],
)
def test_a_report_with_a_quotation_or_a_sentence_in_common_is_no_copy(other: str) -> None:
    assert copies(REPORT, other) == {}


def test_a_report_that_prints_a_whole_statement_is_no_copy_of_it() -> None:
    statement = (
        "We will not sell the pier before we know what it is worth, and we will not be hurried by anybody."
    )
    assert (
        copies(
            statement,
            f"In the evening the mayor wrote to the paper: “{statement}” Nobody else in the council has spoken yet.",
        )
        == {}
    )


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    assert copies(JAPANESE, JAPANESE.replace("手紙", "電話")) == {1: ("0",)}
    assert (
        copies(
            JAPANESE, "桟橋の売却に商人たちは満足していない。毎年の夏に客が減るのに誰も聞いてくれないと言う。"
        )
        == {}
    )


def test_a_near_copy_counts_as_the_same_origin_even_if_the_files_name_two() -> None:
    files = {
        f"seeds/{name}.txt": text.encode()
        for name, text in (("a", REPORT), ("b", f"{REPORT} "), ("c", OTHER))
    }
    files |= {
        f"seeds/{name}.yml": f"title: T\nlanguage: en\norigin: wire of {name}".encode() for name in "abc"
    }
    files["seeds/b.yml"] = b"title: T\nlanguage: en\norigin: wire of c"
    sources = load(files)[0].sources
    assert {source.origin for source in sources.values()} == {sources["a"].origin}


def test_the_later_text_is_the_copy() -> None:
    files = {f"seeds/{name}.txt": REPORT.encode() for name in "ab"}
    files |= {
        f"seeds/{name}.yml": f"title: T\nlanguage: en\npublished: {day}".encode()
        for name, day in (("a", "2031-05"), ("b", 2030))
    }
    assert [source.copies for source in load(files)[0].sources.values()] == [("b",), ()]


def test_many_long_texts_are_not_compared_pair_by_pair() -> None:
    chance = random.Random(1)  # noqa: S311 - makes texts
    words = ["".join(chance.choices("abcdefghij", k=4)) for _ in range(5000)]
    boilerplate = " All rights reserved, no part of this text may be printed elsewhere."
    texts = [
        ". ".join(" ".join(chance.choices(words, k=12)) for _ in range(80)) + boilerplate for _ in range(400)
    ]
    start = time.process_time()
    assert copies(*texts, texts[7] + " And more.") == {400: ("7",)}
    assert time.process_time() - start < 10
