"""A folder of 200 files as issue 2 has it: most are reports, some cannot be read."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import os
from pathlib import Path

from tests.sources.made_pdf import pdf

GOOD = 194
BAD = ("022-empty.txt", "051-broken.pdf", "088-binary.md", "120-gone.html", "150-secret.txt", "199-rows.jsonl")
"""What cannot be read. `120-gone.html` is a link to nothing. `150-secret.txt` may not be read by anyone, which root does not
notice: the test makes the reading of it fail as it would fail for another user."""


def report(n: int) -> str:
    return (
        f"Rebels free {n + 2} prisoners\n\n{1 + n % 28} March 2021\n\n"
        f"The two delegations met for the {n}th time on Tuesday. At least {n + 3} soldiers were killed near Aleppo, the army said.\n"
    )


def make(folder: Path) -> Path:
    """Fills a folder with 200 files, in folders inside it too."""
    for n in range(200):
        name = next((bad for bad in BAD if bad.startswith(f"{n:03}-")), None)
        if name is None:
            _good(folder, n)
        elif name.endswith("empty.txt"):
            (folder / name).write_bytes(b"")
        elif name.endswith("broken.pdf"):
            (folder / name).write_bytes(pdf([(700, report(n))])[:200])
        elif name.endswith("binary.md"):
            (folder / name).write_bytes(bytes(range(256)) * 30)
        elif name.endswith("gone.html"):
            (folder / name).symlink_to(folder / "nowhere.html")
        elif name.endswith("secret.txt"):
            (folder / name).write_text(report(n), encoding="utf-8")
            os.chmod(folder / name, 0)  # noqa: PTH101
        else:
            (folder / name).write_text("this is no row\n", encoding="utf-8")
    (folder / ".hidden.txt").write_text("not to be read", encoding="utf-8")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "style.css").write_text("p {}", encoding="utf-8")
    return folder


def _good(folder: Path, n: int) -> None:
    title, day, body = report(n).strip().split("\n\n")
    place = folder / f"{n // 50}"
    place.mkdir(exist_ok=True)
    match n % 4:
        case 0:
            (place / f"{n:03}.md").write_text(f"# {title}\n\n{day}\n\n{body}\n", encoding="utf-8")
        case 1:
            page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><time>{day}</time><p>{body}</p></article></body></html>"
            (place / f"{n:03}.html").write_text(page, encoding="utf-8")
        case 2:
            (place / f"{n:03}.pdf").write_bytes(pdf([(700, title), (670, day), (640, body)]))
        case _:
            (place / f"{n:03}.txt").write_text(report(n), encoding="utf-8")
