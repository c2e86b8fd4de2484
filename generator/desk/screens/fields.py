"""The fields of a form as an editor typed them, and what is wrong with them; and the one way in which forms are saved."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from werkzeug.wrappers import Response

from generator.content.model.identifiers import identifier
from generator.content.model.node import Node
from generator.content.model.values import Text
from generator.desk.addresses import line_url
from generator.desk.screens.written import LOOK, will_be_written
from generator.desk.visit import Visit
from generator.diagnostics import Diagnostic
from generator.edit.error import EditError
from generator.edit.fields import value_at, written
from generator.edit.names import find_name, free_id
from generator.edit.parse_value import parse_value
from generator.edit.steps import ConflictError, Operation
from generator.edit.yaml_edit import Steps
from generator.edit.yaml_edit.values import plain

MADE = "made"
"""The field with the versions of the files that a form was made from. Unlike `seen` it stays when a form is sent again."""

_ROW = re.compile(r"[0-9]{1,3}")
"""The number of a row. A form has few rows; the number of one that somebody made up must not make a million."""


@dataclass
class Fields:
    """The values of a form by field: those that are there, before it is sent. Fields that are not in it are empty.

    Methods that return a value also note what is wrong with it in `errors`, by field, and return nothing then.
    """

    visit: Visit
    values: Mapping[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    message: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def sent(cls, visit: Visit) -> "Fields":
        """Return the fields as they were sent; several values of one field are lines."""
        form = visit.request.form
        return cls(
            visit, {name: "\n".join(form.getlist(name)).replace("\r\n", "\n").strip() for name in form}
        )

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def text(self, name: str, kind: Any = Text, *, required: bool = False) -> str:
        """Return a value of the type `kind` of the model, as it is written."""
        if not (text := self[name]):
            if required:
                self.errors[name] = self.visit.say("This is needed.")
            return ""
        return self._checked(name, lambda: parse_value(kind, text)) or ""

    def lines(self, name: str) -> list[str]:
        """Return the lines of a field that are not empty."""
        return [line.strip() for line in self[name].split("\n") if line.strip()]

    def chosen(
        self,
        name: str,
        kind: str,
        names: Collection[str],
        *,
        before: Sequence[str] = (),
        required: bool = False,
    ) -> list[str]:
        """Return those of `names` that were chosen: first those of `before`, in their order. `kind` says what they are."""
        sent = self.lines(name)
        found = [*(each for each in before if each in sent), *(each for each in sent if each not in before)]
        if required and not found:
            self.errors[name] = self.visit.say("Choose at least one.")
        for each in found:
            self._checked(name, lambda each=each: find_name(kind, each, names))  # type: ignore[misc]
        return found

    def new_id(self, name: str, kind: str, taken: Collection[str], text: str) -> str:
        """Return a new identifier: the one that was typed, else one that is made of `text`."""
        found = self[name] or identifier(text)
        if not found:
            if text:
                self.errors[name] = self.visit.say(
                    "No identifier can be made of “%(name)s”. Write one.", name=text
                )
            return ""
        return self._checked(name, lambda: free_id(kind, found, taken)) or ""

    def count(self, prefix: str) -> int:
        """Return the number of rows whose fields begin with `prefix`, such as `speaker-0-name`."""
        numbers = [name.split("-")[1] for name in self.values if name.startswith(f"{prefix}-")]
        return max((int(number) + 1 for number in numbers if _ROW.fullmatch(number)), default=0)

    def rows(self, prefix: str, keys: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
        """Return the rows that have a value, each with its number."""
        all_rows = [
            (number, {key: self[f"{prefix}-{number}-{key}"] for key in keys})
            for number in range(self.count(prefix))
        ]
        return [(number, row) for number, row in all_rows if any(row.values())]

    def _checked(self, name: str, parse: Callable[[], str]) -> str | None:
        try:
            return parse()
        except EditError as error:
            self.errors[name] = str(error)
            return None


def save(
    fields: Fields,
    sentence: str,
    operation: Operation,
    page: Callable[[Fields, int], Response],
    done: Callable[[], Response],
) -> Response:
    """Write what a form asks for and return `done`; or the `page` with the form if something is wrong.

    With the button “What will be written”, show that instead. Raise ConflictError if a file changed meanwhile.
    """
    visit = fields.visit
    if fields.errors:
        return page(fields, 422)
    try:
        if visit.form(LOOK):
            return will_be_written(visit, operation)
        visit.workspace.save(sentence, operation, visit.seen())
    except ConflictError:
        raise
    except EditError as error:
        fields.message, fields.diagnostics = str(error), error.diagnostics
        return page(fields, 422)
    return done()


def seen_value(visit: Visit, path: str, steps: Steps) -> Any:
    """Return the value at `steps` as it was when the form was made, in texts, lists and mappings; None if there was none."""
    made = dict(text.partition(" ")[::-2] for text in visit.request.form.getlist(MADE))
    kept = visit.workspace.content(made.get(path, ""))
    raw = visit.project.files.get(path) if kept is None else kept
    return plain(value_at(path, raw, steps)) if raw is not None else None


def differing(before: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of `values` that are not as `before`: what others change meanwhile in other keys stays as they wrote it."""
    return {key: value for key, value in values.items() if plain(written(value)) != before.get(key)}


def seen(visit: Visit, *paths: str) -> list[str]:
    """Return the versions of files for the hidden fields of a form; a form that is shown again keeps those that it had."""
    return visit.request.form.getlist("seen") or [
        f"{visit.workspace.version(visit.project.files.get(path))} {path}" for path in paths
    ]


def other_keys(visit: Visit, node: Node, known: Collection[str]) -> list[tuple[str, str]]:
    """Return the keys that an entry has and that have no field yet, each with the address of its line in the text editor."""
    keys = sorted({*node.model_fields_set} - {*known})
    return [(key, line_url(visit, node.location(key))) for key in keys]
