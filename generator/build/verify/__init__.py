"""Check the finished site before it is published.

These checks share no code with the program that wrote the pages, so that they find its mistakes and those of a changed
theme. They list what is allowed and refuse everything else.
"""

from pathlib import Path

from generator.build.verify import elements, files, policy
from generator.build.verify.built_site import BuiltSite
from generator.build.verify.quotes import QuoteCheck


def verify(folder: Path, seeds: Path, passages: int) -> list[str]:
    """Check the finished site in `folder` against the stored texts in `seeds`; return the problems as `FILE:LINE: message`.

    `passages` is the number of cited passages: the pages of sources must show at least as many.
    """
    site = BuiltSite(folder)
    quotes = QuoteCheck(site, seeds)
    problems = [
        f"{page.uri}:{element.sourceline or 1}: {message}"
        for page in site.pages()
        for check in (elements.check, policy.check, quotes.check)
        for element, message in check(page)
    ]
    problems += [f"{uri}:{line}: {message}" for uri, line, message in files.check(site)]
    if len(quotes.compared) < passages:
        problems.append(
            f"sources/index.html:1: only {len(quotes.compared):,} of {passages:,} cited passages "
            "are marked on the pages of their sources"
        )
    return problems
