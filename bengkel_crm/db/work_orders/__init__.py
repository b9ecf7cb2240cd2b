"""Work orders with their lines, and the list of them all."""
