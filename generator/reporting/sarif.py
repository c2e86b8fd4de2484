"""Diagnostics as SARIF 2.1.0, the form in which code hosts and editors take the results of checks."""

from __future__ import annotations

from importlib.metadata import version
from json import dumps
from urllib.parse import quote

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def tell(result: Result) -> str:
    """Tell the result of a check as one run; columns count code points."""
    from generator.pipeline import RULES  # noqa: PLC0415 - it takes long to import, and only this form needs it

    rules = sorted(RULES, key=lambda rule: rule.code)
    return dumps(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "Briefing Book",
                            "semanticVersion": version("briefing-book"),
                            "rules": [_rule(rule) for rule in rules],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "results": [_result(one) for one in result.diagnostics],
                }
            ],
        },
        indent=2,
    )


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.manual.strip(), "markdown": rule.manual.strip()},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(one: Diagnostic) -> dict[str, object]:
    location = one.location
    region = {
        "startLine": location.line,
        "startColumn": location.column,
        "endColumn": location.column + location.width,
        "snippet": {"text": location.text},
    }
    return {
        "ruleId": one.code,
        "level": one.severity.value,
        "message": {"text": f"{one.message}\n{one.hint}" if one.hint else one.message},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(location.file)}, "region": region}}
        ],
    }
