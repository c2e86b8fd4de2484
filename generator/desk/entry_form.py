"""The form of a position: what its fields have, from the file or as an editor typed it, and what of that is to be written.

A list in the form is a repeated field with the names of its items, in their order. The name of evidence is its number in the file,
`c` and a number for a copy of the entry's evidence in a claim, or `n` and a number for words that were selected in a text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from textwrap import indent
from typing import Any

from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from generator.content.model import ABSENCES, Corpus, Evidence, Kind, Position, Relation
from generator.desk.selection import Selection, evidence_yaml, read_selection
from generator.edit import positions
from generator.edit.entry import Item
from generator.edit.yaml_edit.values import Layout, plain
from generator.language import ENGLISH

EVIDENCE = "evidence"
CLAIMS = positions.CLAIMS
_FIELDS = ("as_of", "basis", "searched_until", "reviewed_on", "statement", "reason", "row_text")
_OF_EVIDENCE = ("speaker", "said_on", "page", "clause", "time", "relation", "why")
_OF_TRANSLATION = ("text", "language", "by", "machine")
_OF_SEVERAL_LINES = {"statement", "reason", "row_text", "why", "text", "translation.text"}
_SELECTED = ("source", "spans", "words")
_NAME = re.compile(r"[cn]?[0-9]{1,3}")
_MOST = 200  # items of a list
WITHDRAWN_ANSWER, AMOUNT_ANSWER, EACH_ANSWER = "withdrawn", "amount", "each"
"""Answers that are no stance and no option: withdrawn, an amount, a stance for each proposition."""
_KEYS = {*_FIELDS, *CLAIMS, EVIDENCE, "issue", "stance", "option", "amount", "withdrawn", "draft"}


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
        changed = {key: text for key, text in self.texts.items() if not _same(key, text, shown.get(key, ""))}
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
        same = all(_same(f"translation.{key}", text, base.get(key, "")) for key, text in values.items())
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


@dataclass
class ClaimForm:
    """A claim in the form: a text and its evidence."""

    name: str
    base: Mapping[str, Any]
    text: str
    evidence: list[EvidenceForm]

    def item(self, corpus: Corpus) -> Item | None:
        """Return what is to be written; None for a new claim without a word."""
        lists = changed_lists({EVIDENCE: (self.evidence, self.base.get(EVIDENCE) or ())}, corpus)
        if not self.name.isdecimal():
            return Item(new={"text": self.text.strip()}, lists=lists) if self.text.strip() or lists else None
        values = (
            {}
            if _same("text", self.text, _text(self.base.get("text")))
            else {"text": self.text.strip() or None}
        )
        return Item(int(self.name), values=values, lists=lists)


@dataclass
class EntryForm:
    """The whole form. `base` is the entry in the file that it was made from; None for a new one."""

    base: Mapping[str, Any] | None
    texts: dict[str, str]
    evidence: list[EvidenceForm]
    claims: dict[str, list[ClaimForm]]

    @property
    def answer(self) -> str:
        """Return the chosen answer; empty if there is none yet."""
        return self.texts.get("answer", "")

    @property
    def is_absence(self) -> bool:
        """Return whether the answer says that no position is on record."""
        return self.answer.removeprefix("stance ") in ABSENCES

    @property
    def is_conditional(self) -> bool:
        """Return whether the position says that it depends on something."""
        stances = {self.answer, *(text for name, text in self.texts.items() if name.startswith("stance."))}
        return bool(self.claims["conditions"]) or bool({"stance conditional", "conditional"} & stances)

    @property
    def other_keys(self) -> list[str]:
        """Return the keys of the entry that the form has no field for."""
        return [key for key in self.base or () if key not in _KEYS]

    def evidence_list(self, owner: str) -> list[EvidenceForm] | None:
        """Return the evidence of the entry, or of a claim such as `conditions.0`; None if there is no such list."""
        if owner == EVIDENCE:
            return self.evidence
        key, _, rest = owner.partition(".")
        name = rest.removesuffix(f".{EVIDENCE}")
        return next((claim.evidence for claim in self.claims.get(key, ()) if claim.name == name), None)

    def item(self, corpus: Corpus, *, is_draft: bool) -> Item:
        """Return what is to be written: only what differs from the file."""
        base = self.base or {}
        shown = shown_entry(base)
        values: dict[str, Any] = {
            key: self.texts[key].strip() or None
            for key in _FIELDS
            if not _same(key, self.texts.get(key, ""), shown.get(key, ""))
        }
        if values.get("row_text"):
            parts = [line.strip() for line in values["row_text"].split("\n") if line.strip()]
            values["row_text"] = parts if len(parts) > 1 else parts[0]
        if self._answers() != _answers_of(shown):
            values |= self._answer_keys()
        if is_draft != (base.get("draft") == "true"):
            values["draft"] = "true" if is_draft else None
        lists: dict[str, tuple[Sequence[EvidenceForm | ClaimForm], Sequence[Any]]] = {
            key: (self.claims.get(key, []), base.get(key) or ()) for key in CLAIMS
        }
        lists[EVIDENCE] = (self.evidence, base.get(EVIDENCE) or ())
        if self.base is None:
            new = {key: each for key, each in values.items() if each is not None}
            return Item(new=new, lists=changed_lists(lists, corpus))
        return Item(0, values=values, lists=changed_lists(lists, corpus))

    def position(self, issue: str, corpus: Corpus) -> Position:
        """Return the entry as far as it can be shown: its evidence, row and statement."""
        evidence = [found for item in self.evidence if (found := item.evidence(corpus))]
        rows = tuple(line.strip() for line in self.texts["row_text"].split("\n") if line.strip())
        answer = {key: each for key, each in self._answer_keys().items() if each}
        data = {"issue": issue, "evidence": evidence, **answer, **({"row_text": rows} if rows else {})}
        try:
            return Position.model_validate(data)
        except ValidationError:
            return Position.model_validate({"issue": issue, "evidence": evidence})

    def _answers(self) -> dict[str, str]:
        return _answers_of(self.texts)

    def _answer_keys(self) -> dict[str, Any]:
        """Return the keys for the chosen answer; None for those that it has not."""
        keys: dict[str, Any] = dict.fromkeys(("stance", "option", "amount", "withdrawn"))
        kind, _, code = self.answer.partition(" ")
        if kind == EACH_ANSWER:
            keys["stance"] = {
                name.removeprefix("stance."): text
                for name, text in self.texts.items()
                if name.startswith("stance.") and text
            }
        elif kind == WITHDRAWN_ANSWER:
            keys["withdrawn"] = "true"
        elif kind == AMOUNT_ANSWER:
            keys["amount"] = self.texts.get("amount", "").strip() or None
        elif kind in keys:
            keys[kind] = code
        return keys


def changed_lists(
    lists: Mapping[str, tuple[Sequence[EvidenceForm | ClaimForm], Sequence[Any]]], corpus: Corpus
) -> dict[str, tuple[Item, ...]]:
    """Return the lists that differ from those of the file, given as (in the form, in the file)."""
    found = {}
    for key, (forms, stored) in lists.items():
        items = tuple(item for form in forms if (item := form.item(corpus)))
        is_same = [item.number for item in items] == [*range(len(stored))]
        if not (is_same and all(item.stays for item in items)):
            found[key] = items
    return found


def stored_form(base: Mapping[str, Any] | None) -> EntryForm:
    """Return the form of an entry as the file has it; an empty one without an entry."""
    base_map = base or {}
    return EntryForm(
        base=base,
        texts=shown_entry(base_map),
        evidence=_stored_evidence(base_map),
        claims={
            key: [
                ClaimForm(str(number), claim, _text(claim.get("text")), _stored_evidence(claim))
                for number, claim in enumerate(base_map.get(key) or ())
            ]
            for key in CLAIMS
        },
    )


def sent_form(base: Mapping[str, Any] | None, sent: MultiDict[str, str], corpus: Corpus) -> EntryForm:
    """Return the form as an editor sent it. Raise EditError if selected words are not those of their source."""
    texts = {name: _typed(sent, name) for name in ("answer", "amount", *_FIELDS)}
    texts |= {name: _typed(sent, name) for name in sent if name.startswith("stance.")}
    base_map = base or {}
    claims = {}
    for key in CLAIMS:
        stored = base_map.get(key) or ()
        claims[key] = [
            ClaimForm(
                name,
                claim := stored[int(name)] if name.isdecimal() else {},
                _typed(sent, f"{key}.{name}.text"),
                _sent_evidence(sent, f"{key}.{name}.{EVIDENCE}", claim, base_map, corpus),
            )
            for name in _names(sent, key, len(stored))
        ]
    return EntryForm(base, texts, _sent_evidence(sent, EVIDENCE, base_map, base_map, corpus), claims)


def selected_form(name: str, selection: Selection) -> EvidenceForm:
    """Return the form of words that an editor selected."""
    kind = selection.kind or Kind.REPORTED
    texts = shown_evidence({kind.value: selection.words})
    texts |= {"speaker": selection.speaker, "page": selection.page, "time": selection.time}
    return EvidenceForm(name, {}, selection, texts)


def free_name(names: Sequence[str]) -> str:
    """Return the name of a new item of a list."""
    return f"n{1 + max((int(name[1:]) for name in names if name.startswith('n')), default=0)}"


def shown_entry(base: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of the fields for an entry of a file."""
    texts = {key: _text(base.get(key)) for key in _FIELDS}
    texts |= {"answer": "", "amount": _text(base.get("amount"))}
    stance = base.get("stance")
    if base.get("withdrawn") == "true":
        texts["answer"] = WITHDRAWN_ANSWER
    elif isinstance(stance, Mapping):
        texts["answer"] = EACH_ANSWER
        texts |= {f"stance.{name}": _text(code) for name, code in stance.items()}
    elif stance:
        texts["answer"] = f"stance {stance}"
    elif base.get("option"):
        texts["answer"] = f"option {base['option']}"
    elif base.get("amount"):
        texts["answer"] = AMOUNT_ANSWER
    return texts


