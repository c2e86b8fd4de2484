"""Rules for files, stored texts, YAML and the shape of data; their manual is in rules.md."""

from generator.diagnostics import read_rules

_RULES = read_rules(__file__)
TEXT_NOT_UTF8 = _RULES["text-not-utf8"]
TEXT_WITH_NUL = _RULES["text-with-nul"]
TEXT_EMPTY = _RULES["text-empty"]
NOT_A_FILE = _RULES["not-a-file"]
FILE_TOO_LARGE = _RULES["file-too-large"]
UNREADABLE = _RULES["unreadable"]
NO_FOLDER = _RULES["no-folder"]
STRAY_FILE = _RULES["stray-file"]
NO_PARTNER = _RULES["no-partner"]
NO_BRIEFING_FILE = _RULES["no-briefing-file"]
WRONG_PARTY_FILE = _RULES["wrong-party-file"]
UNSAFE_NAME = _RULES["unsafe-name"]
WRONG_SETTINGS = _RULES["wrong-settings"]
NO_PUBLISHER = _RULES["no-publisher"]
LOST_WORDS = _RULES["lost-words"]
HEAVY_PAGE = _RULES["heavy-page"]
CHANGED_ORIGINAL = _RULES["changed-original"]
STRAY_ORIGINAL = _RULES["stray-original"]
ORIGINALS_IN_GIT = _RULES["originals-in-git"]
MORE_ERRORS = _RULES["more-errors"]
YAML_NOT_UTF8 = _RULES["yaml-not-utf8"]
YAML_TOO_LARGE = _RULES["yaml-too-large"]
HIDDEN_CHARACTER = _RULES["hidden-character"]
TAB = _RULES["tab"]
UNREADABLE_YAML = _RULES["unreadable-yaml"]
MIXED_QUOTATION_MARKS = _RULES["mixed-quotation-marks"]
RUN_TOGETHER = _RULES["run-together"]
DUPLICATE_KEY = _RULES["duplicate-key"]
CUT_BY_COMMENT = _RULES["cut-by-comment"]
NOT_PLAIN = _RULES["not-plain"]
TOO_DEEP = _RULES["too-deep"]
SEVERAL_DOCUMENTS = _RULES["several-documents"]
NOT_A_MAPPING = _RULES["not-a-mapping"]
UNKNOWN_KEY = _RULES["unknown-key"]
MISSING_KEY = _RULES["missing-key"]
NOT_A_CHOICE = _RULES["not-a-choice"]
NO_VALUE = _RULES["no-value"]
WRONG_SHAPE = _RULES["wrong-shape"]
TOO_LONG = _RULES["too-long"]
WRONG_DATE = _RULES["wrong-date"]
WRONG_IDENTIFIER = _RULES["wrong-identifier"]
WRONG_VALUE = _RULES["wrong-value"]
RULES = tuple(_RULES.values())
RULES_OF_THE_DISK = (
    NOT_A_FILE,
    FILE_TOO_LARGE,
    UNREADABLE,
    NO_FOLDER,
    WRONG_SETTINGS,
    NO_PUBLISHER,
    LOST_WORDS,
    HEAVY_PAGE,
    CHANGED_ORIGINAL,
    STRAY_ORIGINAL,
    ORIGINALS_IN_GIT,
)
"""Rules that examining bytes cannot break, only reading files from the disk, and building pages of docs/."""
