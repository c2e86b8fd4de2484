"""The JSON Schemas of the files that editors write: those of the format, and those of one site."""

from __future__ import annotations

from generator.schemas.plain import schemas
from generator.schemas.site import site_schemas
from generator.schemas.writing import SITE_FOLDER, renew, switch, write_schemas

__all__ = ["SITE_FOLDER", "renew", "schemas", "site_schemas", "switch", "write_schemas"]
