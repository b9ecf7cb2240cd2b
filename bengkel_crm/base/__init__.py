"""What knows no trade: errors, paths, the disk, languages."""
