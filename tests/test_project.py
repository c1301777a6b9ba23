"""What the project promises about itself: its commands, its packaging, its tidiness."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).parent.parent
TEST_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
RUN_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/reader seeds/"


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_readme_and_ci_give_the_same_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert TEST_COMMAND in readme
    assert RUN_COMMAND in readme
    assert TEST_COMMAND in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_textual_is_pinned_exactly_and_everything_else_has_a_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    for requirement in project["dependencies"] + extras:
        assert re.search(r"[<>=]=?\d", requirement), f"{requirement} has no range"
    assert [r for r in project["dependencies"] if r.startswith("textual")] == ["textual==8.2.8"]


def test_changelog_speaks_of_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_names_a_path_of_this_machine() -> None:
    places = [os.fsencode(place) for place in {ROOT, Path(sys.base_prefix)} if len(place.parts) > 2]
    offenders = [p.name for p in tracked_files() if p.is_file() and any(x in p.read_bytes() for x in places)]
    assert offenders == []


def test_links_in_the_documentation_lead_somewhere() -> None:
    dead = []
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]:
        prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)", prose):
            if "://" not in target and not (page.parent / target).exists():
                dead.append(f"{page.name}: {target}")
    assert dead == []
