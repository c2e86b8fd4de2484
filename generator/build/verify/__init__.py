"""The finished site, looked at once more before it is published: a check is one file.

Nothing of the program that wrote the pages is used here; a fault of that program, or of a changed theme, is to be found. What is
allowed is listed, and all else is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.build.verify import addresses, elements, files, metas, quotes, scripts, styles
from generator.build.verify.page import Fault, Finished, Page

PageCheck = Callable[[Page, Finished], Iterator[Fault]]
CHECKS: tuple[PageCheck, ...] = (
    elements.faults,
    addresses.faults,
    scripts.faults,
    metas.faults,
    quotes.faults,
)
SITE_CHECKS: tuple[Callable[[Finished], Iterator[Fault]], ...] = (files.faults, styles.faults)


def verify(folder: Path, seeds: Path, passages: int) -> tuple[Fault, ...]:
    """Look at the finished site in `folder`, whose stored texts are in `seeds`; give all that is wrong.

    `passages` is the number of places in stored texts that the site rests on: fewer than that may not have been compared.
    """
    site = Finished(folder, seeds)
    faults = [fault for page in site.pages() for check in CHECKS for fault in check(page, site)]
    faults += [fault for check in SITE_CHECKS for fault in check(site)]
    if len(site.passages) < passages:
        message = (
            f"only {len(site.passages):,} of {passages:,} cited passages were found on the pages of sources"
        )
        faults.append(Fault("sources/index.html", 1, message))
    return tuple(faults)
