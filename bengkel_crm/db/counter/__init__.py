"""What the counter asks for: the hits of a search, and a vehicle's card."""
