"""A site that is built in parts, as several machines do it, is the site of one build."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build.finish import finish_page
from generator.build.shares import FACTS, read_shares
from generator.build.verify import StoredTexts
from generator.cli import main
from tests.building import HARBOUR, HARBOUR_REPOSITORY, copy_project, files, small_project


def build(root: Path, *words: str, repository: str = HARBOUR_REPOSITORY) -> Result:
    """Run `briefing build` in this process, with the settings with which the site of the harbour example is built."""
    variables = {"BRIEFING_REPOSITORY": repository}
    return CliRunner(env=variables).invoke(main, ["build", "--root", str(root), *words])


def build_parts(root: Path, count: int) -> Path:
    """Build all parts of the project at `root`. Return the folder that has them."""
    for number in range(1, count + 1):
        result = build(root, "--part", f"{number}/{count}")
        assert result.exit_code == 0, result.output
    return root / "parts"


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour example in two parts, each built without a cache."""
    root = copy_project(HARBOUR, tmp_path_factory.mktemp("halves") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_CACHE", "off")
        build_parts(root, 2)
    return root


@pytest.fixture
def project(halves: Path, tmp_path: Path) -> Path:
    """A copy of the harbour example with its two parts, which a test may change."""
    return shutil.copytree(halves, tmp_path / "project")


def test_two_parts_of_machines_without_a_cache_become_the_site_of_one_build(
    project: Path, harbour_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_CACHE", "off")
    result = build(project, "--join", "parts")
    assert result.exit_code == 0, result.output
    assert files(project / "site") == files(harbour_site)


@pytest.mark.parametrize("count", [1, 4])
def test_any_number_of_parts_becomes_the_site_of_one_build(
    tmp_path: Path, harbour_site: Path, count: int
) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    build_parts(root, count)
    assert build(root, "--join", "parts").exit_code == 0
    assert files(root / "site") == files(harbour_site)


def test_there_may_be_more_parts_than_briefings(tmp_path: Path, small_built: Path) -> None:
    root = small_project(tmp_path / "project")
    result = build(root, "--part", "1/2", repository="")
    assert "Its briefings: old-bridge." in result.output
    result = build(root, "--part", "2/2", repository="")
    assert "Its briefings: none." in result.output
    assert build(root, "--join", "parts", repository="").exit_code == 0
    assert files(root / "site") == files(small_built / "site")


def test_each_file_is_made_in_one_part_and_a_briefing_is_in_one_part(halves: Path) -> None:
    first, second = (files(halves / "parts" / number).keys() - {FACTS} for number in "12")
    assert not first & second
    briefings, others = (
        {path.split("/")[1] for path in part if path.startswith("briefings/")} for part in (first, second)
    )
    assert not briefings & others
    assert len(briefings | others) == 4


def test_what_a_part_says_of_its_pages_is_what_their_verification_finds(halves: Path) -> None:
    stored = StoredTexts(halves / "seeds")
    for folder, share in read_shares(halves / "parts").items():
        for made in share.files:
            if made.page and made.path.startswith(("briefings/", "sources/")):
                content, page = finish_page(made.path, (folder / made.path).read_text("utf-8"), stored)
                assert (made.page.facts, made.page.indexed) == (page.facts, page.indexed)
                assert content == (folder / made.path).read_bytes()


def test_a_part_with_a_page_that_cannot_be_published_is_not_built(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_javascript: [https://example.org/count.js]\n")
    result = build(root, "--part", "1/2")
    assert result.exit_code == 1
    assert "loads from outside the site" in result.stderr
    assert not (root / "parts" / "1").exists()


def remove(parts: Path) -> None:
    """Remove a part."""
    shutil.rmtree(parts / "2")


def repeat(parts: Path) -> None:
    """Put the first part in place of the second."""
    shutil.rmtree(parts / "2")
    shutil.copytree(parts / "1", parts / "2")


def add_of_three(parts: Path) -> None:
    """Add a part of another build, which had three."""
    (parts / "3").mkdir()
    (parts / "3" / FACTS).write_text('{"part": "3/3", "files": []}', encoding="utf-8")


def cut(parts: Path) -> None:
    """Cut the description of a part."""
    facts = (parts / "2" / FACTS).read_bytes()
    (parts / "2" / FACTS).write_bytes(facts[:-100])


def retype(parts: Path) -> None:
    """Describe a page by other types of values."""
    facts = json.loads((parts / "2" / FACTS).read_bytes())
    facts["files"][0][2] = 1
    (parts / "2" / FACTS).write_text(json.dumps(facts), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (shutil.rmtree, "has no parts"),
        (remove, "lacks part 2 of 2"),
        (repeat, "are both part 1 of 2"),
        (add_of_three, "is part 3 of 3"),
        (cut, "cannot be read"),
        (retype, "cannot be read"),
    ],
)
def test_without_all_parts_of_one_build_nothing_is_checked_or_built(
    project: Path, change: Callable[[Path], None], message: str
) -> None:
    change(project / "parts")
    result = build(project, "--join", "parts")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (project / "site").exists()


def change_page(root: Path) -> list[str]:
    """Change a page of a part."""
    with (root / "parts" / "1" / "briefings" / "night-closing" / "index.html").open("a") as page:
        page.write(" ")
    return []


def remove_page(root: Path) -> list[str]:
    """Remove a page of a part."""
    (root / "parts" / "1" / "briefings" / "night-closing" / "index.html").unlink()
    return []


def rename_page(root: Path) -> list[str]:
    """Let a part say that it has a file outside the site."""
    path = root / "parts" / "1" / FACTS
    facts = json.loads(path.read_bytes())
    facts["files"][0][0] = "../../outside.html"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return []


def change_content(root: Path) -> list[str]:
    """Change a title."""
    path = root / "briefings" / "boats" / "briefing.yml"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Small ", 1), encoding="utf-8")
    return []


def change_settings(root: Path) -> list[str]:
    """Change the name of the site."""
    path = root / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("Harbour briefings", "Briefings"), encoding="utf-8")
    return []


def change_day(_: Path) -> list[str]:
    """Build the site on a day on which a review is overdue."""
    return ["--today", "2033-01-01"]


OTHER = "was built from other files or settings"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (change_page, "is missing or damaged"),
        (remove_page, "is missing or damaged"),
        (rename_page, OTHER),
        (change_content, OTHER),
        (change_settings, OTHER),
        (change_day, OTHER),
    ],
)
def test_a_part_that_differs_from_this_site_is_refused(
    project: Path, change: Callable[[Path], list[str]], message: str
) -> None:
    words = change(project)
    result = build(project, "--join", "parts", *words)
    assert result.exit_code == 1
    assert message in result.stderr
    assert not (project / "site").exists()


def test_a_part_of_another_version_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.plugin.mkdocs_site.program_version", lambda: "another")
    assert OTHER in build(project, "--join", "parts").stderr


@pytest.mark.parametrize("text", ["0/2", "3/2", "x", "1", "1/0", "-1/2", "1/1000", "1/2/3"])
def test_a_part_that_cannot_be_is_an_error_that_shows_the_form(text: str) -> None:
    result = build(HARBOUR, f"--part={text}")
    assert result.exit_code == 2
    assert f"“{text}” is not a part: write 1/4 for the first of four" in result.stderr


@pytest.mark.parametrize(
    "words", [["--part", "1/2", "--join", "parts"], ["--part", "1/2", "--builder", "zensical"]]
)
def test_options_that_exclude_each_other_are_refused(words: list[str]) -> None:
    assert build(HARBOUR, *words).exit_code == 2


@pytest.mark.parametrize("words", [["--part", "1/2"], ["--join", "parts"]])
def test_a_site_with_other_plugins_is_not_built_in_parts(project: Path, words: list[str]) -> None:
    path = project / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("plugins:\n", "plugins:\n  - meta\n"), encoding="utf-8")
    result = build(project, *words)
    assert result.exit_code == 1
    assert "other plugins" in result.stderr
