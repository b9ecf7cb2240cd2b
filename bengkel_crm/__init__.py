"""Bengkel CRM: the customer book of a small vehicle workshop."""

__version__ = "0.1.0"
