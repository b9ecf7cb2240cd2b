"""The parts of the counter page: the box, its hits, the card and what is shown without one."""
