"""How to cite a page: its title, its state and its URL, for the formats of `exports` and as a line of text.

The date of a citation is that of the briefing's last review. Readers add the day on which they read the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.model import Briefing, PartialDate
from generator.escape import shown
from generator.language import N_, Language
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.site import Site

FILES = {"BibTeX": "cite.bib", "RIS": "cite.ris", "CSL-JSON": "cite.csl.json"}
"""The file of each format, in the folder of the page that it cites."""
SOURCE_FILES = {"BibTeX": "sources.bib", "RIS": "sources.ris", "CSL-JSON": "sources.csl.json"}
"""The file of each format with all sources of a briefing, in the folder of its overview."""
BRIEFING_JSON, MATRIX_CSV = "briefing.json", "matrix.csv"
DATA_FILES = {N_("This briefing as JSON"): BRIEFING_JSON, N_("Positions as CSV"): MATRIX_CSV}
"""The files of a briefing's data, in the folder of its overview."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as others cite it. `url` is its URL, empty if not known."""

    key: str
    briefing: str
    target: Target
    title: str
    site: str
    url: str
    as_of: PartialDate
    reviewed: PartialDate
    language: Language
    keywords: tuple[str, ...]

    @property
    def folder(self) -> str:
        """Return the path of the page below the site."""
        return links.folder(self.target)

    @property
    def version(self) -> str:
        """Return which state of the page is cited."""
        return self.language.say("as of %(date)s", date=self.language.date(self.as_of))

    @property
    def text(self) -> str:
        """Return the line that cites the page: title, site, state and URL."""
        say, date = self.language.say, self.language.date
        title = say("“%(title)s”", title=self.title)
        dates = say(
            "as of %(as_of)s, reviewed %(reviewed)s", as_of=date(self.as_of), reviewed=date(self.reviewed)
        )
        return ", ".join(filter(None, (title, self.site, dates, self.url)))


def citations(site: Site) -> Iterator[Citation]:
    """Yield a citation of every overview and issue. Readers cite a stored source where it was published."""
    for briefing in site.corpus.briefings.values():
        yield citation(site, briefing)
        for issue in briefing.about.issues:
            yield citation(site, briefing, issue)


def citation(site: Site, briefing: Briefing, issue: str = "") -> Citation:
    """Return the citation of an overview, or of an issue's page: the briefing's title, then its own."""
    about, slug = briefing.about, briefing.slug
    title = f"{about.title}: {about.issues[issue].title}" if issue else about.title
    target = links.issue_page(slug, issue) if issue else links.briefing_page(slug)
    return Citation(
        key=f"{slug}--{issue}-{about.reviewed_on}" if issue else f"{slug}-{about.reviewed_on}",
        briefing=slug,
        target=target,
        title=shown(title).strip(),
        site=site.publication.name,
        url=links.url(site.publication, target),
        as_of=about.as_of,
        reviewed=about.reviewed_on,
        language=Language(about.language) if about.language else site.language,
        keywords=tuple(tag.replace("-", " ") for tag in about.tags),
    )
