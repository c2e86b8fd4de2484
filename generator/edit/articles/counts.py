"""Counts in sentences for editors."""


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: “1 byte”, “2 bytes”."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
