"""Brand, model and kind out of what people write of a vehicle."""

import pytest

from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.vehicles.vehicle_makes import read_vehicle, read_vehicle_kind, suggest_models

MOTORCYCLE, CAR = VehicleKind.MOTORCYCLE, VehicleKind.CAR


@pytest.mark.parametrize(
    ("text", "brand", "model", "kind"),
    [
        ("Honda Vario 125", "Honda", "Vario 125", MOTORCYCLE),
        ("HONDA BEAT", "Honda", "Beat", MOTORCYCLE),
        ("yamaha nmax", "Yamaha", "NMAX", MOTORCYCLE),
        ("VARIO", "Honda", "Vario", MOTORCYCLE),
        ("Toyota Avanza 1.3", "Toyota", "Avanza 1.3", CAR),
        ("mobil Carry", "Suzuki", "Carry", CAR),
        ("Honda Jazz", "Honda", "Jazz", CAR),
        ("Honda BR-V", "Honda", "BR-V", CAR),
        ("mercy C200", "Mercedes-Benz", "C200", CAR),
        ("Honda", "Honda", None, None),
        ("Xyz 12", None, "Xyz 12", None),
        ("Spin", None, "Spin", None),  # a Suzuki motorcycle and a Chevrolet car
        ("", None, None, None),
    ],
)
def test_a_vehicle_is_taken_apart(
    text: str, brand: str | None, model: str | None, kind: VehicleKind | None
) -> None:
    name = read_vehicle(text)
    assert (name.brand, name.model, name.kind) == (brand, model, kind)


def test_a_brand_of_its_own_column_settles_the_model() -> None:
    assert read_vehicle("Spin", "SUZUKI").kind is MOTORCYCLE
    assert read_vehicle("Spin", "Chevrolet").kind is CAR
    assert read_vehicle("Honda Beat", "Honda").model == "Beat"


@pytest.mark.parametrize("text", ["Avanza 2015", "Avanza (2015)", "Avanza th 2015", "Avanza thn. 2015"])
def test_a_year_beside_the_model_is_the_year(text: str) -> None:
    name = read_vehicle(text)
    assert (name.model, name.year) == ("Avanza", 2015)


def test_words_for_a_kind_are_known() -> None:
    assert [read_vehicle_kind(text) for text in ("Motor", "R4", "sepeda motor", "?")] == [
        MOTORCYCLE,
        CAR,
        MOTORCYCLE,
        None,
    ]


def test_the_shops_own_models_come_before_those_of_the_table_and_once_only() -> None:
    own = [("Vario 125 CBS ISS", "Honda"), ("vario techno", "Honda"), ("Viar Cross", "Viar")]
    assert suggest_models("Honda", "vario", own) == [
        ("Vario 125 CBS ISS", "Honda"),
        ("vario techno", "Honda"),
        ("Vario", "Honda"),
    ]
    assert suggest_models("", "viar", own) == [("Viar Cross", "Viar")]
