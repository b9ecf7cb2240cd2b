"""Workbooks and text files as other programs write them, read in a process of their own."""
