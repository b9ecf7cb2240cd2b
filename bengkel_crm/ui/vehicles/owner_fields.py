"""Whose vehicle it is: typed anew, or chosen among the customers the shop knows."""

from collections.abc import Callable, Sequence

from bengkel_crm.records.customers import Customer, CustomerDraft
from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.trade.names import read_name
from bengkel_crm.trade.phones import (
    Phone,
    format_phone,
    has_letters_inside,
    read_phones,
    read_phones_or_words,
)
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.forms.form_fields import FormFields
from bengkel_crm.ui.forms.meanwhile import Part
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.vehicles.known_customers import KnownCustomer, KnownCustomers, describe_known
from bengkel_crm.ui.vehicles.wrong_numbers import WrongNumbers
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.line_edit import LineEdit

Finder = Callable[[CustomerDraft], Sequence[KnownCustomer]]

_LEAST_LETTERS = 3


class OwnerFields(FormFields):
    """Owns no layout.

    While a known customer is chosen the fields show that one; name and phones can not be changed then. Phones
    typed before stand behind those that were known, and an address typed before stays: both are added.
    """

    def __init__(self, find_known: Finder) -> None:
        super().__init__()
        self._find_known = find_known
        self.customer_id: int | None = None
        self._known: Customer | None = None
        # Off while the data of the present owner are being corrected: that one is known.
        self.offers_known = True
        self.name_edit, self.phones_edit = LineEdit(), LineEdit(TextRole.NUMBER)
        self.address_edit, self.contact_edit = LineEdit(), LineEdit()
        self.name = self.declare("name", self.tr("Owner's name"), self.name_edit)
        self.phones = self.declare("phones", self.tr("Phone"), self.phones_edit)
        self.address = self.declare("address", self.tr("Address"), self.address_edit)
        self.contact = self.declare(
            "contact_person", self.tr("Contact person (company)"), self.contact_edit, "contact"
        )
        self.wrong = WrongNumbers()
        self.known = KnownCustomers()
        self.chosen_box = ToneBox(Tone.OK)
        self._chosen_text = ElidedLabel("", TextRole.STRONG, "ok")
        self.release_button = KeyButton(self.tr("Not this one"), kind=ButtonKind.LINK)
        self.chosen_box.row.addWidget(IconLabel("check-circle", "ok", 18))
        self.chosen_box.row.addWidget(self._chosen_text, 1)
        self.chosen_box.row.addWidget(self.release_button)
        self.chosen_box.hide()
        self.name_edit.editingFinished.connect(self._tidy_name)
        self.wrong.changed.connect(self.changed)
        self.known.chosen.connect(self._on_chosen)
        self.release_button.clicked.connect(self.release)

    def draft(self) -> CustomerDraft:
        """Return the customer as typed."""
        phones = self.phones_edit.text().strip()
        return CustomerDraft(
            name=self.name_edit.text().strip(),
            phones=(phones,) if phones else (),
            contact_person=self.contact_edit.text().strip() or None,
            address=self.address_edit.text().strip() or None,
        )

    def addition(self) -> CustomerDraft | None:
        """Return what was typed of the known customer that is chosen, or None."""
        known = self._known
        if known is None:
            return None
        phones = tuple(phone.typed for phone in self._new_phones(known))
        address = self.address_edit.text().strip()
        return CustomerDraft(known.name, phones, address=address if address != known.address else None)

    def show_customer(self, customer: Customer | None) -> None:
        """Show a customer's data, to be corrected."""
        self._write(customer)
        self.tell()

    def parts(self) -> list[Part]:
        """Return the fields as parts that may have changed meanwhile; phones go together."""
        name, _, *others = super().parts()
        phones = Part(self.phones.label(), ("phones", "confirmed"), lambda state: str(state["phones"]))
        return [name, phones, *others]

    def release(self) -> None:
        """Take the choice of a known customer back and let the name be typed."""
        self.customer_id, self._known = None, None
        self._lock(locked=False)
        self._write(None)
        self.name_edit.setFocus()

    def state(self) -> State:
        """Return what is typed, to be kept as a draft, with the known customer that was chosen."""
        return {
            **super().state(),
            "confirmed": self.wrong.confirmed(),
            "customer_id": self.customer_id,
        }

    def set_state(self, state: State) -> None:
        """Put a draft back; a known customer is looked up anew."""
        self.customer_id, self._known = None, None
        self._lock(locked=False)
        super().set_state(state)
        for customer, vehicles in self._find_known(self.draft()):
            if customer.id == state["customer_id"]:
                self._take(customer, vehicles)
        self.wrong.confirm(state.get("confirmed") or ())
        self.tell()

    def tell(self) -> None:
        """Say what there is to say about phones and address, and offer known customers."""
        self._tell_phones()
        self._tell_address()
        self._offer()

    def _write(self, customer: Customer | None) -> None:
        texts = ("", "", "", "")
        if customer is not None:
            texts = (
                " ".join(filter(None, (customer.honorific, customer.name))),
                ", ".join(phone.typed for phone in customer.phones),
                customer.address or "",
                customer.contact_person or "",
            )
        for edit, text in zip(self._edits.values(), texts, strict=True):
            edit.setText(text)
        self.wrong.show_phones(() if customer is None else customer.phones)

    def _tidy_name(self) -> None:
        """Show the name as it will be kept: "SUGENG, BPK" is Bpk Sugeng."""
        name = read_name(self.name_edit.text())
        tidied = " ".join(filter(None, (name.honorific, name.display)))
        if tidied != self.name_edit.text():
            self.name_edit.setText(tidied)

    def _tell_phones(self) -> None:
        phones = read_phones_or_words(self.phones_edit.text())
        self.wrong.follow(phones)
        new = ", ".join(format_phone(phone) for phone in self._new_phones(self._known)) if self._known else ""
        if new:
            self.phones.set_remark(self.tr("will be added: {0}").format(new))
            return
        unread = ", ".join(phone.typed for phone in phones if phone.e164 is None)
        shown = ", ".join(format_phone(phone) for phone in phones)
        if any(character.isdigit() for character in unread):
            self.phones.set_remark(self.tr("not a whole number: {0}").format(unread), Tone.WARN)
        elif unread:
            self.phones.set_remark(self.tr("kept as words, nothing to call: {0}").format(unread), Tone.WARN)
        elif any(map(has_letters_inside, phones)):
            self.phones.set_remark(self.tr("with letters inside, read as {0}").format(shown), Tone.WARN)
        else:
            self.phones.set_remark(shown if len(phones) > 1 else "")

    def _tell_address(self) -> None:
        before = "" if self._known is None else self._known.address or ""
        changed = before and self.address_edit.text().strip() != before
        self.address.set_remark(self.tr("until now: {0}").format(before) if changed else "", Tone.WARN)

    def _new_phones(self, known: Customer) -> list[Phone]:
        """Return what stands in the line of phones beside those the customer has."""
        has = {phone.e164 or phone.typed for phone in known.phones}
        phones = read_phones_or_words(self.phones_edit.text())
        return [phone for phone in phones if (phone.e164 or phone.typed) not in has]

    def _offer(self) -> None:
        draft = self.draft()
        enough = len(draft.name) >= _LEAST_LETTERS or any(
            phone.e164 for typed in draft.phones for phone in read_phones(typed)
        )
        wanted = self.offers_known and self.customer_id is None and enough
        self.known.show_customers(self._find_known(draft) if wanted else ())

    def on_typed(self) -> None:
        """Look for a known customer, and tell that something was typed."""
        self.tell()
        self.changed.emit()

    def _on_chosen(self, known: KnownCustomer) -> None:
        self._take(*known)
        self.release_button.setFocus()

    def _take(self, customer: Customer, vehicles: Sequence[Vehicle]) -> None:
        typed, address = self._new_phones(customer), self.address_edit.text().strip()
        said = [phone.e164 or phone.typed for phone in read_phones_or_words(self.phones_edit.text())]
        self._write(customer)
        # Somebody who stands at the counter and says a number has that number.
        self.wrong.confirm(said)
        if typed:
            self.phones_edit.setText(", ".join(phone.typed for phone in (*customer.phones, *typed)))
        if address:
            self.address_edit.setText(address)
        self.customer_id, self._known = customer.id, customer
        told = self.tr("A known customer: {0}").format(describe_known(customer, vehicles))
        self._chosen_text.setText(told)
        self._lock(locked=True)
        self.tell()
        self.changed.emit()

    def _lock(self, *, locked: bool) -> None:
        for edit in self._edits.values():
            edit.setReadOnly(locked and edit is not self.address_edit)
        self.chosen_box.setVisible(locked)
