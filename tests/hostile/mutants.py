"""Damaged YAML files, made by chance: `python -m tests.hostile.mutants [COUNT [FIRST]]`.

Mutant N is the same on every machine. It damages one YAML file of a sound project and checks the
project. The result must be a site, or errors with a location, within some seconds.

Like the preview after a save, a check examines only what the damaged file touches: the rest is known from the sound project.
Each hundredth mutant is also examined from nothing. The diagnostics and the pages must be the same.
"""

import gc
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from typing import Any

from generator.content.files import read_files
from generator.memory import Memory
from generator.pipeline import Examined, build_pages, examine, plan_exports, site_of
from generator.reporting.text import report
from generator.site.pages import Page
from tests.building import HARBOUR, ROOT
from tests.hostile.lists import yaml_files
from tests.hostile.payloads import PAYLOADS

COUNT = 200_000
_LONGEST = 20  # seconds of CPU time for one mutant: a small project takes a hundredth of one
_FROM_NOTHING = 100  # of so many mutants, one is also examined without what is known of the sound project
_CHUNK = 250
_RIGHT = {"site", "errors"}
AGAIN = ".venv/bin/python -m tests.hostile.mutants 1 {}"
_TOKENS = (
    ": ", ": ", "- ", "? ", "# ", "#", ", ", ", ,", "[", "]", "{", "}", "'", '"', "''", "\\", "\\u202e",
    "\\x00", "\\", "&a ", "*a", "<<: *a\n", "!!binary ", "!!python/object:os.system ", "!", "!<x> ",
    "%YAML 9.9\n", "---\n", "...\n", " ", ">", "> ", ">-9\n", "\t", "\n\t", "\r", "\r\n", "\n\n", "\x00",
    "\x07", "\x1b[31m", "\x7f", "\x85", "\u200b", "\u2028", "\u202e", "\ufeff", "\ufffe", "😀", "é", "e\u0301",
    "“", "”", "„", "«", "null", "~", "true", "no", "0x1f", "1e999", "-0", ".nan", ".inf", "12:30:45",
    "2031-02-30", "2031-3", "20310302", "9999-12-31", "0000-00-00", "१२",
    "| ", "x" * 5000, "[" * 3000, "{a: " * 800, "- " * 2000, "\n  " * 500, "a: &x [*x]\n", "? " * 500, "'" * 999,
)  # fmt: skip
_MORE = {
    "briefings/names.yml": "bridge:\n  term: the old bridge\n  used_by: [town]\n  prefer: bridge\n  note: Both say so.\n",
    "briefings/wording.yml": "words:\n  - forms: [closing off]\n    reason: It takes a side.\n    instead: [closing]\n",
}


@cache
def projects() -> tuple[Mapping[str, bytes], ...]:
    """Return the sound projects; the small one is repeated, because it takes less time."""
    small = dict(read_files(ROOT / "generator" / "edit" / "starter" / "example")[0])
    small |= {path: text.encode() for path, text in _MORE.items()}
    return (*[small] * 12, read_files(ROOT)[0], read_files(HARBOUR)[0])


def _anything(chance: random.Random) -> str:
    """Return a text to insert: mostly a sign of YAML, or a text or a file of the lists."""
    return chance.choice(
        (chance.choice(_TOKENS), chance.choice(_TOKENS), chance.choice(PAYLOADS), _of_suite(chance))
    )


def _of_suite(chance: random.Random) -> str:
    return chance.choice(tuple(yaml_files().values()))


def _span(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + int(chance.expovariate(1 / 20)))


def _put_in(text: str, chance: random.Random) -> str:
    start, _ = _span(text, chance)
    return text[:start] + _anything(chance) + text[start:]


def _take_out(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:start] + text[end:]


def _replace(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:start] + _anything(chance) + text[end:]


def _double(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 1, 2, 50)) + text[end:]


