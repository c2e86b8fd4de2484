"""The JSON Schemas of the files that editors write: the schemas of the format, and those of one site."""

from generator.edit.schemas.format import schemas
from generator.edit.schemas.site import SITE_FOLDER, renew, site_schemas, switch, write_schemas

__all__ = ["SITE_FOLDER", "renew", "schemas", "site_schemas", "switch", "write_schemas"]
