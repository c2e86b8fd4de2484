"""Names of things in a project: find an existing one, or check that a new identifier is free."""

from collections.abc import Collection

from generator.content.model.identifiers import id_hint, is_id
from generator.content.validation import suggest
from generator.edit.error import EditError


def find_name(kind: str, name: str, names: Collection[str]) -> str:
    """Return `name`. Raise EditError, with the most similar of `names`, if it is not one of them."""
    if name in names:
        return name
    raise EditError(f"There is no {kind} “{name}”. {suggest(name, list(names))}")


def free_id(kind: str, name: str, taken: Collection[str]) -> str:
    """Return `name`. Raise EditError if it is not an identifier, or is one of `taken`."""
    if not is_id(name):
        raise EditError(f"“{name}” cannot be an identifier. {id_hint(name)}")
    if name in taken:
        raise EditError(f"The {kind} “{name}” exists already. Choose another identifier.")
    return name
