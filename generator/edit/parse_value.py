"""A text that an editor typed, as a value of the format."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.edit.error import EditError


def parse_value(kind: Any, text: str) -> str:
    """Return a text as a value of the type `kind` of the model is written. Raise EditError if it is none."""
    try:
        return str(TypeAdapter(kind).validate_python(text.strip()))
    except ValidationError as error:
        (problem,) = error.errors()
        hint = problem.get("ctx", {}).get("hint", "")
        raise EditError(f"{problem['msg']}. {hint}".rstrip()) from None
