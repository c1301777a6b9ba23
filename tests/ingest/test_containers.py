"""Files that hold several articles give them one by one; what is broken in one spoils only that."""

import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.ingest import Limits, Part, expand, read, read_part, with_entries, with_parts
from reader.models import Article
from tests.ingest.containers import mail, mailbox, report, zipped
from tests.ingest.pdfs import column, pdf_of, wrapped


def kept(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def told(
    *paths: Path, mapping: tuple[tuple[str, str], ...] = (), limits: Limits | None = None
) -> list[object]:
    """What `reader add` would read: articles, and the sentences of what cannot be."""
    limits = limits or Limits()
    found: list[object] = []
    for one in with_parts(with_entries(expand(map(str, paths)), limits), limits, mapping):
        try:
            assert isinstance(one, str | Part | IngestError)
            if isinstance(one, IngestError):
                raise one
            found.append(read_part(one, limits) if isinstance(one, Part) else read(one, limits=limits))
        except IngestError as error:
            found.append(error.message)
    return found


def titles(*paths: Path) -> list[str]:
    return [one.title if isinstance(one, Article) else str(one) for one in told(*paths)]


def test_a_mailbox_gives_its_mails_one_by_one(tmp_path: Path) -> None:
    quoting = mail(2, text=f"{report(2)}\n\nFrom hier an wird es anders, sagte Jana Kolb am Montag im Rat.")
    path = kept(tmp_path, "post.mbox", mailbox(mail(1).as_bytes(), quoting.as_bytes(), mail(3).as_bytes()))
    articles = told(path)
    assert [one.title for one in articles if isinstance(one, Article)] == ["Steg 1", "Steg 2", "Steg 3"]
    second = articles[1]
    assert isinstance(second, Article)
    assert second.location == f"{path}#<2@blatt.example>"
    assert "\n\nFrom hier an wird es anders" in second.text
    assert (second.byline, second.published) == ("Eva Beispiel", "2024-11-05T06:45:00+01:00")


def test_a_mailbox_without_an_ending_and_mails_without_names(tmp_path: Path) -> None:
    mails = [mail(number) for number in (1, 2)]
    for one in mails:
        del one["Message-ID"]
    path = kept(tmp_path, "Posteingang", mailbox(*(one.as_bytes() for one in mails)))
    assert [getattr(one, "location", one) for one in told(path)] == [f"{path}#1", f"{path}#2"]


def test_a_part_is_read_again_by_its_location(tmp_path: Path) -> None:
    path = kept(tmp_path, "post.mbox", mailbox(mail(1).as_bytes(), mail(2).as_bytes()))
    assert read(f"{path}#<2@blatt.example>").title == "Steg 2"
    with pytest.raises(IngestError, match="There is no longer"):
        read(f"{path}#<9@blatt.example>")


def test_files_on_a_mail_are_articles_of_their_own(tmp_path: Path) -> None:
    files = {
        "artikel.pdf": pdf_of(column(wrapped(report(2), 60))),
        "paket.zip": zipped({"drin.txt": f"Drin\n\n{report(3)}"}),
        "weiter.eml": mail(4).as_bytes(),
        "foto.jpg": b"\xff\xd8\xff",
    }
    path = kept(tmp_path, "a.eml", mail(1, files).as_bytes())
    articles = told(path)
    assert [getattr(one, "location", one) for one in articles] == [
        str(path),
        f"{path}#artikel.pdf",
        f"{path}#paket.zip#drin.txt",
        f"{path}#weiter.eml",
    ]
    first, second, third, fourth = articles
    assert isinstance(first, Article)
    assert first.missing == "Not read with it: foto.jpg (attached)."
    assert [getattr(one, "title", "") for one in (third, fourth)] == ["Drin", "Steg 4"]
    assert getattr(second, "text", "") == report(2)


def test_a_mail_that_only_carries_a_file_is_no_article(tmp_path: Path) -> None:
    path = kept(tmp_path, "a.eml", mail(1, {"a.txt": f"Titel\n\n{report(2)}".encode()}, text=" ").as_bytes())
    assert titles(path) == ["Titel"]


def test_a_mail_by_itself_says_what_hangs_on_it(tmp_path: Path) -> None:
    article = read(str(kept(tmp_path, "a.eml", mail(1, {"a.docx": b"x"}).as_bytes())))
    assert article.missing == "Not read with it: a.docx (attached)."


def test_a_zip_gives_what_counts_in_a_folder(tmp_path: Path) -> None:
    members = {
        "eins.txt": f"Eins\n\n{report(1)}",
        "ordner/zwei.md": f"# Zwei\n\n{report(2)}",
        "innen.zip": zipped({"drei.txt": f"Drei\n\n{report(3)}"}),
        "post.mbox": mailbox(mail(4).as_bytes()),
        "bild.png": b"\x89PNG",
        "__MACOSX/._eins.txt": "x",
        ".versteckt.txt": "x",
        "tabelle.csv": "headline,body\na,b\n",
        "daten.xml": "<kml/>",
        "Seite.html": f"<html><body><article><h1>Seite</h1><p>{report(5)}</p></article></body></html>",
        "Seite-Dateien/rahmen.html": "<html><body><p>Rahmen</p></body></html>",
    }
    path = kept(tmp_path, "alles.zip", zipped(members))
    assert titles(path) == ["Eins", "Zwei", "Drei", "Steg 4", "Seite"]
    assert titles(tmp_path) == ["Eins", "Zwei", "Drei", "Steg 4", "Seite"]


def test_names_in_a_zip_lead_nowhere(tmp_path: Path) -> None:
    kept(tmp_path, "geheim.txt", f"Geheim\n\n{report(9)}")
    path = tmp_path / "unten"
    path.mkdir()
    archive = kept(
        path, "a.zip", zipped({"../geheim.txt": f"Oben\n\n{report(1)}", "/etc/hosts.txt": report(2)})
    )
    first, second = told(archive)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, second.text) == ("Oben", report(2))
    assert sorted(one.name for one in path.iterdir()) == ["a.zip"]


