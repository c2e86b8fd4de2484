"""A new source: a stored text and the file with its details."""

import hashlib
from collections.abc import Mapping

from generator.content.model.identifiers import identifier
from generator.content.model.sources import SourceFile
from generator.edit.project import Change
from generator.edit.yaml_writer import flow_list, lines

_VOICE = ("kind", "party", "speaker", "parties")  # most texts do without


def likely_id(title: str, published: str, file_name: str) -> str:
    """Return an identifier made of the title, or of the name of the file, and the date of publication."""
    # A title in another script gives no identifier; the name of the file often does.
    name = title if identifier(title) else file_name
    return identifier(name if published in name else f"{name} {published}")


def new_source(name: str, text: bytes, details: Mapping[str, str]) -> Change:
    """Return the change that stores `text` (UTF-8) byte for byte, with its hash and its details, of which some may be empty.

    The detail `parties` has identifiers with commas between them.
    """
    comments = f"# Details of the stored text {name}.txt. Never edit the text itself.\n"
    if unknown := [key for key, detail in details.items() if not detail and key not in _VOICE]:
        comments += f"# Not known yet: {', '.join(unknown)}. Add what you find out.\n"
    values = {**details, "sha256": hashlib.sha256(text).hexdigest()}
    sidecar = lines({key: values.get(key, "") for key in SourceFile.model_fields if key != "parties"})
    if parties := details.get("parties"):
        sidecar += f"\nparties: {flow_list(parties.split(','))}"
    return Change(created={f"seeds/{name}.txt": text, f"seeds/{name}.yml": f"{comments}{sidecar}\n".encode()})
