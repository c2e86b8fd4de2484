"""Schemas -> files. What is as it should be is not written again: editors' programs read what changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.content.model import Corpus
from generator.edit.schemas.plain import DIALECT
from generator.edit.schemas.site import site_schemas

SITE_FOLDER = "build/schema"
"""Where the schemas of a site stand below its folder: ignored by git, and named in `.vscode/schema/`."""
_ASKED_FOR = ".vscode/schema"


def write_schemas(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write each text under its name below `folder`, whole or not at all; give the files that changed."""
    changed = []
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f".{path.name}.new")
            aside.write_text(text, encoding="utf-8", newline="\n")
            aside.replace(path)
            changed.append(path)
    return changed


def switch(kind: str, plain: str) -> str:
    """Write what editors' programs are given for a kind of file, in `.vscode/schema/`: the schema of the site, else that in the folder `plain`."""
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
    """Write the schemas of the site at `root` where its editors' programs ask for them; say what stood in the way."""
    if (root / _ASKED_FOR).is_dir():
        try:
            write_schemas(root / SITE_FOLDER, site_schemas(corpus))
        except OSError as error:
            return f"the schemas in {SITE_FOLDER} are not up to date: {error.strerror}"
    return ""
