"""A new source: a stored text, the file with its details, and the original that it was made from."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from textwrap import indent

from generator.content.files import ORIGINALS
from generator.content.model import Original, Place
from generator.content.model.identifiers import identifier
from generator.content.model.sources import SourceFile
from generator.content.originals import IGNORE, IGNORE_ALL
from generator.edit.articles.review import Review, stored_as
from generator.edit.project import Change, Project
from generator.edit.yaml_writer import flow_list, lines, value

_VOICE = ("kind", "party", "speaker", "parties")  # most texts do without


def likely_id(title: str, published: str, file_name: str) -> str:
    """Return an identifier made of the title, or of the name of the file, and the date of publication."""
    # A title in another script gives no identifier; the name of the file often does.
    name = title if identifier(title) else file_name
    return identifier(name if published in name else f"{name} {published}")


def free_likely_id(project: Project, title: str, published: str, file_name: str) -> str:
    """Return the likely identifier, with a number if another source has it; empty if none can be made."""
    name = likely_id(title, published, file_name)
    taken = {
        path.rpartition("/")[2].rpartition(".")[0] for path in project.files if path.startswith("seeds/")
    }
    numbered = (f"{name[:70]}-{number}" for number in range(2, len(taken) + 3))
    return next((free for free in (name, *numbered) if free not in taken), "") if name else ""


def new_source(
    name: str,
    text: bytes,
    details: Mapping[str, str],
    original: Original | None = None,
    places: Iterable[Place] = (),
) -> Change:
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
    sidecar += "".join([*_places_yaml(places), *(_original_yaml(original) if original else ())])
    return Change(created={f"seeds/{name}.txt": text, f"seeds/{name}.yml": f"{comments}{sidecar}\n".encode()})


def reviewed_source(
    project: Project,
    name: str,
    review: Review,
    struck: Collection[int],
    details: Mapping[str, str],
    *,
    keeps_originals: bool,
) -> Change:
    """Return the change that stores a reviewed file without the lines `struck`, and the file itself as its original.

    `keeps_originals` is the setting of the site. Raise EditError if nothing is left.
    """
    text, original = review.text(struck), review.original(struck)
    change = new_source(name, text, details, original, review.places(struck))
    if original is None:
        return change
    kept = {f"{ORIGINALS}/{name}.{review.ending}": review.incoming.raw}
    ignore = project.root / IGNORE
    if not keeps_originals and not ignore.exists():
        kept[IGNORE] = IGNORE_ALL
    is_ours = keeps_originals and ignore.is_file() and ignore.read_bytes() == IGNORE_ALL
    return Change(
        created={**change.created, **kept},
        removed=(IGNORE,) if is_ours else (),
        read={IGNORE: IGNORE_ALL} if is_ours else {},
    )


def stored_before(project: Project, review: Review, struck: Collection[int] = ()) -> str:
    """Return that the file, or the same text, is stored already, and as which source; empty if it is not."""
    known = stored_as(project.corpus, review, struck)
    return f"{review.incoming.label} is stored already, as the source “{known}”." if known else ""


def _places_yaml(places: Iterable[Place]) -> Iterator[str]:
    head = "\nplaces:"
    for place in places:
        parts = {"paragraph": str(place.paragraph), "page": place.page or "", "time": place.time or ""}
        entry = ", ".join(f"{key}: {_in_braces(text)}" for key, text in parts.items() if text)
        yield f"{head}\n  - {{{entry}}}"
        head = ""


def _in_braces(text: str) -> str:
    """Return a page or a time as a value in braces; a number in marks, because editors' programs expect a text."""
    return f'"{text}"' if text.isdecimal() else flow_list([text])[1:-1]


def _original_yaml(original: Original) -> Iterator[str]:
    """Yield the key `original` in parts, each with the line break before it."""
    facts = {
        "format": original.format.value,
        "sha256": original.sha256,
        "name": original.name or "",
        "encoding": original.encoding or "",
        "converted_by": original.converted_by,
    }
    yield f"\noriginal:\n{indent(lines(facts), '  ')}"
    for key, texts in (("steps", original.steps), ("struck", original.struck)):
        if texts:
            yield "".join([f"\n  {key}:", *(f"\n    - {value(text)}" for text in texts)])
