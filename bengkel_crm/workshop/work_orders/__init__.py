"""Writing work orders."""
