"""Built pages -> a finished site: closed by their policies, indexed, looked at once more, and listed. The same after every builder."""

from __future__ import annotations

from pathlib import Path

from generator.build.csp import write_policies
from generator.build.manifest import write_manifest
from generator.build.search import write_index
from generator.build.verify import verify
from generator.site.site import Site

_MOST = 20  # faults that are told; one slip in a template is on every page


class UnsafeSiteError(Exception):
    """A finished site holds what no reader may get; the message names each page and what is wrong with it."""


def finish(built: Path, site: Site, seeds: Path) -> None:
    """Finish the pages that a builder made of `site` in the folder `built`; the stored texts are read anew from `seeds`.

    Raises UnsafeSiteError.
    """
    write_policies(built)
    write_index(built)
    cited = {(passage.selector.source, passage.spans) for passage in site.passages.values()}
    if faults := verify(built, seeds, len(cited)):
        told = [f"error: {fault}" for fault in faults[:_MOST]]
        told += [f"… and {len(faults) - _MOST:,} more"] if len(faults) > _MOST else []
        told.append(
            "The content has no fault, but pages that were made of it do. Look at extra_css, extra_javascript and the "
            "theme in mkdocs.yml, and at the pages in docs/. If nobody changed any of these, this is a mistake of the generator: please report it."
        )
        raise UnsafeSiteError("\n\n".join(told))
    write_manifest(built)
