"""The colours can be read by everybody, and are those of the design."""

import pytest

from bengkel_crm.base.paths import resources
from bengkel_crm.ui.look.tokens import COLORS, TONE_GROUND, TONE_INK, ColorName, Scheme, Tone

GROUNDS: tuple[ColorName, ...] = ("bg", "surface", "sunken", "selection", "tint")


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(scheme: Scheme, one: ColorName, other: ColorName) -> float:
    light, dark = sorted((luminance(COLORS[scheme][one]), luminance(COLORS[scheme][other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text2", "primary", "bad", "warn", "ok"])
def test_text_is_readable_on_every_ground(scheme: Scheme, ground: ColorName, ink: ColorName) -> None:
    assert contrast(scheme, ink, ground) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_the_faintest_text_is_readable_on_the_inputs_it_stands_in(scheme: Scheme) -> None:
    assert contrast(scheme, "text3", "surface") >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("tone", Tone)
def test_toned_text_is_readable_on_its_own_ground(scheme: Scheme, tone: Tone) -> None:
    assert contrast(scheme, TONE_INK[tone], TONE_GROUND[tone]) >= 4.5
    assert contrast(scheme, "text", TONE_GROUND[tone]) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_buttons_and_rail_are_readable(scheme: Scheme) -> None:
    assert contrast(scheme, "onprimary", "primary") >= 4.5
    assert contrast(scheme, "onprimary", "hover") >= 4.5
    assert contrast(scheme, "railtext", "rail") >= 4.5
    assert contrast(scheme, "railtext", "railselected") >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_input_edges_and_the_focus_ring_are_seen(scheme: Scheme) -> None:
    assert contrast(scheme, "edge", "surface") >= 3
    for ground in GROUNDS:
        assert contrast(scheme, "primary", ground) >= 3
    assert contrast(scheme, "text", "primary") >= 1.5, "the ring of a focused primary button"


@pytest.mark.parametrize("scheme", Scheme)
def test_no_color_is_written_in_the_style_sheet_itself(scheme: Scheme) -> None:
    sheet = (resources() / "themes" / "base.qss").read_text(encoding="utf-8")
    assert [
        line for line in sheet.splitlines() if "#" in line and any(c in line for c in COLORS[scheme].values())
    ] == []


@pytest.mark.parametrize("scheme", Scheme)
def test_the_pictures_of_the_style_sheet_wear_the_scheme_s_colors(scheme: Scheme) -> None:
    folder = resources() / "themes"
    for name, ink in (("chevron-down", "text2"), ("chevron-up", "text2"), ("chevron-right", "text2")):
        assert COLORS[scheme][ink] in (folder / f"{name}-{scheme}.svg").read_text(encoding="utf-8")
    for name in ("tick", "dot"):
        assert COLORS[scheme]["onprimary"] in (folder / f"{name}-{scheme}.svg").read_text(encoding="utf-8")
