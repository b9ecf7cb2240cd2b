"""What the shop settles about itself."""
