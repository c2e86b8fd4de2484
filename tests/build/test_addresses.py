"""The address of a site, as builds are given it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from tests.building import run, small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project, not built yet."""
    return small_project(tmp_path / "project")


@pytest.mark.parametrize(
    ("address", "told"), [("http://127.0.0.1:8000/", True), ("https://example.org/", False)]
)
def test_a_build_whose_addresses_lead_to_this_machine_says_so(
    project: Path, address: str, *, told: bool
) -> None:
    done = run("generator", "build", cwd=project, env={"BRIEFING_SITE_URL": address})
    assert done.returncode == 0, done.stderr
    assert ("point to this machine" in done.stdout) is told


@pytest.mark.parametrize(
    "command", [["generator", "build"], ["generator", "render", "--out", "plain"], ["mkdocs", "build"]]
)
def test_an_address_with_a_query_is_refused_with_the_variable_that_may_hold_it(
    project: Path, command: list[str]
) -> None:
    done = run(*command, cwd=project, env={"BRIEFING_SITE_URL": "https://example.org/?a"})
    assert done.returncode
    assert "site_url (or BRIEFING_SITE_URL) “https://example.org/?a" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_that_is_published_with_addresses_of_this_machine_is_warned_of(
    project: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRIEFING_SITE_URL", raising=False)
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    config.plugins.on_config(config)
    assert "Canonical links and the sitemap point to this machine" in caplog.text
