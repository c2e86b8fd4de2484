"""Numbers that a source groups with ordinary spaces, and numbers without their units. In each example [brackets] enclose the quoted words."""

import pytest

from generator.pipeline import examine
from tests.test_cases import project


def codes(marked: str) -> set[str]:
    """Return the codes reported for a project that quotes these [words] of its source."""
    files = project()
    text, words = marked.replace("[", "").replace("]", ""), marked.split("[")[1].split("]", maxsplit=1)[0]
    files["seeds/report.txt"] += f"{text}\n".encode()
    files["seeds/report.yml"] = b"title: The report\nlanguage: en\n"
    drivers = "briefings/bridge/positions/drivers.yml"
    files[drivers] = files[drivers].replace(b"wants the bridge to be wider", f'"{words}"'.encode())
    return {diagnostic.code for diagnostic in examine(files).diagnostics} - {"W413"}


@pytest.mark.parametrize(
    "marked",
    [
        "They fired 1 [500 000 shells] there.",
        "They [fired 1] 500 000 shells there.",
        "It costs €1 [200 a month] there.",
        "Of 1 100–1 [200 people] none came.",
        "It was held on 5 [200 people came].",  # ambiguous, so it is reported
        "The club [won 12] - 3 at home.",
        "It wants [a pier of 30] metres there.",
        "Sie will [nur noch 3] Jahre warten.",
        "It costs [some two] million euros.",
        "It wants 3 to [4 boats] there.",
        "It [wants 10] or 15 boats there.",
        "It opens [at 5.30] p.m. there.",
        "It costs two [million euros].",
        "Dafür sind [nur dreißig] Prozent der Leute.",
    ],
)
def test_a_quote_that_cuts_a_number_with_spaces_is_reported(marked: str) -> None:
    assert codes(marked) == {"W435"}


@pytest.mark.parametrize(
    "marked",
    [
        "They fired [1 500 000 shells] there.",
        "In 2025 [300 people came] there.",
        "They came on 2025-05-12 [300 of them] there.",
        "They saw the T-34 [500 times over] there.",
        "It was at 12:30 [300 people came].",
        "It grew by 2.5 [300 people said].",
        "Call 030 [123 any day] there.",
        "It had 5 [2000 or more] there.",
        "They fired 1 500; [000 is no number].",
        "He came [in 1990] - 20 years ago.",
        "It wants a pier of [30 metres] there.",
        "It took 3 [years of talks] there.",
        "It wants [only 30] boats there.",
        "It costs [two million euros] there.",
        "It grew from 3 to [4 boats] there.",
        "It had [a score] of 3 to 4 there.",
        "They want [a mill and more] there.",
        "There were [millions of them] there.",
    ],
)
def test_two_numbers_side_by_side_are_not_reported(marked: str) -> None:
    assert codes(marked) == set()
