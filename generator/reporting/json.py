"""Diagnostics as JSON, for other programs."""

from collections import Counter
from dataclasses import asdict
from json import dumps

from generator.check_cache import Result
from generator.diagnostics import Severity


def render(result: Result) -> str:
    """Return the result of a check as a JSON object; lines and columns count from 1, columns and widths in code points."""
    counts = Counter(diagnostic.severity for diagnostic in result.diagnostics)
    values = {
        "version": 2,
        "has_errors": result.has_errors,
        "summary": result.summary,
        "counts": {severity.value: counts[severity] for severity in Severity},
        "diagnostics": [asdict(diagnostic) for diagnostic in result.diagnostics],
    }
    return dumps(values, indent=2)
