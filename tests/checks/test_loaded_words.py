"""Loaded words: the list itself, where words are found, and what a site changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.sentences import locate_words
from generator.checks.wording.loaded_words import loaded_terms, shipped_words
from generator.cli import main
from generator.content.files import read_files
from generator.content.model import WordingFile
from generator.content.strict_yaml import read_yaml
from generator.diagnostics import Diagnostic
from generator.pipeline import examine
from generator.speech.editor_quotes import own_voice
from tests.building import HARBOUR, ROOT
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"
WORDING = "briefings/wording.yml"
LANGUAGES = [path.stem for path in (ROOT / "generator" / "checks" / "wording").glob("*.yml")]
NO_CHANGES = WordingFile()


def infos(files: dict[str, bytes], code: str = "I430", language: str = "en") -> list[Diagnostic]:
    """Return the diagnostics of one rule."""
    return [diagnostic for diagnostic in examine(files, (), language).diagnostics if diagnostic.code == code]


def marked(diagnostic: Diagnostic) -> str:
    """Return the words above the carets."""
    return diagnostic.location.text[diagnostic.location.column - 1 :][: diagnostic.location.width]


def with_title(title: str) -> dict[str, bytes]:
    """Return the base project with another title of its issue."""
    files = project()
    return files | {BRIEFING: files[BRIEFING].replace(b"title: Width", f"title: {title}".encode())}


def write(files: dict[str, bytes], root: Path) -> None:
    for name, raw in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(raw)


def found(text: str, language: str = "en", own: WordingFile = NO_CHANGES) -> list[str]:
    """Return the loaded words of a text in the editors' own voice."""
    return [text[start:end] for start, end, _ in loaded_terms(language, own, "en").find(own_voice(text))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_a_reason_and_neutral_alternatives(language: str) -> None:
    words = shipped_words(language)
    assert len(words) >= 80
    for word in words:
        assert word.reason[0].isupper(), word
        assert word.reason.endswith("."), word
        assert all(word.instead), word
        assert word.language is None, word
        assert [found(text, language) for text in word.instead] == [[] for _ in word.instead]
    forms = [form.lower() for word in words for form in (*word.forms, *word.not_in)]
    assert sorted(set(forms)) == sorted(forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_found_unless_a_longer_word_excludes_it(language: str) -> None:
    for word in shipped_words(language):
        assert [found(f"Ada {form} Vale.", language) for form in word.forms] == [[f] for f in word.forms]
        assert [text for longer in word.not_in for text in found(f"Ada {longer} Vale.", language)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town CLAIMED it.", ["CLAIMED"]),
        ("The regime’s plan, and the regime's.", ["regime", "regime"]),
        ("A pro-regime paper, a sanctions regime, a regimen.", []),
        ("It is\nwidely  seen so.", ["widely  seen"]),
        ("*Clearly*, **obviously** late.", ["Clearly", "obviously"]),
        ("The club insists on it, and insists that it is so.", ["insists"]),
        ("The drivers' club clearly isn't the workers' club.", ["clearly"]),
        ('The town “clearly claimed” it, "clearly" it, «clearly» it, „clearly“ it.', []),
        ("The town ‘clearly claimed’ it, and 'clearly claimed' it.", []),
        ("See [the paper](https://example.org/clearly/claimed) and https://example.org/clearly", []),
    ],
)
def test_whole_words_outside_quotation_marks_and_urls_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(st.text(alphabet="ab '\"’‘“”«»„‚](\n.h", max_size=40))
def test_masking_quotations_keeps_every_offset(text: str) -> None:
    masked = own_voice(text)
    assert len(masked) == len(text)
    assert all(after in ("\0", before) for after, before in zip(masked, text, strict=True))


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "harbour"])
def test_words_of_sources_are_never_reported(root: Path) -> None:
    files = dict(read_files(root)[0])
    for name in [name for name in files if name.endswith(".txt")]:
        files[name] += b"\nclaimed, admitted, clearly; the regime\n"
    assert infos(files) == []


def test_evidence_and_analysis_are_not_checked() -> None:
    files = project()
    evidence = b"        reported: wants the bridge to be wider"
    loaded = b"        reported: The club clearly claimed that\n        why: It is clearly theirs."
    analysis = b"analysis:\n  - {kind: gap, text: The regime is clearly late., author: A, date: 2031-05-03}\n"
    files["seeds/report.txt"] += "The club clearly claimed that it can’t wait.\n".encode()
    files[DRIVERS] = files[DRIVERS].replace(evidence, loaded)
    files[BRIEFING] += analysis
    assert infos(files) == []


@pytest.mark.parametrize(
    "value",
    [
        "Who clearly decides",
        "'Who clearly decides'",
        "Clearly “clearly”, and clearly so",
        ">\n      Who decides,\n\n      and  clearly  so",
        "|\n      Who\n        clearly\n      decides",
        "Who\n      decides clearly\n      on it",
        "'Who\n      clearly decides'",
        "é🎈 clearly",
    ],
)
def test_the_carets_are_exactly_under_the_word(value: str) -> None:
    files = with_title(value)
    diagnostics = infos(files)
    assert {marked(diagnostic).lower() for diagnostic in diagnostics} == {"clearly"}
    lines = files[BRIEFING].decode().split("\n")
    assert all(lines[diagnostic.location.line - 1] == diagnostic.location.text for diagnostic in diagnostics)


