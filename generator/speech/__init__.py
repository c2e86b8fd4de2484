"""Direct speech in stored texts: which words stand in quotation marks, and who says them."""

from __future__ import annotations

from generator.speech.names import Mention, Person, mentions, people
from generator.speech.quotation_marks import Quotation, quotations, quoted
from generator.speech.speakers import By, Speech, speeches

__all__ = [
    "By",
    "Mention",
    "Person",
    "Quotation",
    "Speech",
    "mentions",
    "people",
    "quotations",
    "quoted",
    "speeches",
]
