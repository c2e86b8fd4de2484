"""The current date, for reports only: nothing that is published depends on it."""

import datetime as dt
import os


def build_date() -> dt.date | None:
    """Return the date in SOURCE_DATE_EPOCH, with which builds are made reproducible; None if it is not set, or no time."""
    try:
        return dt.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), dt.UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return None


def current_date() -> dt.date:
    """Return the date of the build, else today's date where a day begins first: there it may be tomorrow."""
    return build_date() or dt.datetime.now(dt.timezone(dt.timedelta(hours=14))).date()
