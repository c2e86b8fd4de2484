"""Where what is kept between runs stands."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path


def cache_folder() -> Path:
    """Give the user's own folder for such things, which may not be there: what is in the project may be anybody's."""
    return user_cache_path("briefing-book", appauthor=False)