@pytest.mark.parametrize("value", ["'It isn''t clearly late'", '"It\\x20clearly is"'])
def test_a_value_with_escapes_is_marked_as_a_whole(value: str) -> None:
    (diagnostic,) = infos(with_title(value))
    assert marked(diagnostic) == value
    assert "“clearly”" in diagnostic.message


@given(st.lists(st.sampled_from(["a", "bé", "“c”", "🎈"]), min_size=1, max_size=8), st.data())
def test_each_word_of_a_folded_text_is_located(parts: list[str], data: st.DataObject) -> None:
    breaks = [data.draw(st.sampled_from([" ", "\n  "])) for _ in parts]
    body = "".join(f"{before}{part}" for before, part in zip(["\n  ", *breaks[1:]], parts, strict=True))
    mapping, errors = read_yaml("a.yml", f"a: >-{body}\nb: c\n".encode())
    assert mapping is not None, errors
    text = mapping["a"]
    end = 0
    for part in parts:
        start = text.index(part, end)
        end = start + len(part)
        location = locate_words(tuple(mapping.value_lines("a")), text, start, end)
        assert location.text[location.column - 1 :][: location.width] == part


def test_a_form_over_two_lines_is_marked_on_the_first_line() -> None:
    (diagnostic,) = infos(with_title(">-\n      It is widely\n      seen so"))
    assert (diagnostic.location.line, marked(diagnostic)) == (15, "widely")
    assert "“widely seen”" in diagnostic.message


def test_the_hint_says_that_the_cited_source_has_the_word_too() -> None:
    files = project()
    files["seeds/report.txt"] = files["seeds/report.txt"].replace(b"the club wrote", b"the club claimed")
    other = files[DRIVERS].replace(b"says that the club wants a wider bridge", b"says the club claimed it")
    cited = other.replace(b"wants the bridge to be wider", "It can’t wait, the club claimed".encode())
    hints = [diagnostic.hint for text in (cited, other) for diagnostic in infos(files | {DRIVERS: text})]
    assert ["cited words of report" in hint for hint in hints] == [True, False]


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


def test_a_site_adds_words_by_language_and_allows_a_word_in_all_its_forms() -> None:
    own = examine(project() | {WORDING: OWN.encode()}).content.corpus.wording
    text = "A bridge, the bridge: the town claimed, and clearly so."
    assert found(text) == ["claimed", "clearly"]
    assert found(text, "en", own) == ["bridge", "clearly"]
    assert found("Die Brücke, clearly.", "de", own) == ["Brücke"]
    assert found("一座大桥。", "zh-Hans", own) == ["大桥"]
    assert found("The town clearly claimed.", "en-GB", own) == ["clearly"]
    assert [found("clearly", language, own) for language in ("fr", "../en")] == [[], []]


def test_a_briefing_without_a_language_has_that_of_the_site() -> None:
    files = with_title("Who clearly decides")
    assert [len(infos(files, language=language)) for language in ("en", "en-US", "de")] == [1, 1, 0]
    english = files | {BRIEFING: b"language: en\n" + files[BRIEFING]}
    assert len(infos(english, language="de")) == 1


def test_check_and_render_read_the_language_of_the_site_from_its_settings(tmp_path: Path) -> None:
    own = "words: [{forms: [Brücke], reason: Es ist keine., instead: [Viadukt], language: de}]\nallow: [{word: Brücke, reason: Name.}]\n"
    settings = b"site_name: A\ntheme: {name: material, language: de}\nplugins: [briefings]\n"
    write(with_title("Who clearly decides") | {WORDING: own.encode(), "mkdocs.yml": settings}, tmp_path)
    (tmp_path / "docs").mkdir()
    root = ["--root", str(tmp_path)]
    check = CliRunner().invoke(main, ["check", *root])
    render = CliRunner().invoke(main, ["render", *root, "--out", str(tmp_path / "out")])
    assert (check.exit_code, render.exit_code) == (0, 0), check.output + render.output
    assert "I430" not in check.output
    assert "W440" not in check.output + render.output


def test_loaded_words_do_not_stop_the_build() -> None:
    examined = examine(with_title("Who clearly decides"))
    assert not examined.has_errors
    assert infos(with_title("Who clearly decides"))
    assert examined.errors_and_warnings == ()


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("words:\n  - {forms: [x], reason: y}\n", "E302", "instead"),
        ("allow:\n  - {word: claimed}\n", "E302", "reason"),
        ("words:\n  - {forms: [], reason: y., instead: [z]}\n", "E304", "forms"),
        ("allow: claimed\n", "E305", "allow"),
        ("words:\n  - {forms: [x], reason: y, instead: [z], language: english}\n", "E309", "english"),
    ],
)
def test_errors_in_the_wording_file_are_reported(text: str, code: str, place: str) -> None:
    (diagnostic,) = examine(project() | {WORDING: text.encode()}).diagnostics
    assert (diagnostic.code, diagnostic.location.file) == (code, WORDING)
    assert place in diagnostic.message + diagnostic.hint
