"""Dates of which the day, or the day and the month, may be unknown."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the day and the month, may be unknown (0). Unknown sorts first."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    @lru_cache(maxsize=4096)  # a site uses few different dates, each many times
    def parse(cls, text: str) -> PartialDate:
        """Parse `2025-12-02`, `2025-12` or `2025`. Raise ValueError for anything else."""
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text, re.ASCII):
            msg = "not of the form 2025-12-02, 2025-12 or 2025"
            raise ValueError(msg)
        parts = [int(part) for part in text.split("-")]
        dt.date(*parts, *[1] * (3 - len(parts)))  # raises ValueError if the calendar has no such day
        return cls(*parts)

    def __str__(self) -> str:
        """Return the ISO 8601 form of the known parts."""
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    @property
    def first_day(self) -> dt.date:
        """Return the earliest day that this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """Return the latest day that this date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])
