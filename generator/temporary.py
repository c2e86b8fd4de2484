"""A folder for temporary files. Errors name it: the error of a full disk does not say which folder is full."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def temporary_folder(prefix: str = "briefing-") -> Iterator[Path]:
    """Yield a new folder, and remove it at the end. An OSError that names no path, such as that of a full disk, names the folder."""
    with TemporaryDirectory(prefix=prefix) as folder:
        try:
            yield Path(folder)
        except OSError as error:
            if error.filename is not None or error.errno is None:
                raise
            raise OSError(error.errno, error.strerror, folder) from error
