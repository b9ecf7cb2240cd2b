"""The page of settings and its forms."""
