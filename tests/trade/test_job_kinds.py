"""Job kinds: the shipped table, and what a line of a book names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.records.work_orders import JobKind
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.job_kinds import (
    JobRecogniser,
    job_kind_for_product,
    load_shipped,
    split_jobs,
)
from bengkel_crm.trade.kinds import ProductCategory, VehicleKind

SHIPPED = {kind.code: kind for kind in load_shipped()}
RECOGNISER = JobRecogniser(load_shipped())


def interval(code: str, vehicle_kind: VehicleKind) -> tuple[int | None, int | None] | None:
    return next(
        ((of.months, of.km) for of in SHIPPED[code].intervals if of.vehicle_kind is vehicle_kind), None
    )


@pytest.mark.parametrize(
    ("code", "motorcycle", "car"),
    [
        ("engine_oil", (2, 2_000), (6, 5_000)),
        ("gear_oil", (None, 8_000), None),
        ("cvt", (None, 8_000), None),
        ("v_belt", (24, 24_000), None),
        ("air_filter", (None, 16_000), (18, 30_000)),
        ("brake_fluid", None, (36, 60_000)),
        ("periodic_maintenance", None, (6, 10_000)),
        ("tyre", None, None),
        ("battery", None, None),
        ("spark_plug", None, None),
    ],
)
def test_the_shipped_intervals_are_the_trades(
    code: str, motorcycle: tuple[int | None, int | None] | None, car: tuple[int | None, int | None] | None
) -> None:
    assert interval(code, VehicleKind.MOTORCYCLE) == motorcycle
    assert interval(code, VehicleKind.CAR) == car


def test_every_shipped_kind_is_whole_and_no_keyword_means_two() -> None:
    keywords = [keyword for kind in SHIPPED.values() for keyword in kind.keywords]
    assert len(keywords) == len(set(keywords))
    assert len(SHIPPED) == len(load_shipped())
    for kind in SHIPPED.values():
        assert kind.code
        assert kind.name
        assert all(keyword == keyword.strip().lower() != "" for keyword in kind.keywords)


@pytest.mark.parametrize("kind", SHIPPED.values(), ids=SHIPPED)
def test_every_kind_is_recognised_by_its_own_name(kind: JobKind) -> None:
    assert kind.code in RECOGNISER.recognise(SHIPPED[kind.code].name)
    for keyword in kind.keywords:
        assert RECOGNISER.recognise(keyword.upper()) == (kind.code,)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Ganti oli mesin", "engine_oil"),
        ("Ganti oli", "engine_oil"),
        ("JASA GANTI OLI", "engine_oil"),
        ("OLI MPX 1 0,8", "engine_oil"),
        ("OIL HELIX HX7 PLUS 5W-40 4LT SHELL", "engine_oil"),
        ("YAMALUBE MATIC 0.8L", "engine_oil"),
        ("Ganti oli mesin, Filter udara, Kampas rem belakang", "engine_oil air_filter brake_pads"),
        ("Ganti oli mesin; OLI SKOK DEPAN", "engine_oil fork_oil"),
        ("OLI GARDAN YAMALUBE; Bersihkan CVT", "gear_oil cvt"),
        ("OLI GARDAN AHM 120ML", "gear_oil"),
        ("OIL 80W90 GEAR GL4", "gear_oil"),
        ("OIL SAE 90 DIFF GEAR", "gear_oil"),
        ("Ganti oli mesin + Ganti aki", "engine_oil battery"),
        ("OIL FILTER DXE-1001 DENSO", "oil_filter"),
        ("OIL FILTER SAKURA", "oil_filter"),
        ("Ganti busi, Kampas rem depan", "spark_plug brake_pads"),
        ("Ganti V-belt", "v_belt"),
        ("Ganti ban belakang", "tyre"),
        ("Servis ringan", "minor_maintenance"),
        ("Tune up", "tune_up"),
        ("Servis AC", "ac"),
        ("Kuras air radiator", "coolant"),
        ("Spooring balancing", "wheel_alignment"),
        ("Kuras minyak rem", "brake_fluid"),
        ("MINYAK REM DOT 3", "brake_fluid"),
        ("Servis 10.000 km", "periodic_maintenance"),
        ("ganti oli dan filter udara", "engine_oil air_filter"),
        ("Ganti oli/filter udara", "engine_oil air_filter"),
        ("ganti oli gardan + oli mesin", "gear_oil engine_oil"),
        ("Kampas rem depan & belakang", "brake_pads"),
        ("ganti lampu depan mati", "bulb"),
        ("Ban bocor, tambal ban", "tyre_repair"),
        ("Ganti shock belakang", "shock"),
        ("Ganti filter oli", "oil_filter"),
    ],
)
def test_a_line_names_its_kinds(line: str, codes: str) -> None:
    assert RECOGNISER.recognise(line) == tuple(codes.split())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "-",
        "BAUT TAP OLI",
        "OIL SEAL KRUK AS",
        "Kabel aki",
        "Kop busi",
        "Tutup filter udara",
        "Cek oli mesin",
        "Cek kampas rem",
        "Tambah oli",
        "Belum ganti oli",
        "Saran ganti kampas rem",
        "Kampas rem tipis",
        "lampu depan mati",
        "Grease CVT",
        "Bunyi CVT",
        "Cuci motor",
        "ongkos",
    ],
)
def test_what_was_not_done_or_is_another_thing_names_none(line: str) -> None:
    assert RECOGNISER.recognise(line) == ()


def test_a_shops_own_kinds_are_recognised_and_only_those() -> None:
    wash = JobKind(9, "wash", "Cuci", ("cuci motor", "steam"), ())
    assert JobRecogniser((wash,)).recognise("Steam + ganti oli") == ("wash",)
    assert JobRecogniser(()).recognise("Ganti oli") == ()


def test_a_longer_keyword_wins_over_the_one_inside_it() -> None:
    inner = JobKind(1, "inner", "", ("rem",), (JobInterval(VehicleKind.CAR, 1, None),))
    outer = JobKind(2, "outer", "", ("kampas rem",), ())
    assert JobRecogniser((inner, outer)).recognise("ganti kampas rem") == ("outer",)
    assert JobRecogniser((inner, outer)).recognise("servis rem") == ("inner",)


def test_products_mean_the_work_that_uses_them() -> None:
    assert job_kind_for_product(ProductCategory.ENGINE_OIL) == "engine_oil"
    assert job_kind_for_product(ProductCategory.GEAR_OIL) == "gear_oil"
    assert job_kind_for_product(ProductCategory.PART) is None
    for category in ProductCategory:
        assert job_kind_for_product(category) in {None, *SHIPPED}


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("Ganti oli mesin, Filter udara; X + Y", ["Ganti oli mesin", "Filter udara", "X", "Y"]),
        ("OLI MPX 1 0,8", ["OLI MPX 1 0,8"]),
        ("OLI MPX 1 0,8, busi", ["OLI MPX 1 0,8", "busi"]),
        ("oli 08,busi", ["oli 08", "busi"]),
        ("10W40+ 1L", ["10W40+ 1L"]),
        ("Shell Helix HX7+ 5W40 + filter", ["Shell Helix HX7+ 5W40", "filter"]),
        ("oli+busi", ["oli", "busi"]),
        ("ganti oli (MPX2, 0,8L), cvt", ["ganti oli (MPX2, 0,8L)", "cvt"]),
        ("- ganti aki\n- servis AC\r\n\n", ["ganti aki", "servis AC"]),
        ("1. Ganti oli\n2) Tune up", ["Ganti oli", "Tune up"]),
        ("Kampas rem depan & belakang", ["Kampas rem depan & belakang"]),
        ("  ganti   oli ;; , ", ["ganti oli"]),
        ("", []),
        ("-", []),
    ],
)
def test_a_cell_is_split_into_its_jobs(cell: str, jobs: list[str]) -> None:
    assert split_jobs(cell) == tuple(jobs)


@given(st.text())
def test_any_cell_can_be_split_and_searched(cell: str) -> None:
    pieces = split_jobs(cell)
    assert all(piece == " ".join(piece.split()) for piece in pieces)
    assert sum(map(len, pieces)) <= len(cell)
    assert set(RECOGNISER.recognise(cell)) <= set(SHIPPED)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Oli mesin diganti", ("engine_oil",)),
        ("Oil change", ("engine_oil",)),
        ("Engine oil replaced", ("engine_oil",)),
        ("Oli gardan diganti", ("gear_oil",)),
        ("Oil filter replaced", ("oil_filter",)),
        ("Oli mesin kurang ditambah", ()),
        ("Oli dicek", ()),
        ("Oil top up", ()),
        ("Filter udara dicek", ()),
        ("Brake pads checked", ()),
        ("Turun mesin Elf", ("overhaul",)),
    ],
)
def test_only_what_was_changed_counts_as_changed(text: str, codes: tuple[str, ...]) -> None:
    assert JobRecogniser(load_shipped()).recognise(text) == codes
