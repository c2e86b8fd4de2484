"""Loaded words, contested names and statements that say nothing of who said them: what is noted, where, and what never is."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.wording import own_voice, place_in, shipped, word_list
from generator.cli import main
from generator.content.files import read_files
from generator.content.model import WordingFile
from generator.content.strict_yaml import read_yaml
from generator.diagnostics import Diagnostic
from generator.pipeline import examine
from tests.building import HARBOUR, ROOT
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"
PARTIES = "briefings/parties.yml"
NAMES = "briefings/names.yml"
WORDING = "briefings/wording.yml"
LANGUAGES = [path.stem for path in (ROOT / "generator" / "checks" / "wording").glob("*.yml")]
NOTHING_OWN = WordingFile()


def told(files: dict[str, bytes], code: str = "N430", language: str = "en") -> list[Diagnostic]:
    """Give the notes of one rule."""
    return [one for one in examine(files, (), language).diagnostics if one.code == code]


def meant(one: Diagnostic) -> str:
    """Give the words above the carets."""
    return one.location.text[one.location.column - 1 :][: one.location.width]


def with_text(text: str, *, of: str = "title: Width") -> dict[str, bytes]:
    """Give the base project with a line of its briefing replaced."""
    base = project()
    raw = base[BRIEFING].decode()
    assert of in raw
    return base | {BRIEFING: raw.replace(of, text).encode()}


def with_statement(text: str) -> dict[str, bytes]:
    """Give the base project with another statement of the drivers."""
    base = project()
    old = "The report says that the club wants a wider bridge."
    assert old in base[DRIVERS].decode()
    return base | {DRIVERS: base[DRIVERS].decode().replace(old, text).encode()}


def words(text: str, language: str = "en", own: WordingFile = NOTHING_OWN) -> list[str]:
    """Give the loaded words of a text in the editors' own voice."""
    known = word_list(language, own, "en")
    said = own_voice(text)
    return [text[one.start : one.end] for one in known.found(said)] if known else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_list_has_a_reason_and_an_alternative(language: str) -> None:
    entries = shipped(language)
    assert len(entries) >= 80
    for one in entries:
        assert one.reason[0].isupper(), one
        assert one.reason.endswith("."), one
        assert all(one.instead), one
        assert one.language is None, one


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice_in_a_list(language: str) -> None:
    forms = [form.lower() for one in shipped(language) for form in (*one.forms, *one.not_in)]
    assert sorted(set(forms)) == sorted(forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_found_and_no_longer_word_that_is_not_meant(language: str) -> None:
    for one in shipped(language):
        assert [words(f"Ada {form} Vale.", language) for form in one.forms] == [[f] for f in one.forms]
        assert list(chain(*(words(f"Ada {longer} Vale.", language) for longer in one.not_in))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_alternative_is_a_loaded_word_itself(language: str) -> None:
    assert [word for one in shipped(language) for text in one.instead for word in words(text, language)] == []


def test_a_reason_names_no_party_of_the_real_briefing() -> None:
    parties = examine(*read_files(ROOT)).content.corpus.parties.values()
    names = {name for one in parties for name in (one.name, one.label, *one.aliases)}
    assert not [(one.reason, name) for one in shipped("en") for name in names if name in one.reason]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town CLAIMED it.", ["CLAIMED"]),
        ("The regime’s plan, and the regime's.", ["regime", "regime"]),
        ("A pro-regime paper, a sanctions regime, a regimen.", []),
        ("It is\nwidely  seen so.", ["widely  seen"]),
        ("The so-called plan, so called.", ["so-called"]),
        ("*Clearly*, **obviously** late.", ["Clearly", "obviously"]),
        ("The club insists on it.", []),
        ("The club insists that it is so.", ["insists"]),
        ("Nobody said anything.", []),
    ],
)
def test_words_are_found_whole_and_in_capitals_or_not(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The town “clearly claimed” it.",
        'The town "clearly claimed" it.',
        "The town «clearly claimed» it.",
        "The town „clearly claimed“ it.",
        "The town ‘clearly claimed’ it.",
        "The town 'clearly claimed' it.",
        "See [the paper](https://example.org/clearly/claimed).",
        "See https://example.org/clearly",
    ],
)
def test_words_in_quotation_marks_and_addresses_are_nobodys_own(text: str) -> None:
    assert words(text) == []


