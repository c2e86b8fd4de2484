"""PDF files that have no text, are broken or are hostile are refused in plain words, with the way out."""

import hashlib
import re
import zlib

import pytest

from generator.edit.articles.converted import Converted
from generator.edit.articles.pdf import convert, document
from generator.edit.error import EditError
from tests.articles.pdf_files import pages_pdf, raw_pdf, shown, stream

PAGE = shown([(72, 700, 11, "The delegations meet in the harbour on Monday morning.")])
PICTURE = stream(
    b"\x00" * 100, b"/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray"
)
SCAN = b"q 595 0 0 842 0 0 cm /I Do Q"
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def encrypted(password: bytes) -> bytes:
    """Return a file that is encrypted as PDF 1.4 does it: with a password, or an empty one that everybody has."""
    owner = _rc4(_md5(b"owner" + PADDING[:27]).digest()[:5], (password + PADDING)[:32])
    allowed = -3904
    key = _md5(
        (password + PADDING)[:32] + owner + allowed.to_bytes(4, "little", signed=True) + b"id"
    ).digest()[:5]
    user = _rc4(key, PADDING)
    packed = zlib.compress(PAGE)
    secret = _rc4(_md5(key + (6).to_bytes(3, "little") + b"\0\0").digest()[:10], packed)
    return raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[5 0 R]>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
            b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>"
            % (owner.hex().encode(), user.hex().encode(), allowed),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F 3 0 R>>>>>>",
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(secret), secret),
        ],
        b"/Encrypt 4 0 R/ID[(id)(id)]",
    )


def _md5(data: bytes) -> "hashlib._Hash":
    return hashlib.md5(data, usedforsecurity=False)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _forms() -> bytes:
    """Return a file whose drawing draws another one ten times, and so on over eight levels."""
    levels = [
        stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number,
        )
        for number in range(5, 12)
    ]
    last = stream(PAGE, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 3 0 R>>>>")
    return pages_pdf([b"/X Do"], b"/XObject<</X 4 0 R>>", [*levels, last])


def _without_letters() -> bytes:
    """Return a file whose font does not say which letters it prints."""
    whole = pages_pdf([b"BT /F 11 Tf 72 700 Td <000100020003000400050006> Tj ET"])
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X"
    font += b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/Ascent 800>>>>]>>"
    return re.sub(rb"<</Type/Font/Subtype/Type1[^>]*>>", lambda _: font, whole)


REFUSED = {
    "no PDF": (b"<html>", "is not a PDF file"),
    "cut off": (pages_pdf([PAGE])[:-200], "is cut off"),
    "damaged": (b"%PDF-1.7\n" + b"\x01garbage" * 50 + b"\n%%EOF\n", "is damaged"),
    "no pages": (pages_pdf([]), "is damaged"),
    "password": (encrypted(b"secret"), "is encrypted with a password"),
    "scan": (pages_pdf([SCAN] * 2, b"/XObject<</I 4 0 R>>", [PICTURE]), "has no text layer: it is a scan"),
    "empty pages": (pages_pdf([b"", b""]), "has no text layer"),
    "unknown letters": (_without_letters(), "cannot be read: its fonts"),
    "10,000 pages": (pages_pdf([b""] * 10_000), "has more than 2,000 pages"),
    "bomb": (pages_pdf([b" " * 150_000_000]), "unpacks to more"),
    "drawings in drawings": (_forms(), "unpacks to more"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.slow
def test_a_file_without_usable_text_is_refused_with_the_way_out(name: str) -> None:
    raw, reason = REFUSED[name]
    with pytest.raises(EditError, match=reason) as refusal:
        convert(raw, "talks.pdf")
    assert "talks.pdf" in str(refusal.value)


def test_a_stream_in_lzw_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each code stands for one byte more than the last, so that 253 codes unpack to 32 KB.
    bits = "".join(f"{code:09b}" for code in (256, 97, *range(258, 510)))
    packed = int(f"{bits}00", 2).to_bytes(len(bits) // 8 + 1, "big")
    form = b"<</Length %d/Filter/LZWDecode/Type/XObject/Subtype/Form/BBox[0 0 9 9]>>stream\n%s\nendstream"
    raw = pages_pdf([PAGE + b"\n/X Do"], b"/XObject<</X 4 0 R>>", [form % (len(packed), packed)])
    assert len(convert(raw, "talks.pdf").lines) == 1
    monkeypatch.setattr(document, "MOST_BYTES_OF_A_STREAM", 30_000)
    with pytest.raises(EditError, match="unpacks to more"):
        convert(raw, "talks.pdf")


def _notices(converted: Converted) -> str:
    return " ".join(converted.notices)


def test_pages_that_are_pictures_are_named() -> None:
    converted = convert(pages_pdf([PAGE, SCAN, PAGE, SCAN], b"/XObject<</I 4 0 R>>", [PICTURE]), "part.pdf")
    assert "pictures without text: 2, 4" in _notices(converted)


def test_a_scan_with_a_text_layer_is_read() -> None:
    hidden = SCAN + b"\n3 Tr\n" + PAGE
    converted = convert(pages_pdf([hidden], b"/XObject<</I 4 0 R>>", [PICTURE]), "scan.pdf")
    assert [line.text for line in converted.lines] == [
        "The delegations meet in the harbour on Monday morning."
    ]


def test_a_file_that_forbids_copying_is_read_with_a_notice() -> None:
    converted = convert(encrypted(b""), "owner.pdf")
    assert [line.text for line in converted.lines] == [
        "The delegations meet in the harbour on Monday morning."
    ]
    assert "asks programs not to copy" in _notices(converted)


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_gives_a_text_or_a_refusal(seed: int) -> None:
    raw = bytearray(pages_pdf([PAGE, PAGE]))
    for step in range(4):
        place = (seed * 7919 + step * 104_729) % (len(raw) - 30)
        raw[place] = (raw[place] + seed + 1) % 256
    try:
        text = convert(bytes(raw), "damaged.pdf").text
    except EditError as refusal:
        text = str(refusal)
    assert text.strip()
