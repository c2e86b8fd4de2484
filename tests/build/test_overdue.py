"""Reviews that are overdue: counted from a day that is given, and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import HARBOUR, build, copy_project, run

OVERVIEW = "briefings/night-closing/index.html"


def test_an_overdue_review_is_said_where_today_is_given(tmp_path: Path) -> None:
    site = build(copy_project(HARBOUR, tmp_path), "--today", "2031-12-01")
    assert "review overdue by 112 days" in (site / OVERVIEW).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["generator", "build"], ["mkdocs", "build"]])
def test_a_variable_that_is_no_day_is_named(tmp_path: Path, command: list[str]) -> None:
    done = run(*command, cwd=copy_project(HARBOUR, tmp_path), env={"BRIEFING_TODAY": "today"})
    assert done.returncode
    assert "BRIEFING_TODAY" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_overdue_where_it_is_not(harbour_site: Path) -> None:
    assert "overdue" not in (harbour_site / OVERVIEW).read_text(encoding="utf-8")
