"""The search: an index of the built pages in small pieces, of which a reader's browser fetches the few that it needs."""

from __future__ import annotations

from generator.build.search.index import FOLDER, write_index

__all__ = ["FOLDER", "write_index"]
