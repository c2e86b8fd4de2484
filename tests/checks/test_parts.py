"""What checks report about the parts of a site is what they report about the whole site."""

from collections.abc import Iterable, Sequence

import pytest

from generator.build.pool import map_in_order
from generator.checks import check_parts, check_site, check_source, run_checks
from generator.checks.content import Content
from generator.content.digests import SHARED, part_of
from generator.content.files import read_files
from generator.diagnostics import Diagnostic, merged
from generator.pipeline import examine
from tests.building import HARBOUR
from tests.building import TODAY as HARBOUR_DAY
from tests.test_cases import TODAY, failing, project

VARIANTS = [(case, variant) for case, variant, _ in failing()]
Files = dict[str, bytes]


def two_briefings(case: str = "", variant: str = "") -> Files:
    """Return the files of a case, and those of a second briefing about the same sources."""
    base = project().items()
    second = {path.replace("/bridge/", "/tunnel/"): raw for path, raw in base if "/bridge/" in path}
    return second | project(case, variant)


def edited(files: Files, path: str, old: str, new: str) -> Files:
    """Return the files with one text of one file replaced."""
    assert old.encode() in files[path]
    return files | {path: files[path].replace(old.encode(), new.encode())}


def source(name: str, text: str, details: str = "") -> Files:
    """Return the files of a source."""
    about = f"title: A title\nlanguage: en\n{details}"
    return {f"seeds/{name}.txt": text.encode(), f"seeds/{name}.yml": about.encode()}


BASE = two_briefings()
BRIDGE, TUNNEL = "briefings/bridge/briefing.yml", "briefings/tunnel/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml", "briefings/tunnel/positions/drivers.yml"
WORDING = "words: [{forms: Brückenzoll, reason: It takes sides., instead: Maut, language: de}]"
TEXT = BASE["seeds/report.txt"].decode()
OTHER_TEXT = (
    "A letter of the club came later. It says that all drivers pay enough, and that the town has to pay."
)
QUOTED = edited(
    BASE, BRIDGE, "The mayor said that the bridge opens in May.", "The mayor opened the “Brückenzoll”."
)
LETTER = "status: corrected\nstatus_note: Its first line was “wants the bridge to be wider”.\n"
TWO_SOURCES = BASE | source("letter", OTHER_TEXT)
TWO_SOURCES = edited(
    TWO_SOURCES,
    DRIVERS[0],
    "reported: wants the bridge to be wider",
    "reported: wants the bridge to be wider\n      - {source: letter, reported: all drivers pay enough}",
)
PARAGRAPH = "“So,” he said.\n\nThe drivers’"
TWO_PARAGRAPHS = edited(BASE, "seeds/report.txt", "The drivers’", PARAGRAPH)
NOTE = "status: corrected\nstatus_note: Its last line was “the town will never pay for all of it”.\n"
WITHHELD = edited(BASE, "seeds/report.yml", "language", "status: withheld\nstatus_note: Not ours.\nlanguage")
ELSEWHERE = {
    "a publisher whom another source names": (
        QUOTED,
        QUOTED | source("letter", OTHER_TEXT, "publisher: Brückenzoll\n"),
    ),
    "the language of another briefing": (
        QUOTED | {"briefings/wording.yml": WORDING.encode()},
        edited(QUOTED, TUNNEL, "status: active", "status: active\nlanguage: de")
        | {"briefings/wording.yml": WORDING.encode()},
    ),
    "a file that cannot be read": (
        TWO_PARAGRAPHS,
        TWO_PARAGRAPHS | {"briefings/ferry/briefing.yml": b"title"},
    ),
    "evidence that is not found": (
        TWO_PARAGRAPHS,
        edited(TWO_SOURCES, DRIVERS[0], "drivers pay enough", "drivers pay too much")
        | {"seeds/report.txt": TWO_PARAGRAPHS["seeds/report.txt"]},
    ),
    "a source with the words of a note": (
        TWO_SOURCES | source("note", "Nothing else is here.", NOTE),
        edited(
            TWO_SOURCES,
            "seeds/letter.txt",
            "has to pay.",
            "has to pay. So the town will never pay for all of it.",
        )
        | source("note", "Nothing else is here.", NOTE),
    ),
    "a third text that copies two": (TWO_SOURCES, TWO_SOURCES | source("all", f"{TEXT}\n\n{OTHER_TEXT}")),
    "evidence for the note of a source": (
        BASE | source("letter", OTHER_TEXT, LETTER),
        edited(
            edited(BASE, DRIVERS[0], "wants the bridge to be wider", "It can’t wait"),
            DRIVERS[1],
            "wants the bridge to be wider",
            "It can’t wait",
        )
        | source("letter", OTHER_TEXT, LETTER),
    ),
    "a source that is withheld": (
        BASE | source("letter", OTHER_TEXT, LETTER),
        WITHHELD | source("letter", OTHER_TEXT, LETTER),
    ),
}
"""Changes of a project, each with a change of what is reported about files that stay as they were."""


def of_parts(content: Content) -> tuple[Diagnostic, ...]:
    """Return what checks report if each part is looked at alone."""
    corpus = content.corpus
    parts = [
        (SHARED, content.part((), ())),
        *((("source", name), content.part((), (name,))) for name in corpus.sources),
        *((("briefing", slug), content.part((slug,), ())) for slug in corpus.briefings),
    ]
    found = [
        diagnostic
        for part, its_content in parts
        for diagnostic in check_parts(its_content)
        if part_of(diagnostic.location.file) == part
    ]
    sources = [check_source(content.part_of_source(name)) for name in corpus.sources]
    return merged(found, *sources, check_site(content))


@pytest.mark.parametrize(("case", "variant"), VARIANTS)
def test_the_parts_of_a_case_have_all_its_problems(case: str, variant: str) -> None:
    content = examine(two_briefings(case, variant), today=TODAY).content
    assert of_parts(content) == run_checks(content)


def test_the_parts_of_the_harbour_have_all_its_problems() -> None:
    content = examine(*read_files(HARBOUR), today=HARBOUR_DAY).content
    assert of_parts(content) == run_checks(content)


@pytest.mark.parametrize("change", ELSEWHERE)
def test_the_parts_of_a_site_have_the_problems_that_follow_from_other_parts(change: str) -> None:
    for files in ELSEWHERE[change]:
        content = examine(files, today=TODAY).content
        assert of_parts(content) == run_checks(content)


@pytest.mark.parametrize("change", ELSEWHERE)
def test_each_briefing_is_checked_in_one_of_the_parts_that_processes_share(change: str) -> None:
    shared: list[Sequence[Content]] = []

    def check_in_processes(parts: Sequence[Content]) -> Iterable[tuple[Diagnostic, ...]]:
        shared.append(parts)
        return map_in_order(check_parts, parts, 3)

    for files in ELSEWHERE[change]:
        examined = examine(files, today=TODAY, check_parts=check_in_processes)
        slugs = [slug for part in shared.pop() for slug in part.corpus.briefings]
        assert slugs == [*examined.content.corpus.briefings]
        assert {*run_checks(examined.content)} <= {*examined.diagnostics}
