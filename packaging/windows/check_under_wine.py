"""Check an installer for Windows under Wine:   packaging/check-windows INSTALLER [SCREENSHOTS]

Installs what it needs on Debian 12, works in a prefix of its own, and prints a line for each check. Ends with
1 when one failed, and prints size and seconds last. What Wine can not show is listed in real-windows.md.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from wine_prefix import PATIENCE_SECONDS, Wine, install_tools, until

PLATE = "B3472KZR"
BOOK = f"""Tanggal;Nopol;Nama;HP;Merk;Tipe;KM;Pekerjaan;Biaya
15/08/2026;{PLATE};Bpk Sugeng;081288341907;Honda;Vario 125;42180;Ganti oli mesin;65000
13/08/2026;AB 1234 XY;Ibu Sri;081288341908;Yamaha;Mio M3;12000;Servis ringan;50000
"""

# Nothing when packed, and one and a half thousand million letters when read.
ENDLESS_SPACES = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>
<office:spreadsheet><table:table table:name="Buku">{
    '<table:table-row><table:table-cell office:value-type="string">'
    '<text:p><text:s text:c="100000000"/></text:p></table:table-cell></table:table-row>' * 15
}</table:table></office:spreadsheet></office:body></office:document-content>
"""
# Less than any Python takes would mean that nothing was measured.
MEASURED_MEGABYTES = 20
HOSTILE_MEGABYTES = 750

# Run by the installed Python: a child without end, bounded as the one is that reads books.
EATER = """
import subprocess, sys
from bengkel_crm.reports.workbooks_in.bounded_child import Watch, limit_on_windows
eats = "kept = []\\nwhile True: kept.append(b'x' * (1 << 20))"
child = subprocess.Popen([sys.executable, "-P", "-c", eats], stderr=subprocess.DEVNULL)
job = limit_on_windows(child, 220)
watch = Watch(child, 220)
with watch.within(60):
    child.wait()
print("ended", job is not None and child.returncode != 0 and not watch.is_late, watch.is_too_big)
"""


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    installer = Path(sys.argv[1]).resolve()
    began = time.monotonic()
    if not install_tools():
        return 1
    with tempfile.TemporaryDirectory() as folder:
        wine = Wine(Path(folder), Path(sys.argv[2]) if len(sys.argv) == 3 else None)
        try:
            failed = run_checks(wine, installer)
        finally:
            wine.stop()
    size = installer.stat().st_size / 1e6
    words = "every check passed" if not failed else f"{len(failed)} FAILED: {', '.join(failed)}"
    print(f"Windows under Wine: {words}; {size:.1f} MB, {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


def run_checks(wine: Wine, installer: Path) -> list[str]:
    """Run every check in its order; return the names of those that failed."""
    data = wine.folder / "book.csv"
    data.write_text(BOOK, "utf-8")
    failed = []
    for check in CHECKS:
        began = time.monotonic()
        try:
            check(wine, installer)
        except (AssertionError, OSError, subprocess.SubprocessError, KeyError, ValueError) as problem:
            failed.append(check.__name__)
            print(f"FAILED  {name_of(check)} ({time.monotonic() - began:.1f} s): {problem}", flush=True)
            wine.keep_screenshot(f"failed-{check.__name__}")
        else:
            print(f"ok      {name_of(check)} ({time.monotonic() - began:.1f} s)", flush=True)
    return failed


def name_of(check: Callable[[Wine, Path], None]) -> str:
    return (check.__doc__ or check.__name__).rstrip(".")


# The checks: each builds on those before.


def prefix(wine: Wine, installer: Path) -> None:
    """A Windows of its own."""
    wine.make()


def installs(wine: Wine, installer: Path) -> None:
    """The silent installation, with its links and licences."""
    wine.install(installer)
    assert (wine.program / "app" / "complete").is_file()
    licences = {path.name for path in (wine.program / "app" / "licences").glob("*.txt")}
    assert len(licences) > 15, licences
    assert {"LGPL-3.txt", "Python.txt"} <= licences, licences
    links = {path.name for path in wine.drive.rglob("*.lnk")}
    assert {"Bengkel CRM.lnk", "Bengkel CRM (contoh).lnk"} <= links, links


def version(wine: Wine, installer: Path) -> None:
    """The version that the file's name says."""
    assert f"-{wine.command('--version').split()[-1]}-" in installer.name


def imports(wine: Wine, installer: Path) -> None:
    """A book taken over, and its vehicle looked up."""
    wine.command("import", str(wine.folder / "book.csv"))
    (card,) = json.loads(wine.command("lookup", PLATE, "--json"))
    assert card["owner"]["name"] == "Sugeng", card["owner"]
    assert card["last_work_order"]["odometer_km"] == 42180


def bounds_a_hostile_book(wine: Wine, installer: Path) -> None:
    """A book that wants 1.5 GB is refused before it has half of it."""
    book = wine.folder / "hostile.ods"
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ENDLESS_SPACES)
    running = wine.start("bengkel-crm.exe", "import", str(book))
    took = wine.highest_megabytes(running)
    # Something that Wine runs in the background may keep the pipe: a failure, and no end of waiting.
    told = running.communicate(timeout=PATIENCE_SECONDS)[0].decode("utf-8", "replace")
    assert running.returncode == 1, told
    assert "Traceback" not in told, told
    assert MEASURED_MEGABYTES < took < HOSTILE_MEGABYTES, f"{took} MB"


