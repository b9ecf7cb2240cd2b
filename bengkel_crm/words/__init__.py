"""Sentences and words that more than one of paper, screen and command line say."""
