"""The typeface of every paper: Inter in the few weights a page needs, cut from its variable font once."""

import importlib.metadata
import logging
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from bengkel_crm.base import errors
from bengkel_crm.base.paths import data_folder
from bengkel_crm.reports.workbooks_out.new_file import new_file

_log = logging.getLogger(__name__)


class Face(StrEnum):
    """A weight, under the name that reportlab knows it by."""

    REGULAR = "Inter-Regular"
    STRONG = "Inter-SemiBold"
    BOLD = "Inter-Bold"
    # Bold with figures of one width and a slashed zero: O and 0 of a plate must not be taken for each other.
    PLATE = "Inter-Plate"


# Weight and optical size: small print is cut sturdier than a title.
_CUTS = {Face.REGULAR: (400, 14), Face.STRONG: (600, 14), Face.BOLD: (700, 26), Face.PLATE: (700, 26)}
# Latin with its accents, Cyrillic, punctuation, currencies, and the few signs our papers draw.
_SIGNS = "№™←↑→↓−≈≤≥□"
_PLATE_LETTERS = (*range(0x20, 0x7F), *map(ord, "·–…□"))
_LETTERS = (
    *(*range(0x20, 0x180), *range(0x400, 0x460), *range(0x1E80, 0x1F00), *range(0x2000, 0x2070)),
    *(*range(0x20A0, 0x20C1), *map(ord, _SIGNS)),
)
# Raise it when a cut changes, so that old files are left alone.
_RECIPE = 1
_NEEDLESS_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "MVAR", "DSIG", "gasp", "prep")


def register_faces() -> None:
    """Make all faces known to reportlab; the first time on a computer this takes a second or two."""
    known = pdfmetrics.getRegisteredFontNames()
    for face in Face:
        if face.value not in known:
            pdfmetrics.registerFont(_load(face))


@cache
def letters_of(face: Face) -> frozenset[int]:
    """Return the code points a face can draw."""
    register_faces()
    return frozenset(pdfmetrics.getFont(face.value).face.charToGlyph)


def _load(face: Face) -> TTFont:
    """Return a face from the user's folder, cutting it when it is not there or broken."""
    path = _kept_file(face)
    try:
        return TTFont(face.value, str(path))
    except (TTFError, OSError, ValueError, KeyError):
        cut = _cut(face)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new_file(path) as file:
            file.write(cut.getvalue())
    except (errors.ShopFileError, OSError) as problem:
        # A paper is worth more than its font's cache.
        _log.warning("fonts are not kept: %s", problem)
    return TTFont(face.value, cut)


def _kept_file(face: Face) -> Path:
    version = importlib.metadata.version("fontpkg-inter")
    return data_folder() / "fonts" / f"{face.value}-{version}-{_RECIPE}.ttf"


def _variable_font() -> Path:
    spec = find_spec("fontpkg_inter")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "files" / "Inter[opsz,wght].ttf"


def _cut(face: Face) -> BytesIO:
    """Return one weight as a font of its own."""
    # Imported here because it takes longer than a paper, and is needed once on a computer.
    from fontTools import subset
    from fontTools.ttLib import TTFont as FontFile
    from fontTools.varLib import instancer

    weight, optical_size = _CUTS[face]
    cut = BytesIO()
    with FontFile(_variable_font(), lazy=True) as font:
        swaps = _figures(font) if face is Face.PLATE else {}
        for table in _NEEDLESS_TABLES:
            if table in font:
                del font[table]
        for codes in font["cmap"].tables:
            codes.cmap = {code: swaps.get(glyph, glyph) for code, glyph in codes.cmap.items()}
        options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=_PLATE_LETTERS if face is Face.PLATE else _LETTERS)
        subsetter.subset(font)
        instancer.instantiateVariableFont(font, {"wght": weight, "opsz": optical_size}, inplace=True)
        names = font["name"]
        for entry in [entry for entry in names.names if entry.nameID in (4, 6)]:
            # reportlab tells faces apart by this name.
            names.setName(face.value, entry.nameID, entry.platformID, entry.platEncID, entry.langID)
        font.save(cut)
    cut.seek(0)
    return cut


def _figures(font: Any) -> dict[str, str]:
    """Return the glyphs that stand in for the figures on a plate: of one width, the zero slashed."""
    table = font["GSUB"].table
    substitutes: dict[str, dict[str, str]] = {"tnum": {}, "zero": {}}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag in substitutes:
            for number in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[number].SubTable:
                    substitutes[record.FeatureTag].update(getattr(part, "ExtSubTable", part).mapping)
    wide, slashed = substitutes["tnum"], substitutes["zero"]
    return {glyph: slashed.get(wide[glyph], wide[glyph]) for glyph in wide}
