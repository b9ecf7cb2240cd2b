"""Rows of a book, read cell by cell."""
