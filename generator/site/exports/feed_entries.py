"""What feeds say: an entry for each answer that changed and for each correction. A first position is not a change.

The title of an entry has the party, both answers and the proposition, its content the exact words behind the change. Its id is its
URL in the list of changes of its briefing. Its day is a true one, also if only a month or a year is known: the day from which the
change certainly counts, never that of a build.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from generator.analysis.history import effective_date
from generator.escape import html_text, shown
from generator.language import Language
from generator.site.pages import links
from generator.site.pages.changes import CorrectionView, corrections_of
from generator.site.pages.labels import LABELS
from generator.site.pages.page import Feed
from generator.site.pages.position_changes import ChangeView, Move
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import NEVER, Site

MOST = 100
"""Entries of a feed, the newest: programs fetch it again and again, and keep the older ones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed, with its content as HTML and as text. `tag` is the title of its issue, if it has one."""

    url: str
    title: str
    day: dt.date
    language: Language
    html: str
    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A feed as programs read it: its title, the URL of its page, who publishes it, its newest day and its entries."""

    title: str
    page: str
    author: str
    day: dt.date
    language: Language
    entries: Sequence[Entry]


class _Paragraph(NamedTuple):
    text: str
    quoted: bool = False


_Key = tuple[str, ...]


class Documents:
    """The feeds of a site, made from the entries of its briefings, each of which is written once."""

    def __init__(self, site: Site) -> None:
        """Store the site."""
        self.site = site
        self._entries = cache(partial(_entries, site))

    def reads(self, feed: Feed) -> frozenset[str]:
        """Return the parts of the content that a feed is made from."""
        return parts(briefings=self._briefings(feed))

    def of(self, feed: Feed) -> Document:
        """Return what a feed says, with its newest entries."""
        site, slugs, key = self.site, self._briefings(feed), (feed.issue, feed.party)
        found = [entry for slug in slugs for entry in self._entries(slug).get(key, ())]
        entries = sorted(found, key=lambda entry: entry.day, reverse=True)[:MOST]
        reviewed = [site.corpus.briefings[slug].about.reviewed_on.first_day for slug in slugs]
        return Document(
            title=shown(feed.title),
            page=links.url(site.publication, feed.page),
            author=shown(site.publication.publisher.name or site.publication.name or feed.title),
            day=entries[0].day if entries else max(reviewed, default=NEVER),
            language=feed.language,
            entries=entries,
        )

    def _briefings(self, feed: Feed) -> list[str]:
        """Return the briefings whose entries a feed can have."""
        if feed.briefing:
            return [feed.briefing]
        briefings = self.site.corpus.briefings.items()
        return [slug for slug, briefing in briefings if feed.party in ("", *briefing.about.parties)]


def _entries(site: Site, slug: str) -> Mapping[_Key, list[Entry]]:
    """Return the entries of the feeds of a briefing by their issue and party; each is empty if the feed has no such limit."""
    found: dict[_Key, list[Entry]] = defaultdict(list)
    views = Views(site, site.corpus.briefings[slug])
    for change in views.analysis.changes:
        view = ChangeView(views, change)
        for entry in (_change(view, move) for move in view.moves):
            for key in (("", ""), (change.issue, ""), ("", change.party)):
                found[key].append(entry)
    for item in corrections_of(views):
        found["", ""].append(_correction(item))
    return found


def _change(view: ChangeView, move: Move) -> Entry:
    views, language, words = view.views, view.views.language, view.words(move)
    say, about = language.say, view.change.after
    asked = (
        f"{say('Proposition:')} {move.proposition}"
        if move.proposition
        else f"{say('Question:')} {move.question}"
    )
    basis = f" ({say('inferred, not stated')})" if view.after.inferred else ""
    paragraphs = [
        _Paragraph(f"{words}{basis}."),
        _Paragraph(asked),
        *(_Paragraph(f"{say(LABELS.claim[role])}: {claim.text}") for role, _, claim in about.claims),
        *(
            _Paragraph(card.citation, quoted=True)
            if card.citation
            else _Paragraph(say("The words are not shown, because the source is withheld."))
            for card in view.evidence
        ),
    ]
    day = effective_date(about, views.briefing, views.site.corpus.sources).first_day
    listed = links.changes_page(views.briefing.slug, move.anchor)
    return _entry(views, listed.anchor, f"{words}. {asked}", paragraphs, day=day, tag=view.issue)


def _correction(view: CorrectionView) -> Entry:
    item, views = view.correction, view.views
    say = views.language.say
    paragraphs = [
        _Paragraph(f"{say('Before')}: {item.was}"),
        _Paragraph(f"{say('Now')}: {item.now}"),
        _Paragraph(f"{say('Reason')}: {item.reason}"),
    ]
    # Of an inexact date, the last day that it can mean, but none after the last review.
    day = max(item.date.first_day, min(item.date.last_day, views.about.reviewed_on.last_day))
    if item.date.day:
        day = item.date.first_day
    return _entry(views, view.listed.anchor, f"{say('Correction')}: {item.now}", paragraphs, day=day)


def _entry(
    views: Views, anchor: str, title: str, paragraphs: Sequence[_Paragraph], *, day: dt.date, tag: str = ""
) -> Entry:
    html = (
        f"<blockquote><p>{html_text(text)}</p></blockquote>" if quoted else f"<p>{html_text(text)}</p>"
        for text, quoted in paragraphs
    )
    return Entry(
        url=links.url(views.site.publication, links.changes_page(views.briefing.slug, anchor)),
        title=shown(title),
        day=day,
        language=views.language,
        html="\n".join(html),
        text="\n\n".join(shown(paragraph.text) for paragraph in paragraphs),
        tag=shown(tag),
    )
