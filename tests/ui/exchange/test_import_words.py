"""What the wizard says: in one language at a time, with a name for everything, and the roles it offers."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.ui.exchange.import_words import (
    all_kinds,
    column_letter,
    field_words,
    kind_words,
    missing_role,
    role_words,
    roles_for,
    rule_words,
)
from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.ui.exchange.wizard import ImportWizard
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme
from bengkel_crm.workshop.exchange import ColumnRole, FieldRule, ImportField, TableKind
from tests.ui.exchange.conftest import Clerk, press
from tests.ui.shown_words import english_shown, recording, unnamed
from tests.workshop.exchange.books import write_sheets


def read_aloud(root: QWidget) -> None:
    """Ask every table for every text it shows."""
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is None:
            continue
        for column in range(model.columnCount()):
            model.headerData(column, Qt.Orientation.Horizontal)
            for row in range(min(model.rowCount(), 20)):
                model.index(row, column).data()
                model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def walk_through(clerk: Clerk, book: Path) -> ImportWizard:
    """Go through every step, and return the wizard at the last one."""
    wizard = clerk.read(book)
    wizard.go_back()
    read_aloud(wizard)
    wizard.go_on()
    rules = wizard.mapping.open_rules()
    assert english_shown(rules) == []
    assert unnamed(rules) == []
    rules.accept()
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    for place in range(4):
        wizard.check.show_tab(place)
        read_aloud(wizard)
    assert english_shown(wizard) == []
    assert unnamed(wizard) == []
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    read_aloud(wizard)
    return wizard


def test_no_english_is_left_and_everything_has_a_name(clerk: Clerk, book: Path) -> None:
    with recording() as recorder:
        wizard = walk_through(clerk, book)
        for kind in all_kinds():
            kind_words(kind)
            for role in roles_for(kind):
                role_words(role, kind)
        for field in ImportField:
            field_words(field)
        for rule in FieldRule:
            rule_words(rule)
    assert recorder.missing == set()
    assert english_shown(wizard) == []
    assert unnamed(wizard) == []
    wizard.accept()


def test_a_change_of_language_reaches_every_step(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    assert wizard.frame.back.text() == "Kembali"
    i18n.set_language("en")
    clerk.qtbot.waitUntil(lambda: wizard.frame.back.text() == "Back")
    assert wizard.frame.heading.text() == "Preview"
    assert wizard.frame.go_on.text() == "Import"
    assert wizard.check.tabs[0].text() == "To be checked (2)"
    assert wizard.check.facts.vehicles.value() == "4 new"
    model = wizard.check.doubts.table.doubts()
    assert model.data(model.index(0, model.place_of("fate"))) == "Not taken"
    wizard.go_back()
    assert wizard.mapping.known.currentText() == "Fill in only where ours is blank"
    i18n.set_language("id")
    clerk.qtbot.waitUntil(lambda: wizard.frame.back.text() == "Kembali")
    assert wizard.mapping.known.currentText() == "Isi yang kosong saja"
    wizard.reject()


def test_the_steps_are_painted_in_the_dark_and_in_large_letters(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    theme().apply(Scheme.DARK, 130)
    for stage in (Stage.CHECK, Stage.MAPPING, Stage.FILE):
        picture = wizard.grab().toImage()
        assert picture.pixelColor(2, 2) == theme().color("bg"), stage
        wizard.go_back()
    wizard.reject()


def test_a_book_of_every_kind_of_rows_can_be_matched() -> None:
    assert set(all_kinds()) == set(TableKind)
    for kind in TableKind:
        offered = roles_for(kind)
        assert offered[0] is ColumnRole.OTHER
        assert len(set(offered)) == len(offered)
        lacks = missing_role(kind, ())
        assert lacks in offered
        assert missing_role(kind, offered) is None


def test_every_role_can_be_chosen_somewhere() -> None:
    assert {role for kind in TableKind for role in roles_for(kind)} == set(ColumnRole)


def test_columns_are_named_as_excel_names_them() -> None:
    letters = [column_letter(n) for n in (0, 25, 26, 51, 52, 701, 702)]
    assert letters == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_sample_book_is_recognised_in_both_languages(clerk: Clerk, tmp_path: Path) -> None:
    for language in ("id", "en"):
        i18n.set_language(language)
        path = tmp_path / f"contoh-{language}.xlsx"
        opener = clerk.read(write_sheets(tmp_path / "x.xlsx", {"X": (("Plat", "Nama"), ("B 1 A", "Sri"))}))
        opener.files.write_sample_to(str(path))
        clerk.wait_until_idle()
        clerk.qtbot.waitUntil(lambda opener=opener: bool(opener.notice.text()))
        opener.reject()
        wizard = clerk.read(path)
        assert [table.choice.kind for table in wizard.session.tables] == [
            TableKind.VISITS,
            TableKind.VEHICLES,
            TableKind.CUSTOMERS,
            TableKind.PRODUCTS,
        ]
        for table in wizard.session.tables:
            assert ColumnRole.OTHER not in table.choice.roles, table.columns
        press(wizard, Qt.Key.Key_Return)
        clerk.wait_for(wizard, Stage.CHECK)
        assert wizard.check.doubts.count() == 0
        wizard.reject()


def test_the_buttons_keep_their_height_on_a_low_screen_with_large_letters(
    clerk: Clerk, tmp_path: Path
) -> None:
    theme().apply(Scheme.LIGHT, 130)
    rows = [
        ("No. Polisi", "Nama Pemilik", "No HP"),
        *((f"B {n} AA", "Sugeng Prihatin", "081288341907" if n == 1 else "") for n in range(1, 9)),
    ]
    wizard = clerk.read(write_sheets(tmp_path / "mirip.xlsx", {"Motor": rows}))
    wizard.resize(wizard.width(), 552)
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    for stage in (Stage.CHECK, Stage.MAPPING, Stage.FILE):
        assert wizard.stage is stage
        clerk.qtbot.waitUntil(lambda: wizard.frame.foot.height() >= theme().px(38))
        assert wizard.frame.foot.geometry().bottom() < wizard.height()
        wizard.go_back()
    wizard.reject()
