"""Diagnostics and the rules that they report."""

from pathlib import Path

from generator.diagnostics import Severity, read_rules

RULES = """# Rules

An introduction.

## E998 first-rule

The title of a rule can go
over two lines.

The manual.

Right: `yes`

## W999 second-rule

A warning.

More.
"""


def test_rules_are_read_from_the_markdown_file_beside_their_module(tmp_path: Path) -> None:
    (tmp_path / "rules.md").write_text(RULES, encoding="utf-8")
    rules = read_rules(str(tmp_path / "rules.py"))
    assert list(rules) == ["first-rule", "second-rule"]
    rule = rules["first-rule"]
    assert (rule.code, rule.severity) == ("E998", Severity.ERROR)
    assert rule.title == "The title of a rule can go over two lines."
    assert rule.manual == "\nThe manual.\n\nRight: `yes`\n"
    assert rules["second-rule"].severity is Severity.WARNING
