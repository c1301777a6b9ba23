"""News as agencies send it: NITF, NewsML-G2, NewsML 1; one article or a package of them."""

from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes
from reader.models import Article, Caption
from reader.texts.releases import embargo_of
from tests.ingest.containers import report
from tests.ingest.test_containers import kept, told

G2 = "http://iptc.org/std/nar/2006-10-01/"


def item(number: int, meta: str = "", state: str = "usable") -> str:
    html = f"<p>{report(number)}</p><h2>Zwischen</h2><p>Zweiter Absatz &amp; mehr, sagte sie.</p>"
    return (
        f'<newsItem xmlns="{G2}" guid="urn:x:{number}" xml:lang="de"><itemMeta><provider literal="dpa"/>'
        f"<versionCreated>2024-05-06T10:00:00+02:00</versionCreated>{meta}"
        f'<pubStatus qcode="stat:{state}"/></itemMeta><contentMeta><headline>News {number}</headline>'
        "<by>Von Eva Beispiel</by><creditline>dpa</creditline>"
        '</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{html}</body></html>'
        "</inlineXML></contentSet></newsItem>"
    )


def test_an_item_of_newsml_g2() -> None:
    article = from_bytes(f'<?xml version="1.0"?>{item(1)}'.encode(), "a.xml")
    assert article.text == f"{report(1)}\n\nZwischen\n\nZweiter Absatz & mehr, sagte sie."
    assert (article.title, article.byline, article.outlet, article.agency) == (
        "News 1",
        "Eva Beispiel",
        "dpa",
        "dpa",
    )
    assert (article.published, article.language) == ("2024-05-06T10:00:00+02:00", "de")
    assert [article.text[slice(*span)] for span in article.headings] == ["Zwischen"]


def test_an_embargo_and_a_note_to_the_desk_are_kept() -> None:
    meta = "<embargoed>2030-01-01T06:00:00+01:00</embargoed><edNote>Achtung Redaktionen: neuer Titel</edNote>"
    article = from_bytes(item(1, meta).encode(), "a.xml")
    assert embargo_of(article) == "Sperrfrist: 2030-01-01T06:00:00+01:00"
    assert "Achtung Redaktionen: neuer Titel" in article.removed


def test_an_embargo_is_kept_with_its_end_so_that_every_way_out_says_it() -> None:
    meta = "<embargoed>2030-01-01T06:00:00+01:00</embargoed><edNote>Korrektur im 2. Absatz</edNote>"
    article = from_bytes(item(1, meta).encode(), "a.xml")
    # of an article that is stored only these are asked, not its text
    assert article.embargo == "Sperrfrist: 2030-01-01T06:00:00+01:00"
    assert article.embargo_until == "2030-01-01T06:00+01:00"
    assert article.correction == "Korrektur im 2. Absatz"


def test_an_embargo_without_an_end_holds_until_further_notice() -> None:
    article = from_bytes(item(1, "<embargoed/>").encode(), "a.xml")
    assert (article.embargo, article.embargo_until) == ("Sperrfrist: bis auf Weiteres", "")
    older = """<NewsML><NewsItem><NewsManagement><Status FormalName="Embargoed"/><StatusWillChange>
    <FutureStatus FormalName="Usable"/><DateAndTime>20300101T060000+0100</DateAndTime></StatusWillChange>
    </NewsManagement><NewsComponent><NewsLines><HeadLine>Pool</HeadLine></NewsLines><ContentItem>
    <DataContent>The council has decided to build a pool for the whole town.</DataContent></ContentItem>
    </NewsComponent></NewsItem></NewsML>"""
    assert from_bytes(older.encode(), "a.xml").embargo_until == "2030-01-01T06:00+01:00"


def test_what_is_released_as_it_is_issued_waits_for_nothing() -> None:
    released = NITF.replace("20300101T060000+0100", "20240506T080000Z")
    assert embargo_of(from_bytes(released.encode(), "a.nitf")) == ""


