"""Diagnostics as GitHub Actions understands them: annotations in the log, and all of them in the job's summary.

Of each kind, ten annotations of a step are shown; the summary has no such limit.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Severity
from generator.reporting.text import harmless, report, summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 900_000  # bytes of text in a summary: GitHub refuses one of more than a mebibyte as a whole


def tell(result: Result) -> str:
    """Tell the result of a check in commands of a workflow's log."""
    return "\n".join(
        [*(_annotation(one) for one in result.diagnostics), summary(result.diagnostics), result.found]
    )


def _annotation(one: Diagnostic) -> str:
    location = one.location
    place = f"file={_property(location.file)},line={location.line},col={location.column},endColumn={location.column + location.width}"
    text = f"{one.message}\n{one.hint}" if one.hint else one.message
    return f"::{_LEVELS[one.severity]} {place},title={_property(one.code)}::{_data(text)}"


def _data(text: str) -> str:
    """Escape `text` so that it stays one command: no line of a file can be another."""
    lines = [harmless(line) for line in text.split("\n")]
    return "%0A".join(line.replace("%", "%25").replace("\r", "%0D") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(result: Result) -> str:
    """Tell the result of a check in Markdown, as a page that belongs to the run."""
    return "\n".join(_summary(result)) + "\n"


def _summary(result: Result) -> Iterator[str]:
    yield f"## {'Evidence checked' if result.sound else 'The content has errors: nothing is published'}"
    yield ""
    told = f"{summary(result.diagnostics)} {result.found}"
    if result.diagnostics:
        told += f"\n\n{report(result.diagnostics)}"
    cut = told.encode()[:_MOST].decode(errors="ignore")
    # As HTML: nothing in a name is Markdown here, and no line of a file can end the block, as it could a fence.
    yield f"<pre>{html.escape(cut)}{' …' if cut != told else ''}</pre>"
