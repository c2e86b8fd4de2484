"""Where things stand in the site: the addresses of pages, the ids of places, and the way between two."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from generator.content.model import PartialDate, Position
from generator.content.model.uses import Role, Use
from generator.evidence import Passage
from generator.location import Location
from generator.site.pages.page import Target
from generator.site.site import Publication

MOST = 12  # entries in a group of the navigation; the rest is on the index pages
HOME = Target("index.md")
CHANGES = Target("changes.md")
CORRECTIONS = Target("corrections.md")
GLOSSARY = Target("glossary.md")
TAGS = Target("tags.md")
PARTIES = Target("parties/index.md")
SOURCES = Target("sources/index.md")
METHOD = Target("method.md")
CHECKS = Target("reference/checks.md")
FORMAT = Target("reference/format.md")


def briefing_page(slug: str, anchor: str = "") -> Target:
    """Give the overview of a briefing."""
    return Target(f"briefings/{slug}/index.md", anchor)


def changes_page(slug: str, anchor: str = "") -> Target:
    """Give the list of all changes of a briefing."""
    return Target(f"briefings/{slug}/changes.md", anchor)


def coverage_page(slug: str) -> Target:
    """Give what the positions of a briefing rest on."""
    return Target(f"briefings/{slug}/coverage.md")


def as_of_page(slug: str, date: PartialDate) -> Target:
    """Give the page of a briefing as it stood on a date."""
    return Target(f"briefings/{slug}/as-of/{date}.md")


def issues_page(slug: str) -> Target:
    """Give the list of the issues of a briefing that has too many for the navigation."""
    return Target(f"briefings/{slug}/issues/index.md")


def issue_page(slug: str, issue: str, anchor: str = "") -> Target:
    """Give the page of an issue."""
    return Target(f"briefings/{slug}/issues/{issue}.md", anchor)


def party_page(party: str, anchor: str = "") -> Target:
    """Give the page of a party."""
    return Target(f"parties/{party}.md", anchor)


def source_page(source: str, anchor: str = "") -> Target:
    """Give the page of a source."""
    return Target(f"sources/{source}.md", anchor)


def passage_target(passage: Passage) -> Target:
    """Give the place of a passage in its source."""
    return source_page(passage.selector.source, passage_id(passage))


def passage_id(passage: Passage) -> str:
    """Give the id of a passage on its source's page: its offsets, so that it never changes with the text."""
    return "-".join(["at", *(f"{span.start}-{span.end}" for span in passage.spans)])


# An identifier holds no two hyphens in a row, so an id that joins two of them by two hyphens is like no other.


def party_id(party: str) -> str:
    """Give the id of a party on an issue's page."""
    return f"bb-party-{party}"


def tag_id(tag: str) -> str:
    """Give the id of a tag on the list of tags."""
    return f"bb-tag-{tag}"


def term_id(name: str) -> str:
    """Give the id of a contested name in the glossary."""
    return f"bb-term-{name}"


def briefing_id(slug: str) -> str:
    """Give the id of a briefing on the home page and on a party's."""
    return f"bb-briefing-{slug}"


def issue_id(slug: str, issue: str) -> str:
    """Give the id of an issue on a party's page."""
    return f"bb-issue-{slug}--{issue}"


def entry_id(party: str, position: Position) -> str:
    """Give the id of an entry of a party on the issue's page: one party has one entry a day."""
    return f"bb-entry-{party}--{position.date or 'undated'}"


def change_id(party: str, issue: str, date: PartialDate) -> str:
    """Give the id of a change of a party's position on the list of changes of its briefing."""
    return f"bb-change-{party}--{issue}--{date}"


def card_id(party: str, position: Position, nth: int) -> str:
    """Give the id of the card of an entry's `nth` piece of evidence, from 1."""
    return f"{entry_id(party, position)}--e{nth}"


def card_target(slug: str, party: str, position: Position, nth: int) -> Target:
    """Give the place of the card of an entry's `nth` piece of evidence, from 1."""
    return issue_page(slug, position.issue, card_id(party, position, nth))


def claim_id(party: str, position: Position, role: Role, item: int) -> str:
    """Give the id of an entry's claim (`item` from 1)."""
    return f"{entry_id(party, position)}--{role.replace('_', '-')}-{item}"


def use_target(use: Use) -> Target:
    """Give the place where a use of evidence can be read."""
    if use.party is None or use.position is None:
        return briefing_page(use.briefing, f"bb-{use.role}-{use.item}")
    if use.role is Role.POSITION:
        anchor = card_id(use.party, use.position, use.nth)
    else:
        anchor = claim_id(use.party, use.position, use.role, use.item)
    return issue_page(use.briefing, use.position.issue, anchor)


def href(here: str, target: Target) -> str:
    """Give the address of `target` as the page at `here` writes it in HTML: relative, with directory URLs."""
    anchor = f"#{target.anchor}" if target.anchor else ""
    if here == target.uri and anchor:
        return anchor
    return f"{_way(_folder(here), _folder(target.uri))}/{anchor}"


def md_href(here: str, target: Target) -> str:
    """Give the address of `target` as the page at `here` writes it in Markdown: the relative path of the file."""
    anchor = f"#{target.anchor}" if target.anchor else ""
    if here == target.uri and anchor:
        return anchor
    return _way(posixpath.dirname(here), target.uri) + anchor


@lru_cache(maxsize=4096)
def _way(folder: str, path: str) -> str:
    """Give the relative way from a folder to a path: a page asks for few of them, and for these again and again."""
    return posixpath.relpath(path or ".", folder or ".")


def folder(target: Target) -> str:
    """Give the address of a page below the site, with a slash at the end; nothing for the home page."""
    path = _folder(target.uri)
    return f"{path}/" if path else ""


def url(publication: Publication, target: Target) -> str:
    """Give the whole address of `target`; nothing where the site's own is not known."""
    whole = publication.url(folder(target))
    return f"{whole}#{target.anchor}" if whole and target.anchor else whole


def edit(publication: Publication, location: Location | None) -> tuple[str, str]:
    """Give the address at which a place in the editors' files can be mended, and the file and line on one's own machine.

    Both are empty where no repository is known, or the place is none.
    """
    found = publication.repository
    if location is None or not location.file or not found.file:
        return "", ""
    return found.file_url(location), f"{location.file}:{location.line}" if found.local else ""


def _folder(uri: str) -> str:
    """Give the folder that a builder with directory URLs makes of a page."""
    path = uri.removesuffix(".md")
    return path.removesuffix("index").rstrip("/") if path.split("/")[-1] == "index" else path
