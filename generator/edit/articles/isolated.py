"""Convert a file of a stranger in a process of its own, with limits of time and memory."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from generator.edit.articles.converted import Converted
from generator.edit.articles.limits import CPU_SECONDS, LARGEST_FILE, LARGEST_RESULT, MB, MEMORY, SECONDS
from generator.edit.articles.transfer import unpack
from generator.edit.error import EditError

# The child gets the parent's path of imports, so that it runs the same code, installed or not, and nothing of the
# folder in which the command runs.
START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from generator.edit.articles.worker import main; main()"
)
_ENVIRONMENT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LANG", "LC_ALL", "LC_CTYPE", "TZDIR")
_SHORTER = "Save the part that you need as plain text (UTF-8), and import that."
_AGAIN = f"The file may be damaged. Open it in its own program and save it again. If that does not help: {_SHORTER}"
_INSTALL = "Run: python -m pip install 'briefing-book[articles]'"


def convert_file(raw: bytes, name: str, encoding: str = "", stated: str = "") -> Converted:
    """Return the file `name` with the bytes `raw` as text. An `encoding` overrides what plain text seems to have.

    `stated` is the encoding that a server states, which may be wrong.
    Raise EditError if it is no file that has an article, if it is too large, or if its conversion fails or ends at a limit.
    """
    if len(raw) > LARGEST_FILE:
        raise EditError(
            f"cannot read {name}: it has {len(raw) / MB:,.0f} MB, more than {LARGEST_FILE // MB}. {_SHORTER}"
        )
    header = json.dumps({"name": name, "encoding": encoding, "stated": stated}).encode("ascii") + b"\n"
    with _process() as (process, is_late):
        answer = _exchange(process, header, raw)
        status = process.wait()
    if is_late.is_set():
        raise EditError(f"cannot read {name}: its conversion took more than {SECONDS} seconds. {_SHORTER}")
    if len(answer) > LARGEST_RESULT:
        answer = b'{"limit": "result"}'
    return _result(answer, name, status)


@contextmanager
def _process() -> Iterator[tuple[subprocess.Popen[bytes], threading.Event]]:
    """Start the child, and end it in any case: at the end, after an error, on Ctrl+C, or late, which the event says."""
    process = subprocess.Popen(  # noqa: S603 - a fixed command
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", START, json.dumps(_import_path())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
    )
    is_late = threading.Event()

    def end() -> None:
        is_late.set()
        process.kill()

    timer = threading.Timer(SECONDS, end)
    timer.daemon = True
    timer.start()
    # The desk converts in threads, which end with the program without what follows here.
    atexit.register(process.kill)
    try:
        yield process, is_late
    finally:
        timer.cancel()
        process.kill()
        atexit.unregister(process.kill)
        with process:  # closes the pipes and waits
            pass


def _import_path() -> list[str]:
    """Return the folders from which this process imports, with that of the program first, and none relative."""
    root = str(Path(__file__).parents[3])
    return [root, *(path for path in sys.path if path != root and Path(path).is_absolute())]


def _exchange(process: subprocess.Popen[bytes], header: bytes, raw: bytes) -> bytes:
    """Send the file, and return the answer, or its beginning if it is longer than a result may be."""
    stdin, stdout = process.stdin, process.stdout
    if stdin is None or stdout is None:  # Popen was asked for both
        raise RuntimeError("the converter has no pipes")
    writer = threading.Thread(target=_send, args=(stdin, header, raw), daemon=True)
    writer.start()
    answer = stdout.read(LARGEST_RESULT + 1)
    if len(answer) > LARGEST_RESULT:
        process.kill()
    writer.join()
    return answer


def _send(stdin: IO[bytes], header: bytes, raw: bytes) -> None:
    with suppress(OSError):  # the child has ended; its status says why
        stdin.write(header)
        stdin.write(raw)
        stdin.close()


def _result(answer: bytes, name: str, status: int) -> Converted:
    """Return the converted file of an answer, or raise the EditError that it stands for."""
    try:
        data: dict[str, Any] = json.loads(answer)
    except ValueError:
        raise EditError(_ended(name, status)) from None
    if "converted" in data:
        return unpack(data["converted"])
    if "error" in data:
        raise EditError(data["error"])
    if "missing" in data:
        raise EditError(f"cannot read {name}: the library {data['missing']} is not installed. {_INSTALL}")
    if "limit" in data:
        raise EditError(f"cannot read {name}: {_LIMITS[data['limit']]}. {_SHORTER}")
    raise EditError(f"cannot read {name}: its converter failed ({data['crash']}). {_AGAIN}")


def _ended(name: str, status: int) -> str:
    """Return what to say of a child that ended without an answer."""
    if resource_signal := _SIGNALS.get(-status):
        return f"cannot read {name}: {resource_signal}. {_SHORTER}"
    return f"cannot read {name}: its converter ended without a result (status {status}). {_AGAIN}"


_LIMITS = {
    "memory": f"its conversion needs more than {MEMORY // MB:,} MB of memory",
    "depth": "its parts are nested too deeply",
    "result": f"its text has more than {LARGEST_RESULT // MB} MB",
}
# The numbers are the same on Linux and macOS; Windows has no such signals.
_SIGNALS = {
    9: "its conversion was ended by the system, perhaps because the memory ran out",
    24: f"its conversion took more than {CPU_SECONDS} seconds of the processor",
}
