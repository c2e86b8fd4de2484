"""Build a site whose texts may have quotation marks without a partner: `python -m tests.hostile.open_marks build …`.

Half of the attacks in the lists have such a mark, and the check of marks would keep them from all pages. Pages must be safe
without that check.
"""

from collections.abc import Iterable

from mkdocs.__main__ import cli

from generator.checks import unclosed_mark
from generator.diagnostics import Diagnostic, Severity


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the errors that such a build has too."""
    return [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.severity is Severity.ERROR and diagnostic.code != unclosed_mark.RULE.code
    ]


if __name__ == "__main__":
    vars(unclosed_mark)["check"] = lambda _content: ()
    cli()
