"""A clerk's first day, by keyboard, in the real window: what the screen did is judged by the command line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.drafts.drafts import find_draft, list_draft_keys
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.journey.desktop import Desktop, ask, until

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(180),
]


@pytest.fixture
def desktop(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    desk = Desktop(getattr(request, "param", "1366x768"), tmp_path / "data")
    yield desk
    desk.shut_down()


def test_a_clerk_registers_an_unknown_plate_and_records_the_work_by_keyboard_alone(
    desktop: Desktop, tmp_path: Path
) -> None:
    shop = tmp_path / "toko.db"
    desktop.open(shop)
    until(shop.exists, "the shop file")

    desktop.type("b3472kzr")
    desktop.press("Return")  # nobody knows it: offers to register
    desktop.await_form()
    desktop.type("Bu Sri Wulandari")
    desktop.press("Tab")
    desktop.type("081288341907")
    desktop.press("ctrl+Return")
    until(lambda: ask(shop, "lookup", "B3472KZR")[0]["found"], "the vehicle in the file")
    card = ask(shop, "lookup", "B 3472 KZR")[0]
    assert card["owner"] == {"name": "Sri Wulandari", "phones": ["081288341907"]}

    desktop.await_page()
    desktop.press("F2")
    desktop.await_form()
    desktop.type("42180")
    desktop.press("Tab")
    desktop.type("Budi")
    desktop.press("Tab")
    desktop.type("Ganti oli mesin")
    desktop.press("ctrl+Return")
    until(lambda: ask(shop, "lookup", "B3472KZR")[0]["history_count"] == 1, "the work order in the file")
    card = ask(shop, "lookup", "B3472KZR")[0]
    assert card["last_work_order"]["odometer_km"] == 42180
    assert card["mechanic"] == {"name": "Budi", "count": 1, "of": 1}

    desktop.await_page()
    desktop.press("ctrl+z")
    until(lambda: ask(shop, "lookup", "B3472KZR")[0]["history_count"] == 0, "the work order taken back")
    assert desktop.close() == 0
    assert list((tmp_path / "backups").glob("toko-*.db")), "no backup was made at the end"


def test_what_is_half_typed_when_the_power_goes_is_offered_again(desktop: Desktop, tmp_path: Path) -> None:
    shop = tmp_path / "toko.db"
    desktop.open(shop)
    until(shop.exists, "the shop file")
    desktop.open_form("ctrl+n")
    desktop.type("AB1234XY")
    desktop.press("Tab")
    desktop.type("Joko Susanto")
    database = open_shop(shop)
    until(lambda: "Joko Susanto" in str(_drafts(database)), "the half-typed form in the file")
    close_shop(database)
    desktop.kill()

    desktop.open(shop)
    desktop.open_form("ctrl+n")
    desktop.press("ctrl+Return")
    until(lambda: ask(shop, "lookup", "AB1234XY")[0]["found"], "the vehicle in the file")
    assert ask(shop, "lookup", "AB1234XY")[0]["owner"]["name"] == "Joko Susanto"


def _drafts(database: Database) -> list[object]:
    return [find_draft(database, key) for key in list_draft_keys(database)]


@pytest.mark.parametrize(
    ("desktop", "environment"),
    [("1366x768", {}), ("1024x600", {}), ("1366x768", {"QT_SCALE_FACTOR": "1.25"})],
    indirect=["desktop"],
    ids=["1366x768", "1024x600", "125 percent"],
)
def test_the_card_shows_on_every_screen(
    desktop: Desktop, environment: dict[str, str], tmp_path: Path
) -> None:
    shop = tmp_path / "toko.db"
    database = open_shop(shop)
    fill_demo(database, 60, 1, today=date.today())
    close_shop(database)
    desktop.open(shop, **environment)
    before = desktop.picture(tmp_path / "before.png").read_bytes()
    desktop.type("b3472kzr")
    until(lambda: desktop.picture(tmp_path / "typed.png").read_bytes() != before, "the hits")
    typed = (tmp_path / "typed.png").read_bytes()
    desktop.press("Return")
    until(lambda: desktop.picture(tmp_path / "card.png").read_bytes() not in (before, typed), "the card")
    assert desktop.colours() > 100
    assert desktop.close() == 0
