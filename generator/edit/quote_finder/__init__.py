"""Passages of stored texts that editors can cite, each with the evidence to paste: by words, or all quotations of a text."""
