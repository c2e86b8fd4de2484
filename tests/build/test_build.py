"""The ways to build a site: the command, MkDocs itself, and the plain folder for other builders."""

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.cli import main
from tests.building import (
    HARBOUR,
    HARBOUR_REPOSITORY,
    broken_links,
    build,
    copy_project,
    files,
    is_whole,
    pages,
    run,
    small_project,
    visible,
)

TOWN = "briefings/old-bridge/positions/town.yml"
HOSTILE = '</title><script>window.P = 1</script><img src=x onerror="window.P = 2">'


def command(*words: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, words)


def misquote(project: Path) -> None:
    """Change one word of a quote."""
    path = project / TOWN
    text = path.read_text(encoding="utf-8").replace("quote: for people", "quote: for persons")
    path.write_text(text, encoding="utf-8")


def test_mkdocs_in_another_folder_time_zone_and_locale_writes_the_same_bytes_as_the_command(
    harbour_site: Path, tmp_path: Path
) -> None:
    root = copy_project(HARBOUR, tmp_path / "elsewhere" / "project")
    variables = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    repository = {"BRIEFING_REPOSITORY": "https://codeberg.org/example/harbour"}
    process = run("mkdocs", "build", "--strict", cwd=root, env=variables | repository)
    assert process.returncode == 0, process.stderr
    assert files(root / "site") == files(harbour_site)


def shown(site: Path) -> dict[str, tuple[list[tuple[str, str]], str]]:
    """Return the headings and words of every page, by its path. Redirects have none."""
    return {
        name: (page.headings, visible(page.text)) for name, page in pages(site) if "<article" in page.text
    }


def test_zensical_builds_the_same_urls_headings_and_words_from_the_plain_folder(
    harbour_project: Path, tmp_path: Path
) -> None:
    project = shutil.copytree(harbour_project, tmp_path / "project")
    expected = shown(project / "site")
    site = build(
        project,
        "--builder",
        "zensical",
        env={"BRIEFING_REPOSITORY": "https://codeberg.org/example/harbour"},
    )
    assert shown(site) == expected
    assert broken_links(site) == []
    assert (site / "search-index" / "index.json").is_file()
    assert is_whole(site)


