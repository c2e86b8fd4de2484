"""Diagnostics as SARIF 2.1.0, which code hosts and editors read."""

from importlib.metadata import version
from json import dumps
from urllib.parse import quote

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Rule, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(result: Result) -> str:
    """Return the result of a check as a SARIF log with one run; columns count code points."""
    from generator.pipeline import RULES  # noqa: PLC0415 - a slow import that only this format needs

    driver = {
        "name": "Briefing Book",
        "semanticVersion": version("briefing-book"),
        "rules": [_rule(rule) for rule in sorted(RULES, key=lambda rule: rule.code)],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic) for diagnostic in result.diagnostics],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, object]:
    manual = rule.manual.strip()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic) -> dict[str, object]:
    location = diagnostic.location
    region = {
        "startLine": location.line,
        "startColumn": location.column,
        "endColumn": location.column + location.width,
        "snippet": {"text": location.text},
    }
    place = {"artifactLocation": {"uri": quote(location.file)}, "region": region}
    return {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message}\n{diagnostic.hint}".rstrip("\n")},
        "locations": [{"physicalLocation": place}],
    }
