"""The newest date of what a page shows, for the sitemap: true dates of the content, as precise as known, never that of a build.

Pages without such a date, such as the method, have none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.content.model import Briefing, PartialDate, Position
from generator.site.pages import links
from generator.site.site import Site

_Dates = list[PartialDate | None]


def page_dates(site: Site) -> Mapping[str, _Dates]:
    """Return the dates of what pages show, by path, for `date_of`."""
    return dict(_dates(site))


def date_of(dates: Mapping[str, _Dates], uri: str) -> str:
    """Return the newest date of the page at `uri` in ISO 8601; empty if it has none. Other pages of a briefing have its date."""
    known = list(filter(None, dates.get(uri, ())))
    if not known and uri.startswith("briefings/"):
        known = list(filter(None, dates.get(links.briefing_page(uri.split("/")[1]).uri, ())))
    return str(max(known)) if known else ""


def _dates(site: Site) -> Iterator[tuple[str, _Dates]]:
    """Yield the path of each page that has dates of its own, with these dates."""
    newest: dict[str, PartialDate] = {}
    changed: _Dates = []
    corrected: _Dates = []
    for slug, briefing in site.corpus.briefings.items():
        newest[slug] = _newest(briefing)
        yield links.briefing_page(slug).uri, [newest[slug]]
        changes = [change.date for change in site.analysis.briefings[slug].changes]
        corrections = [item.date for item in briefing.about.corrections]
        yield links.changes_page(slug).uri, [*changes, *corrections]
        changed += [*changes, *corrections]
        corrected += corrections
        for issue, positions in _by_issue(briefing).items():
            yield links.issue_page(slug, issue).uri, [briefing.about.reviewed_on, *_of_positions(positions)]
    for target in (links.HOME, links.PARTIES, links.TAGS):
        yield target.uri, list(newest.values())
    yield links.CHANGES.uri, changed
    yield links.CORRECTIONS.uri, corrected
    for party in site.corpus.parties:
        parties_briefings = site.corpus.briefings.items()
        yield (
            links.party_page(party).uri,
            [newest[slug] for slug, item in parties_briefings if party in item.about.parties],
        )
    stored: _Dates = []
    for name, source in site.corpus.sources.items():
        dates = [source.about.published, source.about.retrieved]
        stored += dates
        positions = [use.position for use in site.analysis.uses.get(name, ()) if use.position]
        for part in source.article.parts:
            yield links.source_part(source, part).uri, [*dates, *_of_positions(positions)]
    yield links.SOURCES.uri, stored


def _newest(briefing: Briefing) -> PartialDate:
    about = briefing.about
    positions = [position for file in briefing.positions.values() for position in file.positions]
    dates = [*(item.date for item in about.corrections), *(note.date for note in about.analysis)]
    return max(about.as_of, about.reviewed_on, *dates, *filter(None, _of_positions(positions)))


def _by_issue(briefing: Briefing) -> Mapping[str, list[Position]]:
    found: dict[str, list[Position]] = defaultdict(list)
    for file in briefing.positions.values():
        for position in file.positions:
            found[position.issue].append(position)
    return found


def _of_positions(positions: Iterable[Position]) -> _Dates:
    """Return when positions were taken, and up to when they were checked."""
    return [
        date for item in positions for date in (item.as_of, item.reviewed_on, item.searched_until) if date
    ]
