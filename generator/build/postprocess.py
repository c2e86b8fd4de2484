"""Finish the pages that a builder made: add policies, index them, verify the site and list its files.

It is the same for every builder.
"""

from pathlib import Path

from generator.build.csp import write_policies
from generator.build.publish import BuildError, write_manifest
from generator.build.search import write_index
from generator.build.verify import verify
from generator.site.site import Site

_MOST = 20  # problems that are listed: a mistake in a template is on every page
_ADVICE = (
    "The content has no errors, but pages made from it do. Look at extra_css, extra_javascript and the theme in "
    "mkdocs.yml, and at the pages in docs/. If nobody changed these, please report a bug in the generator."
)


def postprocess(built: Path, site: Site, seeds: Path) -> None:
    """Finish the pages of `site` in the folder `built`, and verify them against the stored texts in `seeds`.

    Raises BuildError, which lists each problem with its page, if the site is not safe to publish.
    """
    write_policies(built)
    write_index(built)
    cited = {(passage.selector.source, passage.spans) for passage in site.passages.values()}
    if problems := verify(built, seeds, len(cited)):
        lines = [f"error: {problem}" for problem in problems[:_MOST]]
        if len(problems) > _MOST:
            lines.append(f"… and {len(problems) - _MOST:,} more")
        raise BuildError("\n\n".join([*lines, _ADVICE]))
    write_manifest(built)
