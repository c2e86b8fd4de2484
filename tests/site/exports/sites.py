"""Sites whose files the tests of this folder read."""

from functools import cache
from pathlib import Path

from generator.content.files import read_files
from generator.pipeline import examine, site_of
from generator.site.site import Publication, Site
from tests.hostile.project import project

ADDRESS = "https://example.org/briefings-of-ours/"


@cache
def site_at(root: Path, address: str = ADDRESS) -> Site:
    """Return the site of the project at `root`, published at `address`."""
    return site_of(examine(*read_files(root)), publication=Publication("The “Book” & Co", address))


@cache
def site_full_of(text: str) -> Site:
    """Return the site of a project with `text` in every place that takes free text."""
    return site_of(examine(project(text, "plain")), publication=Publication(text, ADDRESS))