def ends_a_child_that_eats(wine: Wine, installer: Path) -> None:
    """A child process that eats memory is ended at its bound."""
    told = wine.command("-P", "-c", EATER)
    assert "ended True" in told, told


def exports(wine: Wine, installer: Path) -> None:
    """An export, a sample shop, and its letters and labels as PDF with words in them."""
    wine.command("export", r"C:\keluar.xlsx")
    assert (wine.drive / "keluar.xlsx").stat().st_size > 5_000
    wine.command("demo-data", "--vehicles", "60", "--seed", "1", "--database", r"C:\contoh.db")
    wine.command(
        "--database",
        r"C:\contoh.db",
        "remind",
        "--month",
        "2026-12",
        "--letters",
        r"C:\surat.pdf",
        "--labels",
        r"C:\label.pdf",
        "--no-record",
    )
    for name in ("surat.pdf", "label.pdf"):
        told = subprocess.run(
            ["pdftotext", wine.drive / name, "-"], capture_output=True, text=True, check=True
        )
        assert len(told.stdout.split()) > 20, (name, told.stdout)


def backs_up(wine: Wine, installer: Path) -> None:
    """A backup, put back, and the file found well."""
    wine.command("backup", r"C:\cadangan.db")
    wine.command("restore", r"C:\cadangan.db")
    wine.command("check")
    (card,) = json.loads(wine.command("lookup", PLATE, "--json"))
    assert card["found"]


def strange_names(wine: Wine, installer: Path) -> None:
    """A folder with blanks and letters beyond ASCII."""
    folder = {"BENGKEL_CRM_DATA": "C:\\Jokó Sürya\\data ☺"}
    wine.command("import", str(wine.folder / "book.csv"), **folder)
    assert (wine.drive / "Jokó Sürya" / "data ☺" / "bengkel.db").is_file()
    wine.command("check", **folder)


def refuses_a_folder_that_takes_nothing(wine: Wine, installer: Path) -> None:
    """A data folder that can not be written to is told in a sentence."""
    # No file can be made there, not even by an administrator.
    told = wine.command("import", str(wine.folder / "book.csv"), expect=1, BENGKEL_CRM_DATA=r"Z:\sys\kernel")
    assert "Traceback" not in told, told
    assert told.strip(), "no word about it"


def type_work_order(wine: Wine, km: str, job: str) -> None:
    """Find the vehicle and type a work order of it, with the keys a clerk presses."""
    wine.type(PLATE.lower())
    wine.press("Return", "F2")
    wine.await_title("Servis baru")
    wine.type(km)
    wine.press("Tab", "Tab")
    wine.type(job)


def saves_by_keys(wine: Wine, installer: Path) -> None:
    """A work order typed and saved in the window, which is then closed."""
    process = wine.open_window()
    wine.keep_screenshot("window")
    type_work_order(wine, "44500", "Ganti kampas rem")
    wine.keep_screenshot("work-order")
    wine.press("ctrl+Return")
    wine.await_title("Meja depan")
    wine.keep_screenshot("saved")
    wine.press("ctrl+q")
    assert process.wait(PATIENCE_SECONDS) == 0
    (card,) = json.loads(wine.command("lookup", PLATE, "--json"))
    assert card["last_work_order"]["odometer_km"] == 44500, card["last_work_order"]
    assert list((wine.user / "Bengkel CRM" / "backups").glob("*.db")), "no backup at close"


