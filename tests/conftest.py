"""Built sites, made once for all tests of a run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer  # type: ignore[import-untyped]
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from tests.building import HARBOUR, ROOT, build, copy_project, once

# A busy machine is slow, and says nothing about the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


# Files whose tests share little, and take long: their tests may go to several processes.
APART = ("tests/browser/test_hostile_lists.py", "tests/hostile/test_yaml_files.py")
# What takes longest begins, so that no process waits for another at the end.
FIRST = (*APART, "tests/browser/test_maintainer.py")


class ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """Keeps the tests of a file in one process of several, which makes what they share once."""

    def _split_scope(self, nodeid: str) -> str:
        """Give what is kept together with a test."""
        file = nodeid.partition("::")[0]
        return nodeid if file in APART else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Take one process more than there are cores: tests wait for browsers and servers for a third of their time."""
    return (
        len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)) + 1
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Deal the tests out to several processes."""
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    files = {item: item.nodeid.partition("::")[0] for item in items}
    items.sort(key=lambda item: FIRST.index(files[item]) if files[item] in FIRST else len(FIRST))


@pytest.fixture(scope="session", autouse=True)
def _results_of_checks(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the results of checks that tests run out of the user's own folder."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with its site, built under an address with a path."""
    if built := os.environ.get("BRIEFING_BUILT"):  # where what looks at sites is tried, not what makes them
        return Path(built)
    address = {"BRIEFING_SITE_URL": "https://example.org/briefing-book/"}
    return once(tmp_path_factory, "real", lambda to: build(copy_project(ROOT, to), env=address))


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """The site of the real briefing."""
    return real_project / "site"


@pytest.fixture(scope="session")
def harbour_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the made-up corpus with its site, whose pages link to the files that they come from."""
    place = {"BRIEFING_REPOSITORY": "https://codeberg.org/example/harbour"}
    return once(tmp_path_factory, "harbour", lambda to: build(copy_project(HARBOUR, to), env=place))


@pytest.fixture(scope="session")
def harbour_site(harbour_project: Path) -> Path:
    """The site of the made-up corpus."""
    return harbour_project / "site"
