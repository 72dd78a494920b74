"""The documentation is true: the reference is what the code builds, and links and commands in it exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.build import pages

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_the_reference_is_what_the_code_builds(path: Path) -> None:
    assert path.exists() and path.read_text(encoding="utf-8") == pages()[path], f"{path.name} is out of date: run `make docs` and commit"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_make_targets_and_modules_named_in_the_pages_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for target in re.findall(r"`make (\w+)`|^make (\w+)", text, re.M):
        assert (target[0] or target[1]) in targets, f"{page.name} names `make {target}`"
    for module in re.findall(r"python -m ((?:onrecord|bench)[\w.]*)", text):
        place = ROOT / ("src" if module.startswith("onrecord") else "") / module.replace(".", "/")
        assert place.is_dir() or place.with_suffix(".py").exists(), f"{page.name} runs {module}, which is not there"
