"""What falls due, contacts with their outcomes, and what came of them."""
