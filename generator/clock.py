"""The day of a build or a check. Nothing else that is published depends on the clock."""

import datetime as dt
import os
import re

from generator.variables import VariableError

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_SECONDS = re.compile(r"[0-9]{1,12}")
_TOO_MANY = 253_402_300_800  # the year 10000


def day(named: dt.date | None = None) -> dt.date:
    """Return the day `named` by the caller, else by BRIEFING_TODAY, else by SOURCE_DATE_EPOCH, else today's date (UTC).

    Raise VariableError if the value of one of the variables is wrong, even if that variable is not needed.
    """
    days = (named, _day("BRIEFING_TODAY"), _day_of_seconds("SOURCE_DATE_EPOCH"))
    return next((day for day in days if day), None) or dt.datetime.now(dt.UTC).date()


def _day(variable: str) -> dt.date | None:
    value = os.environ.get(variable, "")
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise VariableError(
            f"{variable} is “{value[:40]}”, which is not a date. Write year-month-day: 2031-03-03."
        ) from None


def _day_of_seconds(variable: str) -> dt.date | None:
    value = os.environ.get(variable, "")
    if not value:
        return None
    seconds = int(value) if _SECONDS.fullmatch(value) else _TOO_MANY
    if seconds >= _TOO_MANY:
        raise VariableError(
            f"{variable} is “{value[:40]}”, which is not a time. Write the seconds since 1970: 1930000000."
        )
    return (_EPOCH + dt.timedelta(seconds=seconds)).date()
