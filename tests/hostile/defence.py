"""One defence of the program."""

from typing import NamedTuple


class Defence(NamedTuple):
    """A place in a file, the text that replaces it, and the tests that must fail then: paths or names, with spaces between."""

    file: str
    old: str
    new: str
    tests: str
