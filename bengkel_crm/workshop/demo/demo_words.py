"""The words of a sample shop; people and firms are put together from common parts, nobody is meant."""

from typing import NamedTuple

from bengkel_crm.trade.kinds import CustomerKind, LineKind, VehicleKind


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MEN = _words(
    """
    Agus Budi Eko Dwi Tri Joko Bambang Slamet Hendra Rudi Andi Dedi Wahyu Yusuf Ahmad Rizki Fajar
    Galih Arif Bayu Dimas Rahmat Iwan Heru Surya Teguh Nur Imam Feri Doni Anton Suparman Sugeng
    Mulyono Adi Rian Ilham Taufik Hasan Yanto Wawan Asep Ujang Dadang Made Ketut Wayan Komang Ucok
    Togar Fauzan Gilang Reza Aditya Yoga Krisna
    """
)
WOMEN = _words(
    """
    Siti Sri Dewi Rina Fitri Wati Lestari Indah Maya Ayu Putri Nurul Yuni Ratna Endang Sulastri Tuti
    Ningsih Eka Lina Rini Dian Wulan Murni Kartini Aminah Fatimah Suryani Yanti Retno Nining Titik
    Umi Anisa Melati Intan Novi Desi Mega Sari Lilis Euis Luh Kadek Rosita Marlina Hesti Widya Nadia
    Vina
    """
)
LAST = _words(
    """
    Santoso Wijaya Saputra Setiawan Hidayat Kurniawan Nugroho Prasetyo Susanto Gunawan Wibowo
    Hartono Suryadi Handayani Lestari Wulandari Rahayu Utami Permana Firmansyah Maulana Ramadhan
    Hakim Fauzi Siregar Nasution Simanjuntak Harahap Lubis Sinaga Halim Tanjung Wardana Putra
    Pratama Kusuma Purnomo Sutrisno Suharto Raharjo Mulyadi Basuki Widodo Budiman Irawan Syahputra
    Anggraini Safitri Yulianti Puspita Kurniasih Maryati Suparno Darmawan Hermawan Iskandar Effendi
    Yusuf Abdullah Rosadi
    """
)
MAN_HONORIFICS = ("Pak", "Pak", "Pak", "Bpk", "H.", "Mas", "Mas", "Bang", "Om")
WOMAN_HONORIFICS = ("Bu", "Bu", "Ibu", "Ibu", "Hj.", "Mbak", "Mbak")
FIRMS = (
    "PT {} Abadi Sentosa",
    "PT {} Karya Mandiri",
    "CV {} Jaya Makmur",
    "CV {} Sumber Rejeki",
    "UD {} Tani",
    "Toko {} Bangunan",
    "Koperasi {} Sejahtera",
    "PT {} Trans Logistik",
)
FIRM_NAMES = _words(
    """
    Mitra Cahaya Sinar Bintang Anugerah Berkah Surya Mega Indo Nusantara Puspa Merapi Progo Mataram
    Arta Bumi Citra Delta Graha Prima Mulia Samudra Harapan Maju Tunas Wahana
    """
)
STREETS = _words(
    """
    Melati Kenanga Mawar Anggrek Merdeka Sudirman Diponegoro Kartini Pahlawan Veteran Imogiri
    Kaliurang Godean Wates Parangtritis Magelang Solo Bantul Palagan Monjali Gejayan Affandi
    Gito-Gati Kusumanegara
    """
)
QUARTERS = _words(
    """
    Sleman Depok Mlati Gamping Godean Kalasan Prambanan Ngaglik Ngemplak Kasihan Sewon Banguntapan
    Piyungan Imogiri Pengasih Wates Umbulharjo Kotagede Mergangsan Tegalrejo
    """
)
COLORS = ("Hitam", "Hitam", "Putih", "Merah", "Abu-abu", "Silver", "Biru", "Merah marun", "Hijau", "Cokelat")
MECHANICS = _words(
    """
    Budi Slamet Anto Dedi Yanto Wahid Rohman Parjo Giman Tono Supri Heri Nanang Agung Wiwit Kasno
    Bowo Ndaru
    """
)

