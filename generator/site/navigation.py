"""The navigation of each page. Its size does not grow with the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.model import Briefing
from generator.language import Language
from generator.site.pages import links
from generator.site.pages.changes import has_changes, has_corrections
from generator.site.site import Site


@dataclass(frozen=True)
class Entry:
    """A link of the navigation: its title, and the path of its page below docs/."""

    title: str
    uri: str


@dataclass(frozen=True)
class Group:
    """A titled group of entries."""

    title: str
    entries: tuple[Entry, ...]


def navigation(site: Site, uri: str) -> tuple[Group, ...]:
    """Return the navigation of the page at `uri`: first its briefing, if it belongs to one, or else all briefings."""
    briefing = _briefing_of(site, uri)
    return (*_briefing_groups(site, briefing), *_records(site)) if briefing else shared_navigation(site)


def contents_words(language: Language) -> dict[str, str]:
    """Return the words of a table of contents, as settings of Markdown's extension `toc`."""
    return {"title": language.say("On this page"), "permalink_title": language.say("Link to this section")}


def shared_navigation(site: Site) -> tuple[Group, ...]:
    """Return the navigation that every page of a plain folder shares: each overview and the index pages."""
    briefings = tuple(
        Entry(briefing.about.title, f"briefings/{slug}/index.md")
        for slug, briefing in site.corpus.briefings.items()
    )
    return (Group(site.language.say("Briefings"), briefings[: links.MOST]), *_records(site))


def _briefing_of(site: Site, uri: str) -> Briefing | None:
    """Return the briefing that a page belongs to; None if it belongs to several or to none."""
    briefings = site.corpus.briefings
    slugs: list[str] = list(briefings)
    match uri.removesuffix(".md").split("/"):
        case ["briefings", slug, *_] if slug in briefings:
            slugs = [slug]
        case ["parties", name] if name in site.corpus.parties:
            slugs = [slug for slug, briefing in briefings.items() if name in briefing.about.parties]
        case ["sources", name] if name in site.corpus.sources:
            slugs = list(dict.fromkeys(use.briefing for use in site.analysis.uses.get(name, ())))
    return briefings[slugs[0]] if len(slugs) == 1 else None


def _briefing_groups(site: Site, briefing: Briefing) -> Iterator[Group]:
    home = f"briefings/{briefing.slug}"
    about, say = briefing.about, site.language.say
    yield Group(
        about.title,
        (
            Entry(say("Overview"), f"{home}/index.md"),
            *([Entry(say("Changes"), f"{home}/changes.md")] if has_changes(site, briefing.slug) else []),
            Entry(say("Coverage"), f"{home}/coverage.md"),
        ),
    )
    issues = tuple(
        Entry(about.issues[name].title, f"{home}/issues/{name}.md")
        for name in site.analysis.briefings[briefing.slug].order
    )
    if len(issues) > links.MOST:
        issues = (*issues[: links.MOST - 1], Entry(say("All issues"), links.issues_page(briefing.slug).uri))
    yield Group(say("Issues"), issues)
    # The page of all parties is in the group of records.
    parties = tuple(Entry(site.corpus.parties[name].label, f"parties/{name}.md") for name in about.parties)
    yield Group(say("Parties"), parties[: links.MOST])


def _records(site: Site) -> Iterator[Group]:
    say = site.language.say
    tagged = any(briefing.about.tags for briefing in site.corpus.briefings.values())
    yield Group(
        say("Browse"),
        (
            Entry(say("All briefings"), "index.md"),
            Entry(say("All parties"), "parties/index.md"),
            Entry(say("Sources"), "sources/index.md"),
            *([Entry(say("Changes"), "changes.md")] if has_changes(site) else []),
            *([Entry(say("Corrections"), "corrections.md")] if has_corrections(site) else []),
            *([Entry(say("Tags"), "tags.md")] if tagged else []),
            *([Entry(say("Glossary"), "glossary.md")] if site.corpus.names else []),
        ),
    )
    yield Group(say("About"), (Entry(say("Method"), "method.md"),))
