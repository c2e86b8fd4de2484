"""What can be wrong with the files of a project as files, and its pages in the manual of checks."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

STRAY_FILE = Rule(
    "E014",
    "stray-file",
    Severity.ERROR,
    "A file stands where the generator does not look for it, so that nothing of it would be published.",
    """
The places of files: `seeds/<id>.txt` and `seeds/<id>.yml`; `briefings/parties.yml`, `briefings/names.yml`, `briefings/renamed.yml`,
`briefings/wording.yml`, `briefings/<slug>/briefing.yml` and `briefings/<slug>/positions/<party>.yml`. Move the file to its place; notes
may stand anywhere as `README.md`.
""",
)
NO_PARTNER = Rule(
    "E015",
    "no-partner",
    Severity.ERROR,
    "A stored text has no file that says what is known of it, or the other way round.",
    """
A source is two files of one name: `seeds/talks-2025.txt`, the text, and `seeds/talks-2025.yml`, what is known
of it. At least `title` and `language` are needed there.
""",
)
NO_BRIEFING = Rule(
    "E016",
    "no-briefing-file",
    Severity.ERROR,
    "A folder of briefings/ has no briefing.yml.",
    """
Every folder below `briefings/` is a briefing, and its `briefing.yml` says what it is about.
""",
)
WRONG_PARTY_FILE = Rule(
    "E017",
    "wrong-party-file",
    Severity.ERROR,
    "A position file names another party than its file name.",
    """
One file holds one party's positions: `positions/russia.yml` begins with `party: russia`. The mistake is
mostly a copied file, and it would put words into the wrong mouth.
""",
)
UNSAFE_NAME = Rule(
    "E018",
    "unsafe-name",
    Severity.ERROR,
    "A file or folder has a name that another has on some systems, or that cannot be seen.",
    """
`Russia.yml` and `russia.yml` are two files on one computer and one file on the next, where one of them is lost without a word. A
name with invisible or control characters looks like another. Names are lower-case words joined by hyphens.
""",
)
RULES = (STRAY_FILE, NO_PARTNER, NO_BRIEFING, WRONG_PARTY_FILE, UNSAFE_NAME)
