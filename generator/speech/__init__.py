"""Direct speech in stored texts: which words are in quotation marks, and who says them."""

from __future__ import annotations

from generator.speech.names import Name, Person, names, people
from generator.speech.quotation_marks import Quotation, quotations, quoted
from generator.speech.speakers import By, Speech, speeches

__all__ = [
    "By",
    "Name",
    "Person",
    "Quotation",
    "Speech",
    "names",
    "people",
    "quotations",
    "quoted",
    "speeches",
]
