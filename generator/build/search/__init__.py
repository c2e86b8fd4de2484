"""The search of the site: what it finds on a page (`records_of`), the words of a page (`index_page`), and the index of all (`write_index`).

A build takes the three steps one by one, because it has each page parsed and keeps indexed pages. `index_site` reads a finished site.
"""

from pathlib import Path

from generator.build.search.files import replace_file, write_index
from generator.build.search.page import KINDS, IndexedPage, index_page
from generator.build.search.records import PageRecords, Record, page_records, records_of

__all__ = [
    "FOLDER", "KINDS", "IndexedPage", "PageRecords", "Record", "index_page", "index_site", "page_records", "records_of",
    "replace_file", "write_index",
]  # fmt: skip

FOLDER = "search-index"  # in the site


def index_site(site: Path) -> int:
    """Index the finished pages in the folder `site`; return the number of records."""
    return write_index(site / FOLDER, map(index_page, page_records(site)))
