"""Products: what is called OIL and what is engine oil are two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.kinds import ProductCategory
from bengkel_crm.trade.products import (
    classify_product,
    classify_under,
    find_engine_oil_name,
    is_engine_oil,
    is_work,
)

# Lines as front desks write them, one a line, by what they really are.
MARKET = {
    ProductCategory.ENGINE_OIL: """
OLI MPX 1 0,8
OLI MPX 2 0,8
MPX 2 0,8
MPX2
AHM MPX2 10W-30
AHM SPX1
SPX 2 0.8
Federal Matic 30
OLI FEDERAL MATIC 30
Federal Ultratec 20W-50
Federal Supreme XX
Federal Oil Racing
YAMALUBE MATIC 0.8L
Yamalube Sport 1L
Yamalube Gold
Yamalube Super Matic
YAMALUBE 4T
Yamalube Power Matic
Enduro 4T 0,8
Enduro Racing 10W-40
Enduro Matic
Enduro Matic-G
Fastron Techno 10W-40
Fastron Gold 5W30
Prima XP 20W50
PRIMAXP
Mesran Super 20W-50
Mesran 40
Meditran SX 15W40
Meditran SC
OIL HELIX HX7 5W-40 4LT
OIL HELIX HX7 PLUS 5W-40 4LT SHELL
Shell Helix HX5
Shell HX6
Shell Advance AX5 0.8
OLI SHELL AX7 08
Advance Ultra 10W40
Shell Rimula R4 X
Castrol Magnatec 5W-30
CASTROL MAGNATEC 10W 40 4L
Castrol Edge
Castrol GTX
Castrol Power1 10W40 1L
Castrol Power 1 Scooter
Castrol Activ Matic
Castrol Go
Top1 Action Matic
TOP 1 Smart Sport
Top One
Evalube Runner
Evalube Pro
Motul 5100 10W40
MOTUL 3100 GOLD
Motul 300V
Motul Scooter Expert LE
Repsol Moto Rider
Repsol Matic
Idemitsu 0W-20
Idemitsu Matic
OIL 10W40 TMO SYN API SN 4LT
TMO 10W-40
Deltalube 787
Ecstar R5000
SGO 10W40
OLI SGO MATIC
Mobil 1 5W30
Mobil Super Moto
OLI MOBIL 1
Mobil Super 1000
Mobil Delvac
Agip 4T
Total Quartz 7000
Total Hi-Perf 4T
Quartz 9000
Liqui Moly 10W40
Liqui Moly Molygen
BM1 PC1300
Kixx Ultra 4T
Kixx G1
OLI
OLI MESIN
oli mesin
Oil mesin 1L
OLI MATIC
OLI YAMAHA
10W-40 1 liter
SAE 40 1LT
Shell Helix HX7+ 5W-40
10W40+
OLI MPX2 + FILTER OLI
Oli Shell HX7 & filter oli
Oli Helix HX5 4L free filter oli
OLI MPX2 + JASA
FILTER OLI + OLI FASTRON
Oli MPX2 dan filter oli
Pertamina Enduro
X-Ten Pro
Federal X-Ten
Valvoline
Eneos 10W40
ZIC X7
Honda E-Pro 5W30
OLI TOYOTA 5W30
Suzuki Genuine Oil
YAMALUBE RS4GP
Caltex Havoline
OLI 10W30 AHM
OLI MESIN DIESEL
Idemitsu 4T Matic JASO MB
OLI MEDITRAN DRUM
OLI DELVAC
Oli Yamaha Sport
SHELL HX5 10W40
Oil Mobil Super""",
    ProductCategory.GEAR_OIL: """
