"""The paths of pages, the ids of places on them, and relative links between pages."""

import posixpath
from dataclasses import replace
from functools import lru_cache

from generator.content.model import PartialDate, Position, Source
from generator.content.model.uses import Role, Use
from generator.content.text_parts import TextPart
from generator.evidence import Passage
from generator.location import Location
from generator.site.pages.page import Feed, Target
from generator.site.site import Publication

HOME = Target("index.md")
CHANGES = Target("changes.md")
CORRECTIONS = Target("corrections.md")
GLOSSARY = Target("glossary.md")
TAGS = Target("tags.md")
PARTIES = Target("parties/index.md")
SOURCES = Target("sources/index.md")
METHOD = Target("method.md")
ABOUT = Target("about.md")
EDITORS = Target("editors/index.md")
GUIDES = "editors/guides"
CHECKS = Target("editors/reference/checks.md")
FORMAT = Target("editors/reference/format.md")


def guide(name: str) -> Target:
    """Return a guide for editors."""
    return Target(f"{GUIDES}/{name}.md")


FEED_FILES = {
    "Atom": ("feed.xml", "application/atom+xml"),
    "JSON Feed": ("feed.json", "application/feed+json"),
}
"""The file of each format of a feed, in the folder of the page that it is about, and its media type."""
CALENDAR, CALENDAR_TYPE = "events.ics", "text/calendar"
"""The calendar of a briefing, in the folder of its overview, and its media type."""


def briefing_page(slug: str, anchor: str = "") -> Target:
    """Return the overview of a briefing."""
    return Target(f"briefings/{slug}/index.md", anchor)


def changes_page(slug: str, anchor: str = "") -> Target:
    """Return the list of changes of a briefing."""
    return Target(f"briefings/{slug}/changes.md", anchor)


def briefing_parties(slug: str) -> Target:
    """Return the list of parties of a briefing."""
    return Target(f"briefings/{slug}/parties.md")


def compare_page(slug: str) -> Target:
    """Return the page of a briefing that compares parties."""
    return Target(f"briefings/{slug}/compare.md")


def briefing_sources(slug: str) -> Target:
    """Return the list of sources of a briefing."""
    return Target(f"briefings/{slug}/sources.md")


def coverage_page(slug: str) -> Target:
    """Return the coverage of a briefing."""
    return Target(f"briefings/{slug}/coverage.md")


def as_of_page(slug: str, date: PartialDate) -> Target:
    """Return the page of a briefing on an earlier date."""
    return Target(f"briefings/{slug}/as-of/{date}.md")


def issue_page(slug: str, issue: str, anchor: str = "") -> Target:
    """Return the page of an issue."""
    return Target(f"briefings/{slug}/issues/{issue}.md", anchor)


def party_page(party: str, anchor: str = "") -> Target:
    """Return the page of a party."""
    return Target(f"parties/{party}.md", anchor)


def source_page(source: str, anchor: str = "") -> Target:
    """Return the page of a source."""
    return Target(f"sources/{source}.md", anchor)


def source_part(source: Source, part: TextPart, anchor: str = "") -> Target:
    """Return the page of a part of a source. The first part is on the page of the source itself."""
    if part.number == 1:
        return source_page(source.id, anchor)
    return Target(f"sources/{source.id}/{part.name}.md", anchor)


def passage_target(source: Source, passage: Passage) -> Target:
    """Return the place of a passage on the page of its part of the source."""
    return source_part(source, source.article.part_of(passage.paragraph), passage_id(passage))


def passage_id(passage: Passage) -> str:
    """Return the id of a passage on the page of its source, made of its offsets in the stored text."""
    return "-".join(["at", *(f"{span.start}-{span.end}" for span in passage.spans)])


# An identifier has no two hyphens in a row, so an id that joins two identifiers with two hyphens is unique.


def party_id(party: str) -> str:
    """Return the id of a party on an issue's page."""
    return f"bb-party-{party}"


def tag_id(tag: str) -> str:
    """Return the id of a tag on the list of tags."""
    return f"bb-tag-{tag}"


def tag(tag: str) -> Target:
    """Return the place of a tag on the list of tags."""
    return Target(TAGS.uri, tag_id(tag))


def overview_item_id(role: str, item: int) -> str:
    """Return the id of an item of an overview, such as the second sentence of the answer; `item` counts from 1."""
    return f"bb-{role}-{item}"


def term_id(name: str) -> str:
    """Return the id of a contested name in the glossary."""
    return f"bb-term-{name}"


