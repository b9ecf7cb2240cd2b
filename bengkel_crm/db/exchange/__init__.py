"""Rows of books on their way in and out, and what past imports brought."""
