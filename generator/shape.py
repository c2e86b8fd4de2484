"""Data read from YAML -> a node of the model, or every fault of its shape in an editor's words."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.marks import Mark, YamlList, YamlMap, mark_at
from generator.model.node import Node

NodeT = TypeVar("NodeT", bound=Node)


def _rule(code: str, name: str, title: str, manual: str) -> Rule:
    return Rule(code, name, Severity.ERROR, title, manual)


UNKNOWN_KEY = _rule(
    "E301",
    "unknown-key",
    "A key is not one that the format knows.",
    """
Every key has a meaning, so a misspelt one would lose what stands behind it.

Wrong:

```yaml
- issue: us-proposal
  stanze: conditional
```

Right:

```yaml
- issue: us-proposal
  stance: conditional
```
""",
)
MISSING_KEY = _rule(
    "E302",
    "missing-key",
    "A key that is needed is not there.",
    """
Wrong: a speaker without a name.

```yaml
speakers:
  yuri-ushakov: {role: Foreign policy adviser}
```

Right:

```yaml
speakers:
  yuri-ushakov: {name: Yuri Ushakov, role: Foreign policy adviser}
```
""",
)
NOT_A_CHOICE = _rule(
    "E303",
    "not-a-choice",
    "A value is not one of those that the key allows.",
    """
Wrong:

```yaml
status: stuck
```

Right:

```yaml
status: stalled
```
""",
)
NO_VALUE = _rule(
    "E304",
    "no-value",
    "A key has nothing behind it, or a list that needs entries is empty.",
    """
Wrong:

```yaml
title:
```

Right:

```yaml
title: Talks on ending the war
```

Leave an optional key out where nothing is known.
""",
)
WRONG_SHAPE = _rule(
    "E305",
    "wrong-shape",
    "A text stands where a list or a mapping is needed, or the other way round.",
    """
Wrong: claims are a list, each with a text and its evidence.

```yaml
conditions: Only after a ceasefire.
```

Right:

```yaml
conditions:
  - text: Only after a ceasefire, the ministry said.
    evidence:
      - {source: talks-2025, reported: only after a ceasefire}
```

A sentence with a colon turns into a mapping unless it stands in quotation marks:
`text: "Armenia: we will sign"`.
""",
)
TOO_LONG = _rule(
    "E306",
    "too-long",
    "A text is longer than its place on the page allows.",
    """
A `summary` is the line in the matrix and has at most 60 characters. The full sentence belongs in `statement`.
""",
)
WRONG_DATE = _rule(
    "E307",
    "wrong-date",
    "A date is none, or is written in another form.",
    """
Dates are year-month-day. Where only the month or the year is known, write only that.

Wrong: `as_of: 2.12.2025`, `as_of: 2025-02-30`

Right: `as_of: 2025-12-02`, `as_of: 2025-12`, `as_of: 2025`
""",
)
WRONG_IDENTIFIER = _rule(
    "E308",
    "wrong-identifier",
    "An identifier has characters that identifiers cannot have.",
    """
Identifiers become addresses of pages: lower-case letters a–z and digits, joined by hyphens, at most 80 characters.

Wrong: `Occupied Territory`, `occupied_territory`

Right: `occupied-territory`
""",
)
WRONG_VALUE = _rule(
    "E309",
    "wrong-value",
    "A value cannot be what its key asks for.",
    """