def _move(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return "".join(lines)


def _indent(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(
        (" " + lines[at], "   " + lines[at], "\t" + lines[at], lines[at][1:], lines[at].lstrip())
    )
    return "".join(lines)


def _value(text: str, chance: random.Random) -> str:
    """Replace the value of a key."""
    lines = text.splitlines(keepends=True)
    keyed = [at for at, line in enumerate(lines) if ": " in line]
    if not keyed:
        return _put_in(text, chance)
    at = chance.choice(keyed)
    lines[at] = f"{lines[at].partition(': ')[0]}: {_anything(chance)}\n"
    return "".join(lines)


def _cut_off(text: str, chance: random.Random) -> str:
    return text[: _span(text, chance)[0]]


_WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    _put_in, _take_out, _take_out, _replace, _double, _double, _move, _move, _indent, _indent, _value, _value, _cut_off,
)  # fmt: skip


def mutant(number: int) -> Mapping[str, bytes]:
    """Return the files of a project with one damaged YAML file."""
    chance, sound = _begun(number)
    files = dict(sound)
    path = chance.choice([path for path in sorted(files) if path.endswith(".yml")])
    text = _of_suite(chance) if chance.random() < 0.1 else files[path].decode()
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        text = chance.choice(_WAYS)(text, chance)
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    if raw and chance.random() < 0.1:  # bytes that are no characters
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    files[path] = bytes(raw)
    return files


def _begun(number: int) -> tuple[random.Random, Mapping[str, bytes]]:
    """Return the chance that makes a mutant, and the sound project that it damages."""
    chance = random.Random(number)  # noqa: S311 - nothing secret
    return chance, chance.choice(projects())


class _Known(Memory):
    """What is known of a sound project. After each check, it forgets what the damaged one had."""

    _sound: Mapping[str, Any] | None = None

    def end_run(self) -> None:
        super().end_run()
        self._sound = self._sound or self._values
        self._values = dict(self._sound)


@cache
def _known_projects() -> Mapping[int, Memory]:
    """Return what is known of each sound project, by the identity of its files."""
    known = {id(files): _Known() for files in projects()}
    for files in projects():
        examine(files, memory=known[id(files)])
    return known


def _examined(number: int) -> tuple[Mapping[str, bytes], Examined]:
    _, sound = _begun(number)
    files = mutant(number)
    return files, examine(files, memory=_known_projects()[id(sound)])


def result(number: int) -> str:
    """Check a mutant, and build the pages if it is sound. Return `site` or `errors`.

    Raise AssertionError for anything else.
    """
    with _limited():
        files, examined = _examined(number)
        pages = pages_of(files, examined)
    if number % _FROM_NOTHING == 0:
        anew = examine(files)
        assert anew.diagnostics == examined.diagnostics, (
            "other diagnostics than those of a check from nothing"
        )
        assert pages_of(files, anew) == pages, "other pages than those of a check from nothing"
    return "site" if pages else "errors"


def pages_of(files: Mapping[str, bytes], examined: Examined) -> tuple[Page, ...]:
    """Return the pages of a project that was examined; none if it has errors, each with a message and a place in a file.

    Raise AssertionError if an error has no message, or its place does not exist.
    """
    for diagnostic in examined.diagnostics:
        assert diagnostic.message, diagnostic
        assert diagnostic.location.file in files, diagnostic
        lines = files[diagnostic.location.file].decode(errors="replace").splitlines()
        assert diagnostic.location.line <= len(lines) + 2, diagnostic
    text = report(examined.diagnostics)
    assert not any(char < " " and char not in "\n\t" for char in text), "the report has a control character"
    if examined.has_errors:
        return ()
    site = site_of(examined)
    plan_exports(site)
    return build_pages(site)


@contextmanager
def _limited() -> Iterator[None]:
    """Raise AssertionError in the middle of work that takes too much CPU time."""

    def stop(_signal: int, _frame: object) -> None:
        raise AssertionError(f"takes longer than {_LONGEST} seconds of CPU time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(first: int, count: int, check: Callable[[int], str] = result) -> Counter[str]:
    """Run mutants by their numbers. Return how many had each result; an exception is a result, too."""
    found: Counter[str] = Counter()
    for number in range(first, first + count):
        try:
            found[check(number)] += 1
        except Exception as error:  # noqa: BLE001 - the test is that nothing is raised
            found[f"mutant {number}: {type(error).__name__}: {str(error)[:300]}"] += 1
    return found


def main(count: int = COUNT, first: int = 0) -> int:
    """Run `count` mutants on all cores. Return 1 if a result was neither a site nor errors."""
    total: Counter[str] = Counter()
    yaml_files()
    _known_projects()
    gc.freeze()  # what every mutant needs
    starts = range(first, first + count, _CHUNK)
    sizes = [min(_CHUNK, first + count - start) for start in starts]
    with ProcessPoolExecutor(mp_context=get_context("fork")) as workers:
        for done, found in enumerate(workers.map(run, starts, sizes), start=1):
            for problem in found.keys() - _RIGHT:
                print(
                    f"{problem}\n  Try it again: {AGAIN.format(problem.split(':')[0].split()[1])}", flush=True
                )
            total += found
            if done % 40 == 0:
                print(f"{sum(total.values()):,} of {count:,} damaged files", flush=True)
    wrong = sum(number for what, number in total.items() if what not in _RIGHT)
    print(
        f"files: {sum(total.values()):,} damaged, {total['site']:,} are sites, {total['errors']:,} have errors with a place, "
        f"{wrong:,} anything else; {len(range(-first % _FROM_NOTHING, count, _FROM_NOTHING)):,} examined from nothing too"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