def test_an_error_in_the_content_stops_the_command_and_mkdocs_and_the_last_site_stays(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = files(project / "site")
    misquote(project)
    result = command("build", "--root", str(project))
    assert result.exit_code == 1
    assert f"{TOWN}:" in result.stderr
    assert "error[E202]" in result.stderr
    with pytest.raises(Abort):
        mkdocs_build(load_config(str(project / "mkdocs.yml")))
    assert "error[E202]" in caplog.text
    assert files(project / "site") == before


def test_an_error_in_the_first_build_writes_nothing(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    misquote(root)
    assert command("build", "--root", str(root)).exit_code == 1
    assert not (root / "site").exists()


def test_a_broken_link_in_a_hand_written_page_stops_the_build_and_the_last_site_stays(project: Path) -> None:
    before = files(project / "site")
    (project / "docs" / "broken.md").write_text("# Broken\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    process = run("generator", "build", cwd=project)
    assert process.returncode == 1
    assert "nowhere.md" in process.stderr
    assert "The last site in site, if any, is unchanged" in process.stderr
    assert files(project / "site") == before


def test_settings_without_the_plugin_and_a_project_without_docs_are_reported(project: Path) -> None:
    shutil.rmtree(project / "docs")
    result = command("build", "--root", str(project))
    assert result.exit_code == 1
    assert "docs:1:1: error[E013] there is no folder docs/" in result.stderr
    (project / "mkdocs.yml").write_text("plugins: [search]\n", encoding="utf-8")
    result = command("build", "--root", str(project))
    assert result.exit_code == 1
    assert "the plugin briefings is missing" in result.stderr


@pytest.mark.parametrize("words", [["build", "--no-such-option"], ["no-such-command"]])
def test_wrong_use_of_the_command_ends_with_2(words: list[str]) -> None:
    assert command(*words).exit_code == 2


@pytest.mark.parametrize(
    ("url", "is_local"), [("http://127.0.0.1:8000/", True), ("https://example.org/", False)]
)
def test_a_site_whose_url_is_this_machine_is_warned_about(
    url: str,
    *,
    is_local: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    root = small_project(tmp_path / "project")
    monkeypatch.setenv("BRIEFING_SITE_URL", url)
    monkeypatch.setattr("generator.build.publish.publish", lambda _out, _builder: 7)
    result = command("build", "--root", str(root))
    assert "Built 7 pages" in result.stdout
    assert ("point to this machine" in result.stdout) is is_local
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    config.plugins.on_config(config)
    assert ("point to this machine" in caplog.text) is is_local


def test_hand_written_files_are_published_safely_and_as_they_are(project: Path) -> None:
    docs = project / "docs"
    proof = b"google-site-verification: google1234.html"
    (docs / "google1234.html").write_bytes(proof)
    (docs / "empty").mkdir()
    (docs / "empty" / "index.html").touch()
    (docs / "named.html.md").write_text("# A page whose folder ends in .html\n", encoding="utf-8")
    (docs / "title.md").write_text(
        f"---\ntitle: '{HOSTILE}'\ndescription: '\" onload=\"{HOSTILE}'\n---\n\nWords.\n", encoding="utf-8"
    )
    escaped = HOSTILE.replace("<", "&lt;").replace(">", "&gt;")
    (docs / "heading.md").write_text(f"# Own {escaped}\n", encoding="utf-8")
    site = build(project)
    assert (site / "google1234.html").read_bytes() == proof
    assert (site / "heading" / "index.html").read_text(encoding="utf-8").count("</title>") == 1
    for path in filter(Path.is_file, site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        for element in ("<script>window.P", "<img src=x", '" onload="'):
            assert element not in page, path


@pytest.mark.parametrize("page", ["note.md", "about.md"])
def test_a_hand_written_page_that_loses_words_stops_the_build(project: Path, page: str) -> None:
    before = files(project / "site")
    text = "# About us\n\n| who |\n|---|\n| we | sign on Monday |\n"
    (project / "docs" / page).write_text(text, encoding="utf-8")
    process = run("generator", "build", cwd=project)
    assert process.returncode == 1
    assert f"docs/{page}:5:1: error[E022]" in process.stderr
    assert files(project / "site") == before


def test_a_hook_may_change_the_words_of_a_hand_written_page(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "docs" / "note.md").write_text("# Note\n\nWe are in {{ place }}.\n", encoding="utf-8")
    hook = "def on_page_markdown(markdown, **_):\n    return markdown.replace('{{ place }}', 'Seahaven')\n"
    (root / "hook.py").write_text(hook, encoding="utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(f"hooks: [hook.py]\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "We are in Seahaven." in (build(root) / "note" / "index.html").read_text(encoding="utf-8")


def test_a_page_that_is_nested_too_deep_stops_the_build_with_its_name(project: Path) -> None:
    (project / "docs" / "deep.md").write_text("1. " * 1_000 + "end\n", encoding="utf-8")
    process = run("generator", "build", cwd=project)
    assert process.returncode == 1
    assert "deep.md" in process.stderr
    assert "nested so deep" in process.stderr
    assert "Traceback" not in process.stderr


def test_a_link_in_docs_stops_mkdocs_and_the_command(project: Path) -> None:
    (project / "docs" / "a").symlink_to(".")
    for words in (("generator", "build"), ("mkdocs", "build"), ("generator", "render", "--out", "plain")):
        process = run(*words, cwd=project)
        assert process.returncode == 1, words
        assert "docs/a:1:1: error[E010]" in process.stderr


def test_notes_and_backups_in_docs_are_not_published(project: Path) -> None:
    before = files(project / "site")
    for name in ("README.md", "note.md~", "#note.md#"):
        (project / "docs" / name).write_text("# Notes\n\nNot for readers.\n", encoding="utf-8")
    assert files(build(project)) == before


def test_a_hand_written_page_links_to_its_file(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "docs" / "imprint.md").write_text("# Imprint\n", encoding="utf-8")
    site = build(root, env={"BRIEFING_REPOSITORY": HARBOUR_REPOSITORY})
    page = (site / "imprint" / "index.html").read_text(encoding="utf-8")
    assert f'href="{HARBOUR_REPOSITORY}/src/branch/main/docs/imprint.md#L1"' in page
    assert '<li><a href="./" aria-current="page">Imprint</a></li>' in page.partition("<footer")[2]


def test_a_kept_page_is_verified_again_when_a_stored_text_has_changed(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    before = files(build(root))
    text, details = root / "seeds" / "bridge-2031-03-02.txt", root / "seeds" / "bridge-2031-03-02.yml"
    old = hashlib.sha256(text.read_bytes()).hexdigest()
    with text.open("a", encoding="utf-8") as file:
        file.write("\nNo one cites this paragraph.\n")
    new = hashlib.sha256(text.read_bytes()).hexdigest()
    details.write_text(details.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    after = files(build(root))
    assert [uri for uri in after if uri.endswith(".html") and after[uri] == before.get(uri)]


def test_a_build_from_another_folder_with_a_relative_root_gives_the_same_site(
    project: Path, tmp_path: Path
) -> None:
    expected = files(project / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(project / "site")
    for _ in ("cold", "with nothing changed"):
        done = run("generator", "build", "--root", "../project", cwd=elsewhere)
        assert done.returncode == 0, done.stderr
        assert (
            f" in {Path('../project/site')}. To look at them, run: briefing serve --root ../project\n"
            in done.stdout
        )
        assert files(project / "site") == expected
    assert list(elsewhere.iterdir()) == []
