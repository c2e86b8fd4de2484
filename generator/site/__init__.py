"""Make the site from checked content: pages, exports, templates and theme."""
