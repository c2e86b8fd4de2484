"""The strict YAML reader: what it reads, what it refuses, and what it says about that."""

import re
from collections.abc import Iterator
from textwrap import indent

import pytest

from generator.content import rules
from generator.content.strict_yaml import read_yaml
from generator.content.strict_yaml.reader import ReadFile
from generator.content.strict_yaml.slips import SLIPS, Slip, explain
from generator.content.strict_yaml.yaml_error import YamlError
from generator.diagnostics import Rule
from generator.location import Location, YamlList, YamlMap, location_at
from tests.content.yamlcases import HARMLESS, TRAPS, UNREADABLE, Error

RULES = [rule for rule in rules.RULES if rule.code.startswith("E1")]


def read(text: str | bytes) -> tuple[YamlMap | None, list[Error]]:
    found, errors = read_yaml("folder/f.yml", text if isinstance(text, bytes) else text.encode())
    assert {error.location.file for error in errors} <= {"folder/f.yml"}
    return found, [(error.code, error.location.line, error.location.column) for error in errors]


def report(text: str) -> tuple[str, str]:
    """Return the message and the hint of the only error of a file."""
    (error,) = read_yaml("f.yml", text.encode())[1]
    return error.message, error.hint


@pytest.mark.parametrize(("text", "errors"), TRAPS.values(), ids=list(TRAPS))
def test_a_trap_of_yaml_is_refused_at_its_place(text: str | bytes, errors: list[Error]) -> None:
    assert read(text) == (None, errors)


@pytest.mark.parametrize(("text", "line", "column", "message"), UNREADABLE.values(), ids=list(UNREADABLE))
def test_a_file_that_yaml_cannot_read_has_one_error(text: str, line: int, column: int, message: str) -> None:
    assert read(text) == (None, [("E110", line, column)])
    assert message in report(text)[0]


@pytest.mark.parametrize(("text", "data"), HARMLESS.values(), ids=list(HARMLESS))
def test_harmless_text_is_read_as_it_was_written(text: str | bytes, data: object) -> None:
    found, errors = read(text)
    assert errors == []
    assert found is not None
    assert found == data


def test_every_slip_of_the_table_explains_an_unreadable_file() -> None:
    reported = {report(text) for text, *_ in UNREADABLE.values()}
    for slip in SLIPS:
        pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(slip.hint.partition("{")[0]))
        assert any(re.match(pattern, hint) for _, hint in reported), slip


def test_every_rule_has_a_case() -> None:
    assert {code for _, errors in TRAPS.values() for code, _, _ in errors} == {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_wrong_examples_of_the_manual_are_refused_and_the_right_ones_read(rule: Rule) -> None:
    if rule.code in ("E101", "E102"):  # their examples are not YAML
        return
    before, _, right = rule.manual.partition("\nRight")
    wrong = before.partition("\nWrong")[2]
    assert wrong
    assert right
    for example in examples(wrong):
        assert rule.code in {code for code, _, _ in read(example)[1]}, example
    for example in examples(right):
        assert read(f"top:\n{indent(example, '  ')}" if example.startswith("- ") else example)[1] == []


def examples(manual: str) -> list[str]:
    """Return the files in a part of the manual; visible signs stand there for invisible characters."""
    found = re.findall(r"```yaml\n(.*?)```", manual, re.DOTALL) or re.findall(r"`([^`]+)`", manual)
    return [f"{example.rstrip()}\n".replace("→", "\t").replace("⟨U+202E⟩", "\u202e") for example in found]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("text: Armenia: we will sign", 'text: "Armenia: we will sign"'),
        ('text: "Peace" is near', "text: '\"Peace\" is near'"),
        ("text: 'Russia's role'", 'text: "Russia\'s role"'),
        ("title: @home", 'title: "@home"'),
        ("text: [sic] we will", 'text: "[sic] we will"'),
        ("quote: We reject item #5 of it", 'quote: "We reject item #5 of it"'),
    ],
)  # fmt: skip
def test_a_hint_ends_with_the_line_as_it_should_be(wrong: str, right: str) -> None:
    assert report(f"{wrong}\n")[1].split("\n")[-1] == right
    assert read(f"top:\n  {right}\n" if right.startswith("- ") else f"{right}\n")[1] == []


