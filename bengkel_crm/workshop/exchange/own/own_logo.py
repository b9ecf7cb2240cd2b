"""The shop's picture on the way through an export: by its name among the settings, as a text beside them."""

from collections.abc import Iterable
from typing import Any

from bengkel_crm.base import pictures
from bengkel_crm.schema.settings import PICTURE
from bengkel_crm.workshop.exchange.own.own_book import OwnBook

_NAME = "shop_logo"
# Where the picture stands among the texts that no cell holds.
PLACE = ("setting", _NAME, "picture")

Setting = tuple[Any, ...]


def settings_to_export(settings: Iterable[Setting]) -> tuple[list[Setting], str | None]:
    """Return the settings with a name in the place of the picture, and the picture as a text."""
    others = [(key, value) for key, value in settings if key != PICTURE.key]
    text = next((value for key, value in settings if key == PICTURE.key), None)
    picture = pictures.picture_from(text) if text else None
    if picture is None:
        return others, None
    named = (_NAME, f"logo{pictures.ending_of(picture)}")
    return sorted([*others, named]), text


def settings_to_keep(own: OwnBook, settings: Iterable[Setting]) -> list[Setting]:
    """Return the settings of an export as they are kept here; a picture that is none is left out.

    Nothing else in the book can name one: not even the shop file's own name for it is believed.
    """
    others = [(key, value) for key, value in settings if key not in (_NAME, PICTURE.key)]
    text = own.texts.get(PLACE)
    if text is not None and pictures.picture_from(text) is not None:
        others.append((PICTURE.key, text))
    return others
