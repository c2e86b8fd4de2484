"""What a command costs: its time, the processor time of all its processes, and their memory. Memory is read from Linux's /proc."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PROC = Path("/proc")
_LOOK = 0.1  # seconds between two samples of the memory
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of processor time, and the peak memory in bytes (0 if it was not sampled)."""

    wall: float
    cpu: float
    memory: int = 0


def run(*words: str, cache: Path, cwd: Path | None = None, memory: bool = False) -> Cost:
    """Run a module of this Python (`generator`, `mkdocs`) with the arguments `words`, and the user's cache in `cache`.

    With `memory`, sample the memory of the command and of all processes that it starts. Raises RuntimeError with the end
    of the output if the command fails.
    """
    with tempfile.TemporaryFile() as output:
        before, start = _cpu_of_children(), time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=cwd,
            env=environment(cache),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            peak = _peak(process) if memory else 0
            code = process.wait()
        except BaseException:  # Ctrl+C does not reach a session of its own
            stop(process)
            raise
        wall, cpu = time.perf_counter() - start, _cpu_of_children() - before
        if code:
            output.seek(0)
            raise RuntimeError(f"{' '.join(words)} ended with {code}:\n{output.read().decode()[-2_000:]}")
    return Cost(wall, cpu, peak)


def in_turn(rounds: int, *jobs: Callable[[], Cost]) -> list[Cost]:
    """Run each of `jobs` once a round. Return the least time and the least processor time of each."""
    costs = [[job() for job in jobs] for _ in range(rounds)]
    return [
        Cost(min(cost.wall for cost in of), min(cost.cpu for cost in of)) for of in zip(*costs, strict=True)
    ]


def environment(cache: Path) -> Mapping[str, str]:
    """Return the environment of a measured command: this checkout, and a cache folder of its own."""
    own = {
        name: value
        for name, value in os.environ.items()
        # Compiled modules are kept, as after an installation.
        if not name.startswith(("BRIEFING_CACHE", "PYTHONDONTWRITEBYTECODE"))
    }
    return own | {
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "XDG_CACHE_HOME": str(cache),
    }


def stop(process: subprocess.Popen[bytes]) -> None:
    """End `process` and all processes of its group."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    process.wait()


def cpu_of(session: int) -> float:
    """Return the processor time of all processes of a session so far, also of those that ended, in seconds."""
    # Fields 14 to 17: of the process in user and kernel mode, and of its ended children. Field 6 is the session.
    ticks = sum(sum(map(int, fields[11:15])) for _, fields in _processes() if int(fields[3]) == session)
    return ticks / _TICKS


def _peak(process: subprocess.Popen[bytes]) -> int:
    """Return the highest memory of the session of `process` in bytes, sampled until it ends."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_pss(pid) for pid, fields in _processes() if int(fields[3]) == process.pid))
        time.sleep(_LOOK)
    return peak


def _pss(pid: int) -> int:
    """Return the bytes of a process, with its share of what it has in common with others. 0 if it has ended."""
    with suppress(OSError):
        for line in (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _processes() -> Iterator[tuple[int, list[str]]]:
    """Yield every process of the machine: its number and the fields of its state, from the third on."""
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):
                stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
                yield int(folder.name), stat.rpartition(")")[2].split()


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
