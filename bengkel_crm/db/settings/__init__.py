"""What the shop has settled about itself."""
