"""Common slips in the files of the real briefing. The reports are in golden/slips.txt."""

from collections.abc import Callable, Iterator, Mapping

Files = Mapping[str, bytes]
Slip = Callable[[dict[str, bytes]], None]

SLUG = "briefings/ukraine-settlement"
R = f"{SLUG}/positions/russia.yml"
U = f"{SLUG}/positions/ukraine.yml"
B = f"{SLUG}/briefing.yml"
P = "briefings/parties.yml"
N = "briefings/names.yml"
S = "seeds/moscow-talks-2025-12-02.yml"
T = "seeds/moscow-talks-2025-12-02.txt"


def put(path: str, old: str, new: str) -> Slip:
    """Replace the first `old` in a file."""

    def slip(files: dict[str, bytes]) -> None:
        text = files[path].decode()
        assert old in text, (path, old)
        files[path] = text.replace(old, new, 1).encode()

    return slip


def move(path: str, to: str) -> Slip:
    """Move or rename a file."""

    def slip(files: dict[str, bytes]) -> None:
        files[to] = files.pop(path)

    return slip


def file(path: str, raw: bytes | str | None) -> Slip:
    """Write a file; None deletes it."""

    def slip(files: dict[str, bytes]) -> None:
        if raw is None:
            del files[path]
        else:
            files[path] = raw if isinstance(raw, bytes) else raw.encode()

    return slip


def saved(path: str, encoding: str) -> Slip:
    """Save a file in another encoding."""

    def slip(files: dict[str, bytes]) -> None:
        files[path] = files[path].decode().encode(encoding, "replace")

    return slip


def all_of(*slips: Slip) -> Slip:
    """Combine several slips."""

    def slip(files: dict[str, bytes]) -> None:
        for part in slips:
            part(files)

    return slip


