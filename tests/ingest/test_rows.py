"""Tables whose rows are articles: told which column is what, or in our own shape, else refused."""

import json
from io import BytesIO
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.formats import Dossier, Options, get
from reader.ingest.rows import mapping_of
from reader.models import Article, Link, PageStart, Span
from reader.transcripts import SpokenTurn, TimedStretch, Transcript
from tests.ingest.containers import report
from tests.ingest.test_containers import kept, told

MAP = (("title", "headline"), ("text", "body"), ("published", "date"), ("url", "link"))


def row(number: int, separator: str = ",") -> str:
    text = report(number).replace('"', '""')
    cells = (
        f"Titel {number}",
        f'"{text}\n\nZweiter ""Absatz"", sagte sie."',
        "05.03.2024",
        f"https://x.example/{number}",
    )
    return separator.join(cells) + "\r\n"


def table(*numbers: int, separator: str = ",") -> str:
    return (
        separator.join(("headline", "body", "date", "link"))
        + "\r\n"
        + "".join(row(n, separator) for n in numbers)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_gives_an_article_for_each_row(tmp_path: Path, encoding: str, separator: str) -> None:
    path = kept(tmp_path, "archiv.csv", table(1, 2, separator=separator).encode(encoding))
    first, second = told(path, mapping=MAP)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, second.title) == ("Titel 1", "Titel 2")
    assert first.text == f'{report(1)}\n\nZweiter "Absatz", sagte sie.'
    assert (first.published, first.url) == ("2024-03-05", "https://x.example/1")
    assert second.location == f"{path}#2"


def test_json_lines_give_an_article_each_by_names_inside_objects(tmp_path: Path) -> None:
    rows = [
        {
            "head": {"title": f"J {n}"},
            "body": f"<p>{report(n)}</p><p>Zweiter &amp; letzter Absatz.</p>",
            "when": 1700000000,
        }
        for n in (1, 2)
    ]
    path = kept(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)) + "\n\n{kaputt\n")
    mapping = (("title", "head.title"), ("text", "body"), ("published", "when"))
    first, second, broken = told(path, mapping=mapping)
    assert isinstance(first, Article)
    assert (first.title, first.text) == ("J 1", f"{report(1)}\n\nZweiter & letzter Absatz.")
    assert first.published == "2023-11-14T22:13:20+00:00"
    assert isinstance(second, Article)
    assert broken == f"{path}#3 is no JSON: the line is damaged."


@pytest.mark.parametrize(
    ("name", "mapping", "words"),
    [
        (
            "a.csv",
            (),
            "is a table with the columns headline, body, date, link: say which is",
        ),
        ("a.csv", (("title", "headlin"),), "and none called “headlin”: name another one"),
        ("a.csv", (("title", "headline"),), "say which holds the text, such as --map text=body."),
        ("a.jsonl", (), "is data (JSON lines) with the columns x: say which is what"),
        ("marks.csv", (), "is a table of highlights, not an article: use `reader import`."),
        ("leer.csv", MAP, "is empty"),
        ("leer.jsonl", (), "is empty"),
    ],
)
def test_a_table_that_nobody_explained_is_refused(
    tmp_path: Path, name: str, mapping: tuple[tuple[str, str], ...], words: str
) -> None:
    contents = {
        "marks.csv": "Highlight,Book Title,Note\nWorte,Buch,\n",
        "a.csv": table(1),
        "a.jsonl": '{"x": 1}\n',
    }
    (only,) = told(kept(tmp_path, name, contents.get(name, "")), mapping=mapping)
    assert words in str(only)


def test_a_row_without_a_text_spoils_only_itself(tmp_path: Path) -> None:
    path = kept(tmp_path, "a.csv", f"title,text\nEins,{report(1)}\nZwei,\nDrei,{report(3)}\n")
    first, second, third = told(path, mapping=(("title", "title"),))
    assert second == f"{path}#2 has no text in the column “text”."
    assert [getattr(one, "title", "") for one in (first, third)] == ["Eins", "Drei"]