@pytest.mark.parametrize(
    "text",
    ['quote: "a" and "b"', "text: a: b # c", f"text: {'a' * 2_000}: b", "a: [b: c: d]"],
    ids=["unclear marks", "a comment", "a long line", "brackets"],
)
def test_a_hint_shows_no_line_if_its_correction_is_unclear(text: str) -> None:
    assert "\n" not in report(f"{text}\n")[1]


@pytest.mark.parametrize("text", [text for text, *_ in UNREADABLE.values()], ids=list(UNREADABLE))
def test_the_words_of_the_parser_never_reach_an_editor(text: str) -> None:
    message, hint = report(text)
    assert hint
    assert not re.search("token|scalar|expected|flow|block|yaml.org|scanning", f"{message} {hint}")


def test_an_exception_in_a_hint_leaves_the_plain_error() -> None:
    def broken(_: YamlError) -> Iterator[Location]:
        raise LookupError

    slip = Slip(broken, "a message", "a hint")
    error = YamlError(
        places=ReadFile("f.yml", "a: b: c"),
        problem="",
        line=0,
        column=4,
        start=(0, 0),
        closed=None,
        bracket=None,
    )
    assert explain(error, [slip]).message == "YAML cannot read this line"
    assert explain(error, [slip]).location.column == 5


def test_the_first_error_of_a_file_that_cannot_be_read_is_the_only_one() -> None:
    assert read("a: !x y\nb: *c\nd: e: f\ng: @h\n") == (None, [("E122", 1, 4)])


def test_after_a_comma_in_braces_the_hint_says_what_the_comma_does() -> None:
    assert "a comma ends a value" in report("x: {quote: Yes, we agree}\n")[1]
    assert "a comma" not in report("x: {name: Ada, role:Mayor}\n")[1]


def test_errors_that_do_not_hide_each_other_are_all_reported() -> None:
    text = "a: b # c\na: !x y\nd: &e f\ng: {h}\n"
    assert read(text)[1] == [("E121", 1, 6), ("E120", 2, 1), ("E122", 2, 4), ("E122", 3, 4), ("E122", 4, 5)]


def test_a_second_key_names_the_line_of_the_first() -> None:
    assert report("a: b\nc: d\na: e\n")[0] == "the key “a” is already used in line 1"


def test_another_encoding_names_the_byte() -> None:
    (error,) = read_yaml("f.yml", b"a: b\nb: caf\xe9\n")[1]
    assert error.message == "this file is not UTF-8: byte 12 is 0xe9"
    assert error.location.text == "b: caf\ufffd"


def test_locations_count_characters_whatever_their_bytes() -> None:
    found, _ = read("\ufeffключ: {é🎈: “слово”, b: [c, 'd']}\n")
    assert found is not None
    inner = found["ключ"]
    assert isinstance(inner, YamlMap)
    assert isinstance(inner["b"], YamlList)
    locations = [
        found.key_location("ключ"),
        inner.location,
        inner.key_location("é🎈"),
        location_at(inner, ["é🎈"]),
        *(location_at(inner, ["b", index]) for index in range(len(inner["b"]))),
    ]
    assert [(found.line, found.column, found.width) for found in locations] == [
        (1, 1, 4),
        (1, 7, 1),
        (1, 8, 2),
        (1, 12, 7),
        (1, 25, 1),
        (1, 28, 3),
    ]
    assert locations[3].text[11:18] == "“слово”"


def test_a_text_of_several_lines_has_a_location_for_each() -> None:
    found, _ = read("a:\n  - b c\n    d\n")
    assert found is not None
    lines = [(line.line, line.column, line.width, line.text) for line in found["a"].item_lines(0)]
    assert lines == [(2, 5, 3, "  - b c"), (3, 5, 1, "    d")]


@pytest.mark.parametrize("key", ["publish", "about", "confidence", "statement"])
def test_any_key_of_the_format_that_became_part_of_a_folded_text_is_refused(key: str) -> None:
    assert read(f"status_note: >-\n  The owner asked for it.\n  {key}: none\n")[1] == [("E119", 3, 3)]