OLI GARDAN
OLI GARDAN YAMALUBE
OLI GARDAN AHM 120ML
OIL 80W90 GEAR GL4
80W90 GL4
OIL SAE 90 DIFF GEAR
SAE 90
SAE 140
OLI TRANSMISI
TRANSMISSION GEAR OIL
ATF DEXRON III
OLI ATF
CVT FLUID
OLI CVT
Rored HDA 90
Rored EPA
YAMALUBE GEAR 100ML
MPX Gardan
AHM GEAR OIL
Motul Gearbox 80W90
Federal Gear Oil
SGO GEAR
OLI GEAR
GL-5 85W-140
90/140 1LT
Spirax S2
Castrol Transmax
Toyota ATF WS
OLI GIR
Oli persneling
OLI GARDAN MATIC
Top 1 gear oil
Shell Advance gear
oli transmisi matic
75W-90
TMO CVT Fluid FE
EVALUBE GEAR OIL
OLI TRANSFER
OLI FINAL DRIVE
OLI RODA GIGI""",
    ProductCategory.FORK_OIL: """
OLI SKOK
OLI SKOK DEPAN
OLI SHOCK
OLI SHOCKBREAKER
FORK OIL
OLI SOK DEPAN
MOTUL FORK OIL 10W
OIL FORK
YAMALUBE FORK OIL
MINYAK SHOCK
OLI SHOK
SUSPENSION OIL
OLI SHOCKBEKER
OLI SKOKBREKER""",
    ProductCategory.TWO_STROKE_OIL: """
OLI SAMPING
OLI SAMPING 2T
YAMALUBE 2T
Castrol 2T
Evalube 2T
Mesran Super 2T
Enviro 2T
OLI 2 TAK
OLI SAMPING EVALUBE""",
    ProductCategory.BRAKE_FLUID: """
MINYAK REM
MINYAK REM DOT 3
DOT 4
DOT3
Brake fluid
MINYAK REM PRESTONE
OLI REM
Jumbo DOT-3
MOTUL DOT 5.1""",
    ProductCategory.COOLANT: """
COOLANT
Coolant AHM
AIR RADIATOR
RADIATOR COOLANT TOP 1
Prestone coolant
YAMALUBE COOLANT
Megacools
TMO Super Long Life Coolant""",
    ProductCategory.OIL_FILTER: """
OIL FILTER DENSO
OIL FILTER DXE-1001 DENSO
OIL FILTER SAKURA
FILTER OLI
SARINGAN OLI
FILTER OIL ASPIRA
Saringan oli mesin
FILTER,OIL
O/FILTER AVANZA
FILTER OLI TMO
ELEMENT OIL FILTER
OIL FILTER AC DELCO
AHM OIL FILTER
Oil filter Innova diesel
FILTER OLI NINJA""",
    ProductCategory.PART: """
