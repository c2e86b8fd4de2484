"""P1 to P4 and P8: time, memory and size of builds, compared with plain MkDocs."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.goals import Figure
from bench.made import Shape
from bench.processes import Cost, in_turn
from bench.sites import Site, Sites, build, build_cold

MB = 1_000_000
# Of real size: 620 positions, a fifth of them with two earlier ones, with one or two pieces of evidence each, of 46 articles.
BRIEFING = Shape(
    articles=46, parties=20, all_parties=100, issues=31, pieces=(1, 2), citations=4, entries=(1, 1, 1, 1, 3)
)


def measure_cold(sites: Sites, rounds: int) -> Iterator[Figure]:
    """Measure a cold build, compared with plain MkDocs' build of the yardstick and of the same Markdown (P1)."""
    for site, goal in ((sites.small, 1.0), (sites.middle, 0.7)):
        cold = partial(build_cold, site.project, site.folder / "again", site.folder / "again-cache")
        ours, yardstick, same = in_turn(rounds, cold, site.yardstick.build, site.plain.build)
        of = f"{site.pages:,} pages"
        yield Figure("P1", f"cold build over plain MkDocs, {of}, time", ours.wall / yardstick.wall, goal=goal)
        yield Figure("P1", f"the same, processor time ({_over(ours, yardstick)})", ours.cpu / yardstick.cpu)
        yield Figure("P1", f"over plain MkDocs of our Markdown, {of}, time", ours.wall / same.wall)
        yield Figure("P1", f"the same, processor time ({_over(ours, same)})", ours.cpu / same.cpu)


def measure_warm(sites: Sites, rounds: int) -> Iterator[Figure]:
    """Measure builds with the cache of the build before, after one edit and after none (P2)."""
    site = sites.middle
    _ = site.first
    number = 0

    def after_an_edit() -> Cost:
        nonlocal number
        number += 1
        save(site.project, number)
        return build(site.project, site.out, site.cache)

    edited, unchanged, yardstick = in_turn(
        rounds,
        after_an_edit,
        lambda: build(site.project, site.out, site.cache),
        site.yardstick.build,
    )
    for what, cost, goal in (("after one edit", edited, 0.1), ("with nothing changed", unchanged, 0.05)):
        of = f"build {what} over plain MkDocs, {site.pages:,} pages"
        yield Figure("P2", f"{of}, time", cost.wall / yardstick.wall, goal=goal)
        yield Figure("P2", f"the same, processor time ({_over(cost, yardstick)})", cost.cpu / yardstick.cpu)


def measure_pages(sites: Sites) -> Iterator[Figure]:
    """Measure processor time and bytes of a page in a large site, compared with those in a middle one (P3)."""
    middle, large = sites.middle, sites.large
    of = f"a page, {large.pages:,} over {middle.pages:,} pages"
    cpu = (large.first.cpu / large.pages) / (middle.first.cpu / middle.pages)
    size = (large.size / large.pages) / (middle.size / middle.pages)
    yield Figure("P3", f"processor time {of} ({_over(large.first, middle.first)})", cpu, goal=1.1)
    yield Figure("P3", f"bytes {of} ({large.size // MB:,} over {middle.size // MB:,} MB)", size, goal=1.1)


def measure_memory(sites: Sites) -> Iterator[Figure]:
    """Measure the peak memory of all processes of a build (P4)."""
    for site in (sites.middle, sites.large):
        goal = 250 + 60 * site.pages / 1000
        yield Figure(
            "P4", f"peak memory of a build, {site.pages:,} pages", site.first.memory / MB, "MB", goal=goal
        )


def measure_many(sites: Sites, briefings: int) -> Iterator[Figure]:
    """Measure a build of many briefings of real size (P8)."""
    site = Site(sites.scratch / "many", briefings * BRIEFING.articles, BRIEFING)
    cost = site.first
    of = f"{briefings} briefings"
    yield Figure("P8", f"time of a build of {of}", cost.wall / 60, "minutes", goal=8, below=True)
    yield Figure("P8", "its processor time", cost.cpu / 60, "minutes")
    yield Figure("P8", "its peak memory", cost.memory / MB, "MB", goal=1500, below=True)
    yield Figure("P8", "its size", site.size / MB, "MB", goal=600, below=True)
    yield Figure(
        "P8", f"its files, {site.pages:,} of them pages", site.files, "files", goal=40_000, below=True
    )
    shutil.rmtree(site.folder)


def save(project: Path, number: int) -> str:
    """Change the statement of a position in the first briefing. Return the new words, which differ for each `number`."""
    path = min((project / "briefings" / "matter-001" / "positions").iterdir())
    new = f"on proposal 1 in speech {number}"
    text = path.read_text(encoding="utf-8")
    start = text.index("on proposal 1")
    path.write_text(text[:start] + new + text[text.index(",", start) :], encoding="utf-8")
    return new


def _over(cost: Cost, floor: Cost) -> str:
    return f"{cost.cpu:.1f} over {floor.cpu:.1f} s"
