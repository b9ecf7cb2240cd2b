"""Customers, the vehicles they own, notes."""
