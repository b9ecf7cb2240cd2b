"""The picture that lay beside an old shop file: taken in once, and no other file for it."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.base.pictures import MOST_BYTES, ending_of
from bengkel_crm.workshop.settings.shop_details import read_shop
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from tests.needs import make_link, make_pipe
from tests.old_shops import write_old_shop

PNG = b"\x89PNG\r\n\x1a\n"
PICTURES = {
    ".png": PNG + b"rest",
    ".jpg": b"\xff\xd8\xff\xe0rest",
    ".gif": b"GIF89arest",
    ".bmp": b"BMrest",
    ".webp": b"RIFF\x10\0\0\0WEBPrest",
}


def write_shop(folder: Path, logo: str, version: int = 3) -> Path:
    folder.mkdir(exist_ok=True)
    path = write_old_shop(folder / "lama.db", version)
    connection = dbapi2.connect(str(path))
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('shop_logo', ?)", (logo,))
    connection.commit()
    connection.close()
    return path


def logo_after_migration(path: Path) -> bytes | None:
    shop = open_shop(path)
    found = read_shop(shop).logo
    assert shop.execute_sql("SELECT * FROM setting WHERE key = 'shop_logo'").fetchall() == []
    close_shop(shop)
    return found


@pytest.mark.parametrize("ending", PICTURES)
@pytest.mark.parametrize("where", ["{0}/logo{1}", "C:\\Users\\toko\\logo{1}", "logo{1}"])
def test_the_picture_beside_an_old_file_is_taken_in(tmp_path: Path, ending: str, where: str) -> None:
    path = write_shop(tmp_path, where.format(tmp_path, ending))
    (tmp_path / f"logo{ending}").write_bytes(PICTURES[ending])
    assert logo_after_migration(path) == PICTURES[ending]
    (tmp_path / f"logo{ending}").unlink()
    assert logo_after_migration(path) == PICTURES[ending]


@pytest.mark.parametrize("name", ["rahasia.png", "logo.txt", "logo", "xlogo.png", "logo.png.db", ".."])
def test_no_other_name_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "toko").mkdir()
    for folder in (tmp_path, tmp_path / "toko"):
        if name != "..":
            (folder / name).write_bytes(PICTURES[".png"])
    assert logo_after_migration(write_shop(tmp_path / "toko", str(tmp_path / name))) is None


def test_no_other_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PICTURES[".png"])
    assert logo_after_migration(write_shop(tmp_path / "toko", str(tmp_path / "logo.png"))) is None
    (tmp_path / "lain").mkdir()
    assert logo_after_migration(write_shop(tmp_path / "lain", "../logo.png")) is None


@pytest.mark.parametrize("what", ["link", "pipe", "device", "folder", "text", "large"])
def test_what_is_no_plain_picture_is_not_read(tmp_path: Path, what: str) -> None:
    logo = tmp_path / "logo.png"
    (tmp_path / "gambar").write_bytes(PICTURES[".png"])
    if what == "link":
        make_link(logo, tmp_path / "gambar")
    elif what == "pipe":
        make_pipe(logo)
    elif what == "device":
        make_link(logo, Path("/dev/zero"))
    elif what == "folder":
        logo.mkdir()
    else:
        logo.write_bytes(b"root:x:0:0" if what == "text" else PNG + bytes(MOST_BYTES))
    assert logo_after_migration(write_shop(tmp_path, str(logo))) is None


def test_a_setting_of_a_new_file_is_never_a_path(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "toko.db")
    (tmp_path / "logo.png").write_bytes(PICTURES[".png"])
    for value in (str(tmp_path / "logo.png"), "/etc/passwd", "bukan gambar"):
        for key in ("shop_logo", "shop_picture"):
            shop.execute_sql("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))
        assert read_shop(shop).logo is None
    close_shop(shop)


def test_a_picture_is_known_by_its_bytes_and_at_most_a_megabyte() -> None:
    for ending, data in PICTURES.items():
        assert ending_of(data) == ending
    assert ending_of(PNG + bytes(MOST_BYTES - len(PNG))) == ".png"
    assert ending_of(PNG + bytes(MOST_BYTES)) is None
    for other in (b"", b"<svg/>", b"%PDF-1.4", b"root:x:0:0", b"RIFF\0\0\0\0WAVE"):
        assert ending_of(other) is None
