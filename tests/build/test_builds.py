"""The ways to build a site: the command, MkDocs itself, and the folder that any builder takes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.build.render_folder import OTHER_DOCS, write_folder
from generator.build.settings import site_language, site_publication
from generator.pipeline import examine_folder, site_of
from generator.site.repository import NOWHERE, repository
from tests.building import (
    HARBOUR,
    ROOT,
    broken_links,
    build,
    copy_project,
    files,
    is_whole,
    pages,
    run,
    visible,
)

POSITION = "briefings/ukraine-settlement/positions/russia.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this project, not built yet."""
    return copy_project(ROOT, tmp_path / "project")


@pytest.fixture
def built(real_project: Path, tmp_path: Path) -> Path:
    """A copy of this project with its site."""
    return shutil.copytree(real_project, tmp_path / "built")


def misquote(project: Path) -> None:
    """Change one word of a quotation."""
    path = project / POSITION
    path.write_text(
        path.read_text(encoding="utf-8").replace("ready right now,", "ready just now,"), encoding="utf-8"
    )


def test_mkdocs_strict_and_the_command_make_the_same_files(real_project: Path, tmp_path: Path) -> None:
    address = {"BRIEFING_SITE_URL": "https://example.org/briefing-book/"}
    done = run(
        "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"), cwd=real_project, env=address
    )
    assert done.returncode == 0, done.stderr
    assert files(tmp_path / "site") == files(real_project / "site")


