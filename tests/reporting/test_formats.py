"""The formats of `briefing check` for other programs, and `briefing explain`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from markdown import markdown

from generator import store
from generator.cli import main
from generator.pipeline import RULES
from generator.reporting import FORMATS
from tests.test_cases import project

PACKAGE = Path(__file__).parents[2] / "generator" / "reporting"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with errors, and an empty cache for its results."""
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    root = tmp_path / "project"
    for path, raw in project("E201-not-found", "fails").items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


def check(root: Path, form: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--format", form])


def test_every_format_in_the_folder_is_listed() -> None:
    others = {"__init__", "panel"}  # the panel belongs to the preview
    assert {path.stem for path in PACKAGE.glob("*.py")} - others == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_an_error_fails_the_check_in_every_format(root: Path, form: str) -> None:
    done = check(root, form)
    assert done.exit_code == 1
    assert "E201" in done.output
    for path, raw in project().items():
        (root / path).write_bytes(raw)
    assert check(root, form).exit_code == 0


def test_json_contains_the_location_and_the_line_of_each_error(root: Path) -> None:
    output = json.loads(check(root, "json").output)
    (error,) = [found for found in output["diagnostics"] if found["code"] == "E201"]
    line = (root / error["file"]).read_text(encoding="utf-8").splitlines()[error["line"] - 1]
    assert error["text"] == line
    assert line[error["column"] - 1 :][: error["width"]].strip()
    assert output["counts"]["error"] == sum(found["severity"] == "error" for found in output["diagnostics"])
    assert output["has_errors"] is True


def test_an_annotation_is_one_line_whatever_the_text_contains(root: Path) -> None:
    path = next(root.rglob("positions/*.yml"))
    path.write_text(
        path.read_text(encoding="utf-8") + '"x\\n::error::hacked, 100%\\r": 1\n',
        encoding="utf-8",
        newline="\n",
    )
    lines = check(root, "github").output.splitlines()
    output = json.loads(check(root, "json").output)["diagnostics"]
    assert len([line for line in lines if line.startswith("::")]) == len(output) > 1
    assert not any(line.startswith("::error::") for line in lines)
    assert any("100%25" in line for line in lines)


def test_the_job_summary_contains_all_errors_as_plain_text(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    path = next(root.rglob("positions/*.yml"))
    path.write_text(path.read_text(encoding="utf-8") + "</pre><script>: 1\n", encoding="utf-8", newline="\n")
    check(root, "github")
    output = page.read_text(encoding="utf-8")
    assert output.startswith("## The content has errors: nothing is published\n")
    assert "E201" in output
    assert output.count("</pre>") == 1
    assert "&lt;/pre&gt;&lt;script&gt;" in output


def test_the_name_of_a_folder_is_not_markup_in_the_job_summary(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    name = "**Approved** ![x](a) @admin"
    next(root.rglob("briefing.yml")).parent.rename(root / "briefings" / name)
    check(root, "github")
    shown = html.fromstring(markdown(page.read_text(encoding="utf-8")))
    assert name in "".join(shown.itertext("pre"))
    assert (shown.findall(".//strong"), shown.findall(".//img")) == ([], [])


def test_sarif_contains_every_rule_and_the_location_of_every_error(root: Path) -> None:
    (run,) = json.loads(check(root, "sarif").output)["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert rules == {rule.code for rule in RULES}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert result["ruleId"] in rules
        assert (root / place["artifactLocation"]["uri"]).is_file()
        assert place["region"]["endColumn"] > place["region"]["startColumn"]


def test_explain_prints_the_manual_page_of_a_code() -> None:
    for rule in RULES:
        done = CliRunner().invoke(main, ["explain", rule.code.lower()])
        assert done.exit_code == 0
        assert rule.title in done.output


def test_explain_without_a_code_lists_all_codes() -> None:
    lines = CliRunner().invoke(main, ["explain"]).output.splitlines()
    assert len(lines) == len(RULES)


def test_explain_suggests_the_nearest_code() -> None:
    done = CliRunner().invoke(main, ["explain", "W426x"])
    assert done.exit_code == 1
    assert "Did you mean “W426”?" in done.output


@pytest.mark.parametrize("form", FORMATS)
def test_quiet_hides_info_messages(root: Path, form: str) -> None:
    parties = root / "briefings/parties.yml"
    parties.write_bytes(parties.read_bytes() + b"ferry: {name: Ferry, kind: organisation}\n")
    for path, raw in project().items():
        if path != "briefings/parties.yml":
            (root / path).write_bytes(raw)
    rule = "no briefing uses the party ferry"
    assert rule in check(root, form).output
    done = CliRunner().invoke(main, ["check", "--quiet", "--root", str(root), "--format", form])
    assert rule not in done.output


def test_formats_for_programs_have_every_info_message(root: Path) -> None:
    parties = root / "briefings/parties.yml"
    unused = "".join(f"ferry-{number}: {{name: Ferry {number}, kind: organisation}}\n" for number in range(9))
    for path, raw in project().items():
        (root / path).write_bytes(raw)
    parties.write_bytes(parties.read_bytes() + unused.encode())
    numbers = {form: check(root, form).output.count("no briefing uses") for form in FORMATS}
    assert numbers == {"text": 1, "json": 9, "github": 1, "sarif": 9}
