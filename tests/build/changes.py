"""A project of several briefings in any of many states: each change of `CHANGES` is made in it, or not."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.content.files import ORIGINALS
from tests.building import HARBOUR, PARTS, files

POSITIONS = "briefings/night-closing/positions"
NIGHT = "briefings/night-closing/briefing.yml"
BOATS = "briefings/boats/briefing.yml"
TRIAL = "briefings/trial-boats/briefing.yml"
LIGHTHOUSE = "briefings/lighthouse/briefing.yml"
PARTIES = "briefings/parties.yml"
RENAMED = "briefings/renamed.yml"
PARTIAL = "overrides/partials/content.html"

_BACKGROUND = """background:
  - text: The guard has said nothing about the quay.
    evidence: [{source: guard, quote: We of the guard say nothing about the quay}]
"""

Change = tuple[str, str, str]
"""The path of a file, words in it, and those that replace them. Without words, the file is new, or files whose paths begin with
the path are moved to another one, or removed if there is none."""

CHANGES: tuple[Change, ...] = (
    # Positions.
    (f"{POSITIONS}/islanders.yml", "statement: Runa Aske said that her", "statement: Runa Aske said her"),
    (f"{POSITIONS}/islanders.yml", "trial: accepts}", "trial: supports}"),
    (f"{POSITIONS}/islanders.yml", "as_of: 2031-03-04", "as_of: 2031-03"),
    (f"{POSITIONS}/night-line.yml", "    as_of: 2031-03-05\n", "    as_of: 2031-03-05\n    draft: true\n"),
    (f"{POSITIONS}/night-line.yml", "said_on: 2031-05-19\n", "said_on: 2031-05\n"),
    (f"{POSITIONS}/harbour-council.yml", "        relation: contradicts\n", "        relation: qualifies\n"),
    (f"{POSITIONS}/harbour-council.yml", "    searched_until: 2031-06-11  #", "    reviewed_on: 2031-04-01  #"),
    (
        f"{POSITIONS}/harbour-council.yml",
        "      - source: tide-2031-03-05\n        reported: the council backs a night closing\n",
        "",
    ),
    (
        "briefings/boats/positions/crews.yml",
        "  - {issue: berth, stance: not-found, searched_until: 2031-05-02}\n",
        "",
    ),
    ("briefings/lighthouse/positions/islanders.yml", "stance: agree\n", "stance: neutral\n"),
    # Briefings.
    (NIGHT, "title: The night closing", "title: A night closing"),
    (NIGHT, "reviewed_on: 2031-06-12", "reviewed_on: 2031-06-14"),
    (NIGHT, "review_every: 60", "review_every: 7"),
    (NIGHT, "tags: [harbour, noise]", "tags: [harbour, ferries]"),
    (NIGHT, "parties: [harbour-council, islanders, night", "parties: [islanders, harbour-council, night"),
    (NIGHT, "    was: The noise limit is 58 dB(A).", "    was: The limit is 58 dB(A)."),
    (NIGHT, "    title: Paid rest\n", "    title: Rest with pay\n"),
    (NIGHT, "title: The islanders ask for quiet.", "title: The islanders want quiet."),
    (NIGHT, "title: The night closing", "draft: true\ntitle: The night closing"),
    (BOATS, "title: Boats for", "tags: [ferries]\nreview_every: 45\ntitle: Boats for"),
    (BOATS, "reviewed_on: 2031-05-04", "reviewed_on: 2031-06-13"),
    (
        BOATS,
        "issues:\n",
        "corrections:\n  - {date: 2031-05, was: Two boats., now: Three boats., reason: A slip.}\nissues:\n",
    ),
    (BOATS, "    unit: boats\n", "    unit: ships\n"),
    (TRIAL, "title: The boats of", "language: de\ntitle: The boats of"),
    (TRIAL, "reviewed_on: 2031-06-12", "reviewed_on: 2031-06-15"),
    (LIGHTHOUSE, "title: A museum in the", "draft: true\ntitle: A museum in the"),
    (LIGHTHOUSE, "label: disagrees,", "label: is against it,"),
    # What briefings share.
    (PARTIES, "  short: Islanders\n", "  short: Isles\n"),
    (PARTIES, "name: Coast League", "name: League of the Coast"),
    (PARTIES, "  name: Old Guard\n", "  name: Old Guard\n  part_of: [coast-league]\n"),
    (PARTIES, "role: Director}", "role: Chairman}"),
    (PARTIES, "  name: Old Guard\n", "  name: Old Guards\n"),
    (
        PARTIES,
        "coast-league:\n",
        "new-party:\n  name: New Party\n  kind: movement\n  part_of: [coast-league]\ncoast-league:\n",
    ),
    ("briefings/names.yml", "  prefer: closing at night", "  prefer: closure at night"),
    (
        "briefings/names.yml",
        "night-closing:",
        "quay:\n  term: quay\n  used_by: [crews]\n  prefer: ferry quay\nnight-closing:",
    ),
    (RENAMED, "sailors: crews", "sailors: islanders"),
    (RENAMED, "ships: boats", "ships: night-closing"),
    (RENAMED, "boats: {number: boats}", "boats: {number: berth}"),
    # Sources.
    ("seeds/gull-2031-02-10.txt", "Nobody sleeps", "This is a letter. Nobody sleeps"),
    ("seeds/lantern-2031-06-11.txt", "The council has voted", "News.\n\nThe council has voted"),
    ("seeds/tide-2031-03-05.txt", "since autumn. [", "since the autumn. ["),
    ("seeds/tide-2031-03-05.yml", "publisher: The Tide", "publisher: The Spring Tide"),
    ("seeds/tide-2031-03-05.yml", "origin: press conference of", "origin: a press release of"),
    ("seeds/lantern-2031-03-04.yml", "publish: full", "publish: excerpt"),
    ("seeds/hafenbote-2031-05-20.yml", "language:", "status: withheld\nstatus_note: A mistake.\nlanguage:"),
    ("seeds/guard.yml", "title: A speech", "title: The speech"),
    ("seeds/guard.", "", ""),
    (LIGHTHOUSE, "unknowns:\n", f"{_BACKGROUND}unknowns:\n"),
    # Whole briefings.
    ("briefings/trial-boats/", "", ""),
    ("briefings/lighthouse/", "", "briefings/museum/"),
    # Settings, pages by hand and the theme.
    ("mkdocs.yml", "publisher: The harbour desk", "publisher: The desk"),
    ("mkdocs.yml", "site_name: Harbour briefings", "site_name: Briefings"),
    ("mkdocs.yml", "https://example.org/halmsund/", "https://example.org/"),
    ("mkdocs.yml", "  language: en\n", "  language: de\n"),
    ("mkdocs.yml", 'repository: ""', "repository: https://github.com/example/harbour"),
    ("docs/about.md", "are made up.", "are made up. See [notes](notes.md), and [all](sources/index.md)."),
    ("docs/about.md", "are made up.", "are made up. See ![a mark](mark.svg) and [boats](briefings/boats/index.md)."),
    ("docs/notes.md", "", "# Notes\n\nOf [the boats](briefings/boats/index.md).\n"),
    ("docs/mark.svg", "", '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'),
    (PARTIAL, "<p>Ours</p>", "<p>Ours, and new</p>"),
)  # fmt: skip


def project(made: Collection[int]) -> Mapping[str, str]:
    """Return the text of each file by path after the changes with the numbers in `made`."""
    texts = dict(_BASE)
    for number in sorted(made):
        path, old, new = CHANGES[number]
        moved = [] if old else [found for found in texts if found.startswith(path)]
        for found in moved:
            text = texts.pop(found)
            if new:
                texts[found.replace(path, new)] = text
        if path in texts:
            texts[path] = texts[path].replace(old, new)
        elif not old and not moved and not path.endswith(("/", ".")):
            texts[path] = new
    return texts


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write the files that differ, and delete those that are not in `texts`."""
    on_disk = files(root)
    for path in on_disk.keys() - texts.keys():
        if path.partition("/")[0] in (*PARTS, "overrides"):
            (root / path).unlink()
    for path, text in texts.items():
        if on_disk.get(path) != text.encode():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="\n")


