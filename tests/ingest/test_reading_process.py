"""A file that hangs, crashes or fills the memory costs one sentence; the next file is read as ever."""

import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.ingest import reading_process, with_entries
from reader.ingest.confined import article_in
from reader.ingest.reading_process import read_apart
from tests.ingest.pdfs import column, pdf_of

WORDS = "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen."
NEEDS_POSIX = pytest.mark.skipif(os.name != "posix", reason="process ids are looked at")


@pytest.fixture(autouse=True)
def _own_process() -> Iterator[None]:
    reading_process.end()
    yield
    reading_process.end()


def word(body: str) -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
    return buffer.getvalue()


def document(words: str = WORDS) -> bytes:
    return word(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")


def slow_mail() -> bytes:
    """A mail whose type has so many parameters that Python's parser takes minutes."""
    parameters = "; ".join(f"a{number}*{number}=x" for number in range(40_000))
    head = f"From: a@b.example\nMIME-Version: 1.0\nSubject: x\nContent-Type: text/plain; {parameters}"
    return f"{head}\n\nEin Text.\n".encode()


def refusal(data: bytes, location: str = "datei") -> str:
    with pytest.raises(IngestError) as caught:
        read_apart("article", data, location)
    assert "\n" not in caught.value.message
    return caught.value.message


def pid() -> int:
    assert reading_process._process is not None
    return reading_process._process.running.pid


def test_many_files_are_read_by_one_process() -> None:
    assert read_apart("article", document(), "a.docx").text == WORDS
    first = pid()
    assert (
        read_apart("article", document("Die Opposition will klagen."), "b.docx").text
        == "Die Opposition will klagen."
    )
    assert "is damaged" in refusal(document()[:200])
    assert pid() == first != os.getpid()


def test_a_file_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "SECONDS", 1.0)
    assert refusal(slow_mail(), "brief.eml").startswith("brief.eml takes longer than 1 seconds to read: ")
    assert read_apart("article", document(), "a.docx").text == WORDS


def test_a_feed_that_takes_too_long(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading_process, "SECONDS", 0.5)
    item = f"<item><title>{WORDS}</title><description>{WORDS}</description></item>"
    path = tmp_path / "lang.rss"
    path.write_text(f"<rss version='2.0'><channel><title>x</title>{item * 20_000}</channel></rss>")
    (told,) = with_entries([str(path)])
    assert isinstance(told, IngestError)
    assert "lang.rss takes longer than 0 seconds to read" in told.message


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep to the limit")
def test_a_file_that_takes_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "MEMORY", 150_000_000)
    read_apart("article", document(), "a.docx")
    assert "memory" in refusal(word("<w:p><w:r><w:t>Ja.</w:t></w:r></w:p>" * 180_000), "gross.docx")
    assert read_apart("article", document(), "a.docx").text == WORDS


@NEEDS_POSIX
def test_a_process_that_was_killed_between_two_files_is_replaced() -> None:
    read_apart("article", document(), "a.docx")
    os.kill(pid(), signal.SIGKILL)
    assert read_apart("article", document(), "b.docx").text == WORDS


@NEEDS_POSIX
def test_a_process_that_dies_of_a_file_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    read_apart("article", document(), "a.docx")
    monkeypatch.setattr(reading_process, "_PROGRAM", DYING)
    reading_process.end()
    assert refusal(document(), "boese.pdf").startswith("boese.pdf is damaged, or takes too much memory")


DYING = """
import os, sys
from reader.ingest.messages import received, send
send(sys.stdout.buffer, b"")
received(sys.stdin.buffer)
os.kill(os.getpid(), 11)
"""


def test_whoever_waits_for_a_file_is_told_when_the_program_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "_is_closed", False)
    read_apart("article", document(), "a.docx")
    told: list[str] = []
    waiting = threading.Thread(target=lambda: told.append(refusal(slow_mail())))
    waiting.start()
    while not reading_process._turn.locked():
        threading.Event().wait(0.01)
    reading_process.close()
    waiting.join(60)
    assert told == ["Reading was stopped: add it again."]


