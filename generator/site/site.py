"""The site's content, whole and without a fault: what pages and exports are made from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.analysis import CorpusAnalysis
from generator.content.model import Corpus, Selector
from generator.diagnostics import Rule
from generator.evidence import Passage
from generator.language import ENGLISH, Language
from generator.site.repository import NOWHERE, Repository

_NOT_IN_ADDRESS = re.compile(r"[\s?#]")
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})  # noqa: S104 - compared, never bound to


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a site is published: its name, and its address with a slash at the end. Empty is not known.

    `repository` is where its files can be read and mended.
    """

    name: str = ""
    address: str = ""
    repository: Repository = NOWHERE

    def url(self, path: str) -> str:
        """Give the whole address of `path` below the site; nothing where the site's own is not known."""
        return self.address + path if self.address else ""


class AddressError(Exception):
    """The address of a site is none; the message says why, and what to write."""


def unreachable(address: str) -> str:
    """Tell of an address of the machine itself, such as the preview's, that no reader can reach it; nothing of others."""
    try:
        own = urlsplit(address).hostname in _OWN_MACHINE
    except ValueError:  # no address at all
        own = False
    return (
        f"Canonical links and the sitemap lead to this machine ({address}): before the site is published, "
        "set the variable BRIEFING_SITE_URL, or site_url in mkdocs.yml, to its address."
        if own
        else ""
    )


def publication(name: str, address: str, repository: Repository = NOWHERE) -> Publication:
    """Read the settings of a site builder. Raises AddressError.

    An address of the preview on one's own machine is none that readers know.
    """
    if found := _NOT_IN_ADDRESS.search(address):
        what = "a space" if found[0].isspace() else f"a “{found[0]}”"
        raise AddressError(
            f"site_url, or the variable BRIEFING_SITE_URL, is “{address}”, with {what} in it: "
            "write the address of the home page alone, such as https://example.org/briefings/"
        )
    try:
        parts = urlsplit(address)
        public = parts.scheme in {"http", "https"} and parts.hostname not in {None, *_OWN_MACHINE}
    except ValueError:  # no address at all
        public = False
    plain = quote(address.rstrip("/"), safe="/:@%&=+,;~!*'()[]") + "/"
    return Publication(" ".join(name.split()), plain if public else "", repository)


@dataclass(frozen=True)
class Site:
    """All that pages are made from.

    `passages` has one entry for each selector of the corpus; `rules` are all rules, for the manual of
    checks; `today` is given, never read from a clock: None means that nothing is called overdue; `language` is
    that of the site's own words, where a briefing does not name another; `publication` says where readers find it.
    """

    corpus: Corpus
    passages: Mapping[Selector, Passage]
    analysis: CorpusAnalysis
    rules: tuple[Rule, ...]
    today: dt.date | None = None
    language: Language = ENGLISH
    publication: Publication = Publication()

    @property
    def reviewed_on(self) -> dt.date:
        """Give the day on which a briefing was last reviewed: the site's date. Of a date without a day it is the first that it can be."""
        days = [briefing.about.reviewed_on.first_day for briefing in self.corpus.briefings.values()]
        return max(days, default=dt.date(1970, 1, 1))
