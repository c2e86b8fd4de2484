"""The content of a site, complete and without an error: what pages and exports are made from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from generator.analysis import CorpusAnalysis
from generator.content.model import Corpus, Selector
from generator.diagnostics import Rule
from generator.evidence import Passage
from generator.language import ENGLISH, Language
from generator.site.repository import NOWHERE, Repository, SettingsError

_NOT_IN_URL = re.compile(r"[\s?#]")
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})  # noqa: S104 - compared, never bound to


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a site is published: its name, and its URL with a slash at the end. Empty when not known.

    `repository` is where readers find its files.
    """

    name: str = ""
    address: str = ""
    repository: Repository = NOWHERE

    def url(self, path: str) -> str:
        """Return the full URL of `path` below the site; empty when the URL of the site is not known."""
        return self.address + path if self.address else ""


def publication(name: str, address: str, repository: Repository = NOWHERE) -> Publication:
    """Read the settings of a site builder. Raise SettingsError when the URL has more in it than a path.

    A URL that other readers cannot open, such as that of a preview on this machine, counts as not known.
    """
    if found := _NOT_IN_URL.search(address):
        what = "a space" if found[0].isspace() else f"a “{found[0]}”"
        raise SettingsError(
            f"site_url (or BRIEFING_SITE_URL) “{address}” has {what} in it. "
            "Write the URL of the home page only, for example https://example.org/briefings/"
        )
    parts = _parts(address)
    public = parts.scheme in {"http", "https"} and parts.hostname not in {None, *_THIS_MACHINE}
    plain = quote(address.rstrip("/"), safe="/:@%&=+,;~!*'()[]") + "/"
    return Publication(" ".join(name.split()), plain if public else "", repository)


def unreachable(address: str) -> str:
    """Return a warning when other readers cannot open the URL, since it names this machine; empty for other URLs."""
    if _parts(address).hostname not in _THIS_MACHINE:
        return ""
    return (
        f"Canonical links and the sitemap point to this machine ({address}). Before you publish the site, set "
        "site_url in mkdocs.yml, or the variable BRIEFING_SITE_URL, to its public URL."
    )


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # not a URL
        return urlsplit("")


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from.

    `passages` has an entry for each selector of the corpus. `rules` are all rules, for the manual of checks. `today`
    is passed in, never read from a clock; without it no review is overdue. `language` is that of the site's own
    words, unless a briefing has another. `publication` says where readers find the site.
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
        """Return the newest day on which a briefing was reviewed, the first possible day for an inexact date."""
        days = [briefing.about.reviewed_on.first_day for briefing in self.corpus.briefings.values()]
        return max(days, default=dt.date(1970, 1, 1))
