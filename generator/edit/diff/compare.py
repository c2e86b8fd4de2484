"""Compare two sets of JSON exports, item by item and field by field, down to single words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from generator.site.pages.differences import Run, difference, differences
from generator.site.pages.sentences import Piece, Sentence

Briefing = Mapping[str, Any]
"""The JSON export of a briefing."""
Fields = dict[str, list[str]]
"""The texts of an item by the name of their field."""


class Heading(StrEnum):
    """The sections of a comparison, in the order of the report."""

    WHOLE = "Whole briefing"
    POSITIONS = "Positions"
    TEXT = "Text"
    ISSUES = "Issues"
    BRIEFING = "Briefing"
    SOURCES = "Sources"


# Keys that readers do not see, or that are shown in another way.
_HIDDEN = {
    "id", "page", "format", "standing", "party", "issue", "parties", "scale", "issues", "positions", "sources",
    "stance", "option", "amount",
}  # fmt: skip
_LABELS = {"sha256": "hash of the stored text"}
_TEXT_KEYS = {"key_points", "background", "unknowns", "timeline", "analysis", "corrections"}


class Key(NamedTuple):
    """An item by identifiers: its briefing (empty for all briefings), its section, and its place in the section."""

    briefing: str
    section: Heading
    place: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """Something that readers see, such as a position or a source; `name` is empty if its section has only one item."""

    name: str
    fields: Fields


@dataclass(frozen=True)
class Change:
    """A changed item. `state` is `new`, `removed` or `changed`; `fields` has the changed texts as (field, words)."""

    name: str
    state: str
    fields: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True)
class Section:
    """The changes of a section of a briefing, or of all briefings if the title is empty."""

    briefing: str
    heading: Heading
    changes: tuple[Change, ...]


def compare(before: Mapping[str, Briefing], after: Mapping[str, Briefing]) -> tuple[Section, ...]:
    """Return what changed between two sets of exports by identifier: briefing by briefing, then the sources."""
    old = {key: item for slug in before for key, item in _items(before[slug], only_size=slug not in after)}
    new = {key: item for slug in after for key, item in _items(after[slug], only_size=slug not in before)}
    changes: dict[tuple[str, Heading], list[Change]] = defaultdict(list)
    for key in [*new, *(key for key in old if key not in new)]:
        if change := _change(old.get(key), new.get(key)):
            changes[key.briefing, key.section].append(change)
    titles = {slug: str(briefing["title"]) for slug, briefing in {**before, **after}.items()}
    order = [(slug, section) for slug in sorted(titles) for section in Heading] + [("", Heading.SOURCES)]
    return tuple(
        Section(titles.get(slug, ""), section, tuple(changes[slug, section]))
        for slug, section in order
        if (slug, section) in changes
    )


def _items(briefing: Briefing, *, only_size: bool) -> Iterator[tuple[Key, Item]]:
    """Yield the items of an export. With `only_size`, for a new or removed briefing, yield only its size and its sources."""
    slug = briefing["id"]
    for source in briefing["sources"]:
        words_of = [*source.get("parties", ()), *([source["party"]] if "party" in source else [])]
        fields = _fields({**source, "words of": words_of})
        yield Key("", Heading.SOURCES, (source["id"],)), Item(source["id"], fields)
    parties = {party["id"]: party["name"] for party in briefing["parties"]}
    issues = {issue["id"]: issue["title"] for issue in briefing["issues"]}
    if only_size:
        counts = {"positions": briefing["positions"], "parties": parties, "issues": issues}
        size = ", ".join(f"{len(items)} {noun}" for noun, items in counts.items())
        yield Key(slug, Heading.WHOLE), Item("", {"size": [size]})
        return
    words = {issue["id"]: _answers(briefing["scale"], issue) for issue in briefing["issues"]}
    for position in briefing["positions"]:
        party, issue = position["party"], position["issue"]
        date = position.get("as_of") or position.get("searched_until", "")
        name = f"{parties[party]} on {issues[issue]}{f', {date}' if date else ''}"
        yield (
            Key(slug, Heading.POSITIONS, (party, issue, date)),
            Item(name, _answer(position, words[issue]) | _fields(position)),
        )
    for issue in briefing["issues"]:
        own_scale = {"scale": _scale(issue["scale"])} if "scale" in issue else {}
        yield Key(slug, Heading.ISSUES, (issue["id"],)), Item(issue["title"], _fields(issue) | own_scale)
    texts = {key: value for key, value in briefing.items() if key in _TEXT_KEYS}
    yield Key(slug, Heading.TEXT), Item("", _fields(texts))
    lists = {"scale": _scale(briefing["scale"]), "parties": [", ".join(parties.values())]}
    about = {key: value for key, value in briefing.items() if key not in _TEXT_KEYS}
    yield Key(slug, Heading.BRIEFING), Item("", _fields(about) | lists)


def _scale(levels: Iterable[Mapping[str, str]]) -> list[str]:
    return [f"{level['label']}: {level['definition']}" for level in levels]


def _answers(scale: Iterable[Mapping[str, str]], issue: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the labels of the stances and options of an issue, and its unit, by code; the unit has an empty one."""
    levels = {level["code"]: level["label"] for level in issue.get("scale", scale)}
    options = {option["id"]: option["label"] for option in issue.get("options", ())}
    return levels | options | {"": issue.get("unit", "")}