# A shop in Yogyakarta: its own plates first, the neighbours', and those of people passing through.
REGIONS = (
    *("AB",) * 60,
    *("AA", "AA", "AA", "AD", "AD", "AD", "AD", "AD", "H", "H", "K", "R", "R", "G", "AE", "AG"),
    *(
        "B",
        "B",
        "B",
        "B",
        "B",
        "B",
        "D",
        "D",
        "F",
        "E",
        "L",
        "L",
        "N",
        "N",
        "W",
        "S",
        "P",
        "Z",
        "T",
        "DK",
        "BK",
    ),
    *("BG", "BE", "DA", "KT", "DD"),
)
# Followed by two zeros, which keeps these numbers clear of the ones in use.
PHONE_PREFIXES = (
    "0812",
    "0813",
    "0821",
    "0822",
    "0852",
    "0853",
    "0857",
    "0856",
    "0878",
    "0877",
    "0896",
    "0895",
)


class Model(NamedTuple):
    """A model of vehicle and the plan of upkeep it follows; `km_per_day` is its usual pace."""

    brand: str
    name: str
    plan: str
    first_year: int
    weight: int
    km_per_day: float


MODELS = (
    Model("Honda", "Beat", "matic", 2008, 16, 24),
    Model("Honda", "Vario 125", "matic", 2012, 12, 27),
    Model("Honda", "Vario 160", "matic", 2022, 4, 29),
    Model("Honda", "Scoopy", "matic", 2010, 8, 20),
    Model("Honda", "PCX 160", "matic", 2021, 3, 30),
    Model("Honda", "Supra X 125", "gear", 2005, 6, 22),
    Model("Honda", "Revo", "gear", 2009, 3, 24),
    Model("Honda", "CB150R", "gear", 2012, 2, 26),
    Model("Yamaha", "Mio M3", "matic", 2014, 6, 21),
    Model("Yamaha", "NMAX", "matic", 2015, 6, 31),
    Model("Yamaha", "Aerox", "matic", 2016, 3, 28),
    Model("Yamaha", "Jupiter Z", "gear", 2004, 3, 23),
    Model("Yamaha", "Vixion", "gear", 2007, 2, 27),
    Model("Suzuki", "Satria FU", "gear", 2006, 2, 21),
    Model("Toyota", "Avanza", "car", 2005, 6, 38),
    Model("Toyota", "Kijang Innova", "diesel", 2006, 3, 45),
    Model("Toyota", "Agya", "car", 2013, 2, 30),
    Model("Daihatsu", "Xenia", "car", 2005, 3, 36),
    Model("Daihatsu", "Gran Max", "car", 2008, 2, 55),
    Model("Daihatsu", "Sigra", "car", 2016, 2, 34),
    Model("Honda", "Brio", "car", 2012, 2, 31),
    Model("Honda", "Jazz", "car", 2006, 2, 30),
    Model("Mitsubishi", "L300", "diesel", 2004, 2, 70),
    Model("Mitsubishi", "Xpander", "car", 2017, 2, 37),
    Model("Suzuki", "Ertiga", "car", 2012, 2, 35),
    Model("Suzuki", "Carry", "car", 2003, 2, 52),
)
KIND_OF_PLAN = {
    "matic": VehicleKind.MOTORCYCLE,
    "gear": VehicleKind.MOTORCYCLE,
    "car": VehicleKind.CAR,
    "diesel": VehicleKind.CAR,
}

_JOB, _PART, _OIL = LineKind.JOB, LineKind.PART, LineKind.OIL


class DemoVisit(NamedTuple):
    """A visit of the known vehicle: `others` are the texts of the lines beside the oil change."""

    days_ago: int
    km: int
    symptom: str | None
    others: tuple[str, ...]
    oil_changed: bool


