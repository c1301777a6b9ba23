"""What is fuzzed: of each kind the good inputs that are damaged, and what reads them."""

import contextlib
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import click

from bench.mutations import Form
from reader.config import load
from reader.errors import IngestError, ReaderError
from reader.ingest import feed_parsing, feeds
from reader.ingest.formats import from_bytes, is_feed
from reader.models import Article

FIRST = (
    "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen. "
    "„Es geht nicht anders“, sagte Bürgermeisterin Sabine Thiel nach der Sitzung."
)
SECOND = "Die Opposition kündigte an, zu klagen. Der Beschluss sei rechtswidrig, erklärte Henning Raab."
THIRD = '"We were not told," said treasurer Ann Blake on Tuesday. She called the plan "a scandal".'
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


class RefusedError(Exception):
    """The input was refused in a sentence, as it should be."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of input."""

    name: str
    seeds: tuple[bytes, ...]
    read: Callable[[bytes], None]
    """Raises RefusedError for what it refuses; whatever else is raised is a crash."""
    form: Form = Form.PLAIN


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except (ReaderError, click.ClickException, click.exceptions.Exit) as error:
        raise RefusedError from error


def _article(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        with _refusing():
            _check(from_bytes(data, name))

    return read


def _check(article: Article) -> None:
    """Whatever cannot be written to a library is a crash too."""
    for words in (article.text, article.title, article.byline, article.outlet, article.section, article.url):
        words.encode("utf-8")
    f"{article.published}{article.language}{article.agency}{article.missing}".encode()


def _feed(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        with _refusing():
            if not is_feed(data):
                _check(from_bytes(data, name))
                return
            for entry in feed_parsing.entries_in(data, name)[:8]:
                if isinstance(entry, IngestError):
                    continue
                with contextlib.suppress(IngestError):
                    _check(feeds.read_entry(entry))

    return read


def isolate() -> None:
    """Have this process read everything itself: no network, no other process, every screen looked at once."""
    from reader.ui import keymap

    feeds.read = _no_network
    feeds.article_in = from_bytes
    keymap._nodes = cache(keymap._nodes)


def _no_network(location: str, **_: object) -> Article:
    raise IngestError(f"{location} is not fetched.")


def _command(*words: str) -> Callable[[bytes], None]:
    """Run a command with the input as its last word."""

    def read(data: bytes) -> None:
        from reader.cli.group import cli

        word = os.fsdecode(data.replace(b"\0", b""))
        arguments = ["--library", str(_library()), *words, "--", word]
        with (
            _refusing(),
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
        ):
            cli.main(arguments, prog_name="reader", standalone_mode=False)

    return read


@cache
def _library() -> Path:
    """A small library, in the folder that the worker was started in."""
    from reader.library.adding import add_locations
    from reader.store import Store

    path, text = Path("fuzz.db"), Path("fuzz.txt")
    text.write_text(f"Streit um das Bad\n\n{FIRST}\n\n{SECOND}\n", encoding="utf-8")
    with Store(path, actor="fuzz") as store:
        list(add_locations(store, [str(text)], jobs=1))
    return path


def _configuration(data: bytes) -> None:
    path = Path("config.toml")
    path.write_bytes(data)
    with _refusing():
        config = load(path)
    for search in config.searches:
        with contextlib.suppress(RefusedError):
            _command("search")(search.query.encode("utf-8", "surrogateescape"))
    if config.keymap:
        _keymap_problems(dict(config.keymap))


def _keymap_problems(keymap: dict[str, str]) -> None:
    from reader.ui import keymap as keys

    keys.problems(keymap)


def _detected(data: bytes) -> None:
    """Lines as `reader detect --jsonl` reads them."""
    from reader.cli.group import cli

    path = Path("lines.jsonl")
    path.write_bytes(data)
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with _refusing(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        cli.main(["detect", "--jsonl", str(path)], prog_name="reader", standalone_mode=False)


def _packed(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


def _docx() -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    head = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Streit um das Bad</w:t></w:r></w:p>'
    table = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{THIRD}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    deleted = "<w:p><w:del><w:r><w:t>Gestrichen</w:t></w:r></w:del><w:r><w:br/><w:tab/></w:r></w:p>"
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in (FIRST, SECOND))
    return _packed(
        word__document_xml=f"<w:document {names}><w:body>{head}{body}{table}{deleted}</w:body></w:document>",
        docProps__core_xml=f"<x {_DC}><dc:creator>Eva Beispiel</dc:creator><dc:date>2024-11-05</dc:date></x>",
    )


def _odt() -> bytes:
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<text:h>Streit um das Bad</text:h><text:p>{FIRST}<text:line-break/>{SECOND}</text:p>"
    note = f"<text:p>{THIRD}<text:note><text:p>Fußnote</text:p></text:note></text:p>"
    return _packed(
        content_xml=f"<o {names}>{body}{note}</o>",
        meta_xml=f"<x {_DC}><dc:title>Bad</dc:title><dc:creator>Eva Beispiel</dc:creator></x>",
    )


def _epub() -> bytes:
    package = (
        f"<package {_DC}><metadata><dc:title>Das Bad</dc:title><dc:language>de</dc:language></metadata>"
        '<manifest><item id="a" href="a.xhtml"/><item id="b" href="text/b%20b.xhtml"/></manifest><spine>'
        '<itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/b.opf"/></rootfiles></container>'
    members = {"META-INF__container_xml": container, "OEBPS__b.opf": package}
    members["OEBPS__a.xhtml"] = f"<html><body><!-- eins --><h1>Eins</h1><p>{FIRST}</p></body></html>"
    members["OEBPS__text__b b.xhtml"] = (
        f"<html><body><div><p>{SECOND}</p><li>{THIRD}</li></div></body></html>"
    )
    return _packed(**members)


def _page() -> bytes:
    data = (
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bad","author":[{"name":"Eva B"}]}'
    )
    head = (
        '<meta charset="utf-8"><meta property="og:site_name" content="Blatt">'
        "<title>Streit um das Bad | Blatt</title>"
        f'<script type="application/ld+json">{data}</script><link rel="next" href="?page=2">'
    )
    figure = "<figure><img src=a.png><figcaption>Das Bad. Foto: Eva Beispiel</figcaption></figure>"
    table = f"<table><tr><td>{FIRST}<br>{SECOND}</td><td>1</td></tr></table>"
    text = f"<p>{FIRST}</p><blockquote>{SECOND}</blockquote>{table}"
    body = f"<article><h1>Streit um das Bad</h1>{figure}{text}</article>"
    return (
        f"<!DOCTYPE html><html lang=de><head>{head}</head><body><nav>Start</nav>{body}</body></html>".encode()
    )


def _mail(*, is_page: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>" if is_page else "Eva Beispiel <eva@blatt.example>"
    if is_page:
        message["Snapshot-Content-Location"] = "https://www.blatt.example/bad.html"
    message["To"] = "desk@blatt.example, Otto <otto@blatt.example>"
    message["Subject"] = "AW: Größerer Streit um das Bad, eine lange Betreffzeile, die umbrochen werden muss"
    message["Date"] = "Tue, 05 Nov 2024 06:45:00 +0100"
    message["Message-ID"] = "<1@blatt.example>"
    message.set_content(
        _page().decode() if is_page else f"{FIRST}\n\n{SECOND}\n\n-- \nEva\n",
        subtype="html" if is_page else "plain",
    )
    if is_page:
        message.add_related(b"\x89PNG", "image", "png")
    else:
        message.add_alternative(_page().decode(), subtype="html")
    return message.as_bytes()


def _pdf() -> bytes:
    lines = [FIRST[:60], FIRST[60:120], "", THIRD[:50], THIRD[50:]]
    drawn = "".join(f"({line}) Tj T*\n" for line in lines).encode("cp1252", "replace")
    stream = b"BT /F1 10 Tf 14 TL 50 780 Td\n" + drawn + b"ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF"


def _rtf() -> bytes:
    words = "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in f"{FIRST}\\par {SECOND}")
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Bad}}{\*\generator x;}"
    return (
        f"{head}\\b Streit um das Bad\\b0\\par {words} Sch\\'f6n\\line{{\\pict 0102}}\\cell\\row}}".encode()
    )


def _rss() -> bytes:
    item = (
        f"<item><title>Streit um das Bad</title><link>https://www.blatt.example/bad</link><guid>1</guid>"
        f"<pubDate>Tue, 05 Nov 2024 06:45:00 +0100</pubDate><description>"
        f"<![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></description></item>"
    )
    text = f"&lt;p&gt;{FIRST}&lt;/p&gt;" * 6
    bare = f"<item><title>Zwei</title><content:encoded>{text}</content:encoded></item>"
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{head}<channel><title>Blatt</title>{item}{bare}</channel></rss>".encode()


def _atom() -> bytes:
    entry = (
        '<entry><title type="html">Streit &amp;amp; Bad</title><link href="/bad"/><id>urn:1</id>'
        f'<updated>2024-11-05T06:45:00Z</updated><author><name>Eva</name></author><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml">{f"<p>{FIRST}</p>" * 6}</div></content></entry>'
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Blatt</title>{entry}{entry}</feed>'.encode()


_HEAD = "Streit um das Bad\n\nVon Eva Beispiel, 5. November 2024"
_TEXT = f"{_HEAD}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n(dpa)\n".encode()
_MARKDOWN = (
    f'---\ntitle: "Streit: Bad"\npublished: 2024-11\ntags: [a, b]\n---\n\n'
    f"# Streit\n\n{FIRST}\n\n> {SECOND}\n\n1. **Eins** [zwei](http://x.example/a_(b))\n- `drei`\n\n"
    "Zwischen\n-------\n\n<!-- weg --> ![Bild](a.png)\n"
).encode()
_JSON_FEED = (
    b'{"version":"https://jsonfeed.org/version/1.1","title":"Blatt","items":[{"id":"1","url":"https://x.example/1",'
    b'"title":"Bad","content_html":"<p>Der Rat tagt.</p>","date_published":"2024-11-05T06:45:00Z"}]}'
)
_CONFIG = (
    b'library = "~/a.db"\nactor = "Eva"\ntheme = "reader-dark"\nmeasure = 76\n'
    b'citation = "house"\nascii = false\ndensity = "compact"\n'
)
_KEYMAP = b'[keymap]\n"desk.accept" = "enter,ctrl+b"\n"desk.reject" = "x"\n"app.help" = "f1"\n'
_SEARCHES = (
    b'[[searches]]\nname = "Offen"\nquery = "status:suggested title:bad*"\n'
    b'[[searches]]\nname = "x"\nquery = "a OR b"\n'
)
_LINES = b"".join(
    b'{"id": %d, "text": "%s", "lang": "%s", "title": "Bad"}\n'
    % (number, words.replace('"', '\\"').encode(), lang)
    for number, (words, lang) in enumerate(((FIRST, b"de"), (THIRD, b"en"), (SECOND, b"")))
)
_QUERIES = (
    'klima "höhere Steuern" -sport title:wahl* speaker:merkel after:2024-05 (lang:de OR lang:fr)'.encode(),
    b"status:suggested type:direct outlet:blatt before:2024-11-05",
    b'tag:politik/syrien -tag:x is:starred (a OR (b -c)) "eins zwei"*',
)
_SQL = (
    b"SELECT 1 , 'zwei' , x'00ff' , NULL , 4 / 0 , char ( 27 )",
    b"SELECT id , title , published FROM articles WHERE words > 5 AND title <> '' ORDER BY id",
    b"SELECT words , type , status FROM quotes_view UNION SELECT title , '' , '' FROM articles",
    b"SELECT title, count(*) FROM articles GROUP BY title ORDER BY 2 DESC LIMIT 5",
    b"SELECT * FROM quotes_view WHERE speaker LIKE '%Thiel%' AND id IN (SELECT id FROM quotes)",
    b"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 50) SELECT i, char(i) FROM n",
)

KINDS = (
    Kind("text", (_TEXT,), _article("a.txt")),
    Kind("html", (_page(),), _article("a.html")),
    Kind("markdown", (_MARKDOWN,), _article("a.md")),
    Kind("rtf", (_rtf(),), _article("a.rtf")),
    Kind("docx", (_docx(),), _article("a.docx"), Form.ARCHIVE),
    Kind("odt", (_odt(),), _article("a.odt"), Form.ARCHIVE),
    Kind("epub", (_epub(),), _article("a.epub"), Form.ARCHIVE),
    Kind("eml", (_mail(),), _article("a.eml")),
    Kind("mhtml", (_mail(is_page=True),), _article("a.mhtml")),
    Kind("pdf", (_pdf(),), _article("a.pdf")),
    Kind("rss", (_rss(),), _feed("a.rss")),
    Kind("atom", (_atom(),), _feed("a.atom")),
    Kind("json feed", (_JSON_FEED,), _feed("feed.json"), Form.QUOTED),
    Kind("jsonl", (_LINES,), _detected, Form.QUOTED),
    Kind("config.toml", (_CONFIG, _CONFIG + _KEYMAP), _configuration, Form.QUOTED),
    Kind("keymap", (_KEYMAP,), _configuration, Form.QUOTED),
    Kind("searches", (_SEARCHES,), _configuration, Form.QUOTED),
    Kind("query language", _QUERIES, _command("search"), Form.WORDS),
    Kind("sql", _SQL, _command("sql", "--seconds", "2"), Form.WORDS),
)
"""In the order in which the table names them."""
