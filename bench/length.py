"""P9: how time, memory and pages grow with the length of a source."""

from collections.abc import Iterator
from pathlib import Path

from bench.goals import Figure
from bench.long_report import report_files
from bench.processes import Cost, in_turn
from bench.project import write_settings
from bench.sites import build_cold, check, render

_LARGEST_PAGE = 200  # KB
_MOST = 2.2  # for twice as many pages


def measure_length(scratch: Path, rounds: int, pages: int) -> Iterator[Figure]:
    """Measure a report of so many pages, and one twice as long: ratios of processor time and memory, and the largest page."""
    short, long = (_Report(scratch / f"report-{count}", count) for count in (pages, 2 * pages))
    costs = in_turn(rounds, *short.jobs, *long.jobs)
    of = f"a report of {2 * pages:,} pages over one of {pages:,}"
    names = ("a check", "making Markdown", "a build")
    for name, less, more in zip(names, costs[:3], costs[3:], strict=True):
        yield Figure("P9", f"{of}: processor time of {name}", more.cpu / less.cpu, goal=_MOST)
    memory = long.build(memory=True).memory / short.build(memory=True).memory
    yield Figure("P9", f"{of}: peak memory of a build", memory, goal=_MOST)
    for name, cost in zip(names, costs[:3], strict=True):
        yield Figure("P9", f"a report of {pages:,} pages: processor time of {name}", cost.cpu, "s")
    yield Figure(
        "P9", f"a report of {2 * pages:,} pages: its largest page", long.largest / 1000, "KB", _LARGEST_PAGE
    )


class _Report:
    """The project of a long report in a folder, and what is made from it."""

    def __init__(self, folder: Path, pages: int) -> None:
        """Write the project."""
        self.folder, self.project, self.out = folder, folder / "project", folder / "site"
        for path, content in report_files(pages).items():
            (self.project / path).parent.mkdir(parents=True, exist_ok=True)
            (self.project / path).write_bytes(content)
        write_settings(self.project)
        cache = folder / "cache"
        self.jobs = (
            lambda: check(self.project, cache),
            lambda: render(self.project, folder / "rendered", cache),
            self.build,
        )

    def build(self, *, memory: bool = False) -> Cost:
        """Build the site without a cache."""
        return build_cold(self.project, self.out, self.folder / "cache", memory=memory)

    @property
    def largest(self) -> int:
        """Return the bytes of the largest page of the report."""
        return max(path.stat().st_size for path in (self.out / "sources" / "report").rglob("index.html"))
