"""The next visit after a sale, when a new owner brings the vehicle."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import edit_vehicle
from tests.factories import make_vehicle, make_work_order
from tests.ui.counter.kit import Counter
from tests.ui.forms.clerk import replace, save

TODAY = date.today()


def test_a_new_owner_is_written_down_on_the_way_and_the_visit_is_his(
    counter: Counter, database: Database
) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR", "Budi Santoso", ("081288341907",))
    make_work_order(database, vehicle_id, TODAY - timedelta(days=40))
    sold = VehicleDates(sold_on=TODAY - timedelta(days=3))
    edit_vehicle(database, vehicle_id, VehicleDraft("B 3472 KZR", dates=sold))
    counter.open("3472kzr")
    counter.press(Qt.Key.Key_F2)
    visit = counter.form()
    assert isinstance(visit, WorkOrderForm)
    visit.work.jobs_edit.setFocus()
    replace("Stel rantai")
    save()
    visit.notice.answers()[1].click()
    form = counter.form()
    assert isinstance(form, VehicleForm)
    form.owner.name_edit.setFocus()
    replace("Tono")
    save()
    # Nothing of the visit is lost, and nothing is asked again.
    if not counter.has_form():
        counter.press(Qt.Key.Key_F7)
    again = counter.form()
    assert isinstance(again, WorkOrderForm)
    assert again.work.jobs_edit.text() == "Stel rantai"
    save()
    assert not counter.has_form()
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    assert (card.owner.name, card.vehicle.dates.sold_on) == ("Tono", None)
    rows = database.execute_sql("SELECT customer_id FROM work_order ORDER BY id").fetchall()
    assert rows[-1] == (card.owner.id,)
    assert rows[0] != rows[-1]
