"""What lines of YAML can have wrong, and its pages in the manual of checks; `RULES` are all rules of the reader."""

from __future__ import annotations

from generator.content.strict_yaml import file_rules
from generator.diagnostics import Rule

COLON = Rule.error(
    "E110",
    "colon-in-text",
    "A sentence with a colon stands without quotation marks.",
    """
A colon followed by a space ends a key. A sentence that has one stands in quotation marks.

Wrong: `text: Armenia: we will sign`

Right: `text: "Armenia: we will sign"`
""",
)
OPEN_QUOTE = Rule.error(
    "E111",
    "open-quotation",
    "A quotation mark opens a text and none closes it.",
    """
The text would go on to the next quotation mark, somewhere below. Close it where it ends, or take the mark away.

Wrong: `title: "Talks in Moscow`

Right: `title: "Talks in Moscow"`
""",
)
TEXT_AFTER_QUOTE = Rule.error(
    "E112",
    "text-after-quotation",
    "Something follows the closing quotation mark of a text.",
    """
A text that begins with a quotation mark ends at the next one of that kind. Put the other kind around the whole, or
double an apostrophe inside apostrophes.

Wrong: `text: "Peace" is near`, `text: 'Russia's role'`

Right: `text: '"Peace" is near'`, `text: "Russia's role"`
""",
)
OPEN_BRACKET = Rule.error(
    "E113",
    "open-bracket",
    "A bracket is opened and not closed, or something in it is missing a comma.",
    """
What stands after an open bracket belongs to the list, to the end of the file. Close it, and put commas between entries.

Wrong: `parties: [ukraine, russia`

Right: `parties: [ukraine, russia]`
""",
)
FIRST_CHARACTER = Rule.error(
    "E114",
    "first-character",
    "A text begins with a character that means something in YAML.",
    """
Texts that begin with one of ``@ ` % & * ! | > [ ] { } # , ? : - "`` and the like stand in quotation marks.

Wrong: `title: @home`

Right: `title: "@home"`
""",
)
INDENTATION = Rule.error(
    "E115",
    "indentation",
    "A line stands too far to the left or right, or the line with its key is missing above it.",
    """
Lines that belong together begin in the same column; what belongs to a line stands two spaces further right; entries
of a list begin with a dash and a space.

Wrong, `stance` one space too far to the right:

```yaml
- issue: us-proposal
   stance: conditional
```

Right:

```yaml
- issue: us-proposal
  stance: conditional
```
""",
)
NO_COLON = Rule.error(
    "E116",
    "no-colon",
    "A line has no “key: value”.",
    """
Each line of a mapping is a key, a colon and a space, then the value; without them the line says nothing.

Wrong: `stance conditional`, `stance:conditional`

Right: `stance: conditional`
""",
)
SYNTAX = Rule.error(
    "E117",
    "syntax",
    "The file is no YAML from here on.",
    """
The reader cannot tell what is meant. Compare the line, and the one before it, with another file that works.
""",
)
BACKSLASH = Rule.error(
    "E118",
    "backslash",
    "A backslash stands inside double quotation marks.",
    """
Inside double quotation marks a backslash and the character after it mean another character; few of them exist.
Single quotation marks take every character as it is.

Wrong: `title: "C:\\Users"`

Right: `title: 'C:\\Users'`
""",
)
RUN_TOGETHER = Rule.error(
    "E119",
    "run-together",
    "Several lines run together into one text that was hardly meant.",
    """
A text goes on in the next line where that stands further right. So an entry of a list that begins further right than the
others, and has no space after its dash, becomes part of the text above it; and a text in quotation marks goes on to the next
mark, whatever stands in between.

Wrong:

```yaml
quote:
  - more or less acceptable
   -don’t suit us
```

Right: both dashes in one column, with a space after each.
""",
)
DUPLICATE_KEY = Rule.error(
    "E120",
    "duplicate-key",
    "A key stands twice in one mapping.",
    """
One of both would win in silence, and the other's words would be lost.

Wrong: `stance: supports` and, some lines below, `stance: opposes`

Right: one of both.
""",
)
CUT_BY_COMMENT = Rule.error(
    "E121",
    "cut-by-comment",
    "A “#” cuts a text off.",
    """
A space and “#” begin a comment, so that `quote: We reject item #5` would become “We reject item”. Put a text with “#”
in quotation marks. A comment after a value is set off by two spaces before the “#” and one after it; a comment on a line
of its own stands no further right than the key or dash above it.

Wrong: `quote: We reject item #5`, `summary: #5 is rejected`

Right: `quote: "We reject item #5"`, `stance: opposes  # since May`
""",
)
NOT_PLAIN = Rule.error(
    "E122",
    "not-plain",
    "A tag, an anchor, an alias, a merge key or a complex key is used.",
    """
Every value stands where it is used, as plain text: `!tags`, `&anchors`, `*aliases`, `<<` and `? keys` are refused. A
text that begins with one of these characters stands in quotation marks.

Wrong: `title: !important news`, `stance: &ours opposes`

Right: `title: "!important news"`, `stance: opposes`
""",
)
RULES = (
    *file_rules.RULES,
    COLON,
    OPEN_QUOTE,
    TEXT_AFTER_QUOTE,
    OPEN_BRACKET,
    FIRST_CHARACTER,
    INDENTATION,
    NO_COLON,
    SYNTAX,
    BACKSLASH,
    RUN_TOGETHER,
    DUPLICATE_KEY,
    CUT_BY_COMMENT,
    NOT_PLAIN,
)
