"""The process that converts one file: it writes nothing, opens no connection, and ends at its limits.

Files of strangers are read by large libraries. What goes wrong here ends this process and no other.
"""

import contextlib
import json
import os
import sys
import traceback
from typing import Any

from generator.edit.articles.limits import CPU_SECONDS, LARGEST_RESULT, MEMORY, OPEN_FILES
from generator.edit.error import EditError

if sys.platform != "win32":
    import resource

_REFUSED = frozenset([
    "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendmsg", "socket.sendto",
    "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.startfile",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.truncate", "shutil.rmtree",
])  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LINES_OF_CRASH = 12


def main() -> None:
    """Read a name, an encoding and the bytes of a file from standard input; write the converted file as JSON."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no part of the result
    set_limits()
    sys.addaudithook(_refuse)
    output.write(_answer(sys.stdin.buffer.readline(), sys.stdin.buffer.read()))
    output.close()
    os._exit(0)  # nothing needs to be put away, and freeing a large tree takes seconds


def set_limits() -> None:
    """Limit this process: processor time, memory, open files; no written files, no core dump.

    Windows has no such limits. There the parent limits the time.
    """
    if sys.platform == "win32":
        return
    limits = {
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
    }
    for limit, value in limits.items():
        # macOS refuses a limit of memory; a lower limit that is set already stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    """Raise PermissionError if the process is about to write, to open a connection, or to start a program."""
    if event in _REFUSED:
        raise PermissionError(f"a converter may not do this: {event}")
    if event == "open":
        path, mode, flags = args
        writes = any(sign in mode for sign in "wax+") if isinstance(mode, str) else flags & _WRITING
        if writes and path != os.devnull:
            raise PermissionError(f"a converter may not write a file: {path}")


def _answer(header: bytes, raw: bytes) -> bytes:
    """Return the converted file, or what went wrong, as JSON."""
    from generator.edit.articles.transfer import pack, to_bytes  # noqa: PLC0415 - after the limits

    answer: dict[str, Any]
    try:
        answer = {"converted": pack(_converted(raw, **json.loads(header)))}
    except EditError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"limit": "memory"}
    except RecursionError:
        answer = {"limit": "depth"}
    except ModuleNotFoundError as error:
        answer = {"missing": error.name or ""} if _is_foreign(error.name) else _crash(error)
    except Exception as error:  # noqa: BLE001 - a library may raise anything for a broken file
        answer = _crash(error)
    result = to_bytes(answer)
    return result if len(result) <= LARGEST_RESULT else to_bytes({"limit": "result"})


def _converted(raw: bytes, name: str, encoding: str, stated: str) -> Any:
    from generator.edit.articles.formats import convert  # noqa: PLC0415 - after the limits

    return convert(raw, name, encoding, stated)


def _is_foreign(module: str | None) -> bool:
    return module is not None and module.split(".")[0] != "generator"


def _crash(error: Exception) -> dict[str, Any]:
    lines = "".join(traceback.format_exception(error)).splitlines()
    return {"crash": f"{type(error).__name__}: {error}"[:300], "trace": lines[-_LINES_OF_CRASH:]}