class Upkeep(NamedTuple):
    """Lines (kind, text, price today in rupiah) of one work order every `km`; 0 means now and then."""

    km: int
    lines: tuple[tuple[LineKind, str, int], ...]


OILS: dict[str, tuple[tuple[str, int], ...]] = {
    "matic": (
        ("AHM MPX2 10W-30 0,8 L", 58_000),
        ("MPX 2 0,8", 57_000),
        ("OLI FEDERAL MATIC 30", 52_000),
        ("YAMALUBE MATIC 0.8L", 56_000),
        ("OLI SHELL AX7 MATIC 0,8", 72_000),
        ("MOTUL SCOOTER POWER 5W-40", 98_000),
    ),
    "gear": (
        ("AHM MPX1 10W-30 0,8 L", 56_000),
        ("OLI FEDERAL SUPREME XX", 50_000),
        ("YAMALUBE SPORT 1L", 75_000),
        ("OLI EVALUBE RUNNER", 45_000),
    ),
    "car": (
        ("OIL HELIX HX7 5W-40 4LT", 389_000),
        ("OLI FASTRON TECHNO 10W-40 4L", 345_000),
        ("TMO 10W-40 GALON", 355_000),
        ("CASTROL MAGNATEC 5W-30 4L", 435_000),
    ),
    "diesel": (
        ("OLI MEDITRAN SX 15W-40 5L", 325_000),
        ("OIL RIMULA R4 15W-40 6LT", 478_000),
        ("CASTROL DIESEL 15W-40 5L", 398_000),
    ),
}
OIL_CHANGE_KM = {"matic": 2_300, "gear": 2_300, "car": 6_000, "diesel": 6_500}
OIL_CHANGE = (_JOB, "Ganti oli mesin", 0)

_ANY_MOTORCYCLE = (
    Upkeep(6_000, ((_JOB, "Servis ringan", 65_000),)),
    Upkeep(10_000, ((_PART, "BUSI NGK CPR8EA-9", 28_000),)),
    Upkeep(16_000, ((_PART, "FILTER UDARA", 68_000),)),
    Upkeep(18_000, ((_PART, "KAMPAS REM DEPAN", 62_000),)),
    Upkeep(20_000, ((_JOB, "Ganti kampas rem belakang", 15_000), (_PART, "KAMPAS REM BELAKANG", 58_000))),
    Upkeep(24_000, ((_PART, "BAN LUAR BELAKANG 90/90-14", 245_000),)),
    Upkeep(30_000, ((_PART, "AKI GS GTZ5S", 265_000),)),
    Upkeep(0, ((_PART, "BAUT TAP OLI", 12_000),)),
    Upkeep(0, ((_JOB, "Tambal ban tubeless", 15_000),)),
    Upkeep(0, ((_PART, "BOHLAM LAMPU DEPAN", 35_000),)),
)
PLANS: dict[str, tuple[Upkeep, ...]] = {
    "matic": (
        *_ANY_MOTORCYCLE,
        Upkeep(8_000, ((_OIL, "OLI GARDAN AHM 0,12", 18_000),)),
        Upkeep(9_000, ((_JOB, "Bersihkan CVT", 60_000),)),
        Upkeep(
            24_000, ((_JOB, "Ganti V-belt dan roller", 40_000), (_PART, "V-BELT KIT + ROLLER SET", 265_000))
        ),
        Upkeep(60_000, ((_OIL, "OLI SKOK DEPAN", 42_000), (_PART, "SEAL SKOK DEPAN", 55_000))),
    ),
    "gear": (
        *_ANY_MOTORCYCLE,
        Upkeep(6_000, ((_JOB, "Stel rantai", 10_000),)),
        Upkeep(21_000, ((_JOB, "Ganti gir set", 35_000), (_PART, "GEAR SET RANTAI", 215_000))),
    ),
    "car": (
        Upkeep(10_500, ((_JOB, "Servis berkala 10.000 km", 350_000),)),
        Upkeep(6_500, ((_PART, "OIL FILTER DENSO", 48_000),)),
        Upkeep(30_000, ((_PART, "FILTER UDARA", 125_000),)),
        Upkeep(40_000, ((_PART, "BUSI IRIDIUM DENSO", 420_000),)),
        Upkeep(20_000, ((_JOB, "Spooring dan balancing", 250_000),)),
        Upkeep(32_000, ((_JOB, "Ganti kampas rem depan", 120_000), (_PART, "KAMPAS REM DEPAN", 385_000))),
        Upkeep(55_000, ((_OIL, "MINYAK REM DOT 4 PRESTONE", 65_000), (_JOB, "Kuras minyak rem", 100_000))),
        Upkeep(45_000, ((_PART, "AKI GS NS40ZL", 785_000),)),
        Upkeep(40_000, ((_OIL, "RADIATOR COOLANT 4L", 95_000), (_JOB, "Kuras radiator", 75_000))),
        Upkeep(0, ((_PART, "WIPER BLADE", 85_000),)),
        Upkeep(0, ((_PART, "OIL SEAL KRUK AS", 145_000), (_JOB, "Bongkar pasang", 250_000))),
    ),
}
PLANS["diesel"] = (
    *PLANS["car"],
    Upkeep(20_000, ((_PART, "FILTER SOLAR", 165_000),)),
    Upkeep(40_000, ((_OIL, "OLI GARDAN 80W90 GL4", 210_000),)),
)

