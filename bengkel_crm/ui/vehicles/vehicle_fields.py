"""The vehicle itself: its plate, and everything else that may be known of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.counter import Card, Hit
from bengkel_crm.records.vehicles import Vehicle, VehicleDraft
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.plates import (
    PlateRemark,
    format_plate,
    mend_plate_key,
    plate_key,
    plate_remark,
    plate_spellings,
)
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.forms.form_fields import FormFields
from bengkel_crm.ui.forms.meanwhile import Part
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.vehicles.near_plate import NearPlate
from bengkel_crm.ui.widgets.amount_edits import YearEdit
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.layouts import Grow, fill
from bengkel_crm.ui.widgets.line_edit import LineEdit
from bengkel_crm.ui.widgets.suggest_edit import SuggestEdit, Suggestion
from bengkel_crm.workshop.vehicles.vehicle_makes import read_vehicle, suggest_brands, suggest_models

_SHORTEST_MODEL = 2

Finder = Callable[[str], Card | None]
FindNear = Callable[[str], Sequence[Hit]]


class VehicleFields(FormFields):
    """Owns no layout. A plate somebody wears already is told at once, with the way to its card."""

    card_wanted = Signal(int)

    def __init__(
        self,
        find_holder: Finder,
        find_near: FindNear,
        own_models: Sequence[tuple[str, str]],
        own_id: int | None,
    ) -> None:
        super().__init__()
        self._find_holder = find_holder
        # (model, its make) of the shop's vehicles.
        self._own_models = own_models
        self._own_id = own_id
        self._holder_id: int | None = None
        # The vehicle, sold or gone, whose plate was given out again.
        self.instead_of: int | None = None
        self._kind_was_chosen = False
        self.plate_edit = LineEdit(TextRole.PLATE_LINE)
        self.brand_edit = SuggestEdit(self._find_makes)
        self.model_edit = SuggestEdit(self._find_models)
        self.year_edit = YearEdit()
        self.kind_box: ChoiceBox[VehicleKind] = ChoiceBox(
            {VehicleKind.MOTORCYCLE: self.tr("Motorcycle"), VehicleKind.CAR: self.tr("Car")}
        )
        self.plate = self.declare("plate", self.tr("Plate"), self.plate_edit)
        self.kind = Field(self.tr("Kind"), self.kind_box)
        self.brand = self.declare("brand", self.tr("Make"), self.brand_edit)
        self.model = self.declare("model", self.tr("Model"), self.model_edit)
        self.year = self.declare("year", self.tr("Year"), self.year_edit)
        self.color = self.declare("color", self.tr("Colour"), LineEdit())
        self.holder_box = ToneBox(Tone.BAD)
        self._holder_text = ElidedLabel("", TextRole.STRONG, "bad")
        self.open_button = KeyButton(self.tr("Open its card"), "arrow-right")
        fill(self.holder_box.row, IconLabel("alert", "bad", 18), Grow(self._holder_text))
        self.holder_box.row.addWidget(self.open_button)
        self.anew_button = KeyButton(self.tr("Another vehicle has it now"), kind=ButtonKind.LINK)
        self.holder_box.row.addWidget(self.anew_button)
        self.holder_box.hide()
        self.near = NearPlate(find_near)
        self._connect()

    def draft(self) -> VehicleDraft:
        """Return the vehicle as typed.

        Raises:
            InvalidValue
        """
        return VehicleDraft(
            plate=self._plate_meant(),
            kind=self.kind_box.value(),
            brand=self.brand_edit.text().strip() or None,
            model=self.model_edit.text().strip() or None,
            year=self.read("year", self.year_edit.amount),
            color=self.typed("color") or None,
        )

    def show_vehicle(self, vehicle: Vehicle) -> None:
        """Show a vehicle that is known."""
        self._kind_was_chosen = True
        self.kind_box.set_value(vehicle.kind)
        self.plate_edit.setText(format_plate(vehicle.plate))
        self.brand_edit.setText(vehicle.brand or "")
        self.model_edit.setText(vehicle.model or "")
        self.year_edit.set_amount(vehicle.year)
        self.show_text("color", vehicle.color)

    def state(self) -> State:
        """Return what is typed, to be kept as a draft."""
        return {
            **super().state(),
            "other_than_near": self.near.other_than_near,
            "kind": self.kind_box.value().value,
            "kind_was_chosen": self._kind_was_chosen,
        }

    def set_state(self, state: State) -> None:
        """Put a draft back."""
        self.near.other_than_near = state["other_than_near"]
        super().set_state(state)
        self._kind_was_chosen = state["kind_was_chosen"]
        self.kind_box.set_value(VehicleKind(state["kind"]))
        self.tell_plate()
        self._tell_kind()

    def parts(self) -> list[Part]:
        """Return the fields as parts that may have changed meanwhile."""
        plate, *others = super().parts()
        return [plate, Part(self.kind.label(), ("kind", "kind_was_chosen"), self._kind_shown), *others]

    def _kind_shown(self, state: State) -> str:
        return self.kind_box.text_of(VehicleKind(state["kind"]))

    def tell_plate(self) -> None:
        """Say what is unusual about the plate, and who wears it already."""
        key = plate_key(self.plate_edit.text())
        if self.instead_of is not None and self._find_holder_id() != self.instead_of:
            self.instead_of = None
        holder = self._find_holder(self.plate_edit.text()) if key else None
        if holder is not None and holder.vehicle.id in (self._own_id, self.instead_of):
            holder = None
        worn_before = holder is not None and holder.vehicle.plate_key not in plate_spellings(key)
        if holder is not None and not worn_before:
            self.plate.set_remark(self.tr("registered already"), Tone.BAD)
        elif worn_before and holder is not None:
            self.plate.set_remark(
                self.tr("worn before by {0}").format(format_plate(holder.vehicle.plate)), Tone.WARN
            )
        else:
            remark = _remark_on(key)
            self.plate.set_remark(remark, Tone.WARN if remark else Tone.NEUTRAL)
        self._show_holder(None if worn_before else holder)
        # Who mends a vehicle has its plate before his eyes.
        self.near.look_at(self.plate_edit.text() if holder is None and self._own_id is None else "")

    def _connect(self) -> None:
        self.plate_edit.textChanged.connect(self.tell_plate)
        self.plate_edit.editingFinished.connect(self._tidy_plate)
        self.brand_edit.textChanged.connect(self._guess_kind)
        self.model_edit.textChanged.connect(self._guess_kind)
        self.brand_edit.editingFinished.connect(self._take_apart)
        self.model_edit.picked.connect(self._on_model_picked)
        self.model_edit.editingFinished.connect(self._name_make)
        self.kind_box.activated.connect(self._on_kind_chosen)
        self.kind_box.currentIndexChanged.connect(self.changed)
        self.year_edit.textChanged.connect(self._tell_year)
        self.year_edit.editingFinished.connect(self._tell_year)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.near.card_wanted.connect(self.card_wanted)
        self.near.dismissed.connect(self._on_near_dismissed)
        self.anew_button.clicked.connect(self._on_anew_clicked)

    def _find_makes(self, typed: str) -> list[Suggestion]:
        """Return the makes that begin as typed, then the models: all may be typed into this one line."""
        makes = [Suggestion(brand) for brand in suggest_brands(typed)]
        if len(fold(typed)) < _SHORTEST_MODEL:
            return makes
        models = suggest_models("", typed, [own for own in self._own_models if own[1]])
        return makes + [Suggestion(f"{brand} {model}") for model, brand in models]

    def _find_models(self, typed: str) -> list[Suggestion]:
        named = bool(self.brand_edit.text().strip())
        found = suggest_models(self.brand_edit.text(), typed, self._own_models)
        return [Suggestion(model, "" if named else brand) for model, brand in found]

    def _on_model_picked(self, suggestion: Suggestion) -> None:
        if suggestion.detail and not self.brand_edit.text().strip():
            self.brand_edit.setText(suggestion.detail)

    def _name_make(self) -> None:
        """Fill in the make of a model that only one has: who types "vario 125" means a Honda."""
        found = read_vehicle(self.model_edit.text())
        if not self.brand_edit.text().strip() and found.brand is not None and found.model is not None:
            self.brand_edit.setText(found.brand)
            self.model_edit.setText(found.model)

    def _show_holder(self, holder: Card | None) -> None:
        known = None if holder is None else holder.vehicle.id
        if known == self._holder_id:
            return
        self._holder_id = known
        if holder is not None:
            vehicle = " ".join(filter(None, (holder.vehicle.brand, holder.vehicle.model)))
            owner = holder.owner.name if holder.owner is not None else ""
            told = ", ".join(filter(None, (owner, vehicle)))
            text = self.tr("{0} is registered already").format(format_plate(holder.vehicle.plate))
            self._holder_text.setText(f"{text}: {told}" if told else text)
            dates = holder.vehicle.dates
            is_over = dates.sold_on is not None or dates.gone_on is not None
            self.anew_button.setVisible(is_over and self._own_id is None)
        self.holder_box.setVisible(holder is not None)

    def _tidy_plate(self) -> None:
        tidied = self._plate_meant()
        if tidied != self.plate_edit.text():
            self.plate_edit.setText(tidied)

    def _find_holder_id(self) -> int | None:
        holder = self._find_holder(self.plate_edit.text())
        return None if holder is None else holder.vehicle.id

    def _plate_meant(self) -> str:
        """Return the plate as it is written; a new one without zeros before its number and O for 0 in it."""
        text = self.plate_edit.text()
        key = plate_key(text)
        mended = mend_plate_key(key)
        return format_plate(text if self._own_id is not None or mended == key else mended)

    def _take_apart(self) -> None:
        """Spread "Honda Vario 125 2019" over the fields when all of it was typed into the first."""
        if self.model_edit.text().strip():
            return
        found = read_vehicle(self.brand_edit.text())
        if found.brand is None or found.model is None:
            return
        self.brand_edit.setText(found.brand)
        self.model_edit.setText(found.model)
        if found.year is not None and not self.year_edit.text():
            self.year_edit.set_amount(found.year)

    def _guess_kind(self) -> None:
        if self._kind_was_chosen:
            return
        brand = self.brand_edit.text().strip()
        guess = read_vehicle(f"{brand} {self.model_edit.text()}".strip()).kind
        self.kind_box.set_value(guess or VehicleKind.MOTORCYCLE)
        self.kind.set_remark(self.tr("guessed from make and model") if guess else "")

    def _on_kind_chosen(self) -> None:
        self._kind_was_chosen = True
        self._tell_kind()
        self.changed.emit()

    def _tell_kind(self) -> None:
        if self._kind_was_chosen:
            self.kind.set_remark("")
        else:
            self._guess_kind()

    def _tell_year(self) -> None:
        typing = self.year_edit.hasFocus() and len(self.year_edit.text()) < len("2019")
        if self.year_edit.is_readable() or typing:
            self.year.set_remark("")
        else:
            self.year.set_remark(self.tr("a year has four figures"), Tone.BAD)

    def _on_near_dismissed(self) -> None:
        self.plate_edit.setFocus()
        self.changed.emit()

    def _on_anew_clicked(self) -> None:
        self.instead_of = self._holder_id
        self.tell_plate()
        self.changed.emit()

    def _on_open_clicked(self) -> None:
        if self._holder_id is not None:
            self.card_wanted.emit(self._holder_id)


def _remark_on(key: str) -> str:
    """Return what is odd about a plate, or nothing."""
    match plate_remark(key) if key else None:
        case PlateRemark.ODD_SHAPE:
            return translate("VehicleFields", "an unusual plate, is that right?")
        case PlateRemark.UNKNOWN_REGION:
            return translate("VehicleFields", "an unknown region, is that right?")
        case _:
            return ""
