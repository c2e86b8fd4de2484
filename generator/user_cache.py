"""The folder for what is stored between runs."""

from pathlib import Path

from platformdirs import user_cache_path


def cache_folder() -> Path:
    """Return the user's own cache folder, which may not exist yet. Files in the project may come from anybody."""
    return user_cache_path("briefing-book", appauthor=False)
