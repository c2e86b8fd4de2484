"""The smallest built site, made once for all tests of a run."""

import shutil
from pathlib import Path

import pytest

from tests.building import build, build_once, small_project


@pytest.fixture(scope="session")
def small_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of a new site, with its built site; tests only read it."""
    return build_once(tmp_path_factory, "small", lambda to: build(small_project(to)))


@pytest.fixture
def project(small_built: Path, tmp_path: Path) -> Path:
    """A copy of the example with its built site, which a test may change."""
    return shutil.copytree(small_built, tmp_path / "project")