def test_our_own_json_lines_come_in_as_they_went_out(tmp_path: Path) -> None:
    text = f"{report(1)}\n\nWas nun?\n\nEin  Text, der  bleibt."
    start = text.index("Was nun?")
    article = Article(
        text,
        title="Steg: „neu“",
        byline="Eva Beispiel",
        outlet="Blatt",
        url="https://x.example/1",
        published="2024-05-06",
        language="de",
        headings=(Span(start, start + 8),),
        pages=(PageStart(0, "iv"), PageStart(start, "1")),
        tags=("politik/steg",),
    )
    stream = BytesIO()
    get("jsonl").write([Dossier(article)], stream, options=Options())
    (back,) = told(kept(tmp_path, "own.jsonl", stream.getvalue()))
    assert isinstance(back, Article)
    for name in (
        "text",
        "title",
        "byline",
        "outlet",
        "url",
        "published",
        "language",
        "headings",
        "pages",
        "tags",
    ):
        assert getattr(back, name) == getattr(article, name)


@pytest.mark.parametrize("written", ["titel=headline", "title", "title=", "=headline"])
def test_a_mapping_that_says_nothing_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="write --map title=headline; fields are text, title"):
        mapping_of([written])


def test_an_embargo_and_links_come_back_with_our_own_json_lines(tmp_path: Path) -> None:
    article = Article(
        "Der Bericht der Stadt liegt vor. Er nennt zwölf Punkte.",
        title="Bericht",
        embargo="Sperrfrist: 11. Dezember 2030, 10.00 Uhr MEZ",
        embargo_until="2030-12-11T10:00:00+01:00",
        place="Bremen",
        links=(Link(Span(4, 11), "https://x.example/b"),),
    )
    out = BytesIO()
    get("jsonl").write([Dossier(article)], out, options=Options())
    (back,) = told(kept(tmp_path, "alles.jsonl", out.getvalue()), mapping=MAP)
    assert isinstance(back, Article)
    assert (back.embargo, back.embargo_until, back.place) == (
        article.embargo,
        article.embargo_until,
        article.place,
    )
    assert back.links == article.links


def _spoken() -> Article:
    text = "Eva Kurz: Warum ist der Steg zu?\n\nBob Hall: Weil er alt ist."
    start = text.index("Bob")
    turns = (SpokenTurn(0, 8, 10, start - 2, asks=True), SpokenTurn(start, start + 8, start + 10, len(text)))
    times = (
        TimedStretch(10, start - 2, 1.0, 2.5),
        TimedStretch(start + 10, start + 14, 3.0, 3.0, 0.4),
        TimedStretch(start + 15, len(text), 3.5, 4.25),
    )
    address = "https://x.example/steg.mp3"
    return Article(text, title="Am Steg", recording=address, transcript=Transcript(turns, times))


def _as_json(article: Article) -> bytes:
    stream = BytesIO()
    get("jsonl").write([Dossier(article)], stream, options=Options())
    return stream.getvalue()


def test_turns_and_times_come_back_with_our_own_json_lines(tmp_path: Path) -> None:
    (back,) = told(kept(tmp_path, "own.jsonl", _as_json(_spoken())))
    assert isinstance(back, Article)
    assert (back.transcript, back.recording) == (_spoken().transcript, _spoken().recording)


def test_turns_of_an_earlier_version_are_read_and_wrong_ones_left_out(tmp_path: Path) -> None:
    row = json.loads(_as_json(_spoken()))
    for turn in row["turns"]:
        del turn["name_end"]
    row["turns"] += [
        {"start": 0, "said": 3, "end": 9},
        {"start": "x"},
        {"start": 60, "said": 61, "end": 999},
        7,
    ]
    row["times"] += [[0, 5, 1, 2, 1], [59, 60, "a", 1, 1], [59, 60, 5.0, float("nan"), 1], [58], None]
    row["recording"] = "/etc/passwd"
    (back,) = told(kept(tmp_path, "own.jsonl", json.dumps(row).encode()))
    assert isinstance(back, Article)
    assert (back.transcript, back.recording) == (_spoken().transcript, "")
