"""Fixtures for all tests: nobody's own library, configuration or clipboard is ever touched."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SEEDS = Path(__file__).parent.parent / "seeds"
QUOTES_EVAL = Path(__file__).parent.parent.parent / "shared" / "quotes-eval"

READLINES = ("COLUMNS", "LINES")
"""What readline, which pytest loads, tells programs started later: a size that no terminal here has."""
WAITING_WORKERS = 2
"""Workers more than cores: a third of the tests' time is waiting for timers, terminals and other programs."""

# no test fails by the clock, on however busy a machine
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
# what tests expect is written in English, also on a German machine
os.environ.setdefault("READER_INTERFACE", "en")
# programs that tests start hundreds of times are compiled once
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_xdist_auto_num_workers() -> int:
    """How many workers `-n auto` means."""
    return (os.cpu_count() or 1) + WAITING_WORKERS


@pytest.fixture(autouse=True)
def private_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point home, configuration, data and library at an empty folder of this test's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("READER_LIBRARY", str(home / "library.db"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "READER_CONFIG", *READLINES):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def seeds() -> Path:
    """The folder of sample articles."""
    return SEEDS


@pytest.fixture
def quotes_eval() -> Path:
    """The folder of annotated articles beside the project; skips the test where it is absent."""
    if not (QUOTES_EVAL / "score.py").exists():
        pytest.skip("the annotated articles are not beside this project")
    return QUOTES_EVAL
