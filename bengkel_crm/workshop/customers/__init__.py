"""What the shop notes about a customer."""
