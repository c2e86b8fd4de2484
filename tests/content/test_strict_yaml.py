"""The strict reader: every trap of YAML is refused where it stands, with what to write instead."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from textwrap import indent

import pytest

from generator.content.strict_yaml import RULES, YamlFile, read_yaml
from generator.diagnostics import Rule
from generator.location import YamlList, YamlMap
from tests.content.yamlcases import HARMLESS, TRAPS, Fault


def read(text: str | bytes) -> tuple[YamlFile | None, list[Fault]]:
    found, faults = read_yaml("folder/f.yml", text if isinstance(text, bytes) else text.encode())
    assert {fault.location.file for fault in faults} <= {"folder/f.yml"}
    return found, [(fault.code, fault.location.line, fault.location.column) for fault in faults]


def report(text: str) -> tuple[str, str]:
    """Give the message and the hint of the one fault of a file."""
    (fault,) = read_yaml("f.yml", text.encode())[1]
    return fault.message, fault.hint


@pytest.mark.parametrize(("text", "faults"), TRAPS.values(), ids=list(TRAPS))
def test_a_trap_is_refused_where_it_stands(text: str | bytes, faults: list[Fault]) -> None:
    assert read(text) == (None, faults)


@pytest.mark.parametrize(("text", "data"), HARMLESS.values(), ids=list(HARMLESS))
def test_what_is_harmless_is_read_as_it_was_written(text: str | bytes, data: object) -> None:
    found, faults = read(text)
    assert faults == []
    assert found is not None
    assert found.data == data


def test_every_rule_but_the_last_resort_has_a_trap() -> None:
    """E117 is for what no trap foresees."""
    assert {code for _, faults in TRAPS.values() for code, _, _ in faults} == {
        rule.code for rule in RULES
    } - {"E117"}


def test_rules_have_codes_and_names_of_their_own() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_but_the_last_resort_shows_what_is_wrong_and_what_is_right() -> None:
    for rule in RULES:
        assert rule.code == "E117" or ("\nWrong" in rule.manual and "\nRight" in rule.manual), rule.code


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_the_manual_calls_wrong_is_refused_for_that_and_what_it_calls_right_is_read(rule: Rule) -> None:
    if rule.code in ("E101", "E102", "E120"):  # their examples are no lines of one piece
        return
    before, _, right = rule.manual.partition("\nRight")
    for example in examples(before.partition("\nWrong")[2]):
        assert rule.code in {code for code, _, _ in read(example)[1]}, example
    for example in examples(right):
        assert read(f"top:\n{indent(example, '  ')}" if example.startswith("- ") else example)[1] == []


def examples(manual: str) -> list[str]:
    """Give the files in a part of the manual; signs stand there for what nobody can see."""
    found = re.findall(r"```yaml\n(.*?)```", manual, re.DOTALL) or re.findall(r"`([^`]+)`", manual)
    return [f"{example.rstrip()}\n".replace("→", "\t").replace("⟨U+202E⟩", "\u202e") for example in found]


@pytest.mark.parametrize("text", [text for text, _ in TRAPS.values()], ids=list(TRAPS))
def test_the_words_of_the_parser_never_reach_an_editor(text: str | bytes) -> None:
    for fault in read_yaml("f.yml", text if isinstance(text, bytes) else text.encode())[1]:
        told = f"{fault.message} {fault.hint}"
        assert not any(
            word in told for word in ("token", "scalar", "expected", "flow", "block", "yaml.org", "scanning")
        )
        assert fault.hint
        assert fault.message[:1] == "“" or fault.message[:1].islower()


@pytest.mark.parametrize(
    ("wrong", "message", "right"),
    [
        ("text: Armenia: we will sign", "this colon stands inside a text", 'text: "Armenia: we will sign"'),
        ("text: Armenia: we “will”  # so", "this colon stands inside a text", 'text: "Armenia: we “will”"  # so'),
        ('text: "Peace" is near', "something follows the closing quotation mark", "text: '\"Peace\" is near'"),
        ("text: 'Russia's role'", "something follows the closing quotation mark", 'text: "Russia\'s role"'),
        ('text: "a" and "b"', "something follows the closing quotation mark", "text: '\"a\" and \"b\"'"),
        ('title: "Talks', "this quotation mark is never closed", 'title: "Talks"'),
        ("a: [b, c", "this bracket “[” is not closed", "a: [b, c]"),
        ("title: @home", "a text cannot begin with “@” here", 'title: "@home"'),
        ("title: *x", "“*x” is an alias", 'title: "*x"'),
        ("title: !x y", "“!x” is a tag", 'title: "!x y"'),
        ("title: &x y", "“&x” is an anchor", 'title: "&x y"'),
        ("text: [sic] we will", "a text cannot begin with “[” here", 'text: "[sic] we will"'),
        ("key:value", "this line has no “key: value”", "key: value"),
        ("key:\u00a0value", "this line has no “key: value”", "key: value"),
        ("stance conditional", "this line has no “key: value”", "stance: conditional"),
        ('a: "C:\\Users"', "a backslash means something inside double quotation marks, and not what stands here",
         "a: 'C:\\Users'"),
        ("a:\n\tb: c", "this line is indented with a tab", "  b: c"),
        ("a:\n  - \tb: c", "this line is indented with a tab", "  - b: c"),
        ("\u200ba: b", "this line is indented with U+200B, a space that is no ordinary one", "a: b"),
        ("key:value\nb: c", "this line has no “key: value”", "key: value"),
        ("key :value", "this line has no “key: value”", "key: value"),
    ],
)  # fmt: skip
def test_a_hint_ends_with_the_line_as_it_is_right(wrong: str, message: str, right: str) -> None:
    told, hint = report(f"{wrong}\n")
    assert told == message
    assert hint.split("\n")[-1] == right
    assert read(f"a:\n{right}\n" if right.startswith(" ") else f"{right}\n")[1] == []


@pytest.mark.parametrize("text", [text for text, _ in TRAPS.values()], ids=list(TRAPS))
def test_a_corrected_line_is_one_that_the_reader_takes(text: str | bytes) -> None:
    """Put in place of the faulty line, it has that fault no more. Lines that begin “If …” are one way out of two."""
    raw = text if isinstance(text, bytes) else text.encode()
    for fault in read_yaml("f.yml", raw)[1]:
        advice, _, better = fault.hint.rpartition("\n")
        if not advice or "If " in advice or fault.code == "E119":
            continue
        lines = raw.decode().removeprefix("\ufeff").split("\n")
        line = lines[fault.location.line - 1]
        indent = "" if fault.code in {"E104", "E115", "E120"} else line[: len(line) - len(line.lstrip())]
        lines[fault.location.line - 1] = indent + better
        again = read_yaml("f.yml", "\n".join(lines).encode())[1]
        assert (fault.code, fault.location.line) not in {(one.code, one.location.line) for one in again}, (
            better
        )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: [b  # c\nd: e\n", "Close it with “]”, before any comment."),
        ("a: [b,\nc: d\ne: f]\n", "Close it with “]”; the reader got lost in line 3."),
        ('a: ["b, c]\nd: e\n', "Add the closing one where the text ends."),
        ("a: '\n---\nb'\n", "Add the closing one where the text ends."),
        ("@a: b\n", "Put the text in quotation marks."),
        ("*x: b\n", "Put the text in quotation marks."),
    ],
)
def test_a_hint_shows_no_line_where_it_would_be_wrong_again(text: str, hint: str) -> None:
    assert hint in [fault.hint for fault in read_yaml("f.yml", text.encode())[1]]


def test_a_quotation_mark_inside_a_text_in_brackets_says_how_to_write_it() -> None:
    assert report("quote: ['a', 'Russia's role']\n") == (
        "something follows the closing quotation mark",
        "Put double quotation marks around the text, or double the apostrophe inside it: ''",
    )
    assert report('quote: ["a "b" c"]\n')[1] == (
        'Put single quotation marks around the text, or a backslash before the one inside it: \\"'
    )


def test_an_empty_line_with_a_tab_is_told_as_such() -> None:
    assert report("a: b\n\t\nc: d\n") == (
        "a tab stands on this empty line",
        "Delete all that stands on the line.",
    )


def test_a_file_with_the_line_breaks_of_old_macs_is_told_once() -> None:
    assert report("a: b\rc: d\re: f\r") == (
        "the lines of this file end as on the Macs of old, so that all of it is one line",
        "Save it again with line ends “LF”.",
    )


def test_the_message_about_a_cut_text_shows_both_ways_out() -> None:
    assert report("quote: We reject item #5 of the plan\n") == (
        "this “#” cuts the text off",
        """If a comment begins here, set it off: two spaces before the “#”, one after it.
