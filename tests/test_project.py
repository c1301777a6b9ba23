"""What the project promises about itself: its commands, its packaging, its tidiness."""

import ast
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
    for name in ("README.md", "README.de.md"):
        readme = (ROOT / name).read_text(encoding="utf-8")
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
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)", prose):
            if "://" not in target and not (page.parent / target).exists():
                dead.append(f"{page.name}: {target}")
    assert dead == []


MAPS = ("docs/architecture.md", "CONTRIBUTING.md")
_PATH = re.compile(r"`((?:reader|tests|tools|bench|docs)/[\w/.-]*)`")


@pytest.mark.parametrize("page", MAPS)
def test_every_path_that_the_maps_name_is_there(page: str) -> None:
    named = _PATH.findall((ROOT / page).read_text(encoding="utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_folder_of_modules_is_in_the_map() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    tree = page.split("```")[1]
    folders = {path.parent.relative_to(ROOT / "reader") for path in (ROOT / "reader").rglob("__init__.py")}
    listed = set(_folders_in(tree.split("bench/", maxsplit=1)[0]))
    assert {folder.as_posix() for folder in folders} - {"."} == listed


def _folders_in(tree: str) -> list[str]:
    """Folders of a drawn tree below its first line, each by its way from there."""
    way: list[str] = []
    found = []
    for line in tree.strip().splitlines()[1:]:
        indent = (len(line) - len(line.lstrip())) // 2 - 1
        if name := re.match(r"\s+(\w+)/ ", line):
            way[indent:] = [name[1]]
            found.append("/".join(way))
    return found


def test_every_module_on_top_is_in_the_map() -> None:
    tree = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").split("```")[1]
    on_top = {path.name for path in (ROOT / "reader").glob("*.py")} - {"__init__.py"}
    assert on_top <= set(re.findall(r"\w+\.py", tree))


_SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|WITH)\s", re.ASCII)


def test_sql_stands_in_the_store_alone() -> None:
    modules = [path for path in (ROOT / "reader").rglob("*.py") if "store" not in path.parts]
    assert [path.relative_to(ROOT).as_posix() for path in modules if _asks_a_database(path)] == []


def _asks_a_database(module: Path) -> bool:
    """Whether a module imports what opens databases, or holds a statement for one."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {getattr(node, "module", ""), *(alias.name for alias in node.names)}
            if names & {"sqlite3", "sqlite_utils"}:
                return True
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value):
            return True
    return False


def test_every_field_one_types_into_shows_what_is_dangerous_as_marks() -> None:
    """Textual's own input draws its value raw; `LineInput` stands in its place everywhere."""
    modules = [path for path in (ROOT / "reader/ui").rglob("*.py") if path.name != "line_input.py"]
    assert [path.relative_to(ROOT).as_posix() for path in modules if _makes_a_raw_input(path)] == []


def _makes_a_raw_input(module: Path) -> bool:
    """Whether a module makes, or derives from, an input of Textual's."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        made = (
            [node.func]
            if isinstance(node, ast.Call)
            else node.bases
            if isinstance(node, ast.ClassDef)
            else []
        )
        if any(isinstance(name, ast.Name) and name.id in ("Input", "MaskedInput") for name in made):
            return True
    return False
