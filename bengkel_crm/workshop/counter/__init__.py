"""What the counter does with a plate that was typed."""
