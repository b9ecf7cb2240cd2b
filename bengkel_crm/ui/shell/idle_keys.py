"""What is said when a key has nothing to do on the page in front."""

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.shell.shell import Command


def why_nothing(command: Command) -> str:
    """Return why a key did nothing; an empty text for one that may be pressed for nothing."""
    match command:
        case Command.PRINT:
            return translate(
                "IdleKeys", "There is nothing to print on this page. A list is saved for Excel with Ctrl+E."
            )
        case Command.TO_EXCEL:
            return translate("IdleKeys", "There is no list on this page to save.")
        case Command.EDIT | Command.WHATSAPP | Command.NOTE:
            return translate("IdleKeys", "Open a vehicle's card first.")
        case _:
            return ""