SYMPTOMS = (
    "tarikan berat",
    "bunyi kasar di CVT",
    "rem bunyi",
    "susah hidup pagi hari",
    "boros bensin",
    "getar di kecepatan rendah",
    "oli rembes",
    "lampu indikator menyala",
    "setir berat",
    "suara mendecit dari depan",
)
REMARKS = (
    "Ban depan mulai tipis",
    "Rantai kendor, sudah disetel",
    "Pelanggan menolak ganti kampas rem",
    "Aki lemah, sarankan ganti",
    "Ditunggu",
    "Diambil sore",
)
NOTES = (
    "Jangan pakai oli selain yang biasa (permintaan pemilik)",
    "Hubungi lewat WhatsApp setelah jam 17.00",
    "Sering dibawa anaknya",
    "Minta nota untuk kantor",
    "Bayar akhir bulan",
    "Baut bak oli dol, pakai ukuran oversize",
    "Minta dikabari sebelum ganti sparepart",
)

COMPANY, PERSON = CustomerKind.COMPANY, CustomerKind.PERSON

# The card everybody is shown first.
KNOWN_PLATE, KNOWN_MODEL = "B 3472 KZR", "Vario 125"
KNOWN_OWNER = ("Bu", "Sri Wulandari", "0812-0083-4190", "Jl. Melati No. 14, Depok")
KNOWN_VISITS = (
    DemoVisit(640, 24_060, None, ("Servis ringan", "BUSI NGK CPR8EA-9"), True),
    DemoVisit(548, 27_110, None, (), True),
    DemoVisit(
        445, 30_020, "bunyi kasar di CVT", ("Ganti V-belt dan roller", "V-BELT KIT + ROLLER SET"), False
    ),
    DemoVisit(351, 33_100, None, ("FILTER UDARA",), True),
    DemoVisit(248, 36_220, "rem bunyi", ("Ganti kampas rem belakang", "KAMPAS REM BELAKANG"), True),
    DemoVisit(164, 39_050, None, ("Servis ringan", "Bersihkan CVT"), False),
    DemoVisit(72, 42_180, "tarikan berat", ("OLI GARDAN AHM 0,12",), True),
)
KNOWN_TAX_DAYS = 7
KNOWN_NOTES = (
    ("Jangan pakai oli selain MPX2 (permintaan pemilik)", 351),
    ("Hubungi lewat WhatsApp setelah jam 17.00", 248),
)
