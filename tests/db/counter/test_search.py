"""What is typed at the counter finds who was meant, best first, and any text at all is safe."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bengkel_crm.db.counter.search import one_typo_away
from bengkel_crm.db.derived.search_index import phone_words, plate_words
from bengkel_crm.records.counter import Hit, MatchKind
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.workshop.counter.lookup import (
    find_card,
    list_recently_opened,
    look_up_plate,
    near_plates,
    search_and_count,
    search_vehicles,
    touch_opened,
)
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import change_owner, edit_vehicle, remove_vehicle
from tests.factories import TODAY, make_vehicle, make_work_order


def _plates(hits: list[Hit]) -> list[str]:
    return [hit.plate for hit in hits]


def _kinds(hits: list[Hit]) -> list[MatchKind]:
    return [hit.match for hit in hits]


@pytest.mark.parametrize(
    "typed",
    [
        *("B 3472 KZR", "b3472kzr", "B-3472-KZR", "b. 3472 kzr", " b 3472kzr ", "Ｂ３４７２ＫＺＲ"),
        *(
            "b",
            "b3",
            "b 34",
            "b3472",
            "B 3472 K",
            "3",
            "34",
            "3472",
            "3472k",
            "3472 kz",
            "472",
            "72kz",
            "kzr",
        ),
        *("wulan", "sri", "SRI WULANDARI", "bu sri", "ibu wulandari, sri", "wulandari sri", "Sri  W"),
        *("0812-8834-1907", "081288341907", "+62 812-8834", "62812", "8128834", "0812 88", "1907"),
    ],
)
def test_a_vehicle_is_found_by_whatever_is_typed_of_it(database: Database, typed: str) -> None:
    wanted = make_vehicle(database, "B 3472 KZR", "Bu Sri Wulandari", ["0812-8834-1907"])
    make_vehicle(database, "AD 9105 XX", "Hendra Gunawan", ["0857-0000-5555"])
    hits = search_vehicles(database, typed)
    assert [hit.vehicle_id for hit in hits] == [wanted]
    assert hits[0].match is not MatchKind.GUESS


@pytest.mark.parametrize("typed", ["", "   ", "-", "zzz", "X 1 Y", "9999", "0899", "wulandari hendra"])
def test_what_fits_nobody_finds_nobody(database: Database, typed: str) -> None:
    make_vehicle(database, "B 3472 KZR", "Sri Wulandari", ["0812-8834-1907"])
    assert search_vehicles(database, typed) == []


def test_a_hit_answers_before_enter_is_pressed(database: Database) -> None:
    vehicle_id = make_vehicle(
        database, "b 3472 kzr", "Bu Sri", ["0812-8834-1907"], model="Vario 125", year=2019
    )
    make_work_order(database, vehicle_id, on=TODAY, oil="MPX2", mechanic="Budi", odometer_km=9000)
    (hit,) = search_vehicles(database, "3472")
    assert (hit.owner, hit.vehicle, hit.last_on) == ("Sri", "Honda Vario 125 · 2019", TODAY)
    assert (hit.oil, hit.mechanic, hit.plate_key) == ("MPX2", "Budi", "B3472KZR")
    assert hit.phone == "+6281288341907"
    assert hit.next_due_by is not None


def test_exact_stands_before_the_beginning_and_that_before_the_inside(database: Database) -> None:
    for plate in ("AB 1347 B", "AB 3472 XY", "AB 347 C", "D 3470 A"):
        vehicle_id = make_vehicle(database, plate)
        make_work_order(database, vehicle_id, on=TODAY)
    hits = search_vehicles(database, "347")
    assert _plates(hits)[0] == "AB 347 C"
    assert set(_plates(hits)[1:3]) == {"AB 3472 XY", "D 3470 A"}
    assert _plates(hits)[3] == "AB 1347 B"
    assert _kinds(hits) == [MatchKind.EXACT, MatchKind.PREFIX, MatchKind.PREFIX, MatchKind.CONTAINED]


def test_who_came_lately_stands_before_who_came_long_ago(database: Database) -> None:
    days = {"B 4001 A": 40, "B 4002 A": 3, "B 4003 A": 400, "B 4004 A": 12}
    for plate, ago in days.items():
        make_work_order(database, make_vehicle(database, plate), on=TODAY - timedelta(days=ago))
    make_vehicle(database, "B 4005 A")
    assert _plates(search_vehicles(database, "400")) == [
        *sorted(days, key=lambda plate: days[plate]),
        "B 4005 A",
    ]


def test_a_whole_plate_stands_first_however_long_ago_it_came(database: Database) -> None:
    old = make_vehicle(database, "B 12 A")
    make_work_order(database, old, on=date(2015, 1, 1))
    for number in range(10):
        make_work_order(database, make_vehicle(database, f"B 12{number} A"), on=TODAY)
    assert search_vehicles(database, "b12a")[0].vehicle_id == old
    assert search_vehicles(database, "12")[0].vehicle_id == old


def test_never_more_than_asked_for(database: Database) -> None:
    for number in range(12):
        make_vehicle(database, f"B 77{number} A")
    assert len(search_vehicles(database, "77", 5)) == 5
    assert len(search_vehicles(database, "b")) == 8


def test_an_old_plate_leads_to_the_vehicle_that_wore_it(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1111 AA", "Sri")
    edit_vehicle(database, vehicle_id, VehicleDraft("D 2222 BB"), on=TODAY)
    assert _plates(search_vehicles(database, "b1111aa")) == ["D 2222 BB"]
    assert _plates(search_vehicles(database, "1111")) == ["D 2222 BB"]
    assert search_vehicles(database, "1111")[0].old_plate == "B 1111 AA"
    assert search_vehicles(database, "2222")[0].old_plate is None
    card = look_up_plate(database, "b 1111 aa")
    assert card is not None
    assert card.old_plates == ("B 1111 AA",)


@pytest.mark.parametrize(
    ("worn", "before"),
    [
        ("AB", "A"),
        ("ABA", "B"),
        ("ABAB", "A"),
        ("ABCA", "BC"),
        ("ABCBC", "AB"),
    ],
)
def test_a_plate_is_told_as_one_of_before_once_and_never_while_it_is_worn(
    database: Database, worn: str, before: str
) -> None:
    vehicle_id = make_vehicle(database, f"B 7007 {worn[0]}", "Sri")
    for letter in worn[1:]:
        edit_vehicle(database, vehicle_id, VehicleDraft(f"B 7007 {letter}"), on=TODAY)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert sorted(card.old_plates) == [f"B 7007 {letter}" for letter in before]
    (hit,) = search_vehicles(database, f"b7007{worn[-1]}")
    assert (hit.plate, hit.old_plate) == (f"B 7007 {worn[-1]}", None)
    (hit,) = search_vehicles(database, "7007")
    assert hit.old_plate is None or hit.old_plate[-1] in before


def test_who_wears_a_plate_today_stands_before_who_wore_it_once(database: Database) -> None:
    before = make_vehicle(database, "B 1111 AA", "Sri")
    edit_vehicle(database, before, VehicleDraft("D 2222 BB"), on=TODAY)
    now = make_vehicle(database, "B 1111 AA", "Agus")
    assert [hit.vehicle_id for hit in search_vehicles(database, "B 1111 AA")] == [now, before]
    card = look_up_plate(database, "B1111AA")
    assert card is not None
    assert card.vehicle.id == now


def test_a_new_owner_is_found_and_the_one_before_no_longer(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1 A", "Sri Wulandari", ["0812-8834-1907"])
    edit_vehicle(
        database,
        vehicle_id,
        VehicleDraft("B 1 A"),
        CustomerDraft("Agus Salim", ("0857-1111-2222",)),
        on=TODAY,
    )
    assert _plates(search_vehicles(database, "agus")) == ["B 1 A"]
    assert _plates(search_vehicles(database, "08571111")) == ["B 1 A"]
    assert search_vehicles(database, "wulandari") == []
    assert search_vehicles(database, "08128834") == []


def test_a_family_phone_finds_every_vehicle_of_the_family(database: Database) -> None:
    father = make_vehicle(database, "B 1 A", "Pak Budi", ["0812-8834-1907"])
    son = make_vehicle(database, "B 2 A", "Andi", ["081288341907"])
    other = make_vehicle(database, "B 3 A", "Sri", ["0812-8834-1900"])
    change_owner(database, other, 1, TODAY)
    assert {hit.vehicle_id for hit in search_vehicles(database, "0812 8834 1907")} == {father, son, other}


@pytest.mark.parametrize(
    "typed",
    [
        *("b3427kzr", "b3473kzr", "b3472kzt", "b342kzr", "b34772kzr", "v3472kzr", "d3472kzr"),
        *("3427", "3473kzr", "wulsndari", "wulanari", "wuulandari", "sri wulandary", "081288341970"),
    ],
)
def test_one_slip_of_the_finger_is_forgiven_and_marked_as_a_guess(database: Database, typed: str) -> None:
    wanted = make_vehicle(database, "B 3472 KZR", "Sri Wulandari", ["0812-8834-1907"])
    make_vehicle(database, "AD 9105 XX", "Hendra Gunawan", ["0857-0000-5555"])
    hits = search_vehicles(database, typed)
    assert [(hit.vehicle_id, hit.match) for hit in hits] == [(wanted, MatchKind.GUESS)]


def test_a_slip_is_not_suspected_where_something_fits(database: Database) -> None:
    make_vehicle(database, "B 3472 KZR")
    make_vehicle(database, "B 3473 KZR")
    assert _plates(search_vehicles(database, "b3472kzr")) == ["B 3472 KZR"]


@given(st.text("ab1", min_size=1, max_size=5), st.data())
def test_one_typo_away_is_every_single_slip(word: str, data: st.DataObject) -> None:
    near = set(one_typo_away(word))
    at = data.draw(st.integers(0, len(word) - 1))
    assert word[:at] + word[at + 1 :] in near
    assert word[:at] + word[at] + word[at:] in near
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    assert at == len(word) - 1 or swapped in near
    other = data.draw(st.sampled_from("0123456789" if word[at].isdigit() else "abcdefghijklmnopqrstuvwxyz"))
    assert other == word[at] or word[:at] + other + word[at + 1 :] in near


def test_near_plates_are_offered_for_an_unknown_one(database: Database) -> None:
    make_vehicle(database, "B 3472 KZR")
    make_vehicle(database, "B 3472 ABC")
    make_vehicle(database, "B 9999 KZR")
    make_vehicle(database, "AD 1 X")
    assert _plates(near_plates(database, "b 3472 kzt")) == ["B 3472 KZR"]
    assert near_plates(database, " - ") == []


def test_a_plate_of_no_known_grammar_is_found_all_the_same(database: Database) -> None:
    for plate in ("1234-00", "CD 99 01", "RI 1", "BARU 2026-08"):
        make_vehicle(database, plate)
        assert _plates(search_vehicles(database, plate))[0] == plate
    assert _plates(search_vehicles(database, "baru")) == ["BARU 2026-08"]


def test_removed_vehicles_are_not_found(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR", "Sri")
    remove_vehicle(database, vehicle_id)
    assert search_vehicles(database, "b3472kzr") == []
    assert search_vehicles(database, "sri") == []


def test_names_are_found_without_accents_and_marks(database: Database) -> None:
    make_vehicle(database, "B 1 A", "René D'Souza")
    for typed in ("rene", "RENÉ", "dsouza", "d'souza"):
        assert _plates(search_vehicles(database, typed)) == ["B 1 A"], typed


def test_a_company_is_found_with_and_without_its_form_and_by_its_contact(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1 A", owner=None)
    edit_vehicle(
        database,
        vehicle_id,
        VehicleDraft("B 1 A"),
        CustomerDraft("PT Maju Jaya", contact_person="Bu Ratna"),
        on=TODAY,
    )
    for typed in ("maju", "pt maju", "jaya", "ratna", "PT. Maju Jaya"):
        assert _plates(search_vehicles(database, typed)) == ["B 1 A"], typed


# By more than the plate, the name and the phone


def _make_owned(database: Database, plate: str, owner: CustomerDraft, model: str = "Beat") -> int:
    vehicle_id = make_vehicle(database, plate, owner=None, model=model)
    edit_vehicle(database, vehicle_id, VehicleDraft(plate, brand="Honda", model=model), owner, on=TODAY)
    return vehicle_id


@pytest.mark.parametrize(
    "typed",
    [
        *("sugeng vario", "vario sugeng", "sugeng vario 125", "pak sugeng var", "bpk sugeng honda vario"),
        *("sugeng kalasan", "kalasan sugeng", "Sugeng yang Kalasan", "sugeng solo kal", "sugeng 125"),
    ],
)
def test_model_and_address_tell_people_of_one_name_apart(database: Database, typed: str) -> None:
    meant = CustomerDraft("Sugeng", address="Jl. Solo No. 12, Kalasan")
    wanted = _make_owned(database, "B 1 A", meant, "Vario 125")
    _make_owned(database, "B 2 A", CustomerDraft("Sugeng Hakim", address="Jl. Magelang 12, Mlati"))
    _make_owned(database, "B 3 A", CustomerDraft("Krisna", address="Kalasan"), "Vario 125")
    assert [hit.vehicle_id for hit in search_vehicles(database, typed)] == [wanted]


@pytest.mark.parametrize(
    ("typed", "plates"), [("vario", ["B 1 A"]), ("kalasan", ["B 2 A"]), ("no", []), ("12", [])]
)
def test_model_and_place_alone_find_too_but_no_number_of_a_house(
    database: Database, typed: str, plates: list[str]
) -> None:
    _make_owned(database, "B 1 A", CustomerDraft("Sri"), "Vario 125")
    _make_owned(database, "B 2 A", CustomerDraft("Eko", address="Jl. Solo No. 12, Kalasan"))
    assert _plates(search_vehicles(database, typed)) == plates


def test_a_name_stands_before_a_model_and_that_before_nothing(database: Database) -> None:
    model = _make_owned(database, "B 1 A", CustomerDraft("Sri"), "Beat")
    make_work_order(database, model, on=TODAY)
    named = _make_owned(database, "B 2 A", CustomerDraft("Beatrix"), "Vario")
    assert [hit.vehicle_id for hit in search_vehicles(database, "beat")] == [named, model]


def test_whole_words_stand_before_beginnings_of_words(database: Database) -> None:
    for number in range(9):
        longer = _make_owned(database, f"B {number + 1} A", CustomerDraft("Dimas Budiman"))
        make_work_order(database, longer, on=TODAY)
    budi = _make_owned(database, "AB 7 C", CustomerDraft("Budi Santoso"))
    for typed in ("budi", "Pak Budi", "budi s", "santoso budi"):
        assert search_vehicles(database, typed)[0].vehicle_id == budi, typed


def test_the_form_of_a_company_counts_when_it_is_typed(database: Database) -> None:
    person = _make_owned(database, "B 1 A", CustomerDraft("Krisna Suryadi"))
    make_work_order(database, person, on=TODAY)
    company = _make_owned(database, "B 2 A", CustomerDraft("PT Surya"))
    other = _make_owned(database, "B 3 A", CustomerDraft("CV Surya"))
    assert search_vehicles(database, "pt surya")[0].vehicle_id == company
    assert search_vehicles(database, "CV. Surya")[0].vehicle_id == other
    assert {hit.vehicle_id for hit in search_vehicles(database, "pt surya")} == {person, company, other}


def test_a_hit_tells_whom_it_was_found_by(database: Database) -> None:
    _make_owned(
        database, "B 1 A", CustomerDraft("UD Surya Tani", contact_person="Budi", address="Jl. Solo, Kalasan")
    )
    (hit,) = search_vehicles(database, "budi")
    assert (hit.owner, hit.contact_person, hit.address) == ("UD Surya Tani", "Budi", "Jl. Solo, Kalasan")


def test_all_that_fits_is_counted_up_to_a_limit(database: Database) -> None:
    for number in range(27):
        make_vehicle(database, f"B {number + 1} A", "Sugeng")
    found = search_and_count(database, "sugeng", 8, 100)
    assert (len(found.hits), found.count) == (8, 27)
    assert search_and_count(database, "sugeng", 8, 20).count == 20
    assert search_and_count(database, "nobody", 8, 100).count == 0


# Plates that are nearly known


@pytest.mark.parametrize(
    "typed", ["ab5886fzk", "b5886fkz", "b5868fzk", "b5886fzt", "b586fzk", "b58886fzk", "d5886fzk"]
)
def test_a_plate_with_one_slip_or_another_region_is_near(database: Database, typed: str) -> None:
    make_vehicle(database, "B 5886 FZK", "Made Kusuma")
    near = _plates(near_plates(database, typed))
    assert near == ["B 5886 FZK"]


@pytest.mark.parametrize("typed", ["zz9999zz", "g9999zz", "b5886abc", "b1111fzk", "b5886fzk"])
def test_a_plate_that_shares_only_a_part_is_not_near(database: Database, typed: str) -> None:
    make_vehicle(database, "G 3653 ZZ")
    make_vehicle(database, "B 5886 FZK")
    assert near_plates(database, typed) == []


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> "Database":
    path: Path = tmp_path_factory.mktemp("sample") / "demo.db"
    database = open_shop(path)
    fill_demo(database, 200, 4, today=TODAY)
    return database


_NASTY = st.one_of(
    st.text(max_size=120),
    st.text("\"'*():^-+{}|\\%_;\x00 .,ABnearNOTORAND0123456789", max_size=40),
    st.sampled_from(
        ["AND", "OR NOT", "plate:", "NEAR(a b)", '"', "'; DROP TABLE vehicle; --", "*", "-plate", "\x00"]
    ),
)


@given(_NASTY)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_is_safe(sample: "Database", typed: str) -> None:
    hits = search_vehicles(sample, typed)
    assert len(hits) <= 8
    assert len({hit.vehicle_id for hit in hits}) == len(hits)
    assert len(near_plates(sample, typed)) <= 3
    look_up_plate(sample, typed)


def test_every_vehicle_of_a_shop_is_found_by_each_of_its_words(sample: "Database") -> None:
    rows = sample.execute_sql(
        "SELECT v.id, v.plate_key, c.name FROM vehicle v JOIN ownership w ON w.vehicle_id = v.id "
        "AND w.until IS NULL JOIN customer c ON c.id = w.customer_id"
    ).fetchall()
    for vehicle_id, key, name in rows:
        assert search_vehicles(sample, key)[0].vehicle_id == vehicle_id
        for typed in (key[1:], name):
            assert vehicle_id in {hit.vehicle_id for hit in search_vehicles(sample, typed, 200)}, typed
    close_shop(sample)


def test_the_words_of_a_plate(database: Database) -> None:
    assert plate_words("B3472KZR") == ("b3472kzr 3472kzr 3472 kzr", "472kzr 72kzr 2kzr zr")
    assert plate_words("RI1") == ("ri1 1", "i1")
    assert plate_words("123400")[0] == "123400"


def test_the_words_of_phones() -> None:
    assert phone_words("+6281288341907|(0274) 592098") == "081288341907 1907 0274592098 2098"
    assert phone_words("tanya istri|") == ""


def test_recently_opened_cards_are_listed_newest_first(database: Database) -> None:
    ids = [make_vehicle(database) for _ in range(4)]
    at = datetime(2026, 8, 12, 8)
    for minute, vehicle_id in enumerate([*ids, ids[0]]):
        touch_opened(database, vehicle_id, at + timedelta(minutes=minute))
    assert [hit.vehicle_id for hit in list_recently_opened(database, 3)] == [ids[0], ids[3], ids[2]]
    remove_vehicle(database, ids[0])
    assert [hit.vehicle_id for hit in list_recently_opened(database, 3)] == [ids[3], ids[2], ids[1]]
