"""What can be wrong with the shape of data, and its pages in the manual of checks."""

from __future__ import annotations

from generator.diagnostics import Rule

UNKNOWN_KEY = Rule.error(
    "E301",
    "unknown-key",
    "A key is not one that the format knows.",
    """
Every key has a meaning, so a misspelt one would lose what stands behind it.

Wrong:

```yaml
- issue: us-proposal
  stanze: conditional
```

Right:

```yaml
- issue: us-proposal
  stance: conditional
```
""",
)
MISSING_KEY = Rule.error(
    "E302",
    "missing-key",
    "A key that is needed is not there.",
    """
Wrong: a speaker without a name.

```yaml
speakers:
  yuri-ushakov: {role: Foreign policy adviser}
```

Right:

```yaml
speakers:
  yuri-ushakov: {name: Yuri Ushakov, role: Foreign policy adviser}
```
""",
)
NOT_A_CHOICE = Rule.error(
    "E303",
    "not-a-choice",
    "A value is not one of those that the key allows.",
    """
Some keys take one of a few words, which the message lists, so that pages can compare and sort what they say.

Wrong:

```yaml
status: stuck
```

Right:

```yaml
status: stalled
```
""",
)
NO_VALUE = Rule.error(
    "E304",
    "no-value",
    "A key has nothing behind it, or a list that needs entries is empty.",
    """
Wrong:

```yaml
title:
```

Right:

```yaml
title: Talks on ending the war
```

A text of nothing but spaces and characters that nobody sees, which come along from web pages, has no words either.

Leave an optional key out where nothing is known: an empty `speaker` would say that the party spoke in its own
name, and nobody could see whether that was meant.
""",
)
WRONG_SHAPE = Rule.error(
    "E305",
    "wrong-shape",
    "A text stands where a list or a mapping is needed, or the other way round.",
    """
Wrong: claims are a list, each with a text and its evidence.

```yaml
conditions: Only after a ceasefire.
```

Right:

```yaml
conditions:
  - text: Only after a ceasefire, the ministry said.
    evidence:
      - {source: talks-2025, reported: only after a ceasefire}
```

A sentence with a colon turns into a mapping unless it stands in quotation marks:
`text: "Armenia: we will sign"`.
""",
)
TOO_LONG = Rule.error(
    "E306",
    "too-long",
    "A text is longer than its place on the page allows.",
    """
A `summary` is the line in the matrix and has at most 60 characters. The full sentence belongs in `statement`.

Wrong:

```yaml
summary: Moscow says that parts of the US text are acceptable and others need work
```

Right:

```yaml
summary: Parts of the US text acceptable, others not
statement: Moscow says that parts of the US text are acceptable and others need work.
```
""",
)
WRONG_DATE = Rule.error(
    "E307",
    "wrong-date",
    "A date is none, or is written in another form.",
    """
Dates are year-month-day. Where only the month or the year is known, write only that. The message offers the date where it can be read; of
`02.12.2025` it cannot be known which number is the month, and both are said.

Wrong: `as_of: 2.12.2025`, `as_of: 2025-02-30`

Right: `as_of: 2025-12-02`, `as_of: 2025-12`, `as_of: 2025`
""",
)
WRONG_IDENTIFIER = Rule.error(
    "E308",
    "wrong-identifier",
    "An identifier has characters that identifiers cannot have.",
    """
Identifiers become addresses of pages: lower-case letters a–z and digits, joined by hyphens, at most 80 characters.

Wrong: `Occupied Territory`, `occupied_territory`

Right: `occupied-territory`
""",
)
WRONG_VALUE = Rule.error(
    "E309",
    "wrong-value",
    "A value cannot be what its key asks for.",
    """
For example a `url` that does not begin with `https://`, a `review_every` that is no whole number, a name that
stands twice in a list, or evidence with two of `quote`, `reported` and `assessment`. The message says what is needed.

Wrong:

```yaml
url: example.org/talks
review_every: monthly
```

Right:

```yaml
url: https://example.org/talks
review_every: 30
```
""",
)
RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    NOT_A_CHOICE,
    NO_VALUE,
    WRONG_SHAPE,
    TOO_LONG,
    WRONG_DATE,
    WRONG_IDENTIFIER,
    WRONG_VALUE,
)
