"""The search index of the built pages, in small files of which a browser loads only a few.

Pagefind writes it. Then it is sorted, so that the same site gives the same bytes.
"""

import gzip
import hashlib
import html
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import cbor2

from generator.build.search.records import Record, records

FOLDER = "pagefind"  # the folder of the index in the site
WEIGHTS = {
    "briefing": 4.0, "issue": 3.0, "party": 2.0, "quote": 2.0, "reported": 1.5, "assessment": 1.5, "page": 1.0, "source": 0.5,
}  # fmt: skip
"""How much the words of a record count, by kind: stored texts rank below briefings."""
_SIGNATURE = b"pagefind_dcd"  # precedes the CBOR in every file of the index
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")  # Pagefind's own user interface: we have ours


def write_index(site: Path) -> int:
    """Index the pages of `site` into its folder `pagefind`; return the number of records."""
    all_records = list(records(site))
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as pages:
        for record in all_records:
            # Named by the URL: a record that has not changed stays in a file that browsers have cached.
            name = hashlib.sha256(record.uri.encode()).hexdigest()
            (Path(pages) / f"{name}.html").write_text(_as_page(record), encoding="utf-8")
        # As a process: Pagefind's interface for Python needs an event loop, and answers ten times a second.
        options = ["--silent", "--site", pages, "--output-path", str(folder)]
        subprocess.run([sys.executable, "-m", "pagefind", *options], check=True)  # noqa: S603 - a fixed command
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            path.unlink()
    _sort_index(folder)
    return len(all_records)


def _as_page(record: Record) -> str:
    """Return a record as a page for Pagefind: what a result shows, what can be filtered, and the weighted words."""
    filters = {"kind": record.kind, "briefing": record.briefing}
    shown = {"title": record.title, **filters, "detail": record.detail, "at": record.uri}
    values = [
        f'<i data-pagefind-{use}="{name}" data-pagefind-ignore>{html.escape(text)}</i>'
        for use, texts in (("meta", shown), ("filter", filters))
        for name, text in texts.items()
        if text
    ]
    return (
        f'<html lang="{html.escape(record.language)}"><body data-pagefind-body>{"".join(values)}'
        f'<div data-pagefind-weight="{WEIGHTS[record.kind]}">{html.escape(record.text)}</div></body></html>'
    )


def _sort_index(folder: Path) -> None:
    """Sort the filters of an index, whose order is different in each run, and name the files by their new bytes."""
    entry = json.loads((folder / "pagefind-entry.json").read_bytes())
    for language in entry["languages"].values():
        version, pages, chunks, filters, *rest = _read(folder / f"pagefind.{language['hash']}.pf_meta")
        renamed = []
        for name, digest in sorted(filters):
            path = folder / "filter" / f"{digest}.pf_filter"
            first, values = _read(path)[:2]
            renamed.append([name, _replace(path, digest, [first, sorted(values)])])
        meta = folder / f"pagefind.{language['hash']}.pf_meta"
        language["hash"] = _replace(meta, language["hash"], [version, pages, chunks, renamed, *rest])
    entry["languages"] = dict(sorted(entry["languages"].items()))
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))


def _replace(path: Path, digest: str, content: Any) -> str:
    """Write `content` to a file with the digest of its bytes in the name, in the place of `path`; return the new digest."""
    data = _SIGNATURE + cbor2.dumps(content)
    new = f"{digest.split('_', maxsplit=1)[0]}_{hashlib.sha256(data).hexdigest()[:10]}"
    path.unlink()
    path.with_name(path.name.replace(digest, new)).write_bytes(gzip.compress(data, mtime=0))
    return new
