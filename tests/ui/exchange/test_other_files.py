"""Files of other programs in the wizard: one vehicle's records, and several files that are one book."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.ui.exchange.wizard import ImportWizard
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.ui.conftest import BareShell
from tests.ui.exchange.conftest import Clerk, press

RECORDS = """Date,Description,Cost,Notes,Odometer,Tags
15/01/2026,Ganti busi,45000,,12000,
20/03/2026,Tune up,75000,,14000,
"""
FILES = {
    "customers.csv": "id,name,phone\n1,Budi,081288341907\n",
    "vehicles.csv": "id,customer_id,plate,model\n7,1,B 1234 XY,Beat\n",
    "services.csv": "vehicle_id,date,odometer,description,price\n7,2026-01-15,12000,Tune up,55000\n",
}


def go_to_mapping(clerk: Clerk, wizard: ImportWizard) -> None:
    if wizard.stage is Stage.FILE:
        wizard.go_on()
    clerk.wait_for(wizard, Stage.MAPPING)


def test_records_of_one_vehicle_wait_for_its_plate(
    clerk: Clerk, shell: BareShell, database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "servicerecord.csv"
    path.write_text(RECORDS, encoding="utf-8")
    wizard = clerk.open(path)
    clerk.qtbot.waitUntil(lambda: wizard.stage in (Stage.FILE, Stage.MAPPING), timeout=20_000)
    go_to_mapping(clerk, wizard)
    step = wizard.mapping
    assert step.plate.isVisible()
    assert step.missing.isVisible()
    assert not step.may_go_on()
    assert step.plate.accessibleName() == "Nopol semua baris"
    step.plate.setFocus()
    QTest.keyClicks(step.plate, "b 1234 xy")
    assert not step.missing.isVisible()
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    card = look_up_plate(database, "B1234XY")
    assert card is not None
    assert [order.odometer_km for order in card.history] == [14000, 12000]
    wizard.accept()


def test_the_name_of_the_file_tells_the_plate(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "service AB 1234 CD.csv"
    path.write_text(RECORDS, encoding="utf-8")
    wizard = clerk.open(path)
    clerk.qtbot.waitUntil(lambda: wizard.stage in (Stage.FILE, Stage.MAPPING), timeout=20_000)
    go_to_mapping(clerk, wizard)
    assert wizard.mapping.plate.text() == "AB 1234 CD"
    assert wizard.mapping.may_go_on()
    wizard.reject()


def test_files_that_belong_together_are_one_book(
    clerk: Clerk, shell: BareShell, database: Database, tmp_path: Path
) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    first, *more = (tmp_path / name for name in FILES)
    wizard = ImportWizard(shell, first, more=more)
    wizard.open()
    clerk.qtbot.waitUntil(lambda: wizard.stage in (Stage.FILE, Stage.MAPPING), timeout=20_000)
    go_to_mapping(clerk, wizard)
    assert {table.choice.sheet for table in wizard.session.tables} == {"customers", "vehicles", "services"}
    wizard.go_on()
    clerk.wait_for(wizard, Stage.CHECK)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    card = look_up_plate(database, "B1234XY")
    assert card is not None
    assert card.owner is not None
    assert (card.owner.name, card.history_count) == ("Budi", 1)
    wizard.accept()


def test_lines_that_stand_whole_in_one_cell_open_on_their_columns(clerk: Clerk, tmp_path: Path) -> None:
    lines = ("Tanggal,Nopol,Nama,KM,Pekerjaan", "13/02/2026,AB 2211 QX,Sumarni,12000,Ganti oli")
    path = tmp_path / "semua.csv"
    path.write_text("".join(f'"{line}"\n' for line in lines), encoding="utf-8")
    wizard = clerk.check(path)
    assert wizard.check.facts.vehicles.value() == "1 baru"
