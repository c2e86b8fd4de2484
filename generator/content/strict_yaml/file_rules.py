"""What is wrong with a YAML file as a whole, and its pages in the manual of checks."""

from __future__ import annotations

from generator.diagnostics import Rule

DEEPEST = 12  # levels of nesting

NOT_UTF8 = Rule.error(
    "E101",
    "yaml-not-utf8",
    "A YAML file is not UTF-8.",
    """
Save the file as UTF-8: editors ask for the “encoding” when saving. The message says which byte is wrong.

Wrong: “Zoë” saved as Latin-1 or UTF-16

Right: “Zoë” saved as UTF-8; a byte order mark does no harm
""",
)
TOO_LARGE = Rule.error(
    "E102",
    "yaml-too-large",
    "A YAML file is larger than 1 MB.",
    """
Position files are small enough to review. Split the file: one file for each party and briefing.

Wrong: `positions/everybody.yml` with 1.2 MB

Right: `positions/russia.yml`, `positions/ukraine.yml` …
""",
)
HIDDEN_CHARACTER = Rule.error(
    "E103",
    "hidden-character",
    "A character that nobody can see changes what the file says.",
    """
Control characters, the line breaks U+2028, U+2029 and U+0085, and characters that turn the direction of text can
hide words, start new lines or swap what a reviewer sees. They come along when text is pasted. Delete the character:
put the cursor behind it and press backspace, or type the line again.

Wrong: `title: Talks⟨U+202E⟩ in Moscow`

Right: `title: Talks in Moscow`
""",
)
TAB = Rule.error(
    "E104",
    "tab",
    "A line is indented with a tab, or with spaces that are no ordinary ones.",
    """
YAML counts spaces; how wide a tab is, nobody knows, and no-break spaces belong to the text. Indent with two ordinary
spaces, and let your editor replace tabs.

Wrong, with “→” for a tab:

```yaml
answer:
→- text: Talks go on
```

Right:

```yaml
answer:
  - text: Talks go on
```
""",
)
TOO_DEEP = Rule.error(
    "E123",
    "too-deep",
    "Brackets or lists are nested deeper than any file needs.",
    f"""
At most {DEEPEST} levels are read. Mostly a bracket was not closed.

Wrong: `quote: [[[[[[[[[[[[[we agree`

Right: `quote: [we agree, we sign]`
""",
)
SEVERAL_DOCUMENTS = Rule.error(
    "E124",
    "several-documents",
    "A line of dashes or dots divides the file.",
    """
`---` begins a second document, of which nothing would be read; `...` ends the file; lines that begin with `%` are
directives. Take the line out. One `---` at the very top does no harm.

Wrong:

```yaml
title: Talks
---
question: Will they agree?
```

Right: the same without the line of dashes.
""",
)
NOT_A_MAPPING = Rule.error(
    "E125",
    "not-a-mapping",
    "The file is empty, or does not consist of “key: value” lines.",
    """
Every file begins with keys, such as `title:` or `party:`; a file with nothing but comments has none. The guide for editors shows each kind of file.

Wrong: `- issue: us-proposal` as the first line of a position file

Right:

```yaml
party: russia
positions:
  - issue: us-proposal
```
""",
)
RULES = (
    NOT_UTF8,
    TOO_LARGE,
    HIDDEN_CHARACTER,
    TAB,
    TOO_DEEP,
    SEVERAL_DOCUMENTS,
    NOT_A_MAPPING,
)
