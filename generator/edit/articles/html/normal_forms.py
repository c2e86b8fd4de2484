"""Dates and languages in the one form in which sources have them."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_LANGUAGE = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?", re.IGNORECASE
)
_FIRST_YEAR = 1700  # before the first daily newspapers


def date_of(value: str) -> str:
    """Return a date in a machine's form as year-month-day, or year-month if it has no day.

    Return nothing for another form or an impossible date.
    """
    value = value.strip()
    if match := re.fullmatch(r"((?:1[7-9]|20)\d\d)[-/](0[1-9]|1[0-2])", value):
        return f"{match[1]}-{match[2]}"
    if match := re.match(
        r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)(?=$|[T\s_Z]|\+)|(\d{4})(\d{2})(\d{2})(?=T?\d{4,6}$)", value
    ):
        year, month, day = (int(part) for part in match.groups() if part)
        try:
            return dt.date(year, month, day).isoformat() if year >= _FIRST_YEAR else ""
        except ValueError:
            return ""
    if re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d", value):
        try:
            return parsedate_to_datetime(value).date().isoformat()
        except ValueError:
            return ""
    for form in ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y"):
        try:
            return dt.datetime.strptime(value, form).replace(tzinfo=dt.UTC).date().isoformat()
        except ValueError:
            continue
    return ""


def language_of(value: str) -> str:
    """Return a language as BCP 47 writes it: en-GB for en_gb; nothing if it is none."""
    match = _LANGUAGE.fullmatch(value.strip())
    if match is None:
        return ""
    language, script, region = match.groups()
    return "-".join(filter(None, [language.lower(), (script or "").title(), (region or "").upper()]))
