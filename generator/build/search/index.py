"""Records -> the index: written by Pagefind, then put in order, so that the same site gives the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cbor2

from generator.build.search.records import Record, records

FOLDER = "pagefind"  # of the index, in the site
WEIGHTS = {
    "briefing": 4.0,
    "issue": 3.0,
    "party": 2.0,
    "quote": 2.0,
    "reported": 1.5,
    "assessment": 1.5,
    "page": 1.0,
    "source": 0.5,
}
"""How much the words of a record weigh, by kind: stored texts are found below briefings."""
_SIGNATURE = b"pagefind_dcd"  # before the CBOR of every file of the index
# What Pagefind brings for pages with its own surface. Ours asks its programming interface.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


def write_index(site: Path) -> int:
    """Index the HTML below `site` into its folder `pagefind`; give the number of records."""
    found = list(records(site))
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    _write(found, folder)
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            path.unlink()
    _put_in_order(folder)
    return len(found)


def _write(found: Iterable[Record], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as aside:
        for record in found:
            # By its address, so that what has not changed is in the piece that browsers have already.
            name = hashlib.sha256(record.uri.encode()).hexdigest()
            (Path(aside) / f"{name}.html").write_text(_document(record), encoding="utf-8")
        # As a program: its own interface for Python needs a loop of events, and answers ten times a second.
        command = [
            sys.executable,
            "-m",
            "pagefind",
            "--silent",
            "--site",
            aside,
            "--output-path",
            str(folder),
        ]
        subprocess.run(command, check=True)  # noqa: S603 - our own words


def _document(record: Record) -> str:
    """Write a record as the page that Pagefind reads: what a result shows, what can be filtered, and words with a weight."""
    shown = {
        "title": record.title,
        "kind": record.kind,
        "briefing": record.briefing,
        "detail": record.detail,
        "at": record.uri,
    }
    filters = {"kind": record.kind, "briefing": record.briefing}
    told = [_told("meta", name, text) for name, text in shown.items() if text]
    told += [_told("filter", name, text) for name, text in filters.items() if text]
    return (
        f'<html lang="{html.escape(record.language)}"><body data-pagefind-body>{"".join(told)}'
        f'<div data-pagefind-weight="{WEIGHTS[record.kind]}">{html.escape(record.text)}</div></body></html>'
    )


def _told(what: str, name: str, text: str) -> str:
    return f'<i data-pagefind-{what}="{name}" data-pagefind-ignore>{html.escape(text)}</i>'


def _put_in_order(folder: Path) -> None:
    """Sort the filters of an index, which Pagefind writes in another order each time, and name files by their new bytes."""
    entry = json.loads((folder / "pagefind-entry.json").read_bytes())
    for language in entry["languages"].values():
        path = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(path)
        version, pages, chunks, filters, *rest = meta
        renamed = []
        for name, hashed in sorted(filters):
            values = _read(folder / "filter" / f"{hashed}.pf_filter")
            renamed.append([name, _replace(folder / "filter", hashed, [values[0], sorted(values[1])])])
        language["hash"] = _replace(folder, language["hash"], [version, pages, chunks, renamed, *rest])
    entry["languages"] = dict(sorted(entry["languages"].items()))
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))


def _replace(folder: Path, hashed: str, content: Any) -> str:
    """Write `content` in the place of the one file in `folder` that is named by `hashed`; give the new hash."""
    (old,) = folder.glob(f"*{hashed}.*")
    data = _SIGNATURE + cbor2.dumps(content)
    language = hashed.split("_", maxsplit=1)[0]
    new = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    old.unlink()
    (folder / old.name.replace(hashed, new)).write_bytes(gzip.compress(data, mtime=0))
    return new