BAUT TAP OLI
OIL SEAL
OIL SEAL KRUK AS
SIL OLI
SEAL OLI
SEAL,OIL 20X32
TUTUP OLI
GASKET OLI
PACKING BAK OLI
PAKING OLI
OIL PUMP
POMPA OLI
POMPA OLI SAMPING
OLI POWER STEERING
POWER STEERING FLUID
SELANG OLI
CORONG OLI
STICK OLI
STIK OLI
Engine flush
OIL TREATMENT
STP oil treatment
Ganti oli gardan
JASA GANTI OLI
Ganti oli mesin
Ganti oli
Ganti oli + filter
Servis ringan
Filter udara
Ganti busi
Kampas rem depan
Bersihkan CVT
Ganti V-belt
Ganti ban belakang
Kampas rem belakang
Tune up
Servis AC
Kuras air radiator
Ganti aki
Spooring balancing
CHAIN LUBE
YAMALUBE CHAIN LUBE
MOTUL CHAIN CLEAN SPRAY
Liqui Moly injector cleaner
GEAR SET
GEAR DEPAN
GARDAN ASSY
SEAL GARDAN
SEAL SHOCK
SHOCK BELAKANG
MASTER REM
OIL COOLER
SWITCH OLI
SENSOR OLI
OIL PRESSURE SWITCH
BAK OLI
CARTER OLI
RING TAP OLI
O-RING OLI
BAN IRC ENDURO 90/90-14
BAN FDR 80/90
BAN FEDERAL
FILTER BENSIN
FILTER UDARA OLI
FILTER OLI TRANSMISI
CUCI MOBIL
CUCI MOBIL 1 UNIT
Cek oli
Tambah oli
BOCOR OLI MESIN
OLI BEKAS
TUTUP RADIATOR
SELANG RADIATOR
RADIATOR ASSY
AKI GS
BUSI NGK
LAMPU
Biaya ganti oli
Paket ganti oli
OLI HIDROLIK
OLI KOMPRESOR AC
GEMUK
GREASE CVT
WD-40
AIR AKI
TOTAL
ROLLER
KAMPAS GANDA
BEARING
-
KM 10
STIKER REPSOL
OIL LEVEL GAUGE
OIL CATCH TANK
OIL PAN
KARET OLI
BAUT OLI
TAP OLI
DRAIN PLUG
GEAR BELAKANG 428
Bensin 1 liter
OIL STRAINER
KAMPAS REM MPX
BOLT OIL DRAIN
OIL SCREEN
KASA OLI
OLI PS
OLI STIR
COVER OIL FILTER
TUTUP FILTER OLI
KNALPOT ENDURO
WIPER TMO
M""",
}


def lines(category: ProductCategory) -> list[str]:
    return MARKET[category].strip().splitlines()


@pytest.mark.parametrize(
    ("line", "category"), [(line, category) for category in MARKET for line in lines(category)]
)
def test_a_line_of_the_market_is_what_it_is(line: str, category: ProductCategory) -> None:
    assert classify_product(line) is category
    assert classify_product(f"  {line.lower()} ") is category


@pytest.mark.parametrize(
    "category", [category for category in MARKET if category is not ProductCategory.PART]
)
def test_work_on_a_fluid_is_not_the_fluid(category: ProductCategory) -> None:
    for line in lines(category):
        assert classify_product(f"Ganti {line}") is ProductCategory.PART
        assert classify_product(f"JASA GANTI {line}") is ProductCategory.PART


@pytest.mark.parametrize("part", ["SEAL", "BAUT", "TUTUP", "SELANG", "PAKING", "POMPA"])
def test_a_part_of_an_oils_way_is_no_oil(part: str) -> None:
    for category in MARKET:
        for line in lines(category):
            assert not is_engine_oil(f"{part} {line}") or "+" in line or "&" in line


@given(st.sampled_from(lines(ProductCategory.ENGINE_OIL)), st.sampled_from(lines(ProductCategory.OIL_FILTER)))
def test_an_oil_sold_together_with_its_filter_is_still_oil(oil: str, oil_filter: str) -> None:
    assert is_engine_oil(f"{oil} + {oil_filter}")
    assert is_engine_oil(f"{oil_filter} & {oil}")


@given(st.text())
def test_any_text_is_something(text: str) -> None:
    assert classify_product(text) in ProductCategory


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("OLI MPX 2 0,8", "OLI MPX 2 0,8"),
        ("Ganti oli MPX 2 0,8", "oli MPX 2 0,8"),
        ("jasa ganti oli Shell AX7", "oli Shell AX7"),
        ("GANTI OLI 10W-40", "OLI 10W-40"),
        ("Ganti oli", None),
        ("Ganti oli mesin", None),
        ("Ganti oli gardan Yamalube", None),
        ("ganti filter oli TMO", None),
        ("Tune up", None),
    ],
)
def test_a_line_of_work_can_name_the_oil_too(line: str, name: str | None) -> None:
    assert find_engine_oil_name(line) == name


# Names of oils that vehicles, parts and filling stations bear as well.
@pytest.mark.parametrize("brand", ["ELF", "MPX", "MPX 2", "AX7", "SHELL", "SUPER MOTO", "GULF", "TMO", "ENI"])
@pytest.mark.parametrize(
    "thing",
    [
        *(
            "SPION {} KANAN",
            "PER DAUN {}",
            "KABEL REM VARIO {}",
            "KABEL GAS {}",
            "STANG {}",
            "TOMBOL STARTER {}",
        ),
        *("JOK {}", "BUMPER DEPAN {}", "CDI {}", "BENSIN {}", "GARDAN {}", "KACA SPION {}", "RAK {}"),
        *("Cuci mobil {}", "Turun mesin {}", "Jok {} dijahit", "Las bak {}", "Cat ulang {}", "Stiker {}"),
    ],
)
def test_a_thing_with_the_name_of_an_oil_on_it_is_no_oil(thing: str, brand: str) -> None:
    assert classify_product(thing.format(brand)) is ProductCategory.PART
    assert find_engine_oil_name(thing.format(brand)) is None


@pytest.mark.parametrize(
    "oil",
    [
        "OLI ELF EVOLUTION 10W-40 4L",
        "Elf Evolution 4L",
        "Elf 10W-40",
        "Honda MPX 2",
        "Gulf Pride 4T",
        "OLI ELF",
    ],
)
def test_a_name_of_two_meanings_is_an_oil_beside_its_words(oil: str) -> None:
    assert is_engine_oil(oil)


@pytest.mark.parametrize(
    "text",
    [
        *("Oli mesin kurang ditambah", "Oli dicek", "Oli mesin di cek", "Oil top up", "Oil leak repaired"),
        *(
            "Engine oil checked",
            "Oil change",
            "Oli mesin diganti",
            "Engine oil & filter replaced",
            "Oli habis",
        ),
        *(
            "Oli masih bagus",
            "oil topped up",
            "Oli netes",
            "Oil level checked",
            "Oil service",
            "Oli bocor diperbaiki",
        ),
        *("Oli MPX 2 dicek", "10W-40 topped up"),
    ],
)
def test_what_was_done_to_oil_is_work_and_no_oil(text: str) -> None:
    assert is_work(text)
    assert classify_product(text) is ProductCategory.PART


@pytest.mark.parametrize("oil", lines(ProductCategory.ENGINE_OIL))
def test_an_oil_is_no_work(oil: str) -> None:
    assert not is_work(oil) or "JASA" in oil.upper()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ganti MPX 2", "MPX 2"),
        ("oli diganti MPX 2", "MPX 2"),
        ("oli MPX 2 diganti", "oli MPX 2"),
        ("Oil change 10W-40", "10W-40"),
        ("Oil changed to Shell AX7", "Shell AX7"),
        ("Servis ringan MPX 2", "MPX 2"),
        ("Oli mesin diganti", None),
        ("Oil change", None),
        ("Oli MPX 2 dicek", None),
        ("Cuci mobil Elf", None),
    ],
)
def test_the_oil_is_named_wherever_the_verb_stands(line: str, name: str | None) -> None:
    assert find_engine_oil_name(line) == name


@pytest.mark.parametrize(
    ("name", "under", "category"),
    [
        ("SEAL SHOCK DEPAN ZETA", ProductCategory.ENGINE_OIL, ProductCategory.PART),
        ("CORONG OLI", ProductCategory.ENGINE_OIL, ProductCategory.PART),
        ("FILTER OLI", ProductCategory.ENGINE_OIL, ProductCategory.OIL_FILTER),
        ("OLI SAMPING ZETA 2T", ProductCategory.ENGINE_OIL, ProductCategory.TWO_STROKE_OIL),
        ("PAKING GARDAN ZETA", ProductCategory.GEAR_OIL, ProductCategory.PART),
        ("OLI MESIN ZETA 10W-40", ProductCategory.GEAR_OIL, ProductCategory.ENGINE_OIL),
        ("ZETA SUPER 1L", ProductCategory.ENGINE_OIL, ProductCategory.ENGINE_OIL),
        ("AHM OIL 120ML", ProductCategory.GEAR_OIL, ProductCategory.GEAR_OIL),
        ("OLI ZETA", ProductCategory.FORK_OIL, ProductCategory.FORK_OIL),
        ("OLI MPX 2", ProductCategory.PART, ProductCategory.ENGINE_OIL),
        ("SPION ELF", None, ProductCategory.PART),
    ],
)
def test_the_drawer_decides_what_the_name_leaves_open(
    name: str, under: ProductCategory | None, category: ProductCategory
) -> None:
    assert classify_under(name, under) is category
