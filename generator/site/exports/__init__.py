"""The files of a site for programs. `EXPORTS` lists the functions that make them."""

from generator.site.exports import briefing_json, citations, matrix_csv, redirects, social

EXPORTS = tuple(module.exports for module in (briefing_json, citations, matrix_csv, redirects, social))
