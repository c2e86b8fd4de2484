"""The guides for editors and maintainers: in a checkout below docs/, in an installed package beside it."""

from pathlib import Path

ORDER = ("first-steps", "by-hand", "editors", "quoting-safely", "maintainers", "publishing")
"""The names of the guides, in the order in which they are listed."""
_PACKAGED = Path(__file__).parents[1] / "guides"
FOLDER = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[2] / "docs" / "guides"


def title_and_lead(text: str) -> tuple[str, str]:
    """Return the heading of a guide, and the first sentence below it."""
    heading, _, rest = text.removeprefix("# ").partition("\n\n")
    paragraph = " ".join(rest.partition("\n\n")[0].split())
    return heading.strip(), f"{paragraph.partition('. ')[0].removesuffix('.')}."
