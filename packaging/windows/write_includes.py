"""Write what the installer includes: its files in order, its words in both languages, its icon.

write_includes.py STAGE WORDS PNGS WORK
"""

import csv
import struct
import sys
from pathlib import Path

MARK = "complete"


def main() -> None:
    stage, words, pngs, work = map(Path, sys.argv[1:5])
    (work / "files.nsh").write_text("\n".join(list_files(stage)) + "\n", "utf-8")
    (work / "words.nsh").write_text("\n".join(list_words(words)) + "\n", "utf-8-sig")
    (work / "bengkel.ico").write_bytes(make_icon(sorted(pngs.glob("*.png"), key=lambda path: int(path.stem))))


def list_files(stage: Path) -> list[str]:
    """Return the lines that lay down every file; the mark of a whole program comes last."""
    lines = []
    folders = sorted({path.parent for path in stage.rglob("*") if path.is_file()})
    for folder in folders:
        inside = folder.relative_to(stage).as_posix().replace("/", "\\")
        lines.append(_out(inside))
        lines += [
            f'File "{path.as_posix()}"'
            for path in sorted(folder.iterdir())
            if path.is_file() and path != stage / MARK
        ]
    return [*lines, _out("."), f'File "{(stage / MARK).as_posix()}"']


def _out(inside: str) -> str:
    below = "" if inside == "." else "\\" + inside
    return f'SetOutPath "$INSTDIR\\app.part{below}"'


def list_words(words: Path) -> list[str]:
    """Return the words of the installer in its languages."""
    lines = []
    with words.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language in ("Indonesian", "English"):
                text = row[language].replace('"', '$\\"')
                lines.append(f'LangString {row["name"]} ${{LANG_{language.upper()}}} "{text}"')
    return lines


def make_icon(pngs: list[Path]) -> bytes:
    """Return an icon of these pictures, each named by its width."""
    bodies = [path.read_bytes() for path in pngs]
    head = struct.pack("<HHH", 0, 1, len(pngs))
    at = len(head) + 16 * len(pngs)
    entries = b""
    for path, body in zip(pngs, bodies, strict=True):
        side = int(path.stem) % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), at)
        at += len(body)
    return head + entries + b"".join(bodies)


if __name__ == "__main__":
    main()
