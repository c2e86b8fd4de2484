"""How to cite a page: what names it for good, as data for the formats of `exports` and as a line of text.

The day of a citation is the day on which a person last checked the briefing; the day on which somebody read it is
that reader's to add, and no clock is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.content.model import Briefing, PartialDate
from generator.escape import shown
from generator.language import N_, Language
from generator.site.pages import links
from generator.site.site import Site

FILES = {"BibTeX": "cite.bib", "RIS": "cite.ris", "CSL-JSON": "cite.csl.json"}
"""The file of each format, in the folder of the page that it cites."""
WHOLE, TABLE = "briefing.json", "matrix.csv"
DATA = {N_("This briefing as JSON"): WHOLE, N_("Who stands where as CSV"): TABLE}
"""The files of a briefing's data, in the folder of its overview."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as others cite it. `folder` is its address below the site; `address` the whole one, empty where not known."""

    key: str
    folder: str
    title: str
    site: str
    address: str
    as_of: PartialDate
    reviewed: PartialDate
    language: Language
    keywords: tuple[str, ...]

    @property
    def version(self) -> str:
        """Say which state of the page is meant."""
        return self.language.say("as of %(date)s", date=self.language.date(self.as_of))

    @property
    def text(self) -> str:
        """Give the line that names the page: its title, the site, which state and where."""
        say, date = self.language.say, self.language.date
        title = say("“%(title)s”", title=self.title)
        dates = say(
            "as of %(as_of)s, reviewed %(reviewed)s", as_of=date(self.as_of), reviewed=date(self.reviewed)
        )
        return ", ".join(filter(None, (title, self.site, dates, self.address)))


@dataclass(frozen=True, slots=True)
class CiteView:
    """What a page shows of its citation: the line, whether it holds an address, files by format, and files of data."""

    text: str
    addressed: bool
    files: tuple[tuple[str, str], ...]
    data: tuple[tuple[str, str], ...]


def cite_view(citation: Citation, data: Mapping[str, str] = MappingProxyType({})) -> CiteView:
    """Give what a page shows; its files stand beside it, and those of its `data` by name."""
    return CiteView(citation.text, bool(citation.address), tuple(FILES.items()), tuple(data.items()))


def citations(site: Site) -> Iterator[Citation]:
    """Give every page that can be cited: overviews and issues. A stored source is cited where it was published."""
    for briefing in site.corpus.briefings.values():
        yield briefing_citation(site, briefing)
        for issue in briefing.about.issues:
            yield issue_citation(site, briefing, issue)


def briefing_citation(site: Site, briefing: Briefing) -> Citation:
    """Give the citation of an overview."""
    return _citation(site, briefing, briefing.slug, links.folder(links.briefing_page(briefing.slug)), "")


def issue_citation(site: Site, briefing: Briefing, issue: str) -> Citation:
    """Give the citation of an issue's page: the briefing's title, then its own."""
    folder = links.folder(links.issue_page(briefing.slug, issue))
    return _citation(site, briefing, f"{briefing.slug}--{issue}", folder, briefing.about.issues[issue].title)


def _citation(site: Site, briefing: Briefing, name: str, folder: str, part: str) -> Citation:
    about = briefing.about
    return Citation(
        f"{name}-{about.reviewed_on}",
        folder,
        shown(f"{about.title}: {part}" if part else about.title).strip(),
        site.publication.name,
        site.publication.url(folder),
        about.as_of,
        about.reviewed_on,
        Language(about.language) if about.language else site.language,
        tuple(tag.replace("-", " ") for tag in about.tags),
    )
