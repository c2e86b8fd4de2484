"""Write schemas to files. Files that are up to date are not written: editors' programs reload what changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.content.model import Corpus
from generator.edit.schemas.format import DIALECT
from generator.edit.schemas.site import site_schemas

SITE_FOLDER = "build/schema"
"""The folder of the schemas of a site, below its project: ignored by git, and named in `.vscode/schema/`."""
_USED_BY = ".vscode/schema"


def write_schemas(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write each text to the file of its name below `folder`, atomically. Return the files that changed."""
    changed = []
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f".{path.name}.new")
            new.write_text(text, encoding="utf-8", newline="\n")
            new.replace(path)
            changed.append(path)
    return changed


def switch(kind: str, plain: str) -> str:
    """Return the file in `.vscode/schema/` for a kind of file: it uses the schema of the site, else that in `plain`."""
    format_, site = f"{plain}/{kind}.schema.json", f"../../{SITE_FOLDER}/{kind}.schema.json"
    return f"""{{
  "$schema": "{DIALECT}",
  "$comment": "The schema of this site, else that of the format.",
  "allOf": [{{"$ref": "{format_}"}}],
  "schemaSequence": [
    {{
      "if": {{"$ref": "{site}#/$defs/Missing"}},
      "then": {{"$ref": "{format_}"}},
      "else": {{"$ref": "{site}"}}
    }}
  ]
}}
"""


def renew(root: Path, corpus: Corpus) -> str:
    """Write the schemas of the site at `root` if editors' programs use them. Return a warning, or ""."""
    if (root / _USED_BY).is_dir():
        try:
            write_schemas(root / SITE_FOLDER, site_schemas(corpus))
        except OSError as error:
            return f"the schemas in {SITE_FOLDER} are not up to date: {error.strerror}"
    return ""
