"""What the lists of vehicles and of work orders have in common."""
