"""Pages at old URLs that lead to the new pages of what was renamed, and of manuals, which were among readers' pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.escape import html_text
from generator.site import guides
from generator.site.exports.export import Export
from generator.site.pages import PAGE_TYPES, links
from generator.site.pages.page import Target
from generator.site.pages.source_parts import CitedSource
from generator.site.parts import NOTHING, parts
from generator.site.site import Site

SCRIPT = "moved.js"
_PAGE = Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
# A browser that follows the refresh alone would lose the fragment of the URL.
_KEEP_FRAGMENT = "location.replace(document.getElementById('moved').href + location.hash);\n"


def exports(site: Site) -> Iterator[Export]:
    """Yield a page for each old URL, and the script that they share."""
    moved = dict(_moved(site))
    for old, new in moved.items():
        kind, name, *_ = new.split("/")
        reads = parts(briefings=[name] if kind == "briefings" else [])
        yield Export(f"{old}index.html", partial(_page, site, old, new), reads)
    if moved:
        yield Export(SCRIPT, _KEEP_FRAGMENT.encode, NOTHING)


def _moved(site: Site) -> Iterator[tuple[str, str]]:
    """Yield each old folder of a page below the site, and its new one."""
    if site.publication.manuals:
        for target in (links.CHECKS, links.FORMAT, *map(links.guide, guides.ORDER)):
            folder = links.folder(target)
            yield folder.removeprefix("editors/"), folder
    renamed = site.corpus.renamed
    if renamed is None:
        return
    pairs = [(links.party_page(old), links.party_page(new)) for old, new in renamed.parties.items()]
    pairs += _parts_of_sources(site, renamed.sources)
    for slug in site.corpus.briefings:
        old_slugs = [old for old, new in renamed.briefings.items() if new == slug]
        for old_slug in (slug, *old_slugs):
            pairs += [
                (links.issue_page(old_slug, old), links.issue_page(slug, new))
                for old, new in renamed.issues.get(slug, {}).items()
            ]
        folder = f"briefings/{slug}/"
        uris = [uri for uri in _page_uris(site) if uri.startswith(folder)] if old_slugs else []
        for old_slug in old_slugs:
            pairs += [
                (Target(f"briefings/{old_slug}/{uri.removeprefix(folder)}"), Target(uri)) for uri in uris
            ]
    yield from ((links.folder(old), links.folder(new)) for old, new in pairs)


def _parts_of_sources(site: Site, renamed: Mapping[str, str]) -> Iterator[tuple[Target, Target]]:
    """Yield the old and the new page of each part of renamed sources; of a source that is no longer stored, only the first."""
    for old, new in renamed.items():
        yield links.source_page(old), links.source_page(new)
        if source := site.corpus.sources.get(new):
            for part in CitedSource(site, source).shown_parts[1:]:
                yield links.source_part(replace(source, id=old), part), links.source_part(source, part)


def _page_uris(site: Site) -> Iterator[str]:
    return (page.uri for page_type in PAGE_TYPES for page in page_type.pages(site))


def _page(site: Site, old: str, new: str) -> bytes:
    up, url, say = "../" * old.count("/"), site.publication.url(new), site.language.say
    return _PAGE.format(
        language=html_text(site.language.code),
        title=html_text(say("This page has moved")),
        link=html_text(say("Go to the new page")),
        target=html_text(up + new),
        canonical=f'<link rel="canonical" href="{html_text(url)}">\n' if url else "",
        script=up + SCRIPT,
    ).encode()
