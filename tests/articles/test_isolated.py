"""Conversion in a process of its own: limits of time and memory, and nothing written or sent."""

import fcntl
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator.edit.articles import isolated
from generator.edit.articles.converted import Converted, Doubt, Found, Line
from generator.edit.articles.isolated import convert_file
from generator.edit.articles.transfer import pack, to_bytes, unpack
from generator.edit.error import EditError

TEXT = b"The port is open.\n"
_CONVERT = "def convert(raw, name, encoding, stated):\n    "


@pytest.fixture
def importer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose statements a process for conversion runs in place of an importer."""
    path = tmp_path / "statements.py"
    start = (
        "import sys; from generator.edit.articles import formats; "
        f"names = {{}}; exec(open({str(path)!r}).read(), names); formats.convert = names['convert']; "
    )
    monkeypatch.setattr(isolated, "START", isolated.START.replace("from generator", f"{start}from generator"))
    return path


def test_a_text_is_converted_in_another_process() -> None:
    assert convert_file(TEXT, "port.txt").lines == (Line("The port is open."),)


def test_the_other_process_knows_the_encoding() -> None:
    assert convert_file("Größe".encode("cp850"), "port.txt", "cp850").text == "Größe\n"


def test_a_refusal_in_the_other_process_is_the_error() -> None:
    with pytest.raises(EditError, match=r"cannot read scan\.png: it is a picture"):
        convert_file(b"\x89PNG\r\n\x1a\n\0\0", "scan.png")


def test_a_name_may_have_any_characters() -> None:
    with pytest.raises(EditError, match="empty"):
        convert_file(b"", "na\udcefve\n“ü”.txt")


def test_every_field_of_a_converted_file_comes_back() -> None:
    lines = (Line("Head", (Doubt.PAGE_HEAD,), "3–4", "1:02:30"), Line("half \ud83d a character"))
    details = {"title": (Found("The port", "h1"), Found("Port", "title"))}
    converted = Converted(
        "pdf", lines, details, ("step",), ("notice",), ("3",), ("cease-fire",), ("MR REED",), "UTF-8", True, ("lib 1",)
    )  # fmt: skip
    assert unpack(json.loads(to_bytes(pack(converted)))) == converted


def test_a_file_over_the_limit_is_refused_without_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "LARGEST_FILE", 10)
    monkeypatch.setattr(isolated, "START", "raise SystemExit")
    with pytest.raises(EditError, match="more than"):
        convert_file(TEXT, "port.txt")


def test_a_conversion_that_does_not_end_is_ended(importer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    importer.write_text(f"{_CONVERT}while True: pass")
    monkeypatch.setattr(isolated, "SECONDS", 1)
    with pytest.raises(EditError, match=r"took more than 1 seconds\. Save the part"):
        convert_file(TEXT, "port.txt")


@pytest.mark.parametrize(
    ("statement", "message"),
    {
        "memory": ("return bytearray(3_000_000_000)", "needs more than 2,000 MB of memory"),
        "depth": ("return convert(raw, name, encoding, stated)", "nested too deeply"),
        "error": ("raise ValueError('no such table')", r"converter failed \(ValueError: no such table\)"),
        "missing": ("import a_library_that_is_nowhere", r"Run: python -m pip install 'briefing-book\[articles\]'"),
        "own": ("import generator.nowhere", "converter failed"),
        "crash": ("import os; os.kill(os.getpid(), 11)", r"ended without a result \(status -11\)"),
        "killed": ("import os; os.kill(os.getpid(), 9)", "ended by the system"),
        "processor": ("import os; os.kill(os.getpid(), 24)", "120 seconds of the processor"),
        "network": ("import socket; socket.create_connection(('127.0.0.1', 9))", "may not do this: socket"),
        "program": ("import subprocess; subprocess.run(['true'])", "may not do this: subprocess"),
        "writing": ("open(name, 'w')", "may not write a file"),
        "low writing": ("import os; os.open(name, os.O_CREAT | os.O_WRONLY)", "may not write a file"),
    }.values(),
)  # fmt: skip
def test_what_goes_wrong_in_the_process_is_an_error_with_advice(
    importer: Path, tmp_path: Path, statement: str, message: str
) -> None:
    importer.write_text(_CONVERT + statement)
    with pytest.raises(EditError, match=message):
        convert_file(TEXT, str(tmp_path / "port.txt"))
    assert not (tmp_path / "port.txt").exists()


def test_an_answer_that_is_too_long_is_an_error(importer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    importer.write_text(f"{_CONVERT}import os; os.write(3, b'x' * 5000)")
    monkeypatch.setattr(isolated, "LARGEST_RESULT", 1000)
    with pytest.raises(EditError, match="its text has more than"):
        convert_file(TEXT, "port.txt")


def test_what_a_library_prints_is_no_part_of_the_result(importer: Path) -> None:
    importer.write_text(
        f"{_CONVERT}from generator.edit.articles.plain import convert; print('hello'); return convert(raw, name)"
    )
    assert convert_file(TEXT, "port.txt").text == "The port is open.\n"


def test_the_process_gets_no_secrets_and_no_folder_of_the_command(
    importer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    importer.write_text(
        f"{_CONVERT}import os, sys, lxml; raise ValueError('GITHUB_TOKEN' in os.environ or '' in sys.path)"
    )
    with pytest.raises(EditError, match=r"ValueError: False"):
        convert_file(TEXT, "port.txt")


def test_the_end_of_the_program_ends_a_conversion_in_a_thread(tmp_path: Path) -> None:
    held = tmp_path / "held"
    child = f"import fcntl, time; file = open({str(held)!r}, 'w'); fcntl.flock(file, fcntl.LOCK_EX); print(flush=True); time.sleep(60)"
    program = f"""
from threading import Event, Thread
from generator.edit.articles import isolated
isolated.START, started = {child!r}, Event()
def exchange(process, *_):
    process.stdout.readline()
    started.set()
    return process.stdout.read()
isolated._exchange = exchange
Thread(target=isolated.convert_file, args=(b"Text.", "port.txt"), daemon=True).start()
started.wait(30)
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])
    with held.open() as file:
        for _ in range(100):  # the system may take a moment to end it
            try:
                return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(0.1)
    pytest.fail("The process still runs.")


def test_an_interruption_ends_the_process(importer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    importer.write_text(f"{_CONVERT}import os, time; os.kill(os.getppid(), {signal.SIGINT}); time.sleep(600)")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background ignores it
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: Any, **options: Any) -> Any:
        started.append(popen(*args, **options))
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", start)
    with pytest.raises(KeyboardInterrupt):
        convert_file(TEXT, "port.txt")
    assert started[0].returncode is not None
