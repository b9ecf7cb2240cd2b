"""Lines that hold a number: rupiah, kilometres, a quantity. They are tidied when they are left."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import format_number, format_rupiah
from bengkel_crm.trade.money import read_rupiah
from bengkel_crm.trade.odometers import read_odometer
from bengkel_crm.trade.quantities import format_quantity, read_quantity, read_whole
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.line_edit import LineEdit

_OLDEST_YEAR, _NEWEST_YEAR = 1900, 2199

N = TypeVar("N", bound=float)


class AmountEdit(LineEdit, Generic[N]):
    """What can not be read stays as typed; `amount()` raises ValueError then."""

    def __init__(
        self,
        read: Callable[[object], N | None],
        write: Callable[[N], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(TextRole.NUMBER, parent)
        self._read: Callable[[object], N | None] = read
        self._write: Callable[[N], str] = write
        self.editingFinished.connect(self.tidy)

    def amount(self) -> N | None:
        """Return the number, or None for an empty line.

        Raises:
            ValueError: the text can not be read.
        """
        return self._read(self.text())

    def set_amount(self, amount: N | None) -> None:
        """Show an amount, or nothing."""
        self.setText("" if amount is None else self._write(amount))

    def is_readable(self) -> bool:
        """Return whether what is typed can be read as an amount; nothing typed can."""
        try:
            self.amount()
        except ValueError:
            return False
        return True

    def tidy(self) -> None:
        """Write a number that could be read as it is usually written."""
        if not self.is_readable():
            return
        amount = self.amount()
        tidied = "" if amount is None else self._write(amount)
        if tidied != self.text():
            self.setText(tidied)


class RupiahEdit(AmountEdit[int]):
    """Takes "143.000", "Rp143000" and "143rb"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(read_rupiah, format_rupiah, parent)


class KmEdit(AmountEdit[int]):
    """Takes "45.380", "45380 km" and "45rb"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(read_odometer, format_number, parent)


class QuantityEdit(AmountEdit[float]):
    """Takes "1", "0,8", "2.5" and "1.500"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_quantity_of, format_quantity, parent)


class YearEdit(AmountEdit[int]):
    """Takes "2019"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_read_year, str, parent)


def _read_year(value: object) -> int | None:
    year = read_whole(str(value))
    if year is not None and not _OLDEST_YEAR <= year <= _NEWEST_YEAR:
        raise ValueError(f"not a year of manufacture: {year}")
    return year


def _quantity_of(value: object) -> float | None:
    return read_quantity(str(value))
