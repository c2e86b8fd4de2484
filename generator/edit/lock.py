"""`briefing lock`: record the hashes of stored texts, and report the texts that have changed since."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.load import load
from generator.content.model import Corpus
from generator.content.model.uses import all_evidence
from generator.content.strict_yaml import read_yaml
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.edit.yaml_edit import append
from generator.escape import shown
from generator.evidence.gate import line_ends_hint
from generator.evidence.matching import Failure, locate
from generator.evidence.refusals import refuse
from generator.location import location_at

_KEY = "sha256"
_LONGEST = 90  # characters of the words that are shown


@dataclass(frozen=True, slots=True)
class Locked:
    """What to print, and whether a changed text was refused."""

    lines: tuple[str, ...]
    refused: bool


def lock(root: Path, files: Mapping[str, bytes], names: Collection[str], *, accept: bool) -> Locked:
    """Record the hashes of the sources `names` of the project at `root`, whose `files` are bytes by path.

    The new hash of a changed text is recorded only with `accept`. Raise EditError, with nothing recorded, if a stored text or
    sidecar has errors or cannot be written.
    """
    before, _ = load(files)
    sidecars: dict[str, bytes] = {}
    for name in names:
        text, path = f"seeds/{name}.txt", f"seeds/{name}.yml"
        if text in files and path in files:  # else `load` reports the missing file
            sidecars[path] = with_hash(path, files[path], hashlib.sha256(files[text]).hexdigest())
    corpus, errors = load({**files, **sidecars})
    if in_seeds := tuple(error for error in errors if error.location.file.startswith("seeds/")):
        raise EditError("Nothing was recorded, because a file has errors.", in_seeds)
    lines: list[str] = []
    written: dict[str, bytes] = {}
    refused = False
    for name in names:
        path, sha256 = f"seeds/{name}.yml", corpus.sources[name].article.sha256
        source = before.sources.get(name)  # None: the recorded hash is invalid, which counts as another hash
        if source and source.about.sha256 == sha256:
            continue
        if source is None or source.about.sha256:
            lines.append(f"{path}: seeds/{name}.txt has changed since its hash was recorded.")
            if not accept and source and source.article.differs_in_line_ends(source.about.sha256 or ""):
                refused = True
                lines.append(f"Only its line ends differ. {line_ends_hint(name)}\n")
                continue
            lines += _effects_of_change(corpus, name)
            if not accept:
                refused = True
                lines.append(
                    "Restore the text. If it was wrong before, correct the lost evidence and record the new hash: "
                    f"briefing lock --accept {name}\n"
                )
                continue
        written[path] = sidecars[path]
        lines.append(f"{path}: recorded {_KEY} {sha256}")
    write_all(root, written, read=files)
    return Locked((*lines, *([] if lines else ["All hashes are recorded; no text has changed."])), refused)


def with_hash(path: str, raw: bytes, sha256: str) -> bytes:
    """Return the bytes of the sidecar at `path` with `sha256` recorded; every other byte stays the same.

    Raise EditError if the sidecar has errors, or if anything but the hash would change.
    """
    data, errors = read_yaml(path, raw)
    if data is None:
        raise EditError(f"{path} has errors.", errors)
    if _KEY not in data:
        return append(path, raw, (), [f"{_KEY}: {sha256}"])
    old, text = str(data[_KEY] or "").strip(), raw.decode()
    start = len("\n".join(text.split("\n")[: location_at(data, [_KEY]).line - 1]))
    result = f"{text[:start]}{text[start:].replace(old, sha256, 1)}".encode()
    after, _ = read_yaml(path, result)
    if after is None or after != {**data, _KEY: sha256}:
        raise EditError(f"{path}: write the hash yourself:\n{_KEY}: {sha256}")
    return result


def _effects_of_change(corpus: Corpus, name: str) -> Iterator[str]:
    """Yield lines that say which evidence from the source `name` is lost, with a hint, and where the rest is found."""
    lost: list[str] = []
    found: list[str] = []
    for evidence in sorted(all_evidence(corpus), key=lambda evidence: evidence.segment_location(0)):
        if evidence.source != name:
            continue
        location = evidence.segment_location(0)
        place = f"{location.file}:{location.line}"
        words = shown(" … ".join(evidence.segments))
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
        result = locate(corpus.sources[name].article, evidence.selector)
        if isinstance(result, Failure):
            refusal = refuse(corpus, evidence.selector, result)
            lines = [f"{place}: lost: “{words}”: {shown(refusal.message)}"]
            lines += [f"      = {shown(line)}" for line in refusal.hint.splitlines()]
            lost.append("\n".join(lines))
        else:
            found.append(f"{place}: found: “{words}”: paragraph {result.paragraph}")
    yield f"Evidence: {len(lost)} lost, {len(found)} found."
    yield from (*lost, *found)
