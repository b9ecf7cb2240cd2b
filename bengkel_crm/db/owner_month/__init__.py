"""The figures of the owner's month."""
