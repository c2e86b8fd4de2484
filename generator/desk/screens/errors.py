"""Every error and warning of the project, with the line and how to fix it."""

from werkzeug.wrappers import Response

from generator.desk.addresses import line_url, place_url
from generator.desk.visit import Route, Visit
from generator.diagnostics import Diagnostic, Severity
from generator.language import shortened
from generator.location import Location

_AROUND = 60  # characters


def show(visit: Visit) -> Response:
    """List the errors, then the warnings."""
    found = visit.examined.errors_and_warnings
    groups = [
        (visit.say("Errors"), [item for item in found if item.severity is Severity.ERROR]),
        (visit.say("Warnings"), [item for item in found if item.severity is Severity.WARNING]),
    ]
    files = visit.project.files
    return visit.page(
        "errors.html.jinja",
        visit.say("Errors and warnings"),
        groups=groups,
        has_line=lambda item: item.location.file in files and item.location.file.endswith(".yml"),
        line_url=lambda location: line_url(visit, location),
        place_url=lambda location: _other_place(visit, location),
        excerpt=excerpt,
    )


def _other_place(visit: Visit, location: Location) -> str:
    """Return the address of the screen for a place; empty if that is its line in the text editor."""
    url = place_url(visit, location)
    return "" if url == line_url(visit, location) else url


def excerpt(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return the line of a diagnostic in three parts: before, at and after the place; of a long line, what is near it."""
    place = diagnostic.location
    start = max(0, place.column - 1)
    end = start + max(1, place.width)
    before, words, after = place.text[:start], place.text[start:end], place.text[end:]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    return before, words, shortened(after, _AROUND)


ROUTES = (Route("errors", "/errors", show),)