def link_to(name: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, name)
    return buffer.getvalue()


def locked() -> bytes:
    data = bytearray(zipped({"a.txt": report(1)}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def nested(times: int) -> bytes:
    data = zipped({"a.txt": report(1)})
    for number in range(times):
        data = zipped({f"{number}.zip": data})
    return data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"bild.png": b"x"}), "holds no file that reader can read"),
        (link_to("/etc/passwd"), "holds no file that reader can read"),
        (locked(), "is locked with a password: unpack it"),
        (zipped({"a.txt": report(1)})[:60], "is damaged"),
        (nested(12), "lies too deep in other files"),
    ],
    ids=["nothing", "a link", "locked", "cut off", "nested"],
)
def test_a_zip_that_gives_nothing_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    (only,) = titles(kept(tmp_path, "a.zip", data))
    assert words in only


def test_a_bomb_costs_one_sentence_and_the_rest_is_read(tmp_path: Path) -> None:
    data = zipped({"bombe.txt": b"0" * 30_000_000, "gut.txt": f"Gut\n\n{report(1)}"})
    first, second = titles(kept(tmp_path, "a.zip", data))
    assert "bombe.txt is too large (30 MB, at most 20 MB)" in first
    assert second == "Gut"


def test_an_archive_that_unpacks_to_gigabytes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ingest.zips.MOST_UNPACKED", 1_000_000)
    data = zipped({f"{number}.txt": b"0" * 200_000 for number in range(6)})
    (only,) = titles(kept(tmp_path, "a.zip", data))
    assert "unpacks to more than 1 MB" in only


def test_two_members_of_one_name_are_two_articles(tmp_path: Path) -> None:
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        for number in (1, 2):
            archive.writestr("a.txt", report(number))
    articles = told(kept(tmp_path, "a.zip", buffer.getvalue()))
    assert [getattr(one, "text", one) for one in articles] == [report(1), report(2)]


@pytest.mark.parametrize("name", ["post.mbox", "a.eml"])
def test_utf16_anywhere(tmp_path: Path, name: str) -> None:
    head = "From: Eva <eva@b.example>\nSubject: Steg für alle\nDate: Tue, 05 Nov 2024 06:45:00 +0100"
    text = f"{head}\n\n{report(1)}\n"
    if name.endswith("mbox"):
        text = "".join(f"From eva@b.example Tue Nov  5 06:45:00 2024\n{text}\n" for _ in range(2))
    articles = told(kept(tmp_path, name, text.encode("utf-16")))
    assert {getattr(one, "title", one) for one in articles} == {"Steg für alle"}
    assert {getattr(one, "text", one) for one in articles} == {report(1)}
