"""Titles that a maintainer writes by hand stay text, on the page itself and in every page's navigation."""

from __future__ import annotations

from pathlib import Path

from tests.building import build, small_project

HOSTILE = '</title><script>window.P = 1</script><img src=x onerror="window.P = 2">'


def test_a_title_in_front_matter_becomes_no_element_of_any_page(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    (project / "docs" / "own.md").write_text(
        f"---\ntitle: '{HOSTILE}'\ndescription: '\" onload=\"{HOSTILE}'\n---\n\nWords.\n", encoding="utf-8"
    )
    site = build(project)
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>window.P" not in page, path
        assert "<img src=x" not in page, path
        assert '" onload="' not in page, path


def test_a_heading_that_shows_markup_becomes_no_element_of_the_title(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    heading = HOSTILE.replace("<", "&lt;").replace(">", "&gt;")
    (project / "docs" / "own.md").write_text(f"# Own {heading}\n", encoding="utf-8")
    page = (build(project) / "own" / "index.html").read_text(encoding="utf-8")
    assert page.count("</title>") == 1
    assert "<script>window.P" not in page
    assert "<img src=x" not in page
