"""The recipes of the README, done to a copy of the program as they stand there; their places are counted."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]


class Place(NamedTuple):
    """One place that is written in: a text put before or behind another, or as a new file."""

    file: str
    text: str
    behind: str = ""
    before: str = ""


FIELD = (
    Place(
        "bengkel_crm/db/engine/migrations.py",
        '''def key_tags(execute: Execute) -> None:
    """Keep the colour of a key's tag."""
    execute("ALTER TABLE vehicle ADD COLUMN key_tag TEXT")


''',
        before="def _run(execute",
    ),
    Place("bengkel_crm/db/engine/migrations.py", "    key_tags,\n", behind="    codes_checked,\n"),
    Place(
        "bengkel_crm/schema/vehicles.py",
        '        key_tag=text(20, from_books=True, label="Key tag"),\n',
        behind='        color=text(NAME, from_books=True, label="Colour"),\n',
    ),
    Place("bengkel_crm/records/vehicles.py", "    key_tag: str | None\n", behind="    color: str | None\n"),
    Place(
        "bengkel_crm/records/vehicles.py",
        "    key_tag: str | None = None\n",
        behind="    color: str | None = None\n",
    ),
    Place(
        "bengkel_crm/ui/vehicles/vehicle_fields.py",
        '        self.key_tag = self.declare("key_tag", self.tr("Key tag"), LineEdit())\n',
        behind='        self.color = self.declare("color", self.tr("Colour"), LineEdit())\n',
    ),
    Place(
        "bengkel_crm/ui/vehicles/vehicle_fields.py",
        '            key_tag=self.typed("key_tag") or None,\n',
        behind='            color=self.typed("color") or None,\n',
    ),
    Place(
        "bengkel_crm/ui/vehicles/vehicle_fields.py",
        '        self.show_text("key_tag", vehicle.key_tag)\n',
        behind='        self.show_text("color", vehicle.color)\n',
    ),
    Place(
        "bengkel_crm/ui/vehicles/vehicle_grid.py",
        "            vehicle.key_tag,\n",
        behind="            vehicle.color,\n",
    ),
)
PAGE = (
    Place(
        "bengkel_crm/ui/board/board_page.py",
        '''"""The board of today's jobs."""

from typing import ClassVar

from bengkel_crm.ui.shell.shell import Page


class BoardPage(Page):
    """What is done today."""

    help_topic: ClassVar[str] = "counter"
''',
    ),
    Place("bengkel_crm/ui/board/__init__.py", '"""The board."""\n'),
    Place(
        "bengkel_crm/ui/window/pages.py",
        """    PageEntry(
        "board", "gear", lambda: translate("Pages", "Board"), "bengkel_crm.ui.board.board_page:BoardPage"
    ),
""",
        behind="PAGES: tuple[PageEntry, ...] = (\n",
    ),
)
PAPER = (
    Place(
        "bengkel_crm/reports/paper/key_list.py",
        '''"""The plates whose keys hang on the board."""

from collections.abc import Sequence
from pathlib import Path

from bengkel_crm.reports.paper.document import new_paper
from bengkel_crm.reports.paper.drawing import draw_line
from bengkel_crm.reports.paper.pdf_fonts import Face


def write_key_list(path: Path, plates: Sequence[str]) -> None:
    """Write the plates below each other."""
    with new_paper(path, "Keys") as canvas:
        for row, plate in enumerate(plates):
            draw_line(canvas, plate, Face.BOLD, 12, 60, 780 - 16 * row, 400)
        canvas.showPage()
''',
    ),
    Place(
        "bengkel_crm/workshop/reminders/reminder_papers.py",
        '''def write_key_list(people: Sequence[DuePerson], path: Path) -> Path:
    """Write the plates of these people."""
    from bengkel_crm.reports.paper import key_list

    _need(people)
    key_list.write_key_list(path, [format_plate(item.plate) for person in people for item in person.items])
    return path


