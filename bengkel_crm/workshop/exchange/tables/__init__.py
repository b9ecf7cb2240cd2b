"""Tables of a book: where they stand and what their columns mean."""
