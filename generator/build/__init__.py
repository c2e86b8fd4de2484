"""Publish the site: the MkDocs plugin, search index, verification and the swap into place."""
