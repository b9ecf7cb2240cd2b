"""The colours of both schemes and the type scale: one table each, as the design has them."""

from enum import StrEnum
from typing import Final, Literal, NamedTuple


class Scheme(StrEnum):
    """The two sets of colours."""

    LIGHT = "light"
    DARK = "dark"


ColorName = Literal[
    "bg",
    "surface",
    "sunken",
    "line",
    "line2",
    "edge",
    "text",
    "text2",
    "text3",
    "primary",
    "hover",
    "onprimary",
    "selection",
    "tint",
    "bad",
    "badbg",
    "warn",
    "warnbg",
    "ok",
    "okbg",
    "rail",
    "railtext",
    "railselected",
]

COLORS: Final[dict[Scheme, dict[ColorName, str]]] = {
    Scheme.LIGHT: {
        "bg": "#F3F5F7",
        "surface": "#FFFFFF",
        "sunken": "#F8FAFB",
        "line": "#DCE2E8",
        "line2": "#C3CCD5",
        "edge": "#87939F",
        "text": "#17212B",
        "text2": "#55636F",
        "text3": "#6B7884",
        "primary": "#0B6478",
        "hover": "#084F5F",
        "onprimary": "#FFFFFF",
        "selection": "#D5EAEF",
        "tint": "#E4F1F4",
        "bad": "#B42318",
        "badbg": "#FDECEA",
        "warn": "#8F5200",
        "warnbg": "#FFF3DC",
        "ok": "#1B6E42",
        "okbg": "#E6F4EC",
        "rail": "#10303A",
        "railtext": "#BFD3D9",
        "railselected": "#1D4C59",
    },
    Scheme.DARK: {
        "bg": "#12171C",
        "surface": "#1A2127",
        "sunken": "#161C21",
        "line": "#2C363F",
        "line2": "#41505C",
        "edge": "#6C7C88",
        "text": "#E8EDF1",
        "text2": "#A6B3BD",
        "text3": "#8C9AA5",
        "primary": "#4DB6CC",
        "hover": "#74CBDD",
        "onprimary": "#06222A",
        "selection": "#1E434D",
        "tint": "#17343C",
        "bad": "#FF8A80",
        "badbg": "#3A1B1A",
        "warn": "#F5B85C",
        "warnbg": "#38290F",
        "ok": "#6FD19B",
        "okbg": "#14301F",
        "rail": "#0C1317",
        "railtext": "#93A7B0",
        "railselected": "#17343C",
    },
}


class Tone(StrEnum):
    """How much a thing wants to be acted on; colour is used for nothing else."""

    NEUTRAL = "neutral"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


TONE_INK: Final[dict[Tone, ColorName]] = {
    Tone.NEUTRAL: "text2",
    Tone.OK: "ok",
    Tone.WARN: "warn",
    Tone.BAD: "bad",
}
TONE_GROUND: Final[dict[Tone, ColorName]] = {
    Tone.NEUTRAL: "sunken",
    Tone.OK: "okbg",
    Tone.WARN: "warnbg",
    Tone.BAD: "badbg",
}


class TextRole(StrEnum):
    """What a text is for; its size, weight and figures follow."""

    BODY = "body"
    STRONG = "strong"
    NUMBER = "number"
    CAPTION = "caption"
    CAPTION_STRONG = "caption_strong"
    CARD_TITLE = "card_title"
    FACT = "fact"
    TITLE = "title"
    RAIL = "rail"
    KEY_CAP = "key_cap"
    PLATE_BOX = "plate_box"
    PLATE_BOX_HINT = "plate_box_hint"
    PLATE = "plate"
    PLATE_LINE = "plate_line"
    PLATE_SMALL = "plate_small"
    PLATE_MONTH = "plate_month"


class TypeStyle(NamedTuple):
    """Points at 100 %, weight on the font's own axis, letter-spacing in px, OpenType features."""

    points: float
    weight: int
    spacing_px: float = 0.0
    features: tuple[str, ...] = ()


TYPE: Final[dict[TextRole, TypeStyle]] = {
    TextRole.BODY: TypeStyle(10, 400),
    TextRole.STRONG: TypeStyle(10, 600),
    TextRole.NUMBER: TypeStyle(10, 400, features=("tnum",)),
    TextRole.CAPTION: TypeStyle(9, 400),
    TextRole.CAPTION_STRONG: TypeStyle(9, 600),
    TextRole.CARD_TITLE: TypeStyle(11, 600),
    TextRole.FACT: TypeStyle(12, 600),
    TextRole.TITLE: TypeStyle(17, 700),
    TextRole.RAIL: TypeStyle(9, 500),
    TextRole.KEY_CAP: TypeStyle(8, 600),
    TextRole.PLATE_BOX: TypeStyle(21, 700, 2.0, ("tnum", "zero")),
    TextRole.PLATE_BOX_HINT: TypeStyle(15, 400),
    TextRole.PLATE: TypeStyle(19, 700, 2.0, ("tnum", "zero")),
    TextRole.PLATE_LINE: TypeStyle(13, 700, 0.0, ("tnum", "zero")),
    TextRole.PLATE_SMALL: TypeStyle(10.5, 700, 1.0, ("tnum", "zero")),
    TextRole.PLATE_MONTH: TypeStyle(8, 700, 2.0, ("tnum", "zero")),
}
