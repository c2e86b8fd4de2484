"""`make audit` says in a line what it could not look up, and never that nothing was found then."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.audit import SAFE, UNKNOWN, VULNERABLE, audit

Audit = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Audit:
    """Audit two locks with a program that does for each of them what the code says, as pip-audit does."""

    def run_with(*codes: str) -> int:
        locks = []
        for number, code in enumerate(codes):
            lock = tmp_path / f"{number}.txt"
            lock.write_text(code, encoding="utf-8")
            locks.append(lock)
        program = "import sys; exec(open(sys.argv[-1]).read())"
        return audit([sys.executable, "-c", program], locks)

    return run_with


NOTHING = "print('No known vulnerabilities found', file=sys.stderr)"
FOUND = (
    "print('Name Version ID\\nx 1 CVE-1'); print('Found 1 known vulnerability', file=sys.stderr); sys.exit(1)"
)
OFFLINE = """
class ConnectionError(Exception): __module__ = 'requests.exceptions'
raise ConnectionError('HTTPSConnectionPool: Max retries exceeded (Caused by NewConnectionError)')
"""
BLOCKED = "sys.exit('ERROR:pip_audit._cli:Could not connect to the vulnerability feed')"
SKIPPED = "sys.exit('ERROR:pip_audit._cli:x: Dependency not found and could not be audited: x (1)')"
BROKEN = "raise ValueError('unexpected answer')"


def test_without_known_vulnerabilities_each_lock_has_a_line(
    run: Audit, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(NOTHING, NOTHING) == SAFE
    assert (
        capfd.readouterr().out
        == "0.txt: No known vulnerabilities found\n1.txt: No known vulnerabilities found\n"
    )


def test_vulnerabilities_in_one_lock_are_shown_and_do_not_hide_those_of_the_next(
    run: Audit, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(FOUND, NOTHING, FOUND) == VULNERABLE
    assert capfd.readouterr().out.count("CVE-1") == 2


@pytest.mark.parametrize("code", [OFFLINE, BLOCKED])
def test_without_a_network_one_line_says_so(run: Audit, capfd: pytest.CaptureFixture[str], code: str) -> None:
    assert run(code, code) == UNKNOWN
    output = capfd.readouterr()
    assert output.out == ""
    assert output.err == (
        "No audit: the list of known vulnerabilities cannot be reached. Check the network, then run make audit again.\n"
    )


@pytest.mark.parametrize(
    ("code", "reason"), [(SKIPPED, "could not be audited: x (1)"), (BROKEN, "unexpected answer")]
)
def test_a_lock_that_cannot_be_audited_is_named_without_a_traceback(
    run: Audit, capfd: pytest.CaptureFixture[str], code: str, reason: str
) -> None:
    assert run(code, FOUND, NOTHING) == UNKNOWN
    error = capfd.readouterr().err
    assert error.startswith("0.txt could not be audited: ")
    assert reason in error
    assert error.count("\n") == 1
