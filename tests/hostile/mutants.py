"""Damaged YAML files, made by chance: `python -m tests.hostile.mutants [COUNT [FIRST]]`.

Mutant N is the same on every machine. It damages one YAML file of a sound project and checks the
project. The result must be a site, or errors with a location, within some seconds.
"""

import gc
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, plan_exports, site_of
from generator.reporting.text import report
from tests.building import HARBOUR, ROOT
from tests.hostile.lists import yaml_files
from tests.hostile.payloads import PAYLOADS

_LONGEST = 20  # seconds of work for one mutant: a small project takes a tenth of one
_CHUNK = 250
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
    chance = random.Random(number)  # noqa: S311 - nothing secret
    files = dict(chance.choice(projects()))
    path = chance.choice([path for path in sorted(files) if path.endswith(".yml")])
    text = _of_suite(chance) if chance.random() < 0.1 else files[path].decode()
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        text = chance.choice(_WAYS)(text, chance)
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    if raw and chance.random() < 0.1:  # bytes that are no characters
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    files[path] = bytes(raw)
    return files


def result(files: Mapping[str, bytes]) -> str:
    """Check the files of a project, and build the pages if it is sound. Return `site` or `errors`.

    Raise AssertionError for anything else.
    """
    start = time.process_time()
    examined = examine(files)
    for diagnostic in examined.diagnostics:
        assert diagnostic.message, diagnostic
        assert diagnostic.location.file in files, diagnostic
        lines = files[diagnostic.location.file].decode(errors="replace").splitlines()
        assert diagnostic.location.line <= len(lines) + 2, diagnostic
    text = report(examined.diagnostics)
    assert not any(char < " " and char not in "\n\t" for char in text), "the report has a control character"
    if not examined.has_errors:
        site = site_of(examined)
        build_pages(site)
        plan_exports(site)
    assert time.process_time() - start < _LONGEST, "takes too long"
    return "errors" if examined.has_errors else "site"


def run(first: int, count: int, check: Callable[[Mapping[str, bytes]], str] = result) -> Counter[str]:
    """Run mutants by their numbers. Return how many had each result; an exception is a result, too."""
    found: Counter[str] = Counter()
    for number in range(first, first + count):
        try:
            found[check(mutant(number))] += 1
        except Exception as error:  # noqa: BLE001 - the test is that nothing is raised
            found[f"mutant {number}: {type(error).__name__}: {str(error)[:300]}"] += 1
    return found


def _settle() -> None:
    """Load what every mutant needs, and exempt it from garbage collection."""
    projects()
    gc.freeze()


def main(count: int, first: int = 0) -> int:
    """Run `count` mutants on all cores. Return 1 if a result was neither a site nor errors."""
    total: Counter[str] = Counter()
    starts = range(first, first + count, _CHUNK)
    with ProcessPoolExecutor(initializer=_settle) as workers:
        for done, found in enumerate(workers.map(partial(run, count=_CHUNK), starts), start=1):
            total += found
            if done % 40 == 0:
                known = ", ".join(f"{number:,} {what}" for what, number in sorted(total.items()))
                print(f"{done * _CHUNK:,} of {count:,}: {known}", flush=True)
    for what, number in total.most_common():
        print(f"{number:,} {what}")
    return 0 if set(total) <= {"site", "errors"} else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["200000"])))