''',
        before="def write_funnel(",
    ),
    Place(
        "bengkel_crm/ui/reminders/papers_menu.py",
        """    PaperEntry(
        "key_list",
        lambda: translate("Papers", "Keys"),
        lambda to: papers.write_key_list(to.people, to.path),
    ),
""",
        behind="PAPERS: tuple[PaperEntry, ...] = (\n",
    ),
)


def put(root: Path, places: tuple[Place, ...]) -> None:
    """Write in every place of a copy; a text that is not there any more fails."""
    for place in places:
        file = root / place.file
        if not (place.behind or place.before):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(place.text, encoding="utf-8")
            continue
        anchor = place.behind or place.before
        text = file.read_text(encoding="utf-8")
        assert text.count(anchor) == 1, (place.file, anchor)
        put_in = anchor + place.text if place.behind else place.text + anchor
        file.write_text(text.replace(anchor, put_in), encoding="utf-8")


def promised(recipe: str) -> int:
    """Return how many places the README says that a recipe has."""
    row = re.search(
        rf"^\| {recipe}[^|]*\|\s*(\d+)\s*\|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert row is not None, recipe
    return int(row[1])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program and of what tests make records with."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in ("bengkel_crm", "resources", "tests"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.gz", "samples")
        )
    return tmp_path


def run(root: Path, code: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", code, str(root)],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


_FIELD_RUN = """
import pathlib, sys
import bengkel_crm
root = pathlib.Path(sys.argv[1])
assert root in pathlib.Path(bengkel_crm.__file__).parents
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
app = QApplication([])
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme
theme().apply(Scheme.LIGHT)
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import open_shop
from bengkel_crm.workshop.exchange.out.export import export_everything
from tests.factories import make_vehicle
from tests.workshop.exchange.books import take_over
shop = open_shop(root / "toko.db")
vehicle = make_vehicle(shop, "B 1 A")
window = MainWindow(QSettings(str(root / "w.ini"), QSettings.Format.IniFormat))
window.show()
window.set_database(shop)
window.openers.edit_vehicle(vehicle)
form = window.forms.front()
form.vehicle.key_tag.editor.setText("red")
form.save()
kept = lambda shop: [row[0] for row in shop.execute_sql("SELECT key_tag FROM vehicle")]
print(kept(shop))
window.openers.edit_vehicle(vehicle)
print(window.forms.front().vehicle.key_tag.editor.text())
window.forms.front().discard()
undo_last(shop)
print(kept(shop))
redo_next(shop)
export_everything(shop, root / "all.xlsx", lambda done, total: None)
again = open_shop(root / "lain.db")
take_over(again, root / "all.xlsx")
print(kept(again), check(again), check(shop))
"""
_PAGE_RUN = """
import pathlib, sys
root = pathlib.Path(sys.argv[1])
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
app = QApplication([])
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme
theme().apply(Scheme.LIGHT)
from bengkel_crm.ui.window.main_window import MainWindow
window = MainWindow(QSettings(str(root / "w.ini"), QSettings.Format.IniFormat))
window.show()
print(type(window.go("board")).__name__, window.windowTitle())
"""
_PAPER_TEST = """
from tests.ui.reminders.desk import Desk
from tests.ui.reminders.test_papers_menu import begin, paper, text_of


def test_the_paper_is_chosen_in_the_menu_and_shown(desk: Desk) -> None:
    begin(desk, "Sri", "Budi")
    dialog = paper(desk, desk.page.due.papers.entry("key_list").trigger)
    assert dialog.look.view.pages() == 1
    assert "AB 1111 AA" in text_of(dialog.file())
"""
_PAPER_RUN = """
import sys
import pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "tests/ui/reminders/test_key_list.py"]))
"""


def test_a_field_of_a_vehicle_takes_as_many_places_as_the_readme_says(copy: Path) -> None:
    put(copy, FIELD)
    told = run(copy, _FIELD_RUN).splitlines()
    assert told == ["['red']", "red", "[None]", "['red'] [] []"]
    assert len(FIELD) == promised("a field")


def test_a_page_takes_as_many_places_as_the_readme_says(copy: Path) -> None:
    put(copy, PAGE)
    assert run(copy, _PAGE_RUN).startswith("BoardPage")
    assert len(PAGE) == promised("a page")


def test_a_paper_takes_as_many_places_as_the_readme_says(copy: Path) -> None:
    put(copy, PAPER)
    (copy / "tests/ui/reminders/test_key_list.py").write_text(_PAPER_TEST, "utf-8")
    assert "1 passed" in run(copy, _PAPER_RUN)
    assert len(PAPER) == promised("a paper")
