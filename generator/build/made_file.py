"""A generated file that was made, and what must be known of a page so that it need not be read again."""

import pickle
from collections.abc import Mapping
from typing import NamedTuple

from generator.build.finish import FinishedPage
from generator.build.search import IndexedPage
from generator.build.verify import PageFacts


class MadePage(NamedTuple):
    """What must be known of a page, as FinishedPage. `pickled_facts` and `pickled_index` take a tenth of the memory."""

    pickled_facts: bytes
    pickled_index: bytes
    texts: Mapping[str, str]
    """As in its facts: the stored texts that the page was verified against."""
    updated: str
    listed: bool

    @property
    def facts(self) -> PageFacts:
        """Return what the check of the whole site needs to know."""
        facts: PageFacts = pickle.loads(self.pickled_facts)  # noqa: S301 - made here
        return facts

    @property
    def indexed(self) -> IndexedPage | None:
        """Return what the search index needs to know; None if readers cannot find the page."""
        indexed: IndexedPage | None = pickle.loads(self.pickled_index)  # noqa: S301 - made here
        return indexed


class MadeFile(NamedTuple):
    """A file that was made: its path in the site, its first key (see `generated.py`), and the hash of its bytes.

    `page` is None for a file that is not a page.
    """

    path: str
    inputs: str
    sha256: str
    page: MadePage | None

    @property
    def finished(self) -> FinishedPage | None:
        """Return what must be known of a page in full; None for another file."""
        page = self.page
        return FinishedPage(page.facts, page.indexed, page.updated, page.listed) if page else None


def made_file(path: str, inputs: str, sha256: str, page: FinishedPage | None) -> MadeFile:
    """Return a file that was made, with what must be known of it if it is a page."""
    if page is None:
        return MadeFile(path, inputs, sha256, None)
    facts, index = pickle.dumps(page.facts), pickle.dumps(page.indexed)
    return MadeFile(path, inputs, sha256, MadePage(facts, index, page.facts.texts, page.updated, page.listed))
