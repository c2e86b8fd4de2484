"""The shares of a site, each of which another machine can make. Commands call them parts; in the code, parts are those of the content.

The folder of a share has its generated files, and a file of JSON with what the build of the whole site must know of them. Nothing that
comes from another machine is unpickled.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from generator.build.finish import FinishedPage
from generator.build.made_file import MadeFile, made_file
from generator.build.plan import Plan
from generator.build.publish import BuildError
from generator.content.model import Briefing
from generator.content.model.uses import uses
from generator.site.exports import Export
from generator.site.pages import PlannedPage
from generator.site.parts import briefing_part

FACTS = "part.json"
"""The file in the folder of a share that describes its other files."""
_FORM = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")


class Share(NamedTuple):
    """A share of the work, by its number from 1, and how many there are."""

    number: int
    total: int

    def __str__(self) -> str:
        """Return the share in words."""
        return f"part {self.number} of {self.total}"


class MadeShare(NamedTuple):
    """The files of a share that were made."""

    share: Share
    files: tuple[MadeFile, ...]


class _Described(NamedTuple):
    """A file in JSON: as MadeFile, but with what must be known of a page as it is."""

    path: str
    inputs: str
    sha256: str
    page: FinishedPage | None


@dataclass(frozen=True)
class _Facts:
    """All that JSON has of a share, which is written as I/N."""

    part: str
    files: tuple[_Described, ...]


def parse_share(text: str) -> Share:
    """Return the share that is written as I/N, such as 1/4. Raise ValueError for anything else."""
    match = _FORM.fullmatch(text)
    share = Share(int(match[1]), int(match[2])) if match else Share(0, 0)
    if not 1 <= share.number <= share.total:
        raise ValueError(text)
    return share


def briefings_of(share: Share, briefings: Mapping[str, Briefing]) -> tuple[str, ...]:
    """Return which of `briefings` are in a share. Those with most evidence are dealt first, each to the share that has least."""
    sizes = {slug: 1 + sum(1 for _ in uses(briefing)) for slug, briefing in briefings.items()}
    shares: list[list[str]] = [[] for _ in range(share.total)]
    totals = [0] * share.total
    for slug in sorted(sizes, key=lambda slug: (-sizes[slug], slug)):
        smallest = totals.index(min(totals))
        shares[smallest].append(slug)
        totals[smallest] += sizes[slug]
    return tuple(sorted(shares[share.number - 1]))


def files_of(share: Share, plan: Plan) -> Iterator[PlannedPage | Export]:
    """Yield the files of a share: those about one of its briefings, and some of those that read several briefings or none."""
    briefings = plan.site.corpus.briefings if plan.site else {}
    parts = frozenset(map(briefing_part, briefings))
    own = frozenset(map(briefing_part, briefings_of(share, briefings)))
    others = 0
    for file in plan.files:
        read = file.reads & parts
        if len(read) == 1:
            if read <= own:
                yield file
        else:
            if others % share.total == share.number - 1:
                yield file
            others += 1


def write_share(folder: Path, share: Share, made: Iterable[MadeFile]) -> None:
    """Write what must be known of the files of a share that were `made` in `folder`, and delete all other files there."""
    described = tuple(_Described(file.path, file.inputs, file.sha256, file.finished) for file in made)
    paths = {folder / file.path for file in described}
    for path in filter(Path.is_file, folder.rglob("*")):
        if path not in paths:
            path.unlink()
    (folder / FACTS).write_bytes(_json().dump_json(_Facts(f"{share.number}/{share.total}", described)))


def take_file(folder: Path, made: MadeFile, share: Share, to: Path) -> None:
    """Copy a file of a share from its folder into the folder `to`. Raise BuildError if it is not the file that was made."""
    path, copy = folder / made.path, to / made.path
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != made.sha256:
        raise BuildError(f"{path} is missing or damaged. Build {share} again.")
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(content)


def read_shares(folder: Path) -> dict[Path, MadeShare]:
    """Return the shares in the folders in `folder`. Raise BuildError unless these are all shares of a site."""
    found: dict[Share, Path] = {}
    shares: dict[Path, MadeShare] = {}
    for path in sorted(folder.glob(f"*/{FACTS}")):
        try:
            facts = _json().validate_json(path.read_bytes(), strict=True)
            share = parse_share(facts.part)
        except ValueError:
            raise BuildError(
                f"{path} cannot be read: it is damaged, or another version wrote it. Build the part again."
            ) from None
        first = found.setdefault(share, path.parent)
        if first != path.parent:
            raise BuildError(f"{first} and {path.parent} are both {share}. Delete one of them.")
        shares[path.parent] = MadeShare(share, tuple(made_file(*file) for file in facts.files))
    _require_all(folder, found)
    return shares


def _require_all(folder: Path, found: dict[Share, Path]) -> None:
    """Raise BuildError unless `found` has all shares of a site."""
    if not found:
        raise BuildError(
            f"{folder} has no parts: each is a folder with a {FACTS}. Build them first: briefing build --part 1/2"
        )
    first = next(iter(found))
    for share, path in found.items():
        if share.total != first.total:
            raise BuildError(
                f"{found[first]} is {first}, but {path} is {share}. Delete the parts of other builds."
            )
    missing = [str(number) for number in range(1, first.total + 1) if Share(number, first.total) not in found]
    if missing:
        raise BuildError(f"{folder} lacks part {', '.join(missing)} of {first.total}. Build what is missing.")


@cache
def _json() -> TypeAdapter[_Facts]:
    return TypeAdapter(_Facts)
