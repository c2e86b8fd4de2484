"""P9: how processor time and bytes grow with a briefing."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.goals import Figure
from bench.made import Made, Shape
from bench.press import PASSAGES
from bench.processes import in_turn
from bench.project import project_files
from bench.sites import Site, Sites, build_cold, check, render

_GOAL = 1.2


@dataclass(frozen=True, slots=True)
class Growth:
    """What doubles, the word for what is counted, and the briefing with `n` of it."""

    what: str
    counted: str
    briefing: Callable[[int], Shape]
    n: int

    def site(self, scratch: Path, n: int) -> Site:
        """Return the site, in a folder in `scratch`, of a briefing with `n` of what grows."""
        shape = self.briefing(n)
        return Site(scratch / f"{self.counted}-{n}", shape.articles, shape)


def growths(n: int) -> list[Growth]:
    """Return what is doubled: the table up to `n` parties and `n` issues, and history and evidence up to sizes like it."""
    return [
        Growth("n parties by n issues", "cell", _table, n),
        Growth("entries of history", "entry", _history, n),
        Growth("evidence on one source", "piece", _one_source, 2 * n),
    ]


def measure_growth(sites: Sites, rounds: int, largest: int) -> Iterator[Figure]:
    """Measure the exponents of growth when the largest table doubles its parties and issues, and the others double (P9).

    What an empty site takes is not part of the growth.
    """
    empty = Site(sites.scratch / "empty", 1)
    floor = _costs(empty, rounds)
    for growth in growths(largest):
        small, large = (growth.site(sites.scratch, n) for n in (growth.n // 2, growth.n))
        few, many = _entries(small.made), _entries(large.made)
        for (what, least), less, more in zip(
            floor.items(), *(_costs(site, rounds).values() for site in (small, large)), strict=True
        ):
            exponent = math.log((more - least) / (less - least)) / math.log(many / few)
            of = f"{growth.what}, {few:,} to {many:,}: {what}"
            yield Figure("P9", f"{of}, exponent for each {growth.counted}", exponent, goal=_GOAL)


def _costs(site: Site, rounds: int) -> dict[str, float]:
    """Return processor times in seconds, and sizes in bytes, by what they are of."""
    checked, rendered, built = in_turn(
        rounds,
        lambda: check(site.project, site.cache),
        lambda: render(site.project, site.folder / "rendered", site.cache),
        lambda: build_cold(site.project, site.out, site.cache),
    )
    sizes = {path: path.stat().st_size for path in site.out.rglob("*") if path.is_file()}
    generated = {site.out / part for part in ("briefings", "parties", "sources")}
    pages = [
        size
        for path, size in sizes.items()
        if path.suffix == ".html" and not generated.isdisjoint(path.parents)
    ]
    return {
        "time of a check": checked.cpu,
        "time of making Markdown": rendered.cpu - checked.cpu,
        "time of a build": built.cpu,
        "bytes of the site": sum(sizes.values()),
        "bytes of the largest page": max(pages),
    }


def _table(n: int) -> Shape:
    # Each passage can be cited twice, so that no party has too few of them.
    return Shape(math.ceil(n * n / PASSAGES) + n // 4, parties=n, issues=n, pieces=(1,), citations=2)


def _history(n: int) -> Shape:
    return Shape(n * 4, parties=4, issues=10, pieces=(1,), citations=2, entries=(n,))


def _one_source(n: int) -> Shape:
    return Shape(n, pieces=(1, 2), joined=True)


def _entries(made: Made) -> int:
    """Return the number of pieces of one long source, or else of entries of all positions."""
    if made.shape.joined:
        return len(made.all_pieces)
    return sum(text.count("  - issue: ") for path, text in project_files(made) if "/positions/" in path)
