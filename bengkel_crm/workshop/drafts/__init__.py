"""Forms that were left half typed."""
