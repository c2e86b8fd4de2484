"""What one page carries of the navigation: a size that does not grow with the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.content.model import Briefing
from generator.language import Language
from generator.site.pages import links
from generator.site.site import Site


@dataclass(frozen=True)
class Entry:
    """A line of the navigation: what it says and the page that it leads to, by address below docs/."""

    title: str
    uri: str


@dataclass(frozen=True)
class Group:
    """A titled group of entries."""

    title: str
    entries: tuple[Entry, ...]


def navigation(site: Site, uri: str) -> tuple[Group, ...]:
    """Give the navigation of the page at `uri`: the briefing that it belongs to, then what all pages share."""
    briefing = _briefing_of(site, uri)
    return (*(_briefing_groups(site, briefing) if briefing else _site_groups(site)), *_records(site))


def contents_words(language: Language) -> dict[str, str]:
    """Give what the contents of a page say, as settings of Markdown's extension `toc`."""
    return {"title": language.say("On this page"), "permalink_title": language.say("Link to this section")}


def whole_navigation(site: Site) -> tuple[Group, ...]:
    """Give the navigation that every page of a plain folder shares: the index pages and each overview."""
    return (*_site_groups(site), *_records(site))


def _briefing_of(site: Site, uri: str) -> Briefing | None:
    """Find the one briefing that a page belongs to; None where it belongs to several or to none."""
    briefings = site.corpus.briefings
    parts = uri.removesuffix(".md").split("/")
    if parts[0] == "briefings" and len(parts) > 1 and parts[1] in briefings:
        return briefings[parts[1]]
    fitting = list(briefings.values())
    match parts:
        case ["parties", name] if name in site.corpus.parties:
            fitting = [one for one in fitting if name in one.about.parties]
        case ["sources", name] if name in site.corpus.sources:
            named = dict.fromkeys(use.briefing for use in site.analysis.uses.get(name, ()))
            fitting = [briefings[slug] for slug in named]
    return fitting[0] if len(fitting) == 1 else None


def _briefing_groups(site: Site, briefing: Briefing) -> Iterator[Group]:
    home = f"briefings/{briefing.slug}"
    about, say = briefing.about, site.language.say
    yield Group(
        about.title,
        (
            Entry(say("Overview"), f"{home}/index.md"),
            Entry(say("What changed"), f"{home}/changes.md"),
            Entry(say("Coverage"), f"{home}/coverage.md"),
        ),
    )
    issues = (Entry(issue.title, f"{home}/issues/{name}.md") for name, issue in about.issues.items())
    yield Group(say("Issues"), _most(issues, Entry(say("All issues"), links.issues_page(briefing.slug).uri)))
    # All of them stand on a page of the records, which follow.
    parties = tuple(Entry(site.corpus.parties[name].label, f"parties/{name}.md") for name in about.parties)
    yield Group(say("Parties"), parties[: links.MOST])


def _site_groups(site: Site) -> Iterator[Group]:
    say = site.language.say
    briefings = tuple(
        Entry(one.about.title, f"briefings/{slug}/index.md") for slug, one in site.corpus.briefings.items()
    )
    yield Group(say("Briefings"), briefings[: links.MOST])


def _records(site: Site) -> Iterator[Group]:
    say = site.language.say
    tagged = any(one.about.tags for one in site.corpus.briefings.values())
    yield Group(
        say("Records"),
        (
            Entry(say("All briefings"), "index.md"),
            Entry(say("All parties"), "parties/index.md"),
            Entry(say("Sources"), "sources/index.md"),
            Entry(say("Changes"), "changes.md"),
            Entry(say("Corrections"), "corrections.md"),
            *([Entry(say("Tags"), "tags.md")] if tagged else []),
            *([Entry(say("Glossary"), "glossary.md")] if site.corpus.names else []),
        ),
    )
    yield Group(say("About"), (Entry(say("Method"), "method.md"),))


def _most(entries: Iterable[Entry], rest: Entry) -> tuple[Entry, ...]:
    every = tuple(entries)
    return every if len(every) <= links.MOST else (*every[: links.MOST - 1], rest)
