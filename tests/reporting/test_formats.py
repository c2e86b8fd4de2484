"""What a check tells other programs: JSON, GitHub Actions and SARIF; and what it explains."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from markdown import markdown

from generator import check_cache
from generator.cli import main
from generator.diagnostics import Rule
from generator.pipeline import RULES
from generator.reporting import FORMATS
from tests.test_cases import project

ROOM = Path(__file__).parents[2] / "generator" / "reporting"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the faults of two cases, and a place of its own for kept results."""
    monkeypatch.setattr(check_cache, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    root = tmp_path / "project"
    for path, raw in project("E201-not-found", "fails").items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


def check(root: Path, form: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--format", form])


def test_every_form_of_the_room_is_in_its_list() -> None:
    told_elsewhere = {"__init__", "panel"}  # the panel is the preview's
    assert {path.stem for path in ROOM.glob("*.py")} - told_elsewhere == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_a_fault_fails_the_check_in_every_form(root: Path, form: str) -> None:
    done = check(root, form)
    assert done.exit_code == 1
    assert "E201" in done.output


def test_json_gives_the_place_of_each_fault_and_its_line(root: Path) -> None:
    told = json.loads(check(root, "json").output)
    (fault,) = [one for one in told["diagnostics"] if one["code"] == "E201"]
    line = (root / fault["file"]).read_text(encoding="utf-8").splitlines()[fault["line"] - 1]
    assert fault["text"] == line
    assert line[fault["column"] - 1 :][: fault["width"]].strip()
    assert told["counts"]["error"] == sum(one["severity"] == "error" for one in told["diagnostics"])
    assert told["sound"] is False


def test_an_annotation_is_one_line_whatever_the_text_holds(root: Path) -> None:
    path = next(root.rglob("positions/*.yml"))
    path.write_text(
        path.read_text(encoding="utf-8") + '"x\\n::error::hacked, 100%\\r": 1\n',
        encoding="utf-8",
        newline="\n",
    )
    lines = check(root, "github").output.splitlines()
    told = json.loads(check(root, "json").output)["diagnostics"]
    assert len([line for line in lines if line.startswith("::")]) == len(told) > 1
    assert not any(line.startswith("::error::") for line in lines)
    assert any("100%25" in line for line in lines)


def test_all_faults_are_in_the_summary_of_the_job_as_text(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    path = next(root.rglob("positions/*.yml"))
    path.write_text(path.read_text(encoding="utf-8") + "</pre><script>: 1\n", encoding="utf-8", newline="\n")
    check(root, "github")
    told = page.read_text(encoding="utf-8")
    assert told.startswith("## The content has errors: nothing is published\n")
    assert "E201" in told
    assert told.count("</pre>") == 1
    assert "&lt;/pre&gt;&lt;script&gt;" in told


def test_a_folder_s_name_is_no_markup_in_the_summary(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    name = "**Approved** ![x](a) @admin"
    next(root.rglob("briefing.yml")).parent.rename(root / "briefings" / name)
    check(root, "github")
    shown = html.fromstring(markdown(page.read_text(encoding="utf-8")))
    assert name in "".join(shown.itertext("pre"))
    assert (shown.findall(".//strong"), shown.findall(".//img")) == ([], [])


def test_sarif_names_every_rule_and_the_place_of_every_fault(root: Path) -> None:
    (run,) = json.loads(check(root, "sarif").output)["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert rules == {rule.code for rule in RULES}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert result["ruleId"] in rules
        assert (root / place["artifactLocation"]["uri"]).is_file()
        assert place["region"]["endColumn"] > place["region"]["startColumn"]


def test_a_project_without_a_fault_passes_in_every_form(root: Path) -> None:
    for path, raw in project().items():
        (root / path).write_bytes(raw)
    assert [check(root, form).exit_code for form in FORMATS] == [0] * len(FORMATS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_code_can_be_explained(rule: Rule) -> None:

    done = CliRunner().invoke(main, ["explain", rule.code.lower()])
    assert done.exit_code == 0
    assert rule.title in done.output


def test_without_a_code_all_are_listed() -> None:
    lines = CliRunner().invoke(main, ["explain"]).output.splitlines()
    assert len(lines) == len(RULES)


def test_a_code_that_is_none_is_told_with_the_nearest() -> None:
    done = CliRunner().invoke(main, ["explain", "E2001"])
    assert done.exit_code == 2
    assert "Did you mean E201?" in done.output
