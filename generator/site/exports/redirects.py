"""Pages at old addresses: what was renamed leads on to where it is now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.history import changes_by_day
from generator.content.model import Briefing
from generator.escape import html_text
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.site import Site

SCRIPT = "moved.js"
# With the place on the page, which the address that a browser is sent to by itself has not.
_KEEPS_THE_PLACE = "location.replace(document.getElementById('moved').href + location.hash);\n"


def exports(site: Site) -> Iterator[Export]:
    """Give a page for each old address, and the script that they share."""
    found = dict(_moved(site))
    for old, new in found.items():
        yield Export(f"{old}index.html", _page(site, old, new).encode())
    if found:
        yield Export(SCRIPT, _KEEPS_THE_PLACE.encode())


def _moved(site: Site) -> Iterator[tuple[str, str]]:
    """Give every old address below the site, and where it leads."""
    renamed = site.corpus.renamed
    if renamed is None:
        return
    for old, new in renamed.parties.items():
        yield links.folder(links.party_page(old)), links.folder(links.party_page(new))
    for old, new in renamed.sources.items():
        yield links.folder(links.source_page(old)), links.folder(links.source_page(new))
    for slug, briefing in site.corpus.briefings.items():
        issues = renamed.issues.get(slug, {})
        for was in (slug, *(old for old, new in renamed.briefings.items() if new == slug)):
            for old, new in issues.items():
                yield links.folder(links.issue_page(was, old)), links.folder(links.issue_page(slug, new))
            if was != slug:
                for target in _pages(site, briefing):
                    now = links.folder(target)
                    yield f"briefings/{was}/{now.removeprefix(f'briefings/{slug}/')}", now


def _pages(site: Site, briefing: Briefing) -> Iterator[Target]:
    """Give every page of a briefing that others may have linked to."""
    slug = briefing.slug
    yield links.briefing_page(slug)
    yield links.changes_page(slug)
    yield links.coverage_page(slug)
    if len(briefing.about.issues) > links.MOST:
        yield links.issues_page(slug)
    changes = site.analysis.briefings[slug].changes
    yield from (links.as_of_page(slug, day) for day in changes_by_day(changes, briefing, site.corpus.sources))
    yield from (links.issue_page(slug, issue) for issue in briefing.about.issues)


def _page(site: Site, old: str, new: str) -> str:
    up = "../" * old.count("/")
    say, there = site.language.say, html_text(up + new)
    whole = site.publication.url(new)
    canonical = f'<link rel="canonical" href="{html_text(whole)}">\n' if whole else ""
    title, lead = html_text(say("This page has moved")), html_text(say("To its new address"))
    return (
        f'<!doctype html>\n<html lang="{html_text(site.language.code)}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{title}</title>\n<meta name="robots" content="noindex">\n{canonical}'
        f'<meta http-equiv="refresh" content="1; url={there}">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n'
        f'<p><a id="moved" href="{there}">{lead}</a></p>\n</main>\n'
        f'<script src="{up}{SCRIPT}"></script>\n</body>\n</html>\n'
    )
