"""The navigation: three entries in the header of every page, five in the bar of a briefing, and the footer.

Its size does not grow with the site. The templates of the theme print it.
"""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from generator.content.model import Briefing
from generator.language import Language
from generator.site.pages import links, manuals
from generator.site.pages.page import NavEntry
from generator.site.site import Site


def contents_words(language: Language) -> dict[str, str]:
    """Return the words of a table of contents, as settings of Markdown's extension `toc`."""
    return {"title": language.say("On this page"), "permalink_title": language.say("Link to this section")}


def briefing_bar(site: Site, uri: str, uris: Collection[str]) -> tuple[NavEntry, ...]:
    """Return the navigation of the briefing that the page at `uri` belongs to; nothing if it belongs to several or to none.

    `uris` are the paths of all pages: the bar has no link to a page that the site does not have.
    """
    briefing = _briefing_of(site, uri)
    if briefing is None:
        return ()
    if uri == links.HOME.uri:  # it is the overview
        uri = links.briefing_page(briefing.slug).uri
    slug, say, folder = briefing.slug, site.language.say, uri.split("/", 1)[0]
    entries = (
        (say("Summary"), links.briefing_page(slug), False),
        (say("Parties"), links.briefing_parties(slug), folder == "parties"),
        (say("Compare"), links.compare_page(slug), False),
        (say("Changes"), links.changes_page(slug), f"briefings/{slug}/as-of/" in uri),
        (say("Sources"), links.briefing_sources(slug), folder == "sources"),
    )
    return tuple(
        NavEntry(title, links.folder(target), "page" if target.uri == uri else "true" if within else "")
        for title, target, within in entries
        if target.uri in uris
    )


def frame(site: Site, files: Collection[str]) -> dict[str, Any]:
    """Return what the theme prints around every page; `files` are the paths of all pages and exports of the site.

    `report` is the URL at which readers report a mistake, with `{title}` and `{address}` for those of the page.
    """
    publisher, say = site.publication.publisher, site.language.say
    header = [
        {"title": say("Briefings"), "url": "./"},
        {"title": say("How we work"), "url": links.folder(links.METHOD)},
        {"title": say("About"), "url": links.folder(links.ABOUT)},
    ]
    return {
        "header": header,
        "footer": [*header, *_records(site, files)],
        "publisher": publisher.name,
        "contact": _shown_url(publisher.contact),
        "contact_url": publisher.contact_url,
        "licence": _shown_url(publisher.licence),
        "licence_url": publisher.licence_url,
        "reports": list(_reports(site)),
        "editors": [asdict(entry) for entry in manuals.entries(site)],
    }


def _records(site: Site, files: Collection[str]) -> Iterator[dict[str, str]]:
    if links.CORRECTIONS.uri in files:
        yield {"title": site.language.say("Corrections"), "url": links.folder(links.CORRECTIONS)}
    feed = links.FEED_FILES["Atom"][0]
    if feed in files:
        yield {"title": site.language.say("Feed of changes"), "url": feed}


def _reports(site: Site) -> Iterator[dict[str, str]]:
    """Yield where readers report a mistake: to the publisher, and in the repository."""
    say, contact = site.language.say, site.publication.publisher.contact_url
    to_publisher = f"{contact}?subject={{title}}&body={{text}}" if contact.startswith("mailto:") else contact
    in_repository = site.publication.repository.report
    if to_publisher:
        yield {"title": say("Report a mistake"), "url": _filled(site, to_publisher)}
    if in_repository:
        title = say("Report it in the repository") if to_publisher else say("Report a mistake")
        yield {"title": title, "url": _filled(site, in_repository)}


def _filled(site: Site, pattern: str) -> str:
    """Return a pattern of a URL with our words in it; the template fills in the title and the address of the page."""
    say = site.language.say
    title = quote(say("Mistake: %(title)s", title="{title}"), safe="{}")
    text = quote(say("On the page %(address)s", address="{address}"), safe="{}")
    return pattern.replace("{title}", title).replace("{text}", text)


def _shown_url(text: str) -> str:
    """Return a web address without what readers need not see; another text as it is."""
    return text.removeprefix("https://").removeprefix("http://").rstrip("/")


def _briefing_of(site: Site, uri: str) -> Briefing | None:
    """Return the briefing that a page belongs to; None if it belongs to several or to none."""
    briefings = site.corpus.briefings
    slugs: list[str] = list(briefings)
    match uri.removesuffix(".md").split("/"):
        case ["briefings", slug, *_] if slug in briefings:
            slugs = [slug]
        case ["parties", name] if name in site.corpus.parties:
            slugs = [slug for slug, briefing in briefings.items() if name in briefing.about.parties]
        case ["sources", name, *_] if name in site.corpus.sources:
            slugs = list(dict.fromkeys(use.briefing for use in site.analysis.uses.get(name, ())))
        case ["index"]:
            pass  # home is the overview of the only briefing
        case _:
            return None
    return briefings[slugs[0]] if len(slugs) == 1 else None
