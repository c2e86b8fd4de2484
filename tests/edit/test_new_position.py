"""`briefing new position` asks for the date and the stances of a position."""

from pathlib import Path

import pytest

from tests.edit.new_entries import BRIEFING, base, run
from tests.test_cases import project


def test_a_position_asks_again_after_an_invalid_answer(tmp_path: Path) -> None:
    root = base(tmp_path)
    assert run(root, *BRIEFING, "--party", "drivers").exit_code == 0
    done = run(
        root, "new", "position", "night", "town", answers="nihgts\nnights\nsuports\nnot-found\nMay\n2031\n"
    )
    assert done.exit_code == 0, done.output
    assert "Error: There is no issue “nihgts”. Did you mean “nights”?" in done.output
    assert "Error: There is no stance “suports”. Did you mean “supports”?" in done.output
    assert "Error: “May”" in done.output

    answers = "supports\nWe will open the brigde in May\nthe\nWe will open the bridge\n\nThe mayor said it.\n"
    done = run(root, "new", "position", "night", "drivers", "nights", answers=answers)
    assert done.exit_code == 0, done.output
    assert "Error: Not found in 1 stored text: We will open the brigde" in done.output
    assert "Error: These words are in several places." in done.output
    written = (root / "briefings/night/positions/drivers.yml").read_text(encoding="utf-8")
    assert 'quote: "We will open the bridge"' in written


def test_a_position_on_several_propositions_needs_a_stance_on_each(tmp_path: Path) -> None:
    root = base(tmp_path)
    propositions = ["--proposition", "It is red.", "--proposition", "It is blue."]
    assert (
        run(
            root, "new", "issue", "bridge", "colour", "--title", "C", "--question", "Which?", *propositions
        ).exit_code
        == 0
    )
    answers = (
        "it-is-red=supports\nit-is-red=supports, it-is-blue=unclear\nWe will open the bridge\n2031\nA.\n"
    )
    done = run(root, "new", "position", "bridge", "town", "colour", answers=answers)
    assert done.exit_code == 0, done.output
    assert "Error: The stance on “it-is-blue” is missing. Add it-is-blue=CODE." in done.output
    written = (root / "briefings/bridge/positions/town.yml").read_text(encoding="utf-8")
    assert "    stance: {it-is-red: supports, it-is-blue: unclear}\n" in written


POSITION = [
    "new", "position", "night", "town", "nights", "--stance", "supports", "--statement", "The mayor said it.",
    "--words", "We will open the bridge in", "--speaker", "ada-vale",
]  # fmt: skip


def dated(folder: Path, published: bytes = b"") -> Path:
    """Write the base project, whose source has this date, with a briefing of 2 March 2031."""
    about = project()["seeds/report.yml"] + (b"\npublished: " + published + b"\n" if published else b"")
    root = base(folder, {"seeds/report.yml": about})
    done = run(root, *BRIEFING)
    assert done.exit_code == 0, done.output
    return root


def town(root: Path) -> str:
    """Return the new position file."""
    return (root / "briefings/night/positions/town.yml").read_text(encoding="utf-8")


def test_a_new_position_has_the_date_of_its_source(tmp_path: Path) -> None:
    root = dated(tmp_path, b"2031-03-01")
    done = run(root, *POSITION, answers="\n")
    assert "[2031-03-01]: " in done.output
    assert "    as_of: 2031-03-01\n" in town(root)


def test_without_a_date_of_the_source_it_is_asked_for(tmp_path: Path) -> None:
    root = dated(tmp_path)
    done = run(root, *POSITION, answers="3 March\n2031-02\n")
    assert "(empty if not known): " in done.output
    assert "Error: “3 March”" in done.output
    assert "    as_of: 2031-02\n" in town(root)


@pytest.mark.parametrize("answers", ["", "\n"])
def test_without_an_answer_a_position_has_no_date(tmp_path: Path, answers: str) -> None:
    root = dated(tmp_path)
    done = run(root, *POSITION, answers=answers)
    assert done.exit_code == 0, done.output
    assert "as_of" not in town(root)


def test_a_search_without_result_needs_a_date_of_its_own(tmp_path: Path) -> None:
    root = dated(tmp_path, b"2031-03-01")
    done = run(root, "new", "position", "night", "town", "nights", "--stance", "not-found")
    assert done.exit_code == 2
    assert "--searched-until" in done.output
