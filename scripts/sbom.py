"""Write a bill of materials beside each wheel in dist/: `python scripts/sbom.py`.

It is CycloneDX, as JSON, which scanners read. It names the wheel with its hash, every package that requirements/site.txt locks for it with
the hashes of its files, and which package needs which. The same wheel and lock give the same bytes.
"""

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.*?))? \\")
_HASH = re.compile(r" +--hash=sha256:([0-9a-f]{64})")
_NEEDED_BY = re.compile(r" +# +(?:via )?(?!via$)([a-z0-9-]+)(?: \(pyproject\.toml\))?")


class Locked(NamedTuple):
    """A locked package: where a marker is true, the hashes of its files, and the names of the packages that need it."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    needed_by: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Return the URL that names the package in any bill of materials."""
        return f"pkg:pypi/{self.name}@{self.version}"


def locked(text: str) -> Iterator[Locked]:
    """Yield the packages of a lock file. Raise ValueError for one without a hash."""
    for block in re.split(r"\n(?=[a-z])", text):
        if pin := _PIN.match(block):
            hashes = tuple(sorted(_HASH.findall(block)))
            if not hashes:
                raise ValueError(f"{pin['name']} has no hash")
            needed_by = tuple(
                match[1] for line in block.splitlines() if (match := _NEEDED_BY.fullmatch(line))
            )
            yield Locked(pin["name"], pin["version"], pin["marker"] or "", hashes, needed_by)


def bill(wheel: Path, lock: str, project: dict[str, Any]) -> dict[str, Any]:
    """Return the bill of materials of a wheel with the packages of a lock; `project` is that of pyproject.toml."""
    packages = list(locked(lock))
    name, version = project["name"], project["version"]
    wheel_hash = hashlib.sha256(wheel.read_bytes()).hexdigest()
    own = f"pkg:pypi/{name}@{version}"
    purls: dict[str, list[str]] = {name: [own]}
    for package in packages:
        purls.setdefault(package.name, []).append(package.purl)
    needs: dict[str, set[str]] = {purl: set() for versions in purls.values() for purl in versions}
    for package in packages:
        for user in package.needed_by:
            for purl in purls.get(user, ()):
                needs[purl].add(package.purl)
    used = _reachable(own, needs)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{wheel_hash} {hashlib.sha256(lock.encode()).hexdigest()}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": name,
                "version": version,
                "description": project["description"],
                "hashes": [{"alg": "SHA-256", "content": wheel_hash}],
                "licenses": [{"license": {"id": project["license"]}}],
                "purl": own,
            }
        },
        "components": [_component(package) for package in packages if package.purl in used],
        "dependencies": [{"ref": purl, "dependsOn": sorted(needs[purl])} for purl in sorted(used)],
    }


def _component(package: Locked) -> dict[str, Any]:
    files = {
        "type": "distribution",
        "url": package.purl,
        "comment": "pip installs a file with one of these hashes",
        "hashes": [{"alg": "SHA-256", "content": content} for content in package.hashes],
    }
    marker = [{"name": "briefing-book:marker", "value": package.marker}] if package.marker else []
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "externalReferences": [files],
        **({"properties": marker} if marker else {}),
    }


def _reachable(start: str, needs: dict[str, set[str]]) -> set[str]:
    """Return what is needed from `start` on, itself included. The tools that build the package from its sources are not."""
    found: set[str] = set()
    queue = [start]
    while queue:
        if (purl := queue.pop()) not in found:
            found.add(purl)
            queue.extend(needs[purl])
    return found


def main(dist: Path = ROOT / "dist") -> int:
    """Write the bill of the newest version's wheel. Return the exit code."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    wheels = sorted(dist.glob(f"{project['name'].replace('-', '_')}-{project['version']}-*.whl"))
    if not wheels:
        print(f"{dist} has no wheel of version {project['version']}: run make wheel.", file=sys.stderr)
        return 1
    for wheel in wheels:
        path = wheel.with_suffix(".cdx.json")
        path.write_text(
            json.dumps(bill(wheel, lock, project), indent=2) + "\n", encoding="utf-8", newline="\n"
        )
        print(f"Wrote {path.relative_to(dist.parent)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
