"""Every module in the folder is registered, and every rule has a complete manual page."""

import pkgutil
import re
from importlib import import_module
from types import ModuleType
from typing import cast

import pytest

import generator.checks
from generator.checks import CHECKS, RULES, run_checks
from generator.checks.content import Check
from generator.content import rules
from generator.diagnostics import Rule
from generator.pipeline import RULES as ALL_RULES
from generator.pipeline import examine
from tests.test_cases import project

MODULES = [cast("ModuleType", check) for check in CHECKS]


def name_of(check: ModuleType) -> str:
    return check.__name__.rpartition(".")[2]


def test_every_check_in_the_folder_is_registered_once() -> None:
    folder = {
        module.name: import_module(f"generator.checks.{module.name}")
        for module in pkgutil.iter_modules(generator.checks.__path__)
    }
    assert sorted(map(name_of, MODULES)) == sorted(
        name for name, module in folder.items() if hasattr(module, "check")
    )
    assert set(RULES) <= set(ALL_RULES)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_code_with_the_letter_of_its_severity_a_name_and_a_title(rule: Rule) -> None:
    assert re.fullmatch(rf"{rule.severity[0].upper()}\d{{3}}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(r"[A-Z][^\n]*[^.]\.", rule.title)
    assert len(rule.title) <= 110


SHAPE_RULES = [rule for rule in rules.RULES if rule.code.startswith("E3")]


@pytest.mark.parametrize("rule", [*SHAPE_RULES, *RULES], ids=lambda rule: rule.code)
def test_a_manual_page_shows_a_wrong_and_then_a_right_example(rule: Rule) -> None:
    wrong, right = (re.search(rf"^{word}\b.*:", rule.manual, re.MULTILINE) for word in ("Wrong", "Right"))
    assert wrong
    assert right
    assert wrong.start() < right.start()


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_a_check_reports_nothing_in_correct_or_missing_content(check: Check) -> None:
    assert list(check.check(examine(project()).content)) == []
    assert list(check.check(examine({}).content)) == []


def test_two_runs_give_the_same_sorted_diagnostics() -> None:
    content = examine(project("E409-incomplete-position", "fails-2")).content
    diagnostics = run_checks(content)
    assert diagnostics
    assert diagnostics == run_checks(content) == tuple(sorted(diagnostics))