If not, quote the text:
quote: "We reject item #5 of the plan\"""",
    )


def test_the_message_about_a_second_key_names_the_line_of_the_first() -> None:
    assert report("a: b\nc: d\na: e\n")[0] == "the key “a” stands twice: first in line 1"


def test_the_message_about_another_encoding_names_the_byte() -> None:
    (fault,) = read_yaml("f.yml", b"a: b\nb: caf\xe9\n")[1]
    assert fault.message == "this file is not UTF-8: byte 12 is 0xe9"
    assert fault.location.text == "b: caf\ufffd"


def test_faults_that_do_not_hide_each_other_are_told_in_one_run() -> None:
    text = "a: b # c\na: !x y\nd: &e f\ng: {h}\ni: j: k\n"
    assert read(text) == (
        None,
        [("E121", 1, 6), ("E120", 2, 1), ("E122", 2, 4), ("E122", 3, 4), ("E116", 4, 5), ("E110", 5, 5)],
    )


def test_marks_count_characters_whatever_their_bytes() -> None:
    found, _ = read("\ufeffключ: {é🎈: “слово”, b: [c, 'd']}\n")
    assert found is not None
    inner = found.data["ключ"]
    assert isinstance(inner, YamlMap)
    assert isinstance(inner["b"], YamlList)
    marks = [
        found.data.key_location("ключ"),
        inner.location,
        inner.key_location("é🎈"),
        inner.value_location("é🎈"),
        *(inner["b"].item_location(index) for index in range(len(inner["b"]))),
    ]
    assert [(location.line, location.column, location.width) for location in marks] == [
        (1, 1, 4),
        (1, 7, 1),
        (1, 8, 2),
        (1, 12, 7),
        (1, 25, 1),
        (1, 28, 3),
    ]
    assert marks[3].text[11:18] == "“слово”"


