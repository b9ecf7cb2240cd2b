"""Words that several subjects of the window say."""
