"""New positions and drafts on issues that ask for an option or an amount."""

from pathlib import Path

import pytest

from generator.pipeline import examine_folder
from tests.edit.new_entries import DRIVERS, base, run
from tests.test_cases import project


def lanes(answer: str) -> dict[str, bytes]:
    """Return a briefing whose issue is answered by `answer`, a line of YAML, and no position of the drivers on it."""
    path = "briefings/bridge/briefing.yml"
    about = project()[path].decode().replace(
        "    propositions:\n      wider: {text: The bridge is built wider.}\n", f"    {answer}\n"
    )  # fmt: skip
    return {path: about.encode(), DRIVERS: b"party: drivers\npositions: []\n"}


WIDER = [
    "new", "position", "bridge", "drivers", "width", "--statement", "The report says that the club wants it wider.",
    "--words", "wants the bridge to be wider", "--as-of", "2031-05-02",
]  # fmt: skip
OPTIONS = "options: {wide: {label: Wider}, same: {label: As today}}"


@pytest.mark.parametrize(
    ("issue", "option", "line"),
    [
        ("unit: lanes", ["--amount", "4"], 'amount: "4"'),
        ("unit: lanes", ["--amount", "up to 4"], 'amount: "up to 4"'),
        (OPTIONS, ["--option", "wide"], "option: wide"),
        (OPTIONS, ["--stance", "unclear"], "stance: unclear"),
    ],
)
def test_a_new_position_names_its_option_or_amount(
    tmp_path: Path, issue: str, option: list[str], line: str
) -> None:
    root = base(tmp_path / "site", lanes(issue))
    (root / DRIVERS).unlink()
    done = run(root, *WIDER, *option)
    assert done.exit_code == 0, done.output
    assert f"    {line}\n" in (root / DRIVERS).read_text(encoding="utf-8")
    assert not examine_folder(root).has_errors


def test_a_question_offers_the_options_and_the_absences(tmp_path: Path) -> None:
    root = base(tmp_path / "site", lanes(OPTIONS))
    (root / DRIVERS).unlink()
    done = run(root, *WIDER, answers="wde\nwide\n")
    assert "wide, same, unclear, not-stated, declined, not-found" in done.output
    assert "    option: wide\n" in (root / DRIVERS).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("issue", "option", "advice"),
    [
        ("unit: lanes", ["--stance", "supports"], "Use --amount, not --stance"),
        ("unit: lanes", ["--option", "wide"], "Use --amount, not --option"),
        (OPTIONS, ["--option", "wider"], "Did you mean “wide”?"),
    ],
)
def test_another_answer_than_the_issue_asks_for_is_refused(
    tmp_path: Path, issue: str, option: list[str], advice: str
) -> None:
    root = base(tmp_path / "site", lanes(issue))
    (root / DRIVERS).unlink()
    done = run(root, *WIDER, *option)
    assert done.exit_code == 1
    assert advice in done.output


@pytest.mark.parametrize(
    ("issue", "line"),
    [
        ("unit: lanes", "amount: TODO  # what the evidence shows: the number of lanes"),
        (OPTIONS, "option: todo  # what the evidence shows: wide, same"),
    ],
)
def test_a_draft_asks_for_the_option_or_the_amount(tmp_path: Path, issue: str, line: str) -> None:
    town = "briefings/bridge/positions/town.yml"
    root = base(tmp_path / "site", lanes(issue))
    (root / town).unlink()
    report = root / "seeds/report.txt"
    report.write_text(report.read_text(encoding="utf-8").replace("she said", "Vale said"), encoding="utf-8")
    assert run(root, "lock", "--accept", "report").exit_code == 0
    assert run(root, "draft", "report", "--briefing", "bridge").exit_code == 0
    assert f"    {line}\n" in (root / town).read_text(encoding="utf-8")
    codes = [diagnostic.code for diagnostic in examine_folder(root).diagnostics]
    assert [code for code in codes if code.startswith("E")] == ["E428", "E428"]


NAME = ["new", "issue", "bridge", "--title", "Lamps", "--question", "Which lamps?"]


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--unit", "lamps"], "    unit: lamps\n"),
        (
            ["--option", "Old lamps", "--option", "New lamps"],
            '    options:\n      old-lamps: {label: "Old lamps"}\n      new-lamps: {label: "New lamps"}\n',
        ),
    ],
)
def test_a_new_issue_may_have_options_or_a_unit(tmp_path: Path, options: list[str], lines: str) -> None:
    root = base(tmp_path / "site")
    done = run(root, *NAME, *options)
    assert done.exit_code == 0, done.output
    assert lines in (root / "briefings/bridge/briefing.yml").read_text(encoding="utf-8")
    assert not examine_folder(root).has_errors


def test_a_new_issue_is_answered_in_one_way(tmp_path: Path) -> None:
    root = base(tmp_path / "site")
    done = run(root, *NAME, "--unit", "lamps", "--proposition", "There are lamps.")
    assert done.exit_code == 1
    assert "Use only one of --proposition and --unit." in done.output