def test_apostrophes_are_no_quotation_marks() -> None:
    text = "The drivers' club clearly isn't the workers' club."
    assert words(text) == ["clearly"]


@given(st.text(alphabet="ab '\"’‘“”«»„‚](\n.h", max_size=40))
def test_in_the_editors_own_voice_every_place_stays_what_it_was(text: str) -> None:
    said = own_voice(text)
    assert len(said) == len(text)
    assert all(now in ("\0", before) for now, before in zip(said, text, strict=True))


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "made up"])
def test_words_of_sources_and_parties_are_never_noted(root: Path) -> None:
    raw = dict(read_files(root)[0])
    loaded = b"claimed, admitted, clearly; the regime\n"
    for name in [name for name in raw if name.endswith(".txt")]:
        raw[name] += b"\n" + loaded
    assert told(raw) == []


def test_what_stands_under_evidence_and_in_analysis_is_not_looked_at() -> None:
    files = project()
    report = files["seeds/report.txt"].decode() + "The club clearly claimed that it can’t wait.\n"
    evidence = "        reported: wants the bridge to be wider"
    position = (
        files[DRIVERS]
        .decode()
        .replace(
            evidence,
            "        reported: The club clearly claimed that\n        why: It is clearly theirs.",
        )
    )
    analysis = "analysis:\n  - {kind: gap, text: The regime is clearly late., author: A, date: 2031-05-03}\n"
    files |= {
        "seeds/report.txt": report.encode(),
        DRIVERS: position.encode(),
        BRIEFING: files[BRIEFING] + analysis.encode(),
    }
    assert told(files) == []


@pytest.mark.parametrize(
    "value",
    [
        "Who clearly decides",
        "'Who clearly decides'",
        '"Who clearly decides"',
        "Clearly “clearly”, and clearly so",
        ">-\n      Who decides\n      clearly\n      on it",
        ">\n      Who decides,\n\n      and  clearly  so",
        "|\n      Who\n        clearly\n      decides",
        "Who\n      decides clearly\n      on it",
        "'Who\n      clearly decides'",
        "é🎈 clearly",
    ],
)
def test_the_carets_stand_exactly_under_the_word(value: str) -> None:
    found = told(with_text(f"title: {value}"))
    assert found
    assert {meant(one).lower() for one in found} == {"clearly"}
    lines = with_text(f"title: {value}")[BRIEFING].decode().split("\n")
    assert all(lines[one.location.line - 1] == one.location.text for one in found)


@pytest.mark.parametrize(
    "value", ['"Who \\"is\\" clearly late"', "'It isn''t clearly late'", '"It\\x20clearly is"']
)
def test_where_the_letters_of_a_line_are_not_those_of_the_text_the_value_is_marked(value: str) -> None:
    files = with_text(f"title: {value}")
    (one,) = told(files)
    assert meant(one) == value
    assert "“clearly”" in one.message


@given(st.lists(st.sampled_from(["a", "bé", "“c”", "🎈"]), min_size=1, max_size=8), st.data())
def test_each_word_of_a_folded_text_has_its_place(parts: list[str], data: st.DataObject) -> None:
    breaks = [data.draw(st.sampled_from([" ", "\n  "])) for _ in parts]
    body = "".join(f"{before}{part}" for before, part in zip(["\n  ", *breaks[1:]], parts, strict=True))
    file, faults = read_yaml("a.yml", f"a: >-{body}\nb: c\n".encode())
    assert file is not None, faults
    text = file.data["a"]
    at = 0
    for part in parts:
        start = text.index(part, at)
        at = start + len(part)
        location = place_in(tuple(file.data.value_lines("a")), text, start, at)
        assert location.text[location.column - 1 :][: location.width] == part


