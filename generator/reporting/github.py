"""Diagnostics for GitHub Actions: annotations in the log. GitHub shows ten of each severity on the page of the run."""

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Severity
from generator.reporting.text import sanitise, summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(result: Result) -> str:
    """Return the result of a check as workflow commands."""
    return "\n".join([*map(_annotation, result.diagnostics), summary(result.diagnostics), result.summary])


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
