"""Names of things in a project: find an existing one, or check that a new identifier is free."""

import difflib
from collections.abc import Collection

from generator.content.model.identifiers import is_id
from generator.edit.error import EditError

MOST_LISTED = 20  # names in a message


def find_name(kind: str, name: str, names: Collection[str]) -> str:
    """Return `name`. Raise EditError, with the most similar of `names`, if it is not one of them."""
    if name in names:
        return name
    similar = difflib.get_close_matches(name, names, n=1)
    hints = [f"Did you mean “{similar[0]}”?"] if similar else []
    if 0 < len(names) <= MOST_LISTED:
        hints.append(f"Possible here: {', '.join(names)}.")
    raise EditError(" ".join([f"There is no {kind} “{name}”.", *hints]))


def free_id(kind: str, name: str, taken: Collection[str]) -> str:
    """Return `name`. Raise EditError if it is not an identifier, or is one of `taken`."""
    if not is_id(name):
        raise EditError(
            f"“{name}” is not an identifier. Use lower-case letters, digits and hyphens, such as night-closing."
        )
    if name in taken:
        raise EditError(f"The {kind} “{name}” exists already. Choose another identifier.")
    return name
