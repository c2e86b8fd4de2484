"""Evidence in the form of a position: what its fields have, from the file or as an editor typed it, and what of that is to be written.

The name of evidence is its number in the file, `c` and a number for a copy of the entry's evidence in a claim, or `n` and a number
for words that were selected in a text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from textwrap import indent
from typing import Any

from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from generator.content.model import Corpus, Evidence, Kind, Relation
from generator.desk.selection import Selection, evidence_yaml, read_selection
from generator.edit import positions
from generator.edit.entry import Item
from generator.edit.yaml_edit.values import Layout, plain
from generator.language import ENGLISH

EVIDENCE = "evidence"
_OF_EVIDENCE = ("speaker", "said_on", "page", "clause", "time", "relation", "why")
_OF_TRANSLATION = ("text", "language", "by", "machine")
_OF_SEVERAL_LINES = {"statement", "reason", "row_text", "why", "text", "translation.text"}
_SELECTED = ("source", "spans", "words")
_NAME = re.compile(r"[cn]?[0-9]{1,3}")
_MOST = 200  # items of a list


@dataclass
class EvidenceForm:
    """Evidence in the form. `base` is what the file has, or for a copy, the original; nothing for selected words."""

    name: str
    base: Mapping[str, Any] = field(default_factory=dict)
    selection: Selection | None = None
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def is_stored(self) -> bool:
        """Return whether the file has it at this place."""
        return self.name.isdecimal()

    @property
    def kind(self) -> str:
        """Return its kind."""
        return self.texts["kind"]

    def item(self, corpus: Corpus) -> Item:
        """Return what is to be written. Raise EditError if selected words cannot be evidence."""
        if self.selection:
            return Item(new=positions.evidence_value(self._new_yaml(self.selection, corpus)))
        shown = shown_evidence(self.base)
        changed = {
            key: text for key, text in self.texts.items() if not same_text(key, text, shown.get(key, ""))
        }
        values: dict[str, Any] = {key: changed[key] or None for key in _OF_EVIDENCE if key in changed}
        if values.get("relation") == Relation.SUPPORTS.value:
            values["relation"] = None
        translation = self._translation()
        if translation != (plain(self.base["translation"]) if "translation" in self.base else None):
            values["translation"] = translation
        renamed = (_kind_of(self.base), self.kind) if "kind" in changed else None
        if self.is_stored:
            return Item(int(self.name), values=values, renamed=renamed)
        merged = {
            renamed[1] if renamed and key == renamed[0] else key: each for key, each in self.base.items()
        }
        return Item(new={key: each for key, each in {**merged, **values}.items() if each is not None})

    def evidence(self, corpus: Corpus) -> Evidence | None:
        """Return it as the reader would read it; None if a field has no valid value."""
        item = self.item(corpus)
        if self.is_stored:
            old, new = item.renamed or ("", "")
            data = {new if key == old else key: each for key, each in self.base.items()}
            data = {key: each for key, each in {**data, **item.values}.items() if each is not None}
        else:
            data = plain(item.new)
        try:
            return Evidence.model_validate(data)
        except ValidationError:
            return None

    def _translation(self) -> Mapping[str, str] | None:
        """Return the keys of the translation; None without its text."""
        values = {key: self.texts.get(f"translation.{key}", "").strip() for key in _OF_TRANSLATION}
        kept = {key: text for key, text in values.items() if text}
        base: Mapping[str, str] = self.base.get("translation") or {}
        same = all(same_text(f"translation.{key}", text, base.get(key, "")) for key, text in values.items())
        return plain(base) if base and same else kept if values["text"] else None

    def _new_yaml(self, selection: Selection, corpus: Corpus) -> str:
        texts = self.texts
        bare = replace(selection, kind=Kind(self.kind), speaker=texts["speaker"], page="", time="")
        layout = Layout(column=8)
        values: dict[str, Any] = {
            key: texts[key].strip()
            for key in _OF_EVIDENCE
            if key != "speaker" and not (key == "relation" and texts[key] == Relation.SUPPORTS.value)
        }
        values["translation"] = self._translation()
        lines = [line for key, each in values.items() if each for line in layout.pair(key, each)]
        return "\n".join([evidence_yaml(bare, corpus, ENGLISH), indent("\n".join(lines), "  ")]).rstrip()


def selected_form(name: str, selection: Selection) -> EvidenceForm:
    """Return the form of words that an editor selected."""
    kind = selection.kind or Kind.REPORTED
    texts = shown_evidence({kind.value: selection.words})
    texts |= {"speaker": selection.speaker, "page": selection.page, "time": selection.time}
    return EvidenceForm(name, {}, selection, texts)


def free_name(names: Sequence[str]) -> str:
    """Return the name of a new item of a list."""
    return f"n{1 + max((int(name[1:]) for name in names if name.startswith('n')), default=0)}"


def shown_evidence(base: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of the fields for evidence of a file."""
    texts = {key: text_of(base.get(key)) for key in _OF_EVIDENCE}
    texts["relation"] = texts["relation"] or Relation.SUPPORTS.value
    translation = base.get("translation") or {}
    texts |= {f"translation.{key}": text_of(translation.get(key)) for key in _OF_TRANSLATION}
    return {"kind": _kind_of(base), **texts}


