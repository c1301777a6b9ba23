"""`reader inbox` as a program: what it prints, and how it ends."""

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.models import Source
from reader.store import Store
from tests.cli.conftest import Run
from tests.library.inbox.conftest import page
from tests.library.inbox.test_server import _KIND, form


class Program:
    """A running `reader inbox`."""

    def __init__(self, *arguments: str) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-m", "reader", "inbox", "--port", "0", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def send(self, inbox: str, token: str, name: str, origin: str = "https://blatt.example") -> str:
        """Send an article as the bookmark does; what is answered."""
        body = form(address=f"https://blatt.example/{name}", html=page(f"Fähre {name}"))
        request = urllib.request.Request(f"{inbox}/take?token={token}", body, {"Content-Type": _KIND})
        request.add_header("Origin", origin)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return str(answer.read().decode())

    def stop(self) -> tuple[int, str, str]:
        """Press ctrl+c; exit code and what was printed since."""
        self.running.send_signal(signal.SIGINT)
        out, err = self.running.communicate(timeout=60)
        return self.running.returncode, out, err


@pytest.fixture
def started() -> Iterator[list[Program]]:
    """Programs that are ended after the test."""
    programs: list[Program] = []
    yield programs
    for one in programs:
        one.running.kill()
        one.running.communicate()


def test_it_prints_bookmark_and_page_tells_what_comes_and_ends_with_ctrl_c(
    started: list[Program], private_folders: Path
) -> None:
    started.append(program := Program("--tag", "netz", "--engine", "rules"))
    assert program.running.stdout is not None
    bookmark, address = (program.running.stdout.readline().strip() for _ in range(2))
    inbox, token = address.split("/?token=")
    assert bookmark.startswith("javascript:")
    assert token in bookmark
    assert "Stored" in program.send(inbox, token, "eins")
    assert "In the library already" in program.send(inbox, token, "eins")
    code, out, err = program.stop()
    assert (code, out) == (0, "")
    assert "new: Fähre eins (article 1, 7 quotes)\nsame: Fähre eins (article 1)\n" in err
    assert err.endswith("Ended. 1 new, 1 same.\n")
    with Store(private_folders / "library.db") as store:
        assert store.articles.get(1).tags == ("netz",)


def test_json_comes_a_line_at_a_time_and_covers_who_was_covered_meanwhile(
    started: list[Program], private_folders: Path
) -> None:
    started.append(program := Program("--json", "--no-detect"))
    assert program.running.stdout is not None
    lines = program.running.stdout
    first = json.loads(lines.readline())
    inbox, token = first["page"].split("/?token=")
    assert (first["address"], first["bookmark"][:11]) == (inbox, "javascript:")
    program.send(inbox, token, "Brandt")
    assert json.loads(lines.readline())["title"] == "Fähre Brandt"
    with Store(private_folders / "library.db") as store:
        store.sources.add(Source("Ada Brandt", identity_protected=True))
    program.send(inbox, token, "Brandt")
    assert "Brandt" not in json.loads(lines.readline())["title"]
    assert program.stop()[0] == 0


def test_a_bookmark_of_before_is_refused_after_a_new_token(started: list[Program]) -> None:
    pages = []
    for options in ((), (), ("--new-token",)):
        started.append(program := Program("--json", *options))
        assert program.running.stdout is not None
        pages.append(json.loads(program.running.stdout.readline())["page"].split("=")[1])
        assert program.stop()[0] == 0
    assert pages[0] == pages[1] != pages[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--port", "70000"), "There is no port 70000"),
        (("--port", "-1"), "--port"),
        (("--tag", "#"), "A tag needs a name"),
    ],
)
def test_a_wrong_call_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("inbox", *arguments)
    assert (result.exit_code, said in result.stderr) == (2, True)