def _answer(position: Mapping[str, Any], words: Mapping[str, str]) -> Fields:
    """Return the stances, the option or the amount of a position."""
    if "option" in position:
        return {"option": [words[position["option"]]]}
    if "amount" in position:
        return {"amount": [f"{position['amount']} {words['']}"]}
    stances = position.get("stances", {"": position.get("stance", "withdrawn")})
    return {
        "stance" if len(stances) == 1 else f"stance on {proposition}": [words.get(code, code)]
        for proposition, code in stances.items()
    }


def _fields(values: Mapping[str, Any]) -> Fields:
    """Return the texts of a JSON object by key; the evidence of its claims is collected under `evidence`."""
    fields: dict[str, dict[str, None]] = defaultdict(dict)  # keys keep their order and occur once
    for key, value in values.items():
        if key in _HIDDEN:
            continue
        label = _LABELS.get(key, key.replace("_", " "))
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                fields[label][item] = None
            elif isinstance(item, dict) and "segments" in item:
                fields["evidence"][_evidence(item)] = None
            elif isinstance(item, dict) and key != "stances":
                texts = [text for name, text in item.items() if isinstance(text, str) and name not in _HIDDEN]
                fields[label][" – ".join(texts)] = None
                fields["evidence"] |= {_evidence(evidence): None for evidence in item.get("evidence", ())}
    return {label: list(texts) for label, texts in fields.items() if texts}


def _evidence(evidence: Mapping[str, Any]) -> str:
    words = "” … “".join(segment.get("text", "not shown") for segment in evidence["segments"])
    place = (f"{name} {value}" for name, value in evidence.get("place", {}).items())
    together = " and ".join(evidence.get("parties", ()))
    details = [evidence["kind"], evidence["source"], *place, evidence.get("speaker"), together]
    details.append(evidence.get("said_on"))
    details += [evidence["relation"]] if evidence["relation"] != "supports" else []
    text = f"“{words}” ({', '.join(filter(None, details))})"
    if translation := evidence.get("translation"):
        text += f" – {translation['language']}: “{translation['text']}” ({translation['by']})"
    return f"{text} – {evidence['why']}" if "why" in evidence else text


def _change(old: Item | None, new: Item | None) -> Change | None:
    before, after = (item.fields if item else {} for item in (old, new))
    fields = [
        (label, words)
        for label in dict.fromkeys((*after, *before))
        for words in _compare_texts(before.get(label, []), after.get(label, []))
    ]
    item = new or old
    if not fields or item is None:
        return None
    state = "removed" if new is None else "new" if old is None else "changed"
    return Change(item.name, state, tuple(fields))


def _compare_texts(before: list[str], after: list[str]) -> list[tuple[Run, ...]]:
    """Return the words that stayed, were removed and were added, for each text that changed."""
    if before == after:
        return []
    old, new = ([Sentence("", (Piece(text),), ()) for text in texts] for texts in (before, after))
    if len(old) <= 1 and len(new) <= 1:
        return [difference(old[0] if old else None, new[0] if new else None)]
    return differences(old, new)