def test_a_form_over_two_lines_is_marked_on_its_first() -> None:
    (one,) = told(with_text("title: >-\n      It is widely\n      seen so"))
    assert (one.location.line, meant(one)) == (14, "widely")
    assert "“widely seen”" in one.message


def test_the_note_says_where_the_cited_source_has_the_word_too() -> None:
    files = project()
    report = files["seeds/report.txt"].decode().replace("the club wrote", "the club claimed")
    position = (
        files[DRIVERS].decode().replace("says that the club wants a wider bridge", "says the club claimed it")
    )
    reported = position.replace("wants the bridge to be wider", "It can’t wait, the club claimed")
    here, there = (
        told(files | {"seeds/report.txt": report.encode(), DRIVERS: text.encode()})
        for text in (reported, position)
    )
    assert ["cited words of report" in one.hint for one in (*here, *there)] == [True, False]


OWN = """
words:
  - forms: [bridge]
    not_in: [the bridge]
    reason: It is a viaduct.
    instead: [viaduct]
  - {forms: Brücke, reason: Es ist keine., instead: Viadukt, language: de}
  - {forms: [大桥], reason: It is small., instead: [桥], language: zh}
allow:
  - {word: Claims that, reason: The parties claim.}
"""


def own() -> WordingFile:
    """Give what OWN adds and allows."""
    return examine(project() | {WORDING: OWN.encode()}).content.corpus.wording


def test_a_site_adds_words_and_allows_a_word_in_all_its_forms() -> None:
    assert words("A bridge, the bridge: the town claimed, and clearly so.", "en", own()) == [
        "bridge",
        "clearly",
    ]
    assert words("A bridge: the town claimed, and clearly so.") == ["claimed", "clearly"]


def test_a_language_has_its_own_words_and_one_that_is_not_known_has_none() -> None:
    assert words("Die Brücke, clearly.", "de", own()) == ["Brücke"]
    assert words("一座大桥。", "zh-Hans", own()) == ["大桥"]
    assert words("The town clearly claimed.", "en-GB", own()) == ["clearly"]
    assert word_list("fr", own(), "en") is None
    assert word_list("../en", own(), "en") is None


def test_a_briefing_without_a_language_is_in_that_of_the_site() -> None:
    files = with_text("title: Who clearly decides")
    assert [len(told(files, language=language)) for language in ("en", "en-US", "de")] == [1, 1, 0]
    english = files | {BRIEFING: b"language: en\n" + files[BRIEFING]}
    assert len(told(english, language="de")) == 1


def test_the_check_reads_the_language_of_the_site_from_its_settings(tmp_path: Path) -> None:
    for name, raw in with_text("title: Who clearly decides").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    counts = []
    for settings in (None, "de", "en"):
        if settings:
            (tmp_path / "mkdocs.yml").write_text(
                f"site_name: A\ntheme: {{name: material, language: {settings}}}\nplugins: [briefings]\n",
                "utf-8",
            )
        done = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
        assert done.exit_code == 0, done.output
        counts.append(done.output.count("N430"))
    assert counts == [1, 0, 1]


