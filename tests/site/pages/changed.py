"""Helpers for tests of pages: the harbour example with a few words changed, rendered as pages."""

import datetime as dt
from collections.abc import Mapping

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from tests.building import HARBOUR, TODAY


def pages_with(
    *changes: tuple[str, str, str], without: tuple[str, ...] = (), today: dt.date = TODAY
) -> Mapping[str, str]:
    """Return the Markdown of every page by path, after `changes` of (file, old words, new words)."""
    files = {path: raw for path, raw in read_files(HARBOUR)[0].items() if path not in without}
    for path, old, new in changes:
        assert files[path].count(old.encode()) == 1, (path, old)
        files[path] = files[path].replace(old.encode(), new.encode())
    return {page.uri: page.markdown for page in build_pages(site_of(examine(files, today=today)))}
