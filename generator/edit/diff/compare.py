"""Two corpora -> what changed, section by section: words that went, words that came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

from generator.content.model import Corpus
from generator.edit.diff.facts import About, Facts, Heading, Now, facts, identified, number
from generator.site.pages.differences import Run, difference, differences
from generator.site.pages.sentences import Piece, Sentence

_ORDER = [*Heading]


@dataclass(frozen=True)
class Change:
    """What changed of one thing that is said: for each text that went, came or was reworded its words."""

    what: str
    texts: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class Place:
    """Where something changed: a position, a source, a party; `name` is empty where a section has only one."""

    name: str
    state: str
    """`new`, `gone` or `changed`."""
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Section:
    """A section of a briefing, or of the site where `briefing` is empty, with all places that changed."""

    briefing: str
    heading: Heading
    places: tuple[Place, ...]


def compare(before: Corpus, after: Corpus) -> tuple[Section, ...]:
    """Give what changed from `before` to `after`: briefings in the order of their identifiers, then the rest.

    A briefing that came or went is told in one line, and a source or a party that went: of a new one each word is asked for.
    """
    was, now = Now(after.renamed), Now(None)
    ids, later = identified(before, was), identified(after, now)
    old = facts(before, was, dict.fromkeys(ids - later, "gone"))
    new = facts(after, now, {one: "new" for one in later - ids if one[0] == "briefing"})
    old = _dated_anew(old, new)
    names = {**old.names, **new.names}
    found = [
        (about, change)
        for about in dict.fromkeys((*new.texts, *old.texts))
        if (change := _change(about.what, old.texts.get(about, []), new.texts.get(about, [])))
    ]
    found += _stored(before, after)
    found.sort(
        key=lambda one: (one[0].section[0] == "", one[0].section[0], _ORDER.index(Heading(one[0].section[1])))
    )
    return tuple(
        Section(
            names[briefing,] if briefing else "",
            Heading(heading),
            tuple(_places(old, new, names, [*group])),
        )
        for (briefing, heading), group in groupby(found, key=lambda one: one[0].section)
    )


def _places(
    old: Facts, new: Facts, names: Mapping[tuple[str, ...], str], group: list[tuple[About, Change]]
) -> Iterator[Place]:
    was, now = ({(one.section, one.place) for one in side.texts} for side in (old, new))
    for section, place in dict.fromkeys((about.section, about.place) for about, _ in group):
        changes = tuple(change for about, change in group if about.place == place)
        state = "changed" if (section, place) in was & now else "new" if (section, place) in now else "gone"
        yield Place(names.get((*section, *place), ""), state, changes)


def _change(what: str, before: list[str], after: list[str]) -> Change | None:
    if before == after:
        return None
    old, new = ([_sentence(text) for text in side] for side in (before, after))
    if len(old) <= 1 and len(new) <= 1:
        texts = [difference(old[0] if old else None, new[0] if new else None)]
    else:
        texts = differences(old, new)
    return Change(what, tuple(texts)) if texts else None


def _sentence(text: str) -> Sentence:
    return Sentence("", (Piece(text),), ())


def _dated_anew(old: Facts, new: Facts) -> Facts:
    """Take an entry whose date was put right for the same entry: it is the only one of its issue that is not there any more."""
    entries = [
        {(one.section, one.place) for one in side.texts if one.section[1] == Heading.POSITIONS}
        for side in (old, new)
    ]
    gone, come = entries[0] - entries[1], entries[1] - entries[0]
    moved = {}
    for section, place in gone:
        ways = [one for one in come if (one[0], one[1][:2]) == (section, place[:2])]
        others = [one for one in gone if (one[0], one[1][:2]) == (section, place[:2])]
        if len(ways) == 1 and len(others) == 1:
            moved[section, place] = ways[0][1]
    return Facts(
        {
            one._replace(place=moved.get((one.section, one.place), one.place)): texts
            for one, texts in old.texts.items()
        },
        old.names,
    )


def _stored(before: Corpus, after: Corpus) -> Iterator[tuple[About, Change]]:
    """Give what changed in stored texts, line by line; of new and of removed ones only how long they are."""
    now = Now(after.renamed)
    old = {now.source(one.id): _lines(one.article.text) for one in before.sources.values()}
    new = {one.id: _lines(one.article.text) for one in after.sources.values()}
    for source in sorted({*old, *new}):
        was, lines = old.get(source), new.get(source)
        if was == lines:
            continue
        about = About(("", Heading.SOURCES), (source,), "stored text")
        if was is None or lines is None:
            change = _change(about.what, *([_length(one)] if one is not None else [] for one in (was, lines)))
        else:
            change = Change(about.what, tuple(_changed_lines(was, lines)))
        if change and change.texts:
            yield about, change


def _changed_lines(before: list[str], after: list[str]) -> Iterator[tuple[Run, ...]]:
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            for one, other in zip_longest(before[a:b], after[c:d]):
                yield difference(
                    _sentence(one) if one is not None else None,
                    _sentence(other) if other is not None else None,
                )


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _length(lines: list[str]) -> str:
    return number(sum(len(line.split()) for line in lines), "word", "words")
