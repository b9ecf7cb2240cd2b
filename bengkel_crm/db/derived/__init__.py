"""Rows that are computed from others: summaries and search, and the check of them all."""
