"""Work in the background, the first keys, the day it is."""
