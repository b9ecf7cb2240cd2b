"""Backups, and putting one back."""
