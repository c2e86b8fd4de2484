"""The JSON Schemas of the files that editors write: the schemas of the format, and those of one site."""

from __future__ import annotations

from generator.edit.schemas.files import SITE_FOLDER, renew, switch, write_schemas
from generator.edit.schemas.format import schemas
from generator.edit.schemas.site import site_schemas

__all__ = ["SITE_FOLDER", "renew", "schemas", "site_schemas", "switch", "write_schemas"]
