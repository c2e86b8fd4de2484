"""Diagnostics as JSON, for other programs."""

from __future__ import annotations

from collections import Counter
from json import dumps

from generator.check_cache import Result
from generator.diagnostics import Severity


def tell(result: Result) -> str:
    """Tell the result of a check as one JSON object; lines and columns count from 1, columns and widths in code points."""
    counts = Counter(one.severity for one in result.diagnostics)
    return dumps(
        {
            "version": 1,
            "sound": result.sound,
            "found": result.found,
            "counts": {severity.value: counts[severity] for severity in Severity},
            "diagnostics": [
                {
                    "code": one.code,
                    "severity": one.severity.value,
                    "message": one.message,
                    "hint": one.hint,
                    "file": one.location.file,
                    "line": one.location.line,
                    "column": one.location.column,
                    "width": one.location.width,
                    "text": one.location.text,
                }
                for one in result.diagnostics
            ],
        },
        indent=2,
    )