def shown_evidence(base: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of the fields for evidence of a file."""
    texts = {key: _text(base.get(key)) for key in _OF_EVIDENCE}
    texts["relation"] = texts["relation"] or Relation.SUPPORTS.value
    translation = base.get("translation") or {}
    texts |= {f"translation.{key}": _text(translation.get(key)) for key in _OF_TRANSLATION}
    return {"kind": _kind_of(base), **texts}


def evidence_fields(item: EvidenceForm, owner: str) -> Iterator[tuple[str, str]]:
    """Yield the hidden fields that say which words evidence has: (name, value)."""
    if item.selection:
        values = item.selection.values()
        for key in _SELECTED:
            texts = values[key] if isinstance(values[key], list) else [values[key]]
            yield from ((f"{owner}.{item.name}.{key}", text) for text in texts)


def field_of(steps: Sequence[str | int], form: EntryForm) -> str:
    """Return the name of the field for a place in an entry; empty for the entry itself."""
    names: list[str] = []
    items: Sequence[EvidenceForm | ClaimForm] = ()
    for step in steps:
        if isinstance(step, int) and step < len(items):
            item = items[step]
            names.append(item.name)
            items = item.evidence if isinstance(item, ClaimForm) else ()
        elif step == EVIDENCE:
            items = items if names else form.evidence
            names.append(EVIDENCE)
        elif step in form.claims:
            items = form.claims[str(step)]
            names.append(str(step))
        elif isinstance(step, str):
            names.append(step)
    return _visible(names)


def _visible(names: list[str]) -> str:
    """Return the name of the field that shows the key at the end of `names`."""
    if names[:1] and names[0] in {"stance", "option", "amount", "withdrawn"}:
        return "answer"
    if names[-1:] and names[-1] in {kind.value for kind in Kind} | {
        "prefix",
        "suffix",
        "occurrence",
        "source",
    }:
        names = names[:-1]
    return ".".join(names)


def _sent_evidence(
    sent: MultiDict[str, str],
    owner: str,
    holder: Mapping[str, Any],
    entry: Mapping[str, Any],
    corpus: Corpus,
) -> list[EvidenceForm]:
    stored, copied = holder.get(EVIDENCE) or (), entry.get(EVIDENCE) or ()
    found = []
    for name in _names(sent, owner, len(stored)):
        prefix = f"{owner}.{name}."
        base = stored[int(name)] if name.isdecimal() else {}
        if name.startswith("c") and int(name[1:]) < len(copied):
            base = copy_of(copied[int(name[1:])])
        texts = {key: _typed(sent, f"{prefix}{key}") for key in shown_evidence(base)}
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


def copy_of(evidence: Mapping[str, Any]) -> dict[str, Any]:
    """Return evidence of the entry for a claim: what it means for the entry is left out."""
    return {key: each for key, each in evidence.items() if key not in {"relation", "why"}}


def _stored_evidence(holder: Mapping[str, Any]) -> list[EvidenceForm]:
    return [
        EvidenceForm(str(number), evidence, None, shown_evidence(evidence))
        for number, evidence in enumerate(holder.get(EVIDENCE) or ())
    ]


def _names(sent: MultiDict[str, str], key: str, stored: int) -> list[str]:
    """Return the names of the items of a list, without those that cannot be."""
    names = [name for name in dict.fromkeys(sent.getlist(key)[:_MOST]) if _NAME.fullmatch(name)]
    return [name for name in names if not name.isdecimal() or int(name) < stored]


def _answers_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that say what is answered, as far as the chosen answer needs them."""
    answer = texts.get("answer", "")
    more = {AMOUNT_ANSWER: "amount", EACH_ANSWER: "stance."}.get(answer, " ")
    found = {name: text.strip() for name, text in texts.items() if name.startswith(more) and text.strip()}
    return {"answer": answer, **found}


def _kind_of(base: Mapping[str, Any]) -> str:
    return next((kind.value for kind in Kind if kind.value in base), Kind.REPORTED.value)


def _text(value: Any) -> str:
    """Return a value of a file as the text of a field; several texts on lines of their own."""
    if value is None or isinstance(value, Mapping):
        return ""
    if isinstance(value, str):
        return value
    return "\n".join(map(str, value))


def _typed(sent: MultiDict[str, str], name: str) -> str:
    """Return what was typed into a field. The last one counts: an offer that is taken comes after the field."""
    texts = sent.getlist(name)
    return texts[-1].replace("\r\n", "\n").replace("\r", "\n") if texts else ""


def _same(key: str, one: str, other: str) -> bool:
    """Return whether two texts of a field are the same. A field of one line has no line breaks, whatever the file has."""
    if key in _OF_SEVERAL_LINES:
        return one.strip() == other.strip()
    return one.replace("\n", "").strip() == other.replace("\n", "").strip()
