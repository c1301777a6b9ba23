"""Time stamps and archived copies: asked for by a person only, who is told whom that tells what."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms, core, tsp

from tests.cli.conftest import Run

PAGE = "<title>Die Fähre</title><p>" + "Die Fähre fährt wieder, sagte der Sprecher am Montag im Hafen. " * 8
MOMENT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
Answer = Callable[[bytes], bytes]


class Authority:
    """A time stamp authority and archive on this machine; what it was sent stands in `asked`."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[tuple[str, bytes]] = []
        self.answer: Answer = stamped


def stamped(question: bytes, **other: Any) -> bytes:
    """A stamp of what was asked, with something `other` in it."""
    asked = tsp.TimeStampReq.load(question)
    info = {
        "version": "v1",
        "policy": "1.2.3",
        "message_imprint": asked["message_imprint"],
        "serial_number": 1,
        "gen_time": MOMENT,
        "nonce": asked["nonce"].native,
    }
    signed = cms.SignedData(
        {
            "version": "v3",
            "digest_algorithms": [],
            "encap_content_info": {
                "content_type": "tst_info",
                "content": core.ParsableOctetString(tsp.TSTInfo(info | other).dump()),
            },
            "signer_infos": [],
        }
    )
    token = {"content_type": "signed_data", "content": signed}
    answer: bytes = tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token}).dump()
    return answer


def refused(_question: bytes) -> bytes:
    class Refusal(core.Sequence):  # type: ignore[misc]  # a library without types
        _fields = [("status", tsp.PKIStatusInfo)]

    status = {"status": "rejection", "status_string": ["too many \x1b[31mrequests"]}
    answer: bytes = Refusal({"status": status}).dump()
    return answer


@pytest.fixture
def authority() -> Iterator[Authority]:
    state = Authority()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            state.asked.append((self.path, question))
            self.reply(200, state.answer(question), "application/timestamp-reply")

        def do_GET(self) -> None:
            state.asked.append((self.path, b""))
            if self.path.startswith("/save/"):
                place = self.path.replace("/save/", "/web/20260301123000/")
                self.reply(302, b"", "text/html", Location=place)
            else:
                self.reply(200, b"<p>copy", "text/html")

        def reply(self, status: int, body: bytes, kind: str, **headers: str) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        state.address = f"http://127.0.0.1:{running.server_port}"
        yield state
        running.shutdown()


@pytest.fixture
def added(run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article with an original, in a library whose person allows private addresses."""
    (tmp_path / "config.toml").write_text("allow_private = true")
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    run("add", "--html", str(tmp_path / "a.html"), "https://blatt.example/a?x=1")


@pytest.mark.usefixtures("added")
def test_a_stamp_is_of_the_digest_alone_and_kept(run: Run, authority: Authority, tmp_path: Path) -> None:
    result = run("original", "3", "--stamp", authority.address + "/tsr", "--yes")
    assert result.exit_code == 0, result.output
    assert "is sent the digest of the original" in result.stderr
    assert "Stamped by 127.0.0.1 at 2026-03-01T12:30:00Z" in result.stderr
    ((_, question),) = authority.asked
    asked = tsp.TimeStampReq.load(question)
    assert asked["message_imprint"]["hashed_message"].native == sha256(PAGE.encode()).digest()
    assert "Fähre".encode() not in question
    (proof,) = json.loads(run("original", "3", "--json").stdout)[0]["proofs"]
    assert (proof["kind"], proof["at"]) == ("time stamp", "2026-03-01T12:30:00Z")
    assert run("original", "3", "--token", str(tmp_path / "a.tsr")).exit_code == 0
    kept = tsp.TimeStampResp.load((tmp_path / "a.tsr").read_bytes())
    assert kept["status"]["status"].native == "granted"


@pytest.mark.usefixtures("added")
def test_nobody_is_asked_before_a_person_says_so(run: Run, authority: Authority) -> None:
    for option in (("--stamp", authority.address), ("--archive", authority.address + "/save/")):
        result = run("original", "3", *option)
        assert result.exit_code == 2
        assert "127.0.0.1" in result.stderr
        assert "Say so with --yes" in result.stderr
    assert authority.asked == []


@pytest.mark.usefixtures("added")
def test_an_archive_is_told_the_address_and_where_its_copy_is_kept(run: Run, authority: Authority) -> None:
    result = run("original", "3", "--archive", authority.address + "/save/", "--yes")
    assert result.exit_code == 0, result.output
    assert "is told to fetch https://blatt.example/a?x=1" in result.stderr
    assert "can be seen by everybody" in result.stderr
    assert authority.asked[0][0] == "/save/https://blatt.example/a?x=1"
    (proof,) = json.loads(run("original", "3", "--json").stdout)[0]["proofs"]
    assert proof["address"] == authority.address + "/web/20260301123000/https://blatt.example/a?x=1"
    assert "archived copy of 127.0.0.1" in run("original", "3", "--info").stdout


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (refused, "refused the time stamp (too many"),
        (lambda _: b"<html>no", "did not answer with a time stamp"),
        (lambda _: b"", "did not answer with a time stamp"),
        (lambda question: stamped(question)[:-30], "did not answer with a time stamp"),
        (lambda question: stamped(question) + b"more", "did not answer with a time stamp"),
        (lambda _: b"\x30" * 200_000, "did not answer with a time stamp"),
        (lambda question: stamped(question, nonce=5), "something else than was asked"),
        (
            lambda question: stamped(
                question,
                message_imprint={"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": bytes(32)},
            ),
            "something else than was asked",
        ),
    ],
)
@pytest.mark.usefixtures("added")
def test_what_is_no_stamp_of_this_is_not_kept(
    run: Run, authority: Authority, answer: Answer, said: str
) -> None:
    authority.answer = answer
    result = run("original", "3", "--stamp", authority.address, "--yes")
    assert (result.exit_code, said in result.stderr, "\x1b" in result.stderr) == (1, True, False)
    assert json.loads(run("original", "3", "--json").stdout)[0]["proofs"] == []


@pytest.mark.usefixtures("added")
def test_an_archive_that_names_no_copy_is_told(run: Run, authority: Authority) -> None:
    result = run("original", "3", "--archive", authority.address + "/other/", "--yes")
    assert (result.exit_code, "did not say where its copy" in result.stderr) == (1, True)


@pytest.mark.parametrize("address", ["ftp://x/", "x", "http://", "http://[1/"])
@pytest.mark.usefixtures("added")
def test_an_authority_needs_an_address_on_the_web(run: Run, address: str) -> None:
    result = run("original", "3", "--stamp", address, "--yes")
    assert (result.exit_code, "is no address on the web" in result.stderr) == (1, True)


@pytest.mark.usefixtures("added")
def test_without_a_stamp_there_is_no_token(run: Run, tmp_path: Path) -> None:
    result = run("original", "3", "--token", str(tmp_path / "a.tsr"))
    assert (result.exit_code, "--stamp asks for one" in result.stderr) == (1, True)


def test_a_file_has_no_page_to_archive(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Bürgermeister sagte: „Wir bauen morgen.“", encoding="utf-8")
    run("add", str(tmp_path / "a.txt"))
    result = run("original", "3", "--archive", "--yes")
    assert (result.exit_code, "has no address on the web" in result.stderr) == (2, True)
