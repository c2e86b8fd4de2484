"""The checks: what stands in the folder is run, and each tells editors what is wrong and what is right."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from types import ModuleType
from typing import cast

import pytest

import generator.checks
from generator.checks import CHECKS, RULES, run_checks
from generator.checks.content import Check, Content
from generator.content import validation
from generator.diagnostics import Rule, Severity
from generator.pipeline import RULES as ALL_RULES
from generator.pipeline import examine
from tests.test_cases import project

ROOMS = {
    found.name: importlib.import_module(f"generator.checks.{found.name}")
    for found in pkgutil.iter_modules(generator.checks.__path__)
}
MODULES = [cast("ModuleType", check) for check in CHECKS]


def short(check: ModuleType) -> str:
    """Give a check's name without the folder's."""
    return check.__name__.rpartition(".")[2]


def test_every_check_in_the_folder_is_run_once() -> None:
    assert sorted(map(short, MODULES)) == sorted(
        name for name, room in ROOMS.items() if hasattr(room, "check")
    )


def test_every_rule_of_the_checks_is_one_of_the_program() -> None:
    assert tuple(check.RULE for check in CHECKS) == RULES
    assert set(RULES) <= set(ALL_RULES)


def test_codes_and_names_belong_to_one_rule() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_code_is_a_letter_for_the_severity_and_three_digits(rule: Rule) -> None:
    letter = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "N"}[rule.severity]
    assert re.fullmatch(rf"{letter}\d{{3}}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_s_title_is_one_plain_sentence(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][^\n]*[^.]\.", rule.title)
    assert len(rule.title) <= 110


@pytest.mark.parametrize("check", MODULES, ids=short)
def test_a_check_is_named_as_its_rule_and_its_docstring_is_the_rule_s_page(check: ModuleType) -> None:
    rule: Rule = vars(check)["RULE"]
    assert short(check) == rule.name.replace("-", "_")
    assert rule.manual == check.__doc__


@pytest.mark.parametrize("rule", [*validation.RULES, *RULES], ids=lambda rule: rule.code)
def test_a_rule_of_the_data_shows_what_is_wrong_and_then_what_is_right(rule: Rule) -> None:
    wrong, right = (re.search(rf"^{word}\b.*:", rule.manual, re.MULTILINE) for word in ("Wrong", "Right"))
    assert wrong
    assert right
    assert wrong.start() < right.start()


@pytest.mark.parametrize("check", MODULES, ids=short)
def test_a_check_takes_the_content_and_nothing_else(check: ModuleType) -> None:
    assert list(inspect.signature(vars(check)["check"]).parameters) == ["content"]


@pytest.mark.parametrize("check", CHECKS, ids=short)
def test_a_check_that_finds_nothing_tells_nothing(check: Check) -> None:
    assert list(check.check(examine(project()).content)) == []


@pytest.mark.parametrize("check", CHECKS, ids=short)
def test_a_check_needs_no_content_at_all(check: Check) -> None:
    assert list(check.check(examine({}).content)) == []


def test_checks_run_in_any_order_and_tell_the_same_each_time() -> None:
    content: Content = examine(project("E409-incomplete-position", "fails-2")).content
    told = run_checks(content)
    assert told
    assert told == run_checks(content) == tuple(sorted(told))
