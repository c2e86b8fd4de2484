"""Files that programs read: one format a file. `EXPORTS` lists them all."""

from __future__ import annotations

from generator.site.exports import bibtex, briefing_json, csl, matrix_csv, redirects, ris, social
from generator.site.exports.export import Export, Format

__all__ = ["EXPORTS", "Export"]

EXPORTS: tuple[Format, ...] = (bibtex, briefing_json, csl, matrix_csv, redirects, ris, social)