def evidence_fields(item: EvidenceForm, owner: str) -> Iterator[tuple[str, str]]:
    """Yield the hidden fields that say which words evidence has: (name, value)."""
    if item.selection:
        values = item.selection.values()
        for key in _SELECTED:
            texts = values[key] if isinstance(values[key], list) else [values[key]]
            yield from ((f"{owner}.{item.name}.{key}", text) for text in texts)


def copy_of(evidence: Mapping[str, Any]) -> dict[str, Any]:
    """Return evidence of the entry for a claim: what it means for the entry is left out."""
    return {key: each for key, each in evidence.items() if key not in {"relation", "why"}}


def sent_evidence(
    sent: MultiDict[str, str],
    owner: str,
    holder: Mapping[str, Any],
    entry: Mapping[str, Any],
    corpus: Corpus,
) -> list[EvidenceForm]:
    """Return the evidence of `holder` as an editor sent it; `entry` has the evidence of which a claim has copies.

    `owner` begins the names of its fields. Raise EditError if selected words are not those of their source.
    """
    stored, copied = holder.get(EVIDENCE) or (), entry.get(EVIDENCE) or ()
    found = []
    for name in item_names(sent, owner, len(stored)):
        prefix = f"{owner}.{name}."
        base = stored[int(name)] if name.isdecimal() else {}
        if name.startswith("c") and int(name[1:]) < len(copied):
            base = copy_of(copied[int(name[1:])])
        texts = {key: typed(sent, f"{prefix}{key}") for key in shown_evidence(base)}
        if texts["kind"] not in {kind.value for kind in Kind}:
            texts["kind"] = _kind_of(base)
        selection = None
        if name.startswith("n"):
            values: MultiDict[str, str] = MultiDict()
            for key in _SELECTED:
                values.setlist(key, sent.getlist(f"{prefix}{key}"))
            selection = read_selection(values, corpus)
        if base or selection:
            found.append(EvidenceForm(name, base, selection, texts))
    return found


def stored_evidence(holder: Mapping[str, Any]) -> list[EvidenceForm]:
    """Return the evidence of an entry or a claim as the file has it."""
    return [
        EvidenceForm(str(number), evidence, None, shown_evidence(evidence))
        for number, evidence in enumerate(holder.get(EVIDENCE) or ())
    ]


def item_names(sent: MultiDict[str, str], key: str, stored: int) -> list[str]:
    """Return the names of the items of a list, without those that cannot be."""
    names = [name for name in dict.fromkeys(sent.getlist(key)[:_MOST]) if _NAME.fullmatch(name)]
    return [name for name in names if not name.isdecimal() or int(name) < stored]


def _kind_of(base: Mapping[str, Any]) -> str:
    return next((kind.value for kind in Kind if kind.value in base), Kind.REPORTED.value)


def text_of(value: Any) -> str:
    """Return a value of a file as the text of a field; several texts on lines of their own."""
    if value is None or isinstance(value, Mapping):
        return ""
    if isinstance(value, str):
        return value
    return "\n".join(map(str, value))


def typed(sent: MultiDict[str, str], name: str) -> str:
    """Return what was typed into a field. The last one counts: an offer that is taken comes after the field."""
    texts = sent.getlist(name)
    return texts[-1].replace("\r\n", "\n").replace("\r", "\n") if texts else ""


def same_text(key: str, one: str, other: str) -> bool:
    """Return whether two texts of a field are the same. A field of one line has no line breaks, whatever the file has."""
    if key in _OF_SEVERAL_LINES:
        return one.strip() == other.strip()
    return one.replace("\n", "").strip() == other.replace("\n", "").strip()
