"""Sites that are built once for all tests of a run, and settings that hold for every test."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.building import HARBOUR, HARBOUR_REPOSITORY, REAL_URL, ROOT, TODAY, build, build_once, copy_project

# No test depends on the clock.
os.environ["BRIEFING_TODAY"] = str(TODAY)
# No property fails because a machine is slow.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are cores: a third of the time, tests wait for browsers and servers."""
    return (
        len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)) + 1
    )


@pytest.fixture(scope="session", autouse=True)
def _user_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the program's cache out of the user's own folder."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with its site, whose public URL has a path."""
    if built := os.environ.get(
        "BRIEFING_BUILT"
    ):  # set by tests/hostile/removal.py, for tests that only read a site
        return Path(built)

    def make(folder: Path) -> None:
        build(copy_project(ROOT, folder), env={"BRIEFING_SITE_URL": REAL_URL})

    return build_once(tmp_path_factory, "real", make)


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """The site of the real briefing."""
    return real_project / "site"


@pytest.fixture(scope="session")
def harbour_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the harbour example with its site, whose pages link to the files that they are made from."""

    def make(folder: Path) -> None:
        build(copy_project(HARBOUR, folder), env={"BRIEFING_REPOSITORY": HARBOUR_REPOSITORY})

    return build_once(tmp_path_factory, "harbour", make)


@pytest.fixture(scope="session")
def harbour_site(harbour_project: Path) -> Path:
    """The site of the harbour example."""
    return harbour_project / "site"
