"""Open the program's window on no screen, keep a picture of it, and close it:   open_window.py PICTURE"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from bengkel_crm import app
from bengkel_crm.ui.window.main_window import MainWindow

_PAINTED_AFTER_MS = 500


def main() -> int:
    picture = Path(sys.argv[1])
    set_database = MainWindow.set_database

    def open_and_look(window: MainWindow, *told: object) -> None:
        set_database(window, *told)  # type: ignore[arg-type]
        QTimer.singleShot(_PAINTED_AFTER_MS, lambda: (window.grab().save(str(picture)), window.close()))

    MainWindow.set_database = open_and_look  # type: ignore[method-assign]
    return app.run(None, None, False)


if __name__ == "__main__":
    sys.exit(main())
