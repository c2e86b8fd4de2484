"""The search index of the built pages, in small files of which a browser loads only a few."""

from __future__ import annotations

from generator.build.search.index import FOLDER, write_index

__all__ = ["FOLDER", "write_index"]
