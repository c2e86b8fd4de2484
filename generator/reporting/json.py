"""Diagnostics as JSON, for other programs."""

from collections import Counter
from json import dumps

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Severity


def render(result: Result) -> str:
    """Return the result of a check as a JSON object; lines and columns count from 1, columns and widths in code points."""
    counts = Counter(diagnostic.severity for diagnostic in result.diagnostics)
    values = {
        "version": 1,
        "has_errors": result.has_errors,
        "summary": result.summary,
        "counts": {severity.value: counts[severity] for severity in Severity},
        "diagnostics": [_values(diagnostic) for diagnostic in result.diagnostics],
    }
    return dumps(values, indent=2)


def _values(diagnostic: Diagnostic) -> dict[str, object]:
    place = {name: getattr(diagnostic.location, name) for name in ("file", "line", "column", "width", "text")}
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        **place,
    }
