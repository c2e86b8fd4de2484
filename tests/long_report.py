"""The project of a report that is so long that its text has four pages."""

from pathlib import Path

from bench.long_report import report_files
from bench.project import write_settings

PAGES = 60
PARTS = ("", "201-400/", "401-600/", "601-800/")
"""The addresses of the parts below that of the source."""


def write_report(root: Path) -> Path:
    """Write the project into `root`. Return it."""
    for path, content in report_files(PAGES).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    write_settings(root)
    return root
