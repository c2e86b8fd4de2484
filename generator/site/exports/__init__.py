"""The files of a site for programs. `EXPORTS` lists the modules that make them."""

from generator.site.exports import (
    bibliography,
    briefing_json,
    calendar,
    citations,
    feeds,
    matrix_csv,
    pictures,
    redirects,
    search_words,
    social,
)
from generator.site.exports.export import Export, ExportType

__all__ = ["EXPORTS", "Export"]

EXPORTS: tuple[ExportType, ...] = (
    bibliography,
    briefing_json,
    calendar,
    citations,
    feeds,
    matrix_csv,
    pictures,
    redirects,
    search_words,
    social,
)