def refuses_while_open(wine: Wine, installer: Path) -> None:
    """The installer leaves an open program alone, and a killed one loses nothing."""
    process = wine.open_window()
    wine.wine(installer, "/S", expect=4)
    type_work_order(wine, "45100", "Ganti busi")
    wine.press("ctrl+Return")
    wine.await_title("Meja depan")
    wine.pull_the_plug()
    process.wait(PATIENCE_SECONDS)
    (card,) = json.loads(wine.command("lookup", PLATE, "--json"))
    assert card["last_work_order"]["odometer_km"] == 45100, card["last_work_order"]
    wine.command("check")


def upgrades(wine: Wine, installer: Path) -> None:
    """An upgrade keeps the data, after a copy of them that is proved."""
    wine.install(installer)
    (copy,) = (wine.user / "Bengkel CRM" / "before-upgrade").glob("*.db")
    shutil.copy(copy, wine.drive / "looked-at.db")
    assert "2 kendaraan" in wine.command("--database", r"C:\looked-at.db", "check")
    wine.command("check")
    assert [path.name for path in wine.program.iterdir() if path.is_dir()] == ["app"]


def survives_a_broken_upgrade(wine: Wine, installer: Path) -> None:
    """An upgrade killed half way: the program starts, and the next upgrade goes through."""
    upgrade = subprocess.Popen(["wine", installer, "/S"], env=wine.env, stdin=subprocess.DEVNULL)
    part = wine.program / "app.part"
    until(lambda: upgrade.poll() is not None or count_files(part) > 300, "half an upgrade")
    assert upgrade.poll() is None, f"the upgrade ended with {upgrade.returncode} before half of it was there"
    wine.pull_the_plug()
    upgrade.wait(PATIENCE_SECONDS)
    wine.command("check")
    # Between the two names: only the finished new program is there.
    (wine.program / "app").rename(wine.program / "app.new")
    wine.command("--version")
    wine.install(installer)
    assert sorted(path.name for path in wine.program.iterdir() if path.is_dir()) == ["app"]
    wine.command("check")


def count_files(folder: Path) -> int:
    """Return how many files lie in a folder that may come and go meanwhile."""
    return sum(len(files) for _, _, files in os.walk(folder))


def refuses_a_downgrade(wine: Wine, installer: Path) -> None:
    """A newer program is not replaced by one that could not read the data."""
    key = r"HKCU\Software\Bengkel CRM"
    before = wine.wine("reg", "query", key, "/v", "Schema").split()[-1]
    wine.wine("reg", "add", key, "/v", "Schema", "/t", "REG_DWORD", "/d", "999", "/f")
    wine.wine(installer, "/S", expect=7)
    wine.wine("reg", "add", key, "/v", "Schema", "/t", "REG_DWORD", "/d", str(int(before, 16)), "/f")


def uninstalls(wine: Wine, installer: Path) -> None:
    """Uninstalling takes everything away but the data."""
    shop = wine.user / "Bengkel CRM" / "bengkel.db"
    wine.wine(wine.program / "uninstall.exe", "/S")
    until(lambda: not wine.program.exists(), "the program's folder gone")
    assert shop.is_file()
    left = [path.name for path in wine.drive.rglob("*.lnk") if "Bengkel" in path.name]
    assert not left, left
    wine.wine("reg", "query", r"HKCU\Software\Bengkel CRM", expect=1)
    wine.install(installer)
    (card,) = json.loads(wine.command("lookup", PLATE, "--json"))
    assert card["found"], "the data are not found again"


CHECKS = (
    prefix,
    installs,
    version,
    imports,
    bounds_a_hostile_book,
    ends_a_child_that_eats,
    exports,
    backs_up,
    strange_names,
    refuses_a_folder_that_takes_nothing,
    saves_by_keys,
    refuses_while_open,
    upgrades,
    survives_a_broken_upgrade,
    refuses_a_downgrade,
    uninstalls,
)

if __name__ == "__main__":
    sys.exit(main())