def test_what_renders_pages_reads_that_language_too(tmp_path: Path) -> None:
    own = "words: [{forms: [Brücke], reason: Es ist keine., instead: [Viadukt], language: de}]\nallow: [{word: Brücke, reason: Name.}]\n"
    settings = b"site_name: A\ntheme: {name: material, language: de}\nplugins: [briefings]\n"
    for name, raw in (project() | {WORDING: own.encode(), "mkdocs.yml": settings}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    done = CliRunner().invoke(main, ["render", "--root", str(tmp_path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert "W440" not in done.output


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("words:\n  - {forms: [x], reason: y}\n", "E302", "instead"),
        ("words:\n  - {forms: [x], instead: [y]}\n", "E302", "reason"),
        ("words:\n  - {forms: [], reason: y., instead: [z]}\n", "E304", "forms"),
        ("allow:\n  - {word: claimed}\n", "E302", "reason"),
        ("allow: claimed\n", "E305", "allow"),
        ("allowed: []\n", "E301", "allow"),
        ("words:\n  - {forms: [x], reason: y, instead: [z], language: english}\n", "E309", "english"),
    ],
)
def test_a_wrong_wording_file_is_told_as_all_faults_are(text: str, code: str, at: str) -> None:
    (one,) = examine(project() | {WORDING: text.encode()}).diagnostics
    assert (one.code, one.location.file) == (code, WORDING)
    assert at in one.message + one.hint


@pytest.mark.parametrize(
    "text",
    [
        "Drivers’ club wants a wider bridge.",
        "Cy Lane wants a wider bridge.",
        "In Lane’s words a wider bridge.",
        "A wider bridge, according to the report.",
        "The Lantern has it that the bridge is too narrow.",
        "It was said to be too narrow.",
    ],
)
def test_one_name_or_one_verb_says_whose_word_a_statement_is(text: str) -> None:
    files = with_statement(text)
    parties = files[PARTIES].decode() + "  speakers:\n    cy-lane: {name: Cy Lane}\n"
    about = files["seeds/report.yml"] + b"publisher: The Lantern\n"
    assert told(files | {PARTIES: parties.encode(), "seeds/report.yml": about}, "N431") == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is too narrow.",
        "It “can’t wait”, and they “said so”.",
        "Planes and drivers’ clubs wait.",
        "The town has it too narrow.",
    ],
)
def test_a_statement_without_either_is_noted(text: str) -> None:
    assert [meant(one) for one in told(with_statement(text), "N431")] == [text]


def test_the_note_proposes_somebody_who_speaks_in_the_evidence() -> None:
    files = with_statement("The bridge is too narrow.")
    (party,) = told(files, "N431")
    parties = files[PARTIES].decode() + "  speakers:\n    cy-lane: {name: Cy Lane}\n"
    evidence = files[DRIVERS].decode() + "        speaker: cy-lane\n"
    (speaker,) = told(files | {PARTIES: parties.encode(), DRIVERS: evidence.encode()}, "N431")
    assert ("“Drivers’ club said" in party.hint, "“Cy Lane said" in speaker.hint) == (True, True)


TERMS = """
a: {term: the Long Bridge, prefer: the bridge, note: The club says so.}
b: {term: crossing, prefer: the crossing at Lund}
c: {term: viaduct, used_by: [town]}
d: {term: the Drivers’ Front, prefer: the club}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Long Bridge opens", ["The Long Bridge"]),
        ("The long bridge opens", []),
        ("A Crossing opens", ["Crossing"]),
        ("The crossing at Lund opens", []),
        ("The “crossing” opens, a viaduct", []),
        ("Crossings open", []),
        ("A crossing’s end", ["crossing"]),
        ("The Drivers' Front  waits", ["The Drivers' Front"]),
        ("The drivers' front waits", []),
    ],
)
def test_a_name_is_noted_where_the_site_has_another_for_it(text: str, expected: list[str]) -> None:
    files = with_text(f"title: {text}") | {NAMES: TERMS.encode()}
    assert [meant(one) for one in told(files, "N432")] == expected


def test_analysis_too_writes_the_names_of_the_site() -> None:
    files = project()
    analysis = "analysis:\n  - {kind: gap, text: No crossing is clearly late., author: A, date: 2031-05-03}\n"
    files |= {BRIEFING: files[BRIEFING] + analysis.encode(), NAMES: TERMS.encode()}
    assert [meant(one) for one in told(files, "N432")] == ["crossing"]


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "made up"])
def test_in_our_briefings_only_one_name_is_noted_and_rightly(root: Path) -> None:
    notes = [one for one in examine(*read_files(root)).diagnostics if one.code.startswith("N43")]
    assert [(one.code, meant(one)) for one in notes] == ([] if root == ROOT else [("N432", "night closing")])


def test_notes_on_wording_stop_no_build() -> None:
    examined = examine(with_text("title: Who clearly decides"))
    assert examined.sound
    assert examined.faults == ()
