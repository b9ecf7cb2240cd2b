"""Taking a deed back, and doing it again."""
