"""The plain folder for other builders."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.build.render_folder import OTHER_DOCS
from generator.cli import main
from generator.pipeline import plan_exports
from tests.building import HARBOUR, copy_project, files, small_project
from tests.site.exports.sites import site_at

URL = "https://example.org/briefing-book/"
NIGHT = "briefings/night-closing/"
SETTINGS = """site_name: A book
docs_dir: ./docs/
site_dir: elsewhere
theme: {name: material, font: false, language: !ENV [NO_SUCH_NAME_1, de]}
plugins:
  search:
  briefings:
markdown_extensions: [admonition, attr_list, tables, toc]
extra_css:
extra_javascript:
nav:
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project, not built."""
    return small_project(tmp_path / "project")


def render(root: Path, out: Path, **variables: str) -> Result:
    return CliRunner().invoke(main, ["render", "--root", str(root), "--out", str(out)], env=variables)


def test_the_folder_has_every_page_and_export_with_the_url_of_the_site(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    assert render(root, tmp_path / "out", BRIEFING_SITE_URL=URL).exit_code == 0
    written = files(tmp_path / "out" / "docs")
    assert {export.uri for export in plan_exports(site_at(HARBOUR, URL))} <= set(written)
    assert URL.encode() in written[f"{NIGHT}cite.bib"]
    assert f'address: "{URL}{NIGHT}"'.encode() in written[f"{NIGHT}index.md"]


def test_its_settings_need_no_plugin_of_ours_and_list_the_hand_written_pages(
    project: Path, tmp_path: Path
) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (project / "docs" / "own.md").write_text("# Own\n", encoding="utf-8")
    assert render(project, tmp_path / "out").exit_code == 0
    settings = yaml.safe_load((tmp_path / "out" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == [{"search": None}]
    assert settings["markdown_extensions"][-1]["toc"]["title"] == "Auf dieser Seite"
    assert settings["nav"][-1] == "own.md"
    assert not {"docs_dir", "site_dir"} & set(settings)


def test_a_folder_is_replaced_as_a_whole_but_never_one_of_somebody_else(
    project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "folder"
    assert render(project, out).exit_code == 0
    first = files(out)
    (out / "docs" / "old.md").write_text("old", encoding="utf-8")
    assert render(project, out).exit_code == 0
    assert files(out) == first
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("mine", encoding="utf-8")
    result = render(project, other)
    assert result.exit_code == 2
    assert "has files but no .briefing-book" in result.stderr
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("settings", [None, b"site_name: [", b"", b"\xff\xfe", b"INHERIT: base.yml"])
def test_settings_that_cannot_be_read_are_reported_and_no_folder_is_written(
    project: Path, tmp_path: Path, settings: bytes | None
) -> None:
    (project / "mkdocs.yml").unlink()
    if settings is not None:
        (project / "mkdocs.yml").write_bytes(settings)
    result = render(project, tmp_path / "folder")
    assert result.exit_code == (2 if settings is None else 1)
    assert "mkdocs.yml" in result.stderr
    assert not (tmp_path / "folder").exists()


def test_another_folder_for_hand_written_pages_is_refused(project: Path, tmp_path: Path) -> None:
    (project / "mkdocs.yml").write_text("docs_dir: pages\nplugins: [briefings]\n", encoding="utf-8")
    result = render(project, tmp_path / "folder")
    assert result.exit_code == 2
    assert OTHER_DOCS in result.stderr
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("name", ["latin.md", "gone.md"])
def test_a_hand_written_page_that_cannot_be_read_is_reported_and_no_folder_is_written(
    project: Path, tmp_path: Path, name: str
) -> None:
    if name == "latin.md":
        (project / "docs" / name).write_bytes("é".encode("latin-1"))
    else:
        (project / "docs" / name).symlink_to(project / "nowhere.md")
    result = render(project, tmp_path / "folder")
    assert result.exit_code == 1
    assert f"docs/{name}" in result.stderr
    assert not (tmp_path / "folder").exists()
