"""Speed, each figure measured against its limit in the same run."""
