"""The store returns what was stored, or nothing: never another value, and never an error."""

import random
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from generator import program_version, store
from generator.store import Store

VALUES = {f"key {number}": bytes([number]) * 10_000 for number in range(20)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a store, which does not exist yet."""
    return tmp_path / "cache" / "store.sqlite3"


def noise(seed: int) -> bytes:
    """Return a kilobyte that cannot be compressed."""
    return random.Random(seed).randbytes(1000)  # noqa: S311 - not a secret


def test_another_process_finds_the_values(path: Path) -> None:
    Store(path).put_many(VALUES)
    code = f"from pathlib import Path; from generator.store import Store; print(len(Store(Path({str(path)!r})).get('key 7')))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "10000\n"


def test_a_later_value_replaces_an_earlier_one(path: Path) -> None:
    Store(path).put("key", b"before")
    Store(path).put("key", b"after")
    assert Store(path).get_many(["key", "other"]) == {"key": b"after"}


def test_a_store_that_is_switched_off_stores_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path)
    monkeypatch.setenv("BRIEFING_CACHE", "off")
    Store.of_user().put("key", b"value")
    assert Store.of_user().get("key") is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("megabytes", ["1", ""])
def test_the_size_is_that_of_the_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, megabytes: str
) -> None:
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path)
    monkeypatch.setenv("BRIEFING_CACHE_MB", megabytes)
    Store.of_user().put_many({str(number): noise(number) for number in range(2000)})
    (file,) = tmp_path.iterdir()
    assert (file.stat().st_size < 1_500_000) is bool(megabytes)


def test_the_values_that_were_not_used_for_the_longest_time_are_removed(path: Path) -> None:
    for number in range(10):
        Store(path, 10_500).put(str(number), noise(number))
    Store(path, 10_500).get_many(["0", "3"])
    Store(path, 10_500).put("new", noise(10))
    found = Store(path, 10_500).get_many([*map(str, range(10)), "new"])
    assert list(found) == ["0", "3", "4", "5", "6", "7", "8", "9", "new"]


def test_a_damaged_file_has_no_wrong_value_and_is_replaced(path: Path) -> None:
    Store(path).put_many(VALUES)
    sound = path.read_bytes()
    rng = random.Random(1)  # noqa: S311 - not a secret
    for _ in range(40):
        damaged = bytearray(sound)
        for _ in range(rng.choice([1, 100, 5000])):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        path.write_bytes(damaged[: rng.choice([len(damaged), len(damaged) // 2, 100])])
        found = Store(path).get_many(VALUES)
        assert found.items() <= VALUES.items()
        Store(path).put_many(VALUES)
    path.write_bytes(b"not a database" * 1000)
    assert Store(path).get("key 1") is None
    Store(path).put_many(VALUES)
    assert Store(path).get_many(VALUES) == VALUES


def test_a_value_under_another_key_is_not_believed(path: Path) -> None:
    Store(path).put_many(VALUES)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE entry SET key = 'other' WHERE key = 'key 1'")
    database.close()
    assert Store(path).get("other") is None


def test_two_processes_may_write_at_once(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.store import Store\n"
        "for number in range(50): Store(Path(sys.argv[1])).put(sys.argv[2] + str(number), b'x' * 10_000)"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in ("a", "b")]
    assert [writer.wait() for writer in writers] == [0, 0]
    keys = [f"{name}{number}" for name in ("a", "b") for number in range(50)]
    assert list(Store(path).get_many(keys)) == keys


def test_a_file_that_stays_locked_is_as_if_it_were_empty(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_LOCK_SECONDS", 0.01)
    Store(path).put("key", b"value")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    waiting = Store(path)
    waiting.put("key", b"another")
    assert waiting.get("key") is None
    other.execute("ROLLBACK")
    other.close()
    assert Store(path).get("key") == b"value"


def test_a_folder_that_cannot_be_used_is_no_error(path: Path) -> None:
    path.parent.write_text("a file", encoding="utf-8")
    Store(path).put("key", b"value")
    assert Store(path).get("key") is None


def test_a_full_disk_is_no_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(path).put("key", b"value")
    connect = sqlite3.connect

    def full(*arguments: object, **options: object) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        database.execute("PRAGMA max_page_count = 10")
        return database

    monkeypatch.setattr(sqlite3, "connect", full)
    Store(path).put_many({str(number): noise(number) for number in range(100)})
    monkeypatch.undo()
    assert Store(path).get_many(["key", "1"]) == {"key": b"value"}


def test_a_file_that_others_may_write_to_is_not_used(path: Path) -> None:
    Store(path).put("key", b"value")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o666)
    assert Store(path).get("key") is None


def test_the_version_of_the_program_names_all_its_packages() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {line.split(">")[0] for line in project["project"]["dependencies"]}
    assert needed <= set(program_version.PACKAGES)
