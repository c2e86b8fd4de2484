"""Built sites, made once for all tests of a run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.building import HARBOUR, ROOT, build, copy_project

# A busy machine is slow, and says nothing about the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def _results_of_checks(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the results of checks that tests run out of the user's own folder."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with its site, built under an address with a path."""
    if built := os.environ.get("BRIEFING_BUILT"):  # where what looks at sites is tried, not what makes them
        return Path(built)
    root = copy_project(ROOT, tmp_path_factory.mktemp("real") / "project")
    build(root, env={"BRIEFING_SITE_URL": "https://example.org/briefing-book/"})
    return root


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """The site of the real briefing."""
    return real_project / "site"


@pytest.fixture(scope="session")
def harbour_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up corpus, whose pages link to the files that they come from."""
    root = copy_project(HARBOUR, tmp_path_factory.mktemp("harbour") / "project")
    return build(root, env={"BRIEFING_REPOSITORY": "https://codeberg.org/example/harbour"})