def briefing_id(slug: str) -> str:
    """Return the id of a briefing on the home page and on a party's page."""
    return f"bb-briefing-{slug}"


def issue_id(slug: str, issue: str) -> str:
    """Return the id of an issue on a party's page."""
    return f"bb-issue-{slug}--{issue}"


def block_id(issue: str) -> str:
    """Return the id of the block of an issue."""
    return f"bb-block-{issue}"


def entry_id(party: str, position: Position) -> str:
    """Return the id of an entry on the issue's page; a party has at most one entry a day."""
    return f"bb-entry-{party}--{position.date or 'undated'}"


def change_id(party: str, issue: str, date: PartialDate) -> str:
    """Return the id of a change on the list of changes of its briefing."""
    return f"bb-change-{party}--{issue}--{date}"


def correction_id(date: PartialDate, number: int) -> str:
    """Return the id of a correction on the list of changes of its briefing; `number` counts those of the date, from 1."""
    return f"bb-correction-{date}-{number}"


def card_id(party: str, position: Position, nth: int) -> str:
    """Return the id of the card of an entry's `nth` piece of evidence, from 1."""
    return f"{entry_id(party, position)}--e{nth}"


def claim_id(party: str, position: Position, role: str, item: int) -> str:
    """Return the id of a claim of an entry; `item` counts from 1."""
    return f"{entry_id(party, position)}--{role.replace('_', '-')}-{item}"


def use_target(use: Use) -> Target:
    """Return the place where readers find a use of evidence."""
    if use.party is None or use.position is None:
        return briefing_page(use.briefing, overview_item_id(use.role, use.item))
    if use.role is Role.POSITION:
        anchor = card_id(use.party, use.position, use.nth)
    else:
        anchor = claim_id(use.party, use.position, use.role, use.item)
    return issue_page(use.briefing, use.position.issue, anchor)


def card_target(use: Use) -> Target:
    """Return the place of the card that shows the evidence of a position or of a claim in it."""
    target = use_target(use)
    return target if use.role is Role.POSITION else replace(target, anchor=f"{target.anchor}--e{use.nth}")


def feed_file(feed: Feed, name: str) -> str:
    """Return the path below the site of a feed in the format `name`."""
    return folder(feed.page) + FEED_FILES[name][0]


def file_href(here: str, path: str) -> str:
    """Return the relative URL of the file at `path` below the site on the page at `here`, for HTML."""
    return _relative(_folder(here), path)


def href(here: str, target: Target) -> str:
    """Return the relative URL of `target` on the page at `here`, for HTML; pages have directory URLs."""
    anchor = f"#{target.anchor}" if target.anchor else ""
    if here == target.uri and anchor:
        return anchor
    return f"{_relative(_folder(here), _folder(target.uri))}/{anchor}"


def md_href(here: str, target: Target) -> str:
    """Return the relative path of the file of `target` on the page at `here`, for Markdown."""
    anchor = f"#{target.anchor}" if target.anchor else ""
    if here == target.uri and anchor:
        return anchor
    return _relative(posixpath.dirname(here), target.uri) + anchor


@lru_cache(maxsize=4096)
def _relative(folder: str, path: str) -> str:
    """Return a path relative to a folder. Cached, since a page links to few paths, each many times."""
    return posixpath.relpath(path or ".", folder or ".")


def folder(target: Target) -> str:
    """Return the path of a page's URL below the site, with a slash at the end; empty for the home page."""
    path = _folder(target.uri)
    return f"{path}/" if path else ""


def site_path(uri: str) -> str:
    """Return the path in the site of the file that is at `uri` below docs/."""
    return f"{folder(Target(uri))}index.html" if uri.endswith(".md") else uri


def url(publication: Publication, target: Target) -> str:
    """Return the full URL of `target`; empty when the URL of the site is not known."""
    page = publication.url(folder(target))
    return f"{page}#{target.anchor}" if page and target.anchor else page


def edit(publication: Publication, location: Location | None) -> tuple[str, str]:
    """Return the URL at which a place in an editors' file can be edited, and the words of the link, to be translated.

    The words are `file:line` for an editor on this machine, and empty for the usual ones. Both are empty when no repository is
    known, or there is no place.
    """
    repository = publication.repository
    if location is None or not location.file or not repository.file:
        return "", ""
    place = f"{location.file}:{location.line}" if repository.local else repository.words
    return repository.file_url(location), place


def _folder(uri: str) -> str:
    """Return the folder that a builder with directory URLs makes of a page."""
    path = uri.removesuffix(".md")
    return path.removesuffix("index").rstrip("/") if path.split("/")[-1] == "index" else path
