"""Settings in mkdocs.yml: read as MkDocs reads them, and refused if the pages would not be what the generator wrote."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from generator.build.plugin.options import BriefingsConfig, check_settings
from generator.build.render_folder import OTHER_DOCS
from generator.build.settings import OPTIONS, site_language, site_publication
from generator.cli import main
from generator.site.repository import NOWHERE, SettingsError, repository
from generator.site.site import Publication
from tests.building import HARBOUR, small_project


def test_the_settings_of_the_examples_are_accepted() -> None:
    check_settings(load_config(str(HARBOUR / "mkdocs.yml")))


def test_settings_cannot_run_anything(tmp_path: Path) -> None:
    settings = f"site_name: !!python/object/apply:os.mkdir ['{tmp_path}/ran']\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with pytest.raises(SettingsError, match="could not determine a constructor"):
        site_publication(tmp_path)
    assert not (tmp_path / "ran").exists()


def test_a_check_knows_every_option_that_a_build_knows() -> None:
    assert set(OPTIONS) == set(BriefingsConfig())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: material\n", "name: readthedocs\n", "the pages need the theme material"),
        ("language: en\n", "language: [en]\n", "write one language such as en"),
        ("use_directory_urls: true", "use_directory_urls: false", "need use_directory_urls: true"),
        ("site_name:", "docs_dir: pages\nsite_name:", OTHER_DOCS),
        ("  - attr_list\n", "", "add to markdown_extensions: attr_list"),
        ("  - attr_list\n", "  - attr_list\n  - markdown.extensions.smarty\n", "change quoted words: smarty"),
        ("  - attr_list\n", "  - attr_list\n  - pymdownx.tilde\n", "change quoted words: pymdownx.tilde"),
    ],
)
def test_settings_that_change_the_pages_are_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    root = small_project(tmp_path / "project")
    (root / "docs").rename(root / "pages") if "docs_dir" in new else None
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert old in text
    (root / "mkdocs.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        check_settings(load_config(str(root / "mkdocs.yml")))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("BRIEFING_TODAY", "today"),
        ("BRIEFING_TODAY", "2025-02-30"),
        ("SOURCE_DATE_EPOCH", "abc"),
        ("SOURCE_DATE_EPOCH", "-1"),
        ("SOURCE_DATE_EPOCH", "9" * 12),
        ("SOURCE_DATE_EPOCH", "9" * 5_000),
    ],
)
def test_a_day_that_is_not_a_date_is_refused_with_its_variable(
    variable: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    for command in ("check", "build", "status"):
        result = CliRunner().invoke(main, [command, "--root", str(HARBOUR)])
        assert result.exit_code == 1
        assert f"Error: {variable} is “{value[:40]}”, which is not" in result.output
    config = load_config(str(small_project(tmp_path / "project") / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(ConfigurationError, match=variable):
        config.plugins.on_config(config)


def test_a_url_with_a_query_is_refused_with_the_variable_that_may_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_project(tmp_path / "project")
    monkeypatch.setenv("BRIEFING_SITE_URL", "https://example.org/?a")
    message = r"site_url \(or BRIEFING_SITE_URL\) “https://example.org/\?a"
    with pytest.raises(SettingsError, match=message):
        site_publication(root)
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(ConfigurationError, match=message):
        config.plugins.on_config(config)


def test_a_repository_and_a_language_are_read_from_variables_with_their_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "theme: {language: !ENV [NO_SUCH_NAME_1, de]}\nplugins: {briefings: {repository: !ENV [BRIEFING_HOST]}}\n",
        encoding="utf-8",
    )
    assert site_publication(tmp_path).repository == NOWHERE
    monkeypatch.setenv("BRIEFING_HOST", "https://github.com/o/r")
    assert site_publication(tmp_path).repository == repository("https://github.com/o/r")
    assert site_language(tmp_path).code == "de"


@pytest.mark.parametrize(
    ("setting", "url"),
    [
        ("https://a.example/x", "https://a.example/x/"),
        ('!ENV [NO_SUCH_NAME_1, NO_SUCH_NAME_2, "https://b.example/"]', "https://b.example/"),
        ("!ENV NO_SUCH_NAME_1", ""),
        ("!ENV [NO_SUCH_NAME_1, null]", ""),
        ("", ""),
    ],
)
def test_the_url_of_the_site_is_read_from_settings_and_variables(
    tmp_path: Path, setting: str, url: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: A book\nsite_url: {setting}\nplugins: [briefings]\n", encoding="utf-8"
    )
    assert site_publication(tmp_path) == Publication("A book", url)
