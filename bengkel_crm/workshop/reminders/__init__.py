"""Who is reminded this month, on which paper, and what they answered."""
