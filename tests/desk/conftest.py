"""A desk with the base project of all cases."""

from pathlib import Path

import pytest

from tests.desk.desks import Visitor, write_project


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    """An editor's browser with the desk open."""
    return Visitor(write_project(tmp_path))