For example a `url` that does not begin with `https://`, a `review_every` that is no whole number, or evidence
with two of `quote`, `reported` and `assessment`. The message says what is needed.
""",
)
RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    NOT_A_CHOICE,
    NO_VALUE,
    WRONG_SHAPE,
    TOO_LONG,
    WRONG_DATE,
    WRONG_IDENTIFIER,
    WRONG_VALUE,
)
_BY_TYPE = {"date": WRONG_DATE, "identifier": WRONG_IDENTIFIER, "empty": NO_VALUE}
_NEEDED = {
    "string_type": "a text",
    "tuple_type": "a list (each entry on its own line, after “- ”)",
    "dict_type": "a mapping (lines of the form “key: value”)",
    "model_type": "a mapping (lines of the form “key: value”)",
    "model_attributes_type": "a mapping (lines of the form “key: value”)",
}


def read_node(
    model: type[NodeT], data: YamlMap | Any, place: Mark
) -> tuple[NodeT | None, tuple[Diagnostic, ...]]:
    """Make a `model` of `data`, or tell all that is wrong with its shape.

    `place` is the mark of `data` where that is no mapping or list and so has none of its own.
    """
    try:
        return TypeAdapter(model).validate_python(data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(sorted({_diagnostic(model, data, place, detail) for detail in details}))


def _diagnostic(model: type[Node], data: Any, place: Mark, detail: ErrorDetails) -> Diagnostic:
    kind, path = detail["type"], detail["loc"]
    container = data if isinstance(data, YamlMap | YamlList) else None
    mark = mark_at(container, path) if container is not None else place
    if kind == "extra_forbidden":
        return _unknown_key(model, container, path, mark)
    key = str(path[-1]) if path else ""
    if kind == "missing":
        known = _choices(model, path)
        return MISSING_KEY.at(mark, f"“{key}” is missing here", f"Add a line “{key}: …”.{known}")
    if kind == "enum":
        allowed = str(detail["ctx"]["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
        return NOT_A_CHOICE.at(
            mark,
            f"“{detail['input']}” is not one of the values of “{key}”",
            suggest(str(detail["input"]), allowed),
        )
    if detail["input"] is None and kind in _NEEDED:
        return NO_VALUE.at(mark, f"“{_name(path)}” has no value", "Write one, or take the whole line out.")
    if kind in _NEEDED:
        return WRONG_SHAPE.at(
            mark, f"“{_name(path)}” needs {_NEEDED[kind]}, not {_found(detail['input'])}", _colon(detail)
        )
    if kind == "too_short":
        return NO_VALUE.at(mark, f"“{_name(path)}” needs at least one entry")
    if kind == "string_too_long":
        limit, length = detail["ctx"]["max_length"], len(detail["input"])
        return TOO_LONG.at(
            mark, f"“{key}” has {length} characters; {limit} are allowed", f"Take out {length - limit}."
        )
    if key == "[key]":
        mark = _key_mark(container, path[:-1]) or mark
    return _BY_TYPE.get(kind, WRONG_VALUE).at(mark, detail["msg"], detail.get("ctx", {}).get("hint", ""))


def _unknown_key(model: type[Node], data: Any, path: Sequence[str | int], mark: Mark) -> Diagnostic:
    known = list(_fields(model, path[:-1]) or ())
    return UNKNOWN_KEY.at(
        _key_mark(data, path) or mark,
        f"the key “{path[-1]}” is not known here",
        suggest(str(path[-1]), known),
    )


def suggest(word: str, known: Sequence[str]) -> str:
    """Say which of `known` was probably meant by `word`, or list them all."""
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    every = ", ".join(known)
    return f"Did you mean “{near[0]}”? Possible here: {every}." if near else f"Possible here: {every}."


def _key_mark(data: Any, path: Sequence[str | int]) -> Mark | None:
    for step in path[:-1]:
        if (isinstance(data, YamlMap) and step in data) or (
            isinstance(data, YamlList) and isinstance(step, int)
        ):
            data = data[step]  # type: ignore[index]  # the step fits the container, as just checked
    return data.key_marks.get(str(path[-1])) if isinstance(data, YamlMap) else None


def _choices(model: type[Node], path: Sequence[str | int]) -> str:
    fields = _fields(model, path[:-1]) or {}
    field = fields.get(str(path[-1]))
    return f" {field}" if field else ""


def _fields(annotation: Any, path: Sequence[str | int]) -> dict[str, str] | None:
    """Give the fields (and their descriptions) of the node at `path` below `annotation`."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        if not path:
            return {name: field.description or "" for name, field in annotation.model_fields.items()}
        field = annotation.model_fields.get(str(path[0]))
        return _fields(field.annotation, path[1:]) if field else None
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        found = [_fields(branch, path) for branch in get_args(annotation)]
        return next((fields for fields in found if fields), None)
    if origin in (tuple, dict):
        return _fields(get_args(annotation)[-1 if origin is dict else 0], path[1:])
    return _fields(get_args(annotation)[0], path) if get_args(annotation) else None


def _name(path: Sequence[str | int]) -> str:
    if not path:
        return "this file"
    if isinstance(path[-1], int):
        return f"{path[-2] if len(path) > 1 else 'list'}, entry {path[-1] + 1}"
    return path[-1]


def _found(value: Any) -> str:
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a text"


def _colon(detail: ErrorDetails) -> str:
    if detail["type"] == "string_type" and isinstance(detail["input"], dict) and len(detail["input"]) == 1:
        key, value = next(iter(detail["input"].items()))
        return f'If this is one sentence, put it in quotation marks: "{key}: {value}"'
    return ""
