"""Check an installer for Windows under Wine:   packaging/check-windows INSTALLER [SCREENSHOTS]

Installs what it needs on Debian 12, works in a prefix of its own, and prints a line for each check. Ends with
1 when one failed, and prints size and seconds last. What Wine can not show is listed in real-windows.md.

Wine 8 lacks two libraries and dies of one module of Python that Windows runs: those are put into the prefix,
this is taken out of the *installed copy*. The installer itself stays as it is.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOLS = {
    "wine": "wine wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "identify": "imagemagick",
    "pdftotext": "poppler-utils",
}
PATIENCE_SECONDS = 120
LOOK_EVERY_SECONDS = 0.2
PLATE = "B3472KZR"
BOOK = f"""Tanggal;Nopol;Nama;HP;Merk;Tipe;KM;Pekerjaan;Biaya
15/08/2026;{PLATE};Bpk Sugeng;081288341907;Honda;Vario 125;42180;Ganti oli mesin;65000
13/08/2026;AB 1234 XY;Ibu Sri;081288341908;Yamaha;Mio M3;12000;Servis ringan;50000
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


def install_tools() -> bool:
    """Install what is missing; say loudly where that is not possible."""
    missing = [packages for tool, packages in TOOLS.items() if shutil.which(tool) is None]
    if not missing:
        return True
    install = ["apt-get", "-q", "-y", "--no-install-recommends", "install", *" ".join(missing).split()]
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "-q", "update"], check=False, **quiet)
    done = subprocess.run(install, check=False, **quiet).returncode == 0
    if not done:
        print(f"WINDOWS WAS NOT CHECKED: {' '.join(missing)} can not be installed here", file=sys.stderr)
    return done


class Wine:
    """One prefix, one screen, and the program in it."""

    def __init__(self, folder: Path, shots: Path | None) -> None:
        self.folder = folder
        self.shots = shots
        self.drive = folder / "prefix" / "drive_c"
        read, write = os.pipe()
        # Without a reset when the last client leaves, which would turn away who comes meanwhile.
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-noreset"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        self.env = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "BENGKEL"))},
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "LC_ALL": "C.UTF-8",
            "DISPLAY": display,
        }
        self._manager = subprocess.Popen(["openbox"], env=self.env, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        """End all that was started."""
        subprocess.run(["wineserver", "-k"], env=self.env, check=False)
        for process in (self._manager, self._screen):
            process.terminate()
            process.wait()

    @property
    def user(self) -> Path:
        """The folder of the user's own data."""
        (users,) = [path for path in (self.drive / "users").iterdir() if path.name != "Public"]
        return users / "AppData" / "Local"

    @property
    def program(self) -> Path:
        return self.user / "Programs" / "Bengkel CRM"

    def make(self) -> None:
        """Make the prefix, with what Wine 8 lacks beside Windows 10."""
        self.wine("wineboot", "-i")
        self.wine("winecfg", "-v", "win10")
        system = self.drive / "windows" / "system32"
        for source in sorted((HERE / "wine").glob("*.c")):
            words = [
                "x86_64-w64-mingw32-gcc",
                "-shared",
                "-O1",
                "-o",
                system / f"{source.stem}.dll",
                source,
                "-ladvapi32",
            ]
            subprocess.run(words, check=True)

    def wine(self, *words: str | Path, expect: int = 0, **more: str) -> str:
        """Run a program to its end and return what it printed; its exit code must be the expected one."""
        # Through a pipe: Wine 8 gives Python no standard stream that is a file.
        ran = subprocess.run(
            ["wine", *map(str, words)],
            env={**self.env, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        told = ran.stdout.decode("utf-8", "replace").replace("\r", "")
        assert ran.returncode == expect, f"exit code {ran.returncode} for {words[-3:]}: {told[-600:]}"
        return told

    def command(self, *words: str, expect: int = 0, **more: str) -> str:
        """Run a command of the installed program."""
        return self.wine(self.program / "bengkel-crm.exe", *words, expect=expect, **more)

    def install(self, installer: Path, expect: int = 0) -> None:
        """Install silently, and take out of the installed copy what kills Wine 8."""
        self.wine(installer, "/S", expect=expect)
        (self.program / "app" / "_wmi.pyd").unlink(missing_ok=True)

    def open_window(self, *words: str) -> subprocess.Popen[bytes]:
        """Start the window and wait until it has its page."""
        process = subprocess.Popen(
            ["wine", str(self.program / "Bengkel CRM.exe"), *words],
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        until(lambda: bool(self._windows("Bengkel CRM")), "a window of the program")
        until(lambda: self._colours() > 60, "its page")
        return process

    def _windows(self, name: str) -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def _colours(self) -> int:
        shot = subprocess.run(
            ["import", "-window", "root", "png:-"], env=self.env, capture_output=True, check=True
        ).stdout
        counted = subprocess.run(
            ["identify", "-format", "%k", "-"], input=shot, capture_output=True, check=True
        )
        return int(counted.stdout)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "40", text], env=self.env, check=True)

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=self.env, check=True)

    def keep_screenshot(self, name: str) -> None:
        if self.shots is not None:
            self.shots.mkdir(parents=True, exist_ok=True)
            subprocess.run(
                ["import", "-window", "root", self.shots / f"{name}.png"], env=self.env, check=True
            )

    def await_title(self, words: str) -> None:
        until(lambda: bool(self._windows(words)), f"a title with {words!r}")


def until(happened: Callable[[], bool], what: str) -> None:
    """Wait until something is so; raises AssertionError when it is not in time."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(LOOK_EVERY_SECONDS)


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
    assert len(list((wine.program / "app" / "licences").glob("*.txt"))) > 15
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


def exports(wine: Wine, installer: Path) -> None:
    """An export, letters as PDF that say the customer's name."""
    wine.command("export", r"C:\keluar.xlsx")
    assert (wine.drive / "keluar.xlsx").stat().st_size > 5_000
    wine.command("demo-data", "--vehicles", "60", "--seed", "1", "--database", r"C:\contoh.db")
    wine.command(
        "--database",
        r"C:\contoh.db",
        "remind",
        "--month",
        "2026-12",
        "--labels",
        r"C:\label.pdf",
        "--no-record",
    )
    told = subprocess.run(
        ["pdftotext", wine.drive / "label.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert len(told.stdout.split()) > 20, told.stdout


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


def saves_by_keys(wine: Wine, installer: Path) -> None:
    """A work order typed and saved in the window, which is then closed."""
    process = wine.open_window()
    wine.keep_screenshot("window")
    wine.type(PLATE.lower())
    wine.press("Return", "F2")
    wine.await_title("Servis baru")
    wine.type("44500")
    wine.press("Tab", "Tab")
    wine.type("Ganti kampas rem")
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
    wine.type(PLATE.lower())
    wine.press("Return", "F2")
    wine.await_title("Servis baru")
    wine.type("45100")
    wine.press("Tab", "Tab")
    wine.type("Ganti busi")
    wine.press("ctrl+Return")
    wine.await_title("Meja depan")
    subprocess.run(["wineserver", "-k", str(int(signal.SIGKILL))], env=wine.env, check=False)
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
    subprocess.run(["wineserver", "-k", str(int(signal.SIGKILL))], env=wine.env, check=False)
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
    exports,
    backs_up,
    strange_names,
    saves_by_keys,
    refuses_while_open,
    upgrades,
    survives_a_broken_upgrade,
    refuses_a_downgrade,
    uninstalls,
)

if __name__ == "__main__":
    sys.exit(main())