def test_a_text_of_several_lines_is_marked_on_its_first() -> None:
    found, _ = read("a:\n  - b c\n    d\n")
    assert found is not None
    location = found.data["a"].item_location(0)
    assert (location.line, location.column, location.width, location.text) == (2, 5, 3, "  - b c")


HOSTILE = {
    "brackets": "[" * 50_000,
    "braces": "{" * 50_000,
    "braces with keys": "{a: " * 12_500,
    "brackets and braces": "[{" * 25_000,
    "dashes": "- " * 25_000,
    "question marks": "? " * 25_000,
    "colons": ": " * 25_000,
    "keys": "a: " * 16_000,
    "quotation marks": '"' * 50_000,
    "anchors": "&a " * 16_000,
    "tags": "! " * 25_000,
    "steps": "".join(f"{' ' * i}a:\n" for i in range(300)),
    "dashes in steps": "".join(f"{' ' * i}-\n" for i in range(300)),
    "commas": "a: [" + "," * 50_000,
    "NULs": "\0" * 50_000,
    "one key": "a: b\n" * 12_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_files_made_to_crash_a_reader_end_in_a_clear_fault(text: str) -> None:
    """Each is read in a process of its own: libyaml can take the interpreter down with it."""
    program = (
        "import sys\nfrom generator.content.strict_yaml import read_yaml\n"
        "found, faults = read_yaml('f.yml', sys.stdin.buffer.read())\n"
        "print(found is None, 0 < len(faults) <= 101, all(fault.hint for fault in faults))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=text.encode(), capture_output=True, timeout=20, check=False
    )
    assert (done.returncode, done.stdout.split()) == (0, [b"True"] * 3), done.stderr


LONG = {
    "spaces in a text with a colon": f"a: b: {' ' * 50_000}c\n",
    "spaces before a refused sign": f"a: @{' ' * 50_000}b\n",
    "spaces before a key, and deeper ones": f"{' ' * 50_000}a:\n{' ' * 50_001}b\n",
    "spaces behind a dash": f"a:\n-{' ' * 50_000}b:\n{' ' * 50_005}c\n",
    "number signs": f"a: b\nc{' #' * 25_000}\nd: e\n",
    "tags": f"a: [{'!b c, ' * 8_000}]\n",
    "a tag": f"a: !{'b' * 50_000}\n",
    "keys in braces": f"a: {{{', '.join(f'b{n}: c' for n in range(5_000))}}}\n",
    "dashes in a text": f"a: b\n{' -' * 25_000}\n",
    "apostrophes": f"a: '{chr(39) * 49_999}\n",
    "colons": ":" * 50_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=list(LONG))
def test_a_long_line_costs_little_and_is_not_shown_again_whole(text: str) -> None:
    """Some hundredths of a second; what looked at each place of the line twice took ten seconds."""
    start = time.process_time()
    _, faults = read_yaml("f.yml", text.encode())
    assert time.process_time() - start < 2
    assert all(len(fault.hint) + len(fault.message) < 2_000 for fault in faults)


def test_a_file_of_50_kilobytes_is_read_in_a_moment() -> None:
    """Some milliseconds; the bound leaves room for a slow and busy machine."""
    entry = "  - issue: us-proposal\n    stance: conditional    # so\n    evidence: [{source: x, quote: 'more or less'}]\n"
    raw = ("positions:\n" + entry * (50_000 // len(entry))).encode()
    times = []
    for _ in range(3):
        start = time.process_time()
        assert read_yaml("f.yml", raw)[0] is not None
        times.append(time.process_time() - start)
    assert min(times) < 0.25


@pytest.mark.parametrize("key", ["publish", "about", "confidence", "author", "statement"])
def test_any_key_of_the_format_that_became_part_of_a_folded_text_is_told(key: str) -> None:
    _, faults = read_yaml("a.yml", f"status_note: >-\n  The owner asked for it.\n  {key}: none\n".encode())
    assert [(one.code, one.location.line) for one in faults] == [("E119", 3)]
