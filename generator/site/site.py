"""The content of a site without errors, from which pages and exports are made, and where the site is published."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from generator.analysis import CorpusAnalysis
from generator.content.model import Corpus, Selector
from generator.diagnostics import Rule
from generator.evidence import Passage
from generator.language import ENGLISH, Language
from generator.site.publisher import NOBODY, Publisher
from generator.site.repository import NOWHERE, Repository, SettingsError, split_url

NEVER = dt.date(1970, 1, 1)
"""The day of a review that was never made."""
_NOT_IN_URL = re.compile(r"[\s?#]")
_SAFE = "/:@%&=+,;~!*'()[]"
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})  # noqa: S104 - compared, never bound to


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a site is published: its name, and the URL of its home page with a slash at the end; each is empty if not known.

    `repository` has the URLs of its files. `publisher` says who publishes it. `manuals` says whether it has the manuals for
    editors. `about` is what editors wrote for the page About, in Markdown.
    """

    name: str = ""
    home_url: str = ""
    repository: Repository = NOWHERE
    publisher: Publisher = NOBODY
    manuals: bool = True
    about: str = ""

    def url(self, path: str) -> str:
        """Return the full URL of `path` below the site; empty when the URL of the site is not known."""
        return self.home_url + path if self.home_url else ""


def publication(
    name: str,
    url: str,
    repository: Repository = NOWHERE,
    publisher: Publisher = NOBODY,
    *,
    manuals: bool = True,
    about: str = "",
) -> Publication:
    """Return where a site is published, by the settings of its builder. Raises SettingsError if it is not a URL, or has a query.

    A URL that other readers cannot open, such as that of a preview on this machine, counts as not known.
    """
    if match := _NOT_IN_URL.search(url):
        what = "a space" if match[0].isspace() else f"a “{match[0]}”"
        raise SettingsError(
            f"site_url (or BRIEFING_SITE_URL) “{url}” has {what} in it. "
            "Write the URL of the home page only, for example https://example.org/briefings/",
            key="site_url",
        )
    parts = split_url(url)
    if url and not (parts.scheme and parts.netloc):
        raise SettingsError(
            f"site_url (or BRIEFING_SITE_URL) “{url}” is not a URL. "
            "Write the URL of the home page, for example https://example.org/briefings/",
            key="site_url",
        )
    public = parts.scheme in {"http", "https"} and parts.hostname not in {None, *_THIS_MACHINE}
    home = f"{quote(url.rstrip('/'), safe=_SAFE)}/" if public else ""
    return Publication(" ".join(name.split()), home, repository, publisher, manuals, about)


def unreachable(url: str) -> str:
    """Return a warning if the URL of a site names this machine, so that other readers cannot open it; else an empty text."""
    if split_url(url).hostname not in _THIS_MACHINE:
        return ""
    return (
        f"Canonical links and the sitemap point to this machine ({url}). Before you publish the site, set "
        "site_url in mkdocs.yml, or the variable BRIEFING_SITE_URL, to its public URL."
    )


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from.

    `passages` has an entry for each selector of the corpus. `rules` are all rules, for the manual of checks. `today`
    is the day of the build. `language` is that of the site's own
    words, unless a briefing has another. `publication` says where readers find the site.
    """

    corpus: Corpus
    passages: Mapping[Selector, Passage]
    analysis: CorpusAnalysis
    rules: tuple[Rule, ...]
    today: dt.date
    language: Language = ENGLISH
    publication: Publication = Publication()

    @property
    def reviewed_on(self) -> dt.date:
        """Return the newest day on which a briefing was reviewed, the first possible day for an inexact date."""
        days = [briefing.about.reviewed_on.first_day for briefing in self.corpus.briefings.values()]
        return max(days, default=NEVER)
