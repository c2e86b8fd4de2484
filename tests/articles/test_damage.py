"""Files that are damaged at random end as a text or as an error for editors, never as an error of the program."""

import io
import random
import zipfile
from contextlib import suppress

import pytest

from generator.edit.articles.formats import convert
from generator.edit.error import EditError
from tests.articles.text_corpus import ENCODINGS, LAYOUTS, encoded
from tests.articles.word_corpus import WORD_FILES

FILES = {
    **{name: raw for name, (raw, _) in WORD_FILES.items()},
    **{name: text.encode() for name, (text, _) in LAYOUTS.items()},
    **{f"{language}-{encoding}.txt": encoded(language, encoding)[0] for language, encoding, _ in ENCODINGS},
}
_MOST_CHANGES = 12
_EACH = 8


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, removed, doubled, put in, or with the end cut off."""
    result = bytearray(raw)
    for _ in range(chance.randrange(1, _MOST_CHANGES)):
        at = chance.randrange(len(result) + 1)
        match chance.randrange(5):
            case 0:
                result[at : at + 1] = chance.randbytes(1)
            case 1:
                del result[at : at + chance.randrange(40)]
            case 2:
                result[at:at] = chance.randbytes(chance.randrange(10))
            case 3:
                result[at:at] = result[at : at + chance.randrange(200)]
            case _ if chance.random() < 1 / _MOST_CHANGES:
                del result[at:]
    return bytes(result)


def damaged_inside(raw: bytes, chance: random.Random) -> bytes:
    """A Word file with one part damaged, packed again without an error of the archive."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = damaged(parts[name], chance)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return file.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_read_or_refused(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same damage each time
    for number in range(_EACH):
        damage = damaged_inside if name.endswith(".docx") and number % 2 else damaged
        with suppress(EditError):
            assert convert(damage(FILES[name], chance), name).lines