def test_place_and_paper_of_nitf_are_kept() -> None:
    facts = '<pubdata name="Daily Lund"/></docdata>'
    place = "<dateline><location>LUND</location></dateline></body.head>"
    text = NITF.replace("</docdata>", facts).replace("</body.head>", place)
    article = from_bytes(text.encode(), "a.nitf")
    assert (article.outlet, article.place) == ("Daily Lund", "LUND")


def test_what_an_agency_withdrew_is_refused() -> None:
    with pytest.raises(IngestError, match=r"was withdrawn by its agency \(canceled\)"):
        from_bytes(item(1, state="canceled").encode(), "a.xml")


def test_a_package_gives_its_articles_one_by_one(tmp_path: Path) -> None:
    content = '<contentSet><remoteContent href="b.jpg"/></contentSet>'
    picture = f'<newsItem xmlns="{G2}" guid="bild">{content}</newsItem>'
    package = f'<newsMessage xmlns="{G2}"><itemSet>{item(1)}{picture}{item(2)}</itemSet></newsMessage>'
    path = kept(tmp_path, "paket.xml", package)
    kept(tmp_path, "daten.xml", "<kml/>")
    articles = told(tmp_path)
    assert [(getattr(one, "title", one), getattr(one, "location", "")) for one in articles] == [
        ("News 1", f"{path}#urn:x:1"),
        ("News 2", f"{path}#urn:x:2"),
    ]


NITF = f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>falsch</title><docdata><doc-id id-string="n1"/><date.issue norm="20240506T100000+0200"/>
<date.release norm="20300101T060000+0100"/></docdata></head>
<body><body.head><hedline><hl1>Steg kommt</hl1></hedline>
<byline>Von <person>Eva Beispiel</person></byline><distributor>dpa</distributor></body.head><body.content>
<p>{report(1)}</p>
<media><media-caption>Der Steg</media-caption><media-producer>Foto AG</media-producer></media>
<hl2>Zwischen</hl2><p>Zweiter Absatz, sagte sie.</p></body.content></body></nitf>"""


def test_nitf() -> None:
    article = from_bytes(NITF.encode(), "a.nitf")
    assert article.text == f"{report(1)}\n\nZwischen\n\nZweiter Absatz, sagte sie."
    assert (article.title, article.byline, article.agency) == ("Steg kommt", "Eva Beispiel", "dpa")
    assert article.published == "2024-05-06T10:00:00+02:00"
    assert article.captions == (Caption("Der Steg", "Foto AG"),)
    assert "2030-01-01T06:00:00+01:00" in embargo_of(article)


def test_newsml_1_with_nitf_inside(tmp_path: Path) -> None:
    inner = NITF[NITF.index("<nitf>") :]
    newsml = f"""<?xml version="1.0"?><NewsML><NewsEnvelope/><NewsItem><Identification><NewsIdentifier>
    <NewsItemId>123</NewsItemId></NewsIdentifier></Identification><NewsComponent><NewsLines>
    <HeadLine>Steg kommt</HeadLine></NewsLines><ContentItem><DataContent>{inner}</DataContent></ContentItem>
    </NewsComponent></NewsItem></NewsML>"""
    (article,) = told(kept(tmp_path, "a.xml", newsml))
    assert isinstance(article, Article)
    assert (article.title, article.text) == (
        "Steg kommt",
        f"{report(1)}\n\nZwischen\n\nZweiter Absatz, sagte sie.",
    )


def test_utf16_and_entities_that_are_never_expanded() -> None:
    wide = NITF.replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16")
    assert from_bytes(wide, "a.nitf").title == "Steg kommt"
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    hostile = NITF.replace('SYSTEM "nitf-3-4.dtd"', f'[<!ENTITY e0 "ha">{bomb}]').replace(
        "Zweiter", "&e11; Zweiter"
    )
    assert len(from_bytes(hostile.encode(), "a.nitf").text) < 400


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (f'<newsItem xmlns="{G2}"><contentSet/></newsItem>', "is news without a text"),
        ("<nitf><body><body.content></body.content></body></nitf>", "is news without a text"),
        (item(1)[:300], "is news without a text"),
    ],
)
def test_news_without_a_text(data: str, words: str) -> None:
    with pytest.raises(IngestError, match=words):
        from_bytes(data.encode(), "a.xml")
