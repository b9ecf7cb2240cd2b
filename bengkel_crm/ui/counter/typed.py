"""What kind of thing was typed into the box."""

from bengkel_crm.plates import plate_key, split_plate

_MOST_REGION_LETTERS = 3
_LONGEST_PLATE = 10
_LEAST_ARMY_PLATE = 4


def reads_as_plate(text: str) -> bool:
    """Tell whether a text may be a whole plate, worth registering: not digits alone, a name or a phone."""
    key = plate_key(text)
    if split_plate(key) is not None:
        return True
    if len(key) > _LONGEST_PLATE or not any(letter.isdigit() for letter in key):
        return False
    letters = len(key) - len(key.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if letters:
        return letters <= _MOST_REGION_LETTERS
    # The army's and the police's plates are digits with a dash: 1234-00, 1234-VII.
    return "-" in text.strip("- ") and len(key) >= _LEAST_ARMY_PLATE and not key.startswith("0")
