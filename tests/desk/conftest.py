"""Desks of two projects: the base project of all cases, and the harbour example."""

from pathlib import Path

import pytest

from tests.building import HARBOUR, copy_project
from tests.desk.desks import Visitor, write_project


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    """An editor's browser with the desk open."""
    return Visitor(write_project(tmp_path))


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A desk with the harbour example, for tests that leave its files as they are."""
    return Visitor(copy_project(HARBOUR, tmp_path_factory.mktemp("harbour")))


@pytest.fixture
def harbour(tmp_path: Path) -> Visitor:
    """A desk with the harbour example, to write to."""
    return Visitor(copy_project(HARBOUR, tmp_path))