def test_files_of_several_threads_are_not_mixed_up() -> None:
    wanted = {f"{number}.docx": f"{WORDS} Nummer {number}." for number in range(24)}
    found: dict[str, str] = {}

    def read_all(names: list[str]) -> None:
        for name in names:
            found[name] = read_apart("article", document(wanted[name]), name).text

    threads = [threading.Thread(target=read_all, args=(list(wanted)[part::4],)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == wanted


PARENT = """
import sys, threading
from pathlib import Path
from reader.ingest import reading_process
data = Path(sys.argv[1]).read_bytes()
slow = threading.Thread(target=reading_process.read_apart, args=("article", data, "slow"))
reading_process.read_apart("article", Path(sys.argv[2]).read_bytes(), "good")
slow.start()
print(reading_process._process.running.pid, flush=True)
slow.join()
"""


@NEEDS_POSIX
def test_it_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "slow").write_bytes(slow_mail())
    (tmp_path / "good").write_bytes(document())
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, tmp_path / "slow", tmp_path / "good"], stdout=subprocess.PIPE
    )
    with parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    for _ in range(600):  # a minute at most, on a very busy machine
        if not is_running(child):
            return
        threading.Event().wait(0.1)
    pytest.fail("the process outlived its parent")


def is_running(process: int) -> bool:
    """Whether a process works still; one that has ended may wait for somebody to ask for its code."""
    shown = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True)
    return bool(shown.stdout.strip()) and not shown.stdout.startswith("Z")


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_it_works_where_standard_streams_are_closed(closed: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(document())
    script = (
        "import sys; from pathlib import Path; from reader.ingest import read; "
        "Path(sys.argv[2]).write_text(read(sys.argv[1]).text)"
    )
    command = f'"$0" -c "$1" "$2" "$3" {closed}'
    paths = [str(tmp_path / "a.docx"), str(tmp_path / "out")]
    subprocess.run(["sh", "-c", command, sys.executable, script, *paths], check=True)
    assert (tmp_path / "out").read_text() == WORDS


def test_a_short_plain_text_needs_no_process() -> None:
    assert article_in(WORDS.encode(), "a.txt").text == WORDS
    assert reading_process._process is None
    article_in(f"{WORDS}\n\n".encode() * 400, "lang.txt")
    assert reading_process._process is not None


SCANNED = b"%PDF-1.4\n" + b"".join(
    b"%d 0 obj\n%s\nendobj\n" % pair
    for pair in enumerate(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ),
        1,
    )
)
SCANNED += b"trailer << /Size 4 /Root 1 0 R >>\n%%EOF"


def ocr(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program of that name, first on the path."""
    program = folder / "ocrmypdf"
    program.write_text(f"#!{sys.executable}\nimport sys\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_a_scanned_file_is_told_to_hold_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(IngestError, match=r"holds pictures of pages and no text: .* install ocrmypdf"):
        article_in(SCANNED, "scan.pdf")


@NEEDS_POSIX
def test_a_scanned_file_is_read_by_ocrmypdf_where_that_is_installed_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognised = tmp_path / "text.pdf"
    recognised.write_bytes(pdf_of(column([WORDS])))
    asked = f"open({str(tmp_path / 'asked')!r}, 'wb').write(sys.stdin.buffer.read())\n"
    ocr(tmp_path, monkeypatch, asked + f"sys.stdout.buffer.write(open({str(recognised)!r}, 'rb').read())")
    article = article_in(SCANNED, "scan.pdf")
    assert article.text == WORDS
    assert article.missing.startswith("Its text was read off pictures by ocrmypdf and may hold errors")
    assert (tmp_path / "asked").read_bytes() == SCANNED


@NEEDS_POSIX
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("sys.exit('tesseract: no language data')", "could not read them (tesseract: no language data)"),
        ("import time; time.sleep(60)", "did not read within"),
        (
            f"sys.stdin.buffer.read(); sys.stdout.buffer.write({SCANNED!r})",
            "holds pictures of pages and no text",
        ),
    ],
    ids=["fails", "hangs", "finds nothing"],
)
def test_a_scanned_file_that_ocrmypdf_cannot_read_costs_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    ocr(tmp_path, monkeypatch, script)
    monkeypatch.setattr("reader.ingest.ocr.SECONDS", 2.0 if "sleep" in script else 30.0)
    with pytest.raises(IngestError) as error:
        article_in(SCANNED, "scan.pdf")
    assert told in error.value.message


def test_a_process_that_starts_while_the_program_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = reading_process._start

    def start_late() -> subprocess.Popen[bytes]:
        started.append(start())
        monkeypatch.setattr(reading_process, "_is_closed", True)
        return started[-1]

    reading_process.end()
    monkeypatch.setattr(reading_process, "_start", start_late)
    with pytest.raises(IngestError, match="stopped"):
        reading_process.read_apart("article", b"Ein Text.", "a.txt", "")
    assert started[0].wait(5) is not None