SLIPS: dict[str, Slip] = {
    # Keys.
    "a key misspelt": put(R, "statement:", "statment:"),
    "a key in capitals": put(U, "stance: conditional", "Stance: conditional"),
    "a key with a space for the underscore": put(R, "as_of: 2025-12\n", "as of: 2025-12\n"),
    "a key in the wrong place": put(R, "party: russia\n", "party: russia\nspeaker: yuri-ushakov\n"),
    "a key forgotten": put(R, "    stance: supports\n", ""),
    "a key without its value": put(R, "reason: It seeks to maintain control.", "reason:"),
    "evidence left to be found": put(
        R, "        evidence:\n          - source: moscow-talks-2025-12-02\n            reported: would require additional work\n            speaker: yuri-ushakov\n", "        evidence:\n"
    ),
    "a key written twice": put(R, "reason: It seeks", "reason: Holds it.\n    reason: It seeks"),
    "no evidence at all": put(B, "background:\n", "background:\n  - text: Peace is near.\n"),
    # Signs of YAML.
    "a colon in a sentence": put(R, "reason: It seeks to maintain", "reason: Aim: to maintain"),
    "no space after a colon": put(R, "stance: supports", "stance:supports"),
    "no colon after a key": put(R, "stance: supports", "stance supports"),
    "no colon after the key of a list": put(R, "maintain control.\n    evidence:\n", "control of it.\n    evidence\n"),
    "no space after a dash": put(R, "  - issue: occupied-territory", "  -issue: occupied-territory"),
    "no dash before an entry": put(R, "  - issue: occupied-territory", "    issue: occupied-territory"),
    "no dash before the first entry": put(R, "  - issue:", "    issue:"),
    "a dash from a word processor": put(R, "  - issue:", "  – issue:"),
    "a star for a dash": put(R, "  - issue:", "  * issue:"),
    "a dash too many": put(R, "        quote: neither further nor closer", "      - quote: neither further nor closer"),
    "a party by its name": put(U, "party: ukraine", "party: Ukraine"),
    "a list without its entries": put(B, "key_points:\n", "keypoints:\n"),
    "the key of a list forgotten": put(R, "positions:\n", ""),
    "the key of the evidence forgotten": put(R, "maintain control.\n    evidence:\n", "maintain control.\n"),
    "the key of a group forgotten": put(B, "issues:\n", ""),
    "a tab for the indent": put(R, "    stance: supports", "\tstance: supports"),
    "an indent too far": put(R, "    stance: supports", "      stance: supports"),
    "an indent too short": put(R, "    stance: supports", "   stance: supports"),
    "a quotation mark left open": put(R, "reason: It seeks to maintain control.", 'reason: "It seeks to maintain'),
    "words after a closing quotation mark": put(R, "reason: It seeks to", 'reason: "Seeks" to'),
    "an apostrophe inside single quotation marks": put(
        S, 'title: "[US and Russia end Moscow talks without a breakthrough]"', "title: 'Russia's talks'"
    ),
    "a bracket left open": put(R, "quote: [more or less acceptable, don’t suit us]", "quote: [more or less acceptable, don’t suit us"),
    "a smart quotation mark for a straight one": put(S, 'title: "[US and Russia', "title: “[US and Russia"),
    "a text that begins with an at sign": put(R, "reason: It seeks to", "reason: @Moscow seeks to"),
    "a text that begins with a bracket": put(R, "reason: It seeks to", "reason: [It] seeks to"),
    "a number sign in a sentence": put(R, "reason: It seeks to maintain", "reason: It seeks #1 to maintain"),
    "a backslash in double quotation marks": put(
        R, "reason: It seeks to maintain control.", r'reason: "It seeks to \maintain control"'
    ),
    "a list where a text belongs": put(R, "reason: It seeks to maintain control.", "reason:\n      - Seeks it"),
    "parties as one text": put(B, "parties: [ukraine, russia, united-states, european-states]", "parties: ukraine, russia"),
    "a speaker as a list": put(R, "        speaker: yuri-ushakov\n        why: Said of what", "        speaker: [yuri-ushakov]\n        why: Said of what"),
    "a merge conflict": put(R, "    stance: supports\n", "<<<<<<< HEAD\n    stance: supports\n=======\n    stance: accepts\n>>>>>>> theirs\n"),
    "a line left from a merge conflict": put(R, "    stance: supports\n", "    stance: supports\n=======\n"),
    "a list instead of keys": file(N, "- special military operation\n"),
    "an empty file": file(N, ""),
    "a file of notes": file(U, "Ukraine says that work is not over yet.\n"),
    "a space from a web page for the indent": put(R, "    stance: supports", "\u00a0   stance: supports"),
    "a hidden character from a web page": put(R, "stance: supports", "stance: sup\u200bports"),
    # Values.
    "NO as an answer": put(R, "stance: supports", "stance: NO"),
    "a stance misspelt": put(R, "stance: supports", "stance: suports"),
    "a stance as readers see it": put(R, "stance: not-found", "stance: no position found"),
    "a day that the calendar has not": put(B, "as_of: 2025-12-02", "as_of: 2025-02-30"),
    "a date the other way round": put(B, "as_of: 2025-12-02", "as_of: 02.12.2025"),
    "a review before the newest event": put(B, "reviewed_on: 2025-12-04", "reviewed_on: 2025-11-04"),
    "a language in words": put(S, "language: en", "language: English"),
    "a row too long": put(
        R, "row_text: signalling that talks may continue", "row_text: signalling that talks may continue, for days, for weeks, for months and for years, until each of the parties has said all that it wanted to say of the territory that it occupies now"
    ),
    "a word left from a draft": put(R, "reason: It seeks to maintain control.", "reason: TODO"),
    # Quotes.
    "a quote with one word changed": put(R, "[ready right now, suddenly]", "[ready just now, suddenly]"),
    "a quote that ends in the middle of a word": put(R, "quote: neither further nor closer", "quote: neither further nor close"),
    "a quote with three dots for what is left out": put(
        R, "quote: [more or less acceptable, don’t suit us]", 'quote: "more or less acceptable … don’t suit us"'
    ),
    "parts of a quote in the wrong order": put(R, "[more or less acceptable, don’t suit us]", "[don’t suit us, more or less acceptable]"),
    "a word that stands in many places": put(R, "        prefix: siding with “\n", ""),
    "a prefix that does not fit": put(R, "prefix: siding with “", "prefix: speaking of “"),
    "a quote that is no quotation": put(R, "reported: would require additional work", "quote: would require additional work"),
    "words in a statement that no evidence has": put(R, "“more or less acceptable” and", "“wholly acceptable” and"),
    "two kinds in one piece of evidence": put(R, "        quote: neither further nor closer", "        quote: neither further nor closer\n        reported: neither further nor closer"),
    "only the source’s own judgement": put(
        U,
        "      - source: moscow-talks-2025-12-02\n        quote: [looks better, work is not over yet]\n        speaker: volodymyr-zelenskyy\n        why: He calls it better, and the work on it unfinished.\n",
        "      - source: moscow-talks-2025-12-02\n        assessment: The core obstacle remains unchanged\n",
    ),
    "a report with one word changed": put(R, "reported: would require additional work", "reported: would need additional work"),
    "words that the source has not": put(R, "quote: neither further nor closer", "quote: Xylophones quietly hummed"),
    "quotation marks around a quote": put(R, "quote: neither further nor closer", "quote: “neither further nor closer”"),
    # Identifiers.
    "a speaker of another party": put(R, "speaker: yuri-ushakov", "speaker: volodymyr-zelenskyy"),
    "a speaker by name": put(R, "speaker: yuri-ushakov", "speaker: Yuri Ushakov"),
    "a source misspelt": put(R, "- source: moscow-talks-2025-12-02", "- source: moscow-talks-2025-12-20"),
    "a source by its file name": put(R, "- source: moscow-talks-2025-12-02", "- source: moscow-talks-2025-12-02.txt"),
    "an issue by its title": put(R, "issue: european-role", "issue: Europe’s role"),
    "a party that is not defined": put(B, "parties: [ukraine, russia,", "parties: [ukraine, rusia,"),
    "a party that the briefing does not list": put(B, "parties: [ukraine, russia, ", "parties: [ukraine, "),
    "an identifier with a capital letter": put(P, "european-states:", "European-States:"),
    "an identifier with a letter that only looks Latin": put(P, "russia:", "russi\u0430:"),
    "an entry twice for one day": put(R, "  - issue: security-guarantees\n    stance: not-found\n", "  - issue: occupied-territory\n    stance: accepts\n    as_of: 2025-12\n    statement: Again.\n    evidence:\n      - {source: moscow-talks-2025-12-02, reported: Russia seeks to maintain control over occupied Ukrainian territory}\n\n  - issue: security-guarantees\n    stance: not-found\n"),
    "a proposition that is not there": put(R, "stance: supports", "stance: {russian-controle: supports}"),
    # Files.
    "a file in the wrong folder": move(R, f"{SLUG}/russia.yml"),
    "a file with the ending .yaml": move(R, f"{SLUG}/positions/russia.yaml"),
    "a file with a capital letter": move(R, f"{SLUG}/positions/Russia.yml"),
    "a file under another party’s name": put(R, "party: russia", "party: ukraine"),
    "a stored text without its .yml": file(S, None),
    "a Word document as a source": file("seeds/report.docx", b"PK\x03\x04"),
    "a briefing without its briefing.yml": file("briefings/new-talks/positions/russia.yml", "party: russia\npositions: []\n"),
    "a stored text that was put right": put(T, "Russian officials described", "The Russian officials described"),
    "a file saved in an old encoding": saved(R, "cp1252"),
    "several slips in one file": all_of(
        put(R, "reason: It seeks to maintain", "reason: Aim: to maintain"),
        put(R, "stance: says-so", "stance: says-os"),
        put(R, "[ready right now, suddenly]", "[ready just now, suddenly]"),
    ),
    "no space after the colon of the first key": put(R, "- issue: occupied-territory\n    stance: supports", "- issue:occupied-territory\n    stance: supports"),
    "no space after colons in braces": put(P, "{name: Vladimir Putin, role: President,", "{name:Vladimir Putin, role:President,"),
    "a key of a party too far left": put(P, "  short: Russia\n", "short: Russia\n"),
    "a key of a position among the evidence": all_of(
        put(R, "    reason: It seeks to maintain control.\n", ""),
        put(R, "        why: Names the aim.", "        reason: It seeks to maintain control.\n        why: Names the aim."),
    ),
}  # fmt: skip


def slipped(files: Files) -> Iterator[tuple[str, Files]]:
    """Yield every slip by name, with the files after it."""
    for name, slip in SLIPS.items():
        changed = dict(files)
        slip(changed)
        yield name, changed
