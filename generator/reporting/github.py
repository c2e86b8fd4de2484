"""Diagnostics for GitHub Actions: annotations in the log, and all of them in the job's summary.

GitHub shows ten annotations of each severity; the summary has no such limit.
"""

import html

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Severity
from generator.reporting.text import grouped, report, sanitise, summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST_BYTES = 900_000  # GitHub rejects a summary of more than one mebibyte


def render(result: Result) -> str:
    """Return the result of a check as workflow commands."""
    annotations = map(_annotation, grouped(result.diagnostics))
    return "\n".join([*annotations, summary(result.diagnostics), result.summary])


def _annotation(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    end = location.column + location.width
    place = f"file={_property(location.file)},line={location.line},col={location.column},endColumn={end}"
    text = f"{diagnostic.message}\n{diagnostic.hint}".rstrip("\n")
    return f"::{_LEVELS[diagnostic.severity]} {place},title={_property(diagnostic.code)}::{_data(text)}"


def _data(text: str) -> str:
    """Escape `text` so that none of its lines can be another command."""
    lines = [sanitise(line) for line in text.split("\n")]
    return "%0A".join(line.replace("%", "%25").replace("\r", "%0D") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(result: Result) -> str:
    """Return the result of a check in Markdown, for the page of the workflow run."""
    heading = "The content has errors: nothing is published" if result.has_errors else "Evidence checked"
    text = f"{summary(result.diagnostics)} {result.summary}"
    if result.diagnostics:
        text += f"\n\n{report(result.diagnostics)}"
    cut = text.encode()[:_MOST_BYTES].decode(errors="ignore")
    # In an HTML element, names are not read as Markdown, and no line of a file can end it, as it could end a fence.
    return f"## {heading}\n\n<pre>{html.escape(cut)}{' …' if cut != text else ''}</pre>\n"