def test_two_builds_in_other_folders_time_zones_and_locales_give_the_same_bytes(tmp_path: Path) -> None:
    first = build(
        copy_project(HARBOUR, tmp_path / "a"),
        env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    )
    second = build(
        copy_project(HARBOUR, tmp_path / "elsewhere" / "b"),
        env={"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    )
    assert files(first) == files(second)


def test_a_fault_writes_no_site_and_leaves_the_last_one_as_it_was(built: Path) -> None:
    before = files(built / "site")
    misquote(built)
    done = run("generator", "build", cwd=built)
    assert done.returncode == 1
    assert f"{POSITION}:" in done.stderr
    assert "error[E202]" in done.stderr
    assert "The source: ready [right] now" in done.stderr
    assert files(built / "site") == before
    assert [path.name for path in built.glob(".site*/*") if path.is_dir()] == []


def test_a_fault_in_the_first_build_writes_nothing(project: Path) -> None:
    misquote(project)
    assert run("generator", "build", cwd=project).returncode == 1
    assert not (project / "site").exists()


def test_mkdocs_build_stops_at_a_fault_before_it_touches_the_site(built: Path) -> None:
    before = files(built / "site")
    misquote(built)
    done = run("mkdocs", "build", cwd=built)
    assert done.returncode == 1
    assert "error[E202]" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(built / "site") == before


def test_a_broken_link_in_a_hand_written_page_leaves_the_last_site_as_it_was(built: Path) -> None:
    before = files(built / "site")
    (built / "docs" / "broken.md").write_text("# Broken\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    done = run("generator", "build", cwd=built)
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert files(built / "site") == before


def test_a_wrong_use_of_the_command_ends_with_2(tmp_path: Path) -> None:
    assert run("generator", "build", "--no-such-option", cwd=tmp_path).returncode == 2
    assert run("generator", "no-such-command", cwd=tmp_path).returncode == 2


def test_check_ends_with_1_and_names_every_fault_in_one_run(project: Path) -> None:
    misquote(project)
    briefing = project / "briefings/ukraine-settlement/briefing.yml"
    text = briefing.read_text(encoding="utf-8").replace("status: stalled", "status: stuck")
    briefing.write_text(text, encoding="utf-8")
    (project / "seeds" / "stray.doc").write_text("x", encoding="utf-8")
    done = run("generator", "check", cwd=project)
    assert done.returncode == 1
    assert "E303" in done.stdout
    assert "E014" in done.stdout


def test_an_address_without_directories_is_refused_in_plain_words(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        "use_directory_urls: true", "use_directory_urls: false"
    )
    settings.write_text(text, encoding="utf-8")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert "use_directory_urls" in done.stderr


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("  - briefings:\n", "  - search:\n", "does not name the plugin briefings"),
        ("name: material\n", "name: readthedocs\n", "made for the theme material"),
        ("language: en\n", "language: [en]\n", "should be one language"),
    ],
)
def test_settings_that_make_no_briefings_are_told_and_the_last_site_stays(
    built: Path, right: str, wrong: str, said: str
) -> None:
    before = files(built / "site")
    text = (built / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"  - briefings:\n(?: {6}.*\n)+", "  - briefings:\n", text).replace(right, wrong)
    (built / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run("generator", "build", cwd=built)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert files(built / "site") == before


def test_a_project_without_docs_is_told_what_to_make(project: Path) -> None:
    (project / "docs").rename(project / "pages")
    done = run("generator", "build", cwd=project)
    assert done.returncode == 1
    assert "there is no folder docs/" in done.stderr


def test_pages_written_by_hand_are_in_the_navigation_of_the_folder_though_no_settings_list_them(
    project: Path, tmp_path: Path
) -> None:
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(text[: text.index("nav:\n")], encoding="utf-8")
    assert run("generator", "render", "--out", str(tmp_path / "folder"), cwd=project).returncode == 0
    written = (tmp_path / "folder" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- guides/maintainers.md" in written[written.index("nav:") :]


@pytest.mark.parametrize("command", [("mkdocs", "build"), ("generator", "render", "--out", "folder")])
def test_another_folder_for_pages_written_by_hand_is_refused(project: Path, command: tuple[str, ...]) -> None:
    (project / "docs").rename(project / "pages")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("docs_dir: pages\n")
    done = run(*command, cwd=project)
    assert done.returncode != 0
    assert OTHER_DOCS in done.stderr
    assert not (project / "folder").exists()


SETTINGS = """site_name: A book
docs_dir: ./docs/
site_dir: elsewhere
theme: {name: material, font: false, language: !ENV [NO_SUCH_NAME_1, de]}
plugins:
  search:
  briefings: {repository: !ENV [BRIEFING_HOST]}
markdown_extensions: [admonition, attr_list, tables, toc]
extra_css:
extra_javascript:
nav:
"""


def test_the_folder_is_made_from_settings_as_mkdocs_reads_them(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    assert site_publication(project).repository == NOWHERE
    monkeypatch.setenv("BRIEFING_HOST", "https://github.com/o/r")
    assert site_publication(project).repository == repository("https://github.com/o/r")
    assert site_language(project).code == "de"
    write_folder(site_of(examine_folder(project), language=site_language(project)), project, tmp_path / "out")
    written = (tmp_path / "out" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "plugins:\n- search: null\n" in written
    assert "- toc:\n    title: Auf dieser Seite\n" in written
    assert ("docs_dir" in written, "site_dir" in written) == (False, False)


@pytest.mark.parametrize(
    "name", ["smarty", "markdown.extensions.smarty", "extra", "pymdownx.tilde", "pymdownx.extra"]
)
def test_an_extension_that_rewrites_words_is_refused(project: Path, name: str) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  - attr_list\n", f"  - attr_list\n  - {name}\n")
    settings.write_text(text, encoding="utf-8")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert name.removeprefix("markdown.extensions.") in done.stderr


@pytest.mark.parametrize("corpus", ["real", "harbour"])
def test_zensical_builds_the_same_addresses_headings_and_words(
    corpus: str, real_project: Path, tmp_path: Path
) -> None:
    if corpus == "real":
        project = shutil.copytree(real_project, tmp_path / "project")
        env = {"BRIEFING_SITE_URL": "https://example.org/briefing-book/"}
    else:
        project, env = copy_project(HARBOUR, tmp_path / "project"), {}
        build(project)
    ours = {name: page.headings for name, page in pages(project / "site")}
    words = {name: visible(page.text) for name, page in pages(project / "site")}
    site = build(project, "--builder", "zensical", env=env)
    theirs = {name: page.headings for name, page in pages(site)}
    assert theirs == ours
    assert {name: visible(page.text) for name, page in pages(site)} == words
    assert broken_links(site) == []
    assert (site / "pagefind" / "pagefind.js").is_file()
    assert is_whole(site)


def test_the_folder_is_replaced_whole_and_never_if_it_is_somebody_else_s(
    project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "folder"
    assert run("generator", "render", "--out", str(out), cwd=project).returncode == 0
    first = files(out)
    (out / "docs" / "old.md").write_text("old", encoding="utf-8")
    assert run("generator", "render", "--out", str(out), cwd=project).returncode == 0
    assert files(out) == first
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("mine", encoding="utf-8")
    done = run("generator", "render", "--out", str(other), cwd=project)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("settings", [None, b"site_name: [", b"", b"\xff\xfe", b"INHERIT: base.yml"])
def test_a_folder_without_settings_to_read_is_refused_in_plain_words(
    project: Path, tmp_path: Path, settings: bytes | None
) -> None:
    (project / "mkdocs.yml").unlink()
    if settings is not None:
        (project / "mkdocs.yml").write_bytes(settings)
    done = run("generator", "render", "--out", str(tmp_path / "folder"), cwd=project)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("name", ["latin.md", "gone.md"])
def test_a_page_of_docs_that_cannot_be_read_is_told_and_no_folder_is_written(
    project: Path, tmp_path: Path, name: str
) -> None:
    if name == "latin.md":
        (project / "docs" / name).write_bytes("é".encode("latin-1"))
    else:
        (project / "docs" / name).symlink_to(project / "nowhere.md")
    done = run("generator", "render", "--out", str(tmp_path / "folder"), cwd=project)
    assert done.returncode == 2
    assert f"docs/{name}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "folder").exists()


def test_an_empty_project_builds_a_site_that_says_so(tmp_path: Path) -> None:
    for folder in ("seeds", "briefings", "docs"):
        (tmp_path / folder).mkdir()
    shutil.copyfile(HARBOUR / "mkdocs.yml", tmp_path / "mkdocs.yml")
    assert "There is no briefing yet" in (build(tmp_path) / "index.html").read_text(encoding="utf-8")


def test_a_page_written_by_hand_leads_to_its_file_too(harbour_site: Path) -> None:
    page = (harbour_site / "about" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://codeberg.org/example/harbour/src/branch/main/docs/about.md#L1"' in page
    assert "Report a mistake on this page" in page
