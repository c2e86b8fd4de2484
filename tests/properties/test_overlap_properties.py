"""The checks that compare evidence in one pass over each source report the same as a comparison of all pairs."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline import examine
from tests.test_cases import project

WORDS = [f"word{number:02}" for number in range(24)]
Runs = tuple[
    tuple[int, int], ...
]  # for each segment, the numbers of its first word and of the word after its last


@st.composite
def pieces(draw: st.DrawFn) -> Runs:
    """Draw one to three runs of words that do not overlap."""
    count = draw(st.integers(1, 3))
    ends = sorted(
        draw(st.lists(st.integers(0, len(WORDS)), min_size=2 * count, max_size=2 * count, unique=True))
    )
    return tuple(zip(ends[::2], ends[1::2], strict=True))


QUOTES = st.lists(pieces(), min_size=1, max_size=6)


def reported(code: str, **quotes: list[Runs]) -> list[tuple[str, int]]:
    """Return file and number of each quote that is reported with `code` if the parties have these quotes."""
    files = project() | {
        "seeds/long.txt": " ".join(WORDS).encode(),
        "seeds/long.yml": b"title: T\nlanguage: en",
    }
    for party, found in quotes.items():
        lines = [
            f"party: {party}",
            "positions:",
            "  - issue: width",
            "    stance: unclear",
            "    as_of: 2031",
        ]
        lines += ["    statement: The party spoke.", "    evidence:"]
        for runs in found:
            segments = ", ".join(" ".join(WORDS[start:end]) for start, end in runs)
            lines.append(f"      - {{source: long, quote: [{segments}]}}")
        files[f"briefings/bridge/positions/{party}.yml"] = "\n".join(lines).encode()
    locations = [diagnostic.location for diagnostic in examine(files).diagnostics if diagnostic.code == code]
    return [(location.file.rpartition("/")[2], location.line - 8) for location in locations]


def overlap(first: Runs, second: Runs) -> bool:
    return any(a < d and c < b for a, b in first for c, d in second)


def within(part: Runs, other: Runs) -> bool:
    return all(any(c <= a and b <= d for c, d in other) for a, b in part)


@given(QUOTES, QUOTES)
@pytest.mark.slow
def test_words_that_two_parties_share_are_reported_and_no_others(
    town: list[Runs], drivers: list[Runs]
) -> None:
    sharing = {number for number, quote in enumerate(drivers) if any(overlap(quote, other) for other in town)}
    found = reported("W417", town=town, drivers=drivers)
    assert {file for file, _ in found} <= {"drivers.yml"}
    assert {number for _, number in found} <= sharing
    assert bool(found) == bool(sharing)


@given(QUOTES)
@pytest.mark.slow
def test_each_quote_that_repeats_another_or_a_part_of_it_is_reported_once(
    drivers: list[Runs],
) -> None:
    repeated = {
        second for first, second in combinations(range(len(drivers)), 2) if drivers[first] == drivers[second]
    }
    distinct = [number for number in range(len(drivers)) if number not in repeated]
    parts = {part for part, other in permutations(distinct, 2) if within(drivers[part], drivers[other])}
    found = reported("W419", drivers=drivers)
    assert sorted(number for _, number in found) == sorted(repeated | parts)


def test_a_passage_that_two_parties_quote_often_is_reported_once_for_each_place() -> None:
    passage = ((0, 3),)
    assert len(reported("W417", town=[passage] * 40, drivers=[passage] * 40)) == 40
