"""A folder for temporary files, whose errors name it: a full disk says nothing of where."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def temporary_folder(prefix: str = "briefing-") -> Iterator[Path]:
    """Give a new folder, and remove it at the end. An OSError without a path, as of a full disk, gets that of the folder."""
    with TemporaryDirectory(prefix=prefix) as folder:
        try:
            yield Path(folder)
        except OSError as error:
            if error.filename is not None or error.errno is None:
                raise
            raise OSError(error.errno, error.strerror, folder) from error
