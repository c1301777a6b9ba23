"""What is built to be installed holds every language's tables and the licences of what is shipped."""

from email import message_from_string
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    builders = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("dist")
    built = builders.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return ZipFile(next(built))


def test_every_table_is_in_the_wheel(wheel: ZipFile) -> None:
    tables = [
        path.relative_to(ROOT).as_posix()
        for folder in ("reader/languages", "reader/ingest/tables")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    ]
    assert "reader/languages/de/weights/weights.npz" in tables
    assert set(tables) <= set(wheel.namelist())


def test_the_licences_are_in_the_wheel_and_named(wheel: ZipFile) -> None:
    info = next(name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name)
    metadata = message_from_string(wheel.read(f"{info}/METADATA").decode())
    weights = [f"reader/languages/de/{folder}/LICENSE" for folder in ("weights", "weights-open")]
    licences = ["LICENSE", *sorted(weights)]
    assert sorted(metadata.get_all("License-File", [])) == licences
    for licence in licences:
        assert wheel.read(f"{info}/licenses/{licence}") == (ROOT / licence).read_bytes()
    assert b"CC BY-NC-SA" in wheel.read("reader/languages/de/weights/LICENSE")
    assert b"NC" not in wheel.read("reader/languages/de/weights-open/LICENSE")


def test_the_readme_names_the_folder_of_the_weights_licence(wheel: ZipFile) -> None:
    licence = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Licence")[2]
    assert "`reader/languages/de/weights/`" in licence
    assert "reader/languages/de/weights/LICENSE" in wheel.namelist()
