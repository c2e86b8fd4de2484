"""The form of a position: what its fields have, from the file or as an editor typed it, and what of that is to be written.

A list in the form is a repeated field with the names of its items, in their order. The name of a claim is its number in the file, or `n`
and a number for a new one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from generator.content.model import ABSENCES, Corpus, Kind, Position
from generator.desk.evidence_form import (
    EVIDENCE,
    EvidenceForm,
    item_names,
    same_text,
    sent_evidence,
    stored_evidence,
    text_of,
    typed,
)
from generator.edit import positions
from generator.edit.entry import Item

CLAIMS = positions.CLAIMS
_FIELDS = ("as_of", "basis", "searched_until", "reviewed_on", "statement", "reason", "row_text")
WITHDRAWN_ANSWER, AMOUNT_ANSWER, EACH_ANSWER = "withdrawn", "amount", "each"
"""Answers that are no stance and no option: withdrawn, an amount, a stance for each proposition."""
_KEYS = {*_FIELDS, *CLAIMS, EVIDENCE, "issue", "stance", "option", "amount", "withdrawn", "draft"}


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
            if same_text("text", self.text, text_of(self.base.get("text")))
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
            if not same_text(key, self.texts.get(key, ""), shown.get(key, ""))
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
        evidence=stored_evidence(base_map),
        claims={
            key: [
                ClaimForm(str(number), claim, text_of(claim.get("text")), stored_evidence(claim))
                for number, claim in enumerate(base_map.get(key) or ())
            ]
            for key in CLAIMS
        },
    )


def sent_form(base: Mapping[str, Any] | None, sent: MultiDict[str, str], corpus: Corpus) -> EntryForm:
    """Return the form as an editor sent it. Raise EditError if selected words are not those of their source."""
    texts = {name: typed(sent, name) for name in ("answer", "amount", *_FIELDS)}
    texts |= {name: typed(sent, name) for name in sent if name.startswith("stance.")}
    base_map = base or {}
    claims = {}
    for key in CLAIMS:
        stored = base_map.get(key) or ()
        claims[key] = [
            ClaimForm(
                name,
                claim := stored[int(name)] if name.isdecimal() else {},
                typed(sent, f"{key}.{name}.text"),
                sent_evidence(sent, f"{key}.{name}.{EVIDENCE}", claim, base_map, corpus),
            )
            for name in item_names(sent, key, len(stored))
        ]
    return EntryForm(base, texts, sent_evidence(sent, EVIDENCE, base_map, base_map, corpus), claims)


def shown_entry(base: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of the fields for an entry of a file."""
    texts = {key: text_of(base.get(key)) for key in _FIELDS}
    texts |= {"answer": "", "amount": text_of(base.get("amount"))}
    stance = base.get("stance")
    if base.get("withdrawn") == "true":
        texts["answer"] = WITHDRAWN_ANSWER
    elif isinstance(stance, Mapping):
        texts["answer"] = EACH_ANSWER
        texts |= {f"stance.{name}": text_of(code) for name, code in stance.items()}
    elif stance:
        texts["answer"] = f"stance {stance}"
    elif base.get("option"):
        texts["answer"] = f"option {base['option']}"
    elif base.get("amount"):
        texts["answer"] = AMOUNT_ANSWER
    return texts


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


def _answers_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that say what is answered, as far as the chosen answer needs them."""
    answer = texts.get("answer", "")
    more = {AMOUNT_ANSWER: "amount", EACH_ANSWER: "stance."}.get(answer, " ")
    found = {name: text.strip() for name, text in texts.items() if name.startswith(more) and text.strip()}
    return {"answer": answer, **found}