def _base() -> dict[str, str]:
    """Return the harbour example with more of what pages can show, and without hashes of its stored texts."""
    texts = {
        path: raw.decode()
        for path, raw in files(HARBOUR).items()
        if path.partition("/")[0] in PARTS and not path.startswith(ORIGINALS)
    }
    for path, text in texts.items():
        if path.startswith("seeds/"):
            texts[path] = re.sub(r"^sha256: .*\n", "", text, flags=re.MULTILINE)
    texts[PARTIES] += "old-guard:\n  name: Old Guard\n  kind: movement\n"
    texts[RENAMED] = (
        "briefings: {ships: boats}\nparties: {sailors: crews}\nissues: {boats: {number: boats}}\n"
    )
    texts["seeds/guard.txt"] = "We of the guard say nothing about the quay.\n"
    texts["seeds/guard.yml"] = "title: A speech\nkind: speech\nparty: old-guard\nlanguage: en\n"
    settings = texts["mkdocs.yml"]
    settings = settings.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    settings = settings.replace(
        '!ENV [BRIEFING_SITE_URL, "http://127.0.0.1:8000/"]', "https://example.org/halmsund/"
    )
    settings = settings.replace('!ENV [BRIEFING_REPOSITORY, ""]', '""\n      manuals: false')
    texts["mkdocs.yml"] = settings
    texts[PARTIAL] = "{{ page.content }}<p>Ours</p>\n"
    return texts


_BASE = _base()
