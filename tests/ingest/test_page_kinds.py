"""Kinds of pages that lost or gained text, or facts: each a small page of our own."""

import pytest

from reader.errors import IngestError
from reader.ingest.formats import from_bytes
from reader.models import Article

FIRST = (
    "Der Stadtrat von Ahrenfels hat am Montagabend den Verkauf der alten Mühle beschlossen. "
    "Der Preis liegt bei zwei Millionen Euro."
)
SECOND = "„Wir hätten sie gern behalten“, sagte Bürgermeister Timo Kranz nach der langen Sitzung im Rathaus."
THIRD = (
    "Die Opposition stimmte dagegen und kündigte an, den Beschluss von der Kreisverwaltung prüfen zu lassen."
)
FOURTH = "Der neue Eigentümer will die Mühle bis zum Sommer in ein Gasthaus mit zwölf Zimmern umbauen."
TITLE = "Ahrenfels verkauft die Mühle"
TEXT = [FIRST, SECOND, THIRD, FOURTH]


def p(*words: str) -> str:
    return "".join(f"<p>{one}</p>" for one in words)


def page(body: str, head: str = "") -> Article:
    top = f"<html lang=de><head><meta charset=utf-8><title>{TITLE}</title>{head}</head>"
    html = f"{top}<body>{body}</body></html>"
    return from_bytes(html.encode(), "mill.html")


def article(body: str, head: str = "") -> Article:
    return page(f"<article><h1>{TITLE}</h1>{body}</article>", head)


def texts(body: str, head: str = "") -> list[str]:
    return article(body, head).text.split("\n\n")


@pytest.mark.parametrize(
    "clutter",
    [
        "<svg>" + '<symbol><path d="M0 0"/></symbol>' * 260 + "</svg>",
        "<svg>" + "<g><path d='a'>" * 260 + "</svg>",
        "<script>var t='" + "<div><span>" * 260 + "'</script>",
        "<style>/*" + "<div>" * 260 + "*/</style>",
        "<img/>" * 300,
        '<div title="' + "<div>" * 100 + '"></div>' * 1,
    ],
)
def test_drawings_and_scripts_are_no_levels_of_a_page(clutter: str) -> None:
    boxes = (
        "<div class=side><div><a href=/a>Kurz gemeldet: ein Satz, der nicht zum Text gehört</a></div></div>"
    )
    found = page(f"{clutter}<article><h1>{TITLE}</h1>{p(*TEXT)}</article>{boxes}").text.split("\n\n")
    assert found == TEXT


def test_a_page_that_is_nested_too_deeply_is_read_all_the_same() -> None:
    body = '<div data-x="a>b">' * 400 + p(*TEXT) + "</div>" * 400
    assert FOURTH in page(f"<h1>{TITLE}</h1>{body}").text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", "市議会は火曜日の夜、新しい予算案を可決した。総額は前の年より二割多い。最大はプールだ。"),
        ("zh", "市议会星期二晚上通过了新的预算案,总额比去年增加了两成。最大的一笔支出是重建游泳池。"),
        ("th", "สภาเมืองได้อนุมัติงบประมาณใหม่เมื่อคืนวันอังคาร ซึ่งสูงกว่าปีที่แล้วถึงร้อยละยี่สิบ ฝ่ายค้านลงมติไม่เห็นด้วย"),
    ],
)  # fmt: skip
def test_scripts_without_spaces_are_counted_by_signs(language: str, words: str) -> None:
    text = f"<article><h1>予算</h1><p>{words}</p></article>"
    html = f"<html lang={language}><meta charset=utf-8><body>{text}</body>"
    assert words in from_bytes(html.encode(), "a.html").text


def test_a_short_page_that_says_it_is_an_article_is_taken_and_told_to_be_short() -> None:
    head = '<meta property="og:type" content="article">'
    found = article(p("Die Brücke bleibt bis Montag früh gesperrt."), head)
    assert found.text == "Die Brücke bleibt bis Montag früh gesperrt."
    assert "only 7 words" in found.missing
    with pytest.raises(IngestError):
        article(p("Die Brücke bleibt bis Montag früh gesperrt."))


@pytest.mark.parametrize(
    "teaser",
    [
        "<div class='x'><a href='/b'><img src=1><h3>Nachtbus fährt oft</h3></a><p>Der Kreis ändert den "
        "Fahrplan. <a href='/b'>mehr</a></p></div>",
        "<section><h3><a href='/b'>Nachtbus fährt nun oft</a></h3><p>Der Kreis ändert Pläne.</p></section>",
        "<div class='newsletter-box'><h3>Jeden Morgen</h3><p>Das Wichtigste aus der Region.</p></div>",
        "<div class='author-box'><p>Ines Kolb ist Redakteurin und schreibt über Städte.</p></div>",
    ],
)
def test_boxes_between_paragraphs_are_left_out(teaser: str) -> None:
    assert texts(p(FIRST, SECOND) + teaser + p(THIRD, FOURTH)) == TEXT


def test_a_heading_inside_the_text_that_is_a_link_stays_with_its_paragraphs() -> None:
    body = p(FIRST) + "<h2><a href='#kauf'>Wie es weitergeht</a></h2>" + p(SECOND, THIRD, FOURTH)
    assert texts(body) == [FIRST, "Wie es weitergeht", SECOND, THIRD, FOURTH]


def test_parts_of_a_text_in_boxes_of_one_name_are_one_text() -> None:
    part = "<div class='grid'><div class='sidebar-grid__content'>{}</div><div>Anzeige</div></div>"
    body = part.format(p(FIRST)) + part.format(p(SECOND, THIRD)) + part.format(p(FOURTH))
    assert page(f"<main><h1>{TITLE}</h1>{body}</main>").text.split("\n\n") == TEXT


def test_lines_that_repeat_far_from_each_other_stay() -> None:
    line = "Um acht Uhr morgens gibt es im Speisesaal Frühstück für alle Gäste des Hauses."
    body = p(FIRST, line, SECOND, THIRD, FOURTH, FIRST + " Ende.", line)
    assert texts(body).count(line) == 2
    assert texts(p(FIRST, line, line, SECOND)).count(line) == 1


DATA = '<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{body}"}}</script>'
LEAD = "Zwei Millionen Euro und viel Streit: Warum die Stadt ihr ältestes Gebäude an einen Wirt verkauft."


@pytest.mark.parametrize(
    ("head", "element"),
    [
        (f'<meta name="description" content="{LEAD}">', f"<div class='hd__x'>{LEAD}</div>"),
        (f'<meta property="og:description" content="{LEAD[:80]}…">', f"<h2 class='hd__x'>{LEAD}</h2>"),
        ("", f"<p class='article-lead'>{LEAD}</p>"),
        ("", f"<div class='chapo'><span>{LEAD}</span></div>"),
    ],
)
def test_the_lead_in_the_head_of_the_page_is_the_first_paragraph(head: str, element: str) -> None:
    top = f"<header><h1>{TITLE}</h1>{element}</header><div class=ad>Anzeige</div>"
    body = f"{top}<div class=body>{p(*TEXT)}</div>"
    assert page(body, head).text.split("\n\n") == [LEAD, *TEXT]


def test_a_lead_that_stands_in_the_text_is_not_put_there_again() -> None:
    head = f'<meta name="description" content="{FIRST}">'
    assert texts(p(*TEXT), head) == TEXT


def test_the_body_of_the_data_never_glues_good_paragraphs() -> None:
    glued = ("AHRENFELSVON UNS" + "".join(TEXT) + "x" * 600).replace("„", "'").replace("“", "'")
    head = DATA.format(body=glued)
    assert texts(p(*TEXT), head) == TEXT


def test_the_body_of_the_data_completes_a_beginning() -> None:
    whole = "\\n\\n".join(TEXT).replace("„", "“")
    head = DATA.format(body=whole)
    assert texts(p(FIRST), head)[-1] == FOURTH


@pytest.mark.parametrize(
    "letter", ["<span class='initial'>D</span> ", "<span class='x'><b>D</b></span>", "<big>D</big> "]
)
def test_an_initial_joins_its_word(letter: str) -> None:
    first = f"<p>{letter}<span>{FIRST[1:]}</span></p>"
    assert texts(first + p(*TEXT[1:])) == TEXT


def test_a_word_of_one_letter_is_no_initial() -> None:
    body = "<p><b>A</b> <span>mill in the valley was sold on Monday for two million, they said.</span></p>"
    assert texts(body + p(*TEXT))[0].startswith("A mill in")


def test_an_initial_that_is_a_word_stays_one() -> None:
    first = "<p><span class='dropcap'>A</span> câmara aprovou na segunda-feira a venda do moinho.</p>"
    assert texts(first + p(*TEXT))[0].startswith("A câmara")


def test_an_initial_with_a_space_behind_it_joins_a_word_that_the_page_knows() -> None:
    first = "<p><span class='dropcap'>A</span> uch der Rat hat am Dienstagabend noch lange beraten.</p>"
    again = "<p>Das sagte auch die Bürgermeisterin nach der Sitzung am Dienstagabend im Rathaus.</p>"
    assert texts(first + again + p(*TEXT))[0].startswith("Auch der Rat")


def test_kicker_and_title_in_one_headline_are_two_things() -> None:
    head = f'<meta property="og:title" content="{TITLE}">'
    h1 = f"<h1><span>Streit im Rat </span><span>{TITLE}</span></h1>"
    again = f"<h2><span>Streit im Rat </span><b>{TITLE}</b></h2>"
    found = page(f"<article>{h1}{again}{p(*TEXT)}</article>", head)
    assert (found.title, found.section, found.text.split("\n\n")) == (TITLE, "Streit im Rat", TEXT)


def test_a_headline_in_the_data_that_says_something_else_is_no_title() -> None:
    data = '{"@type":"Article","name":"Ahrenfels","headline":"Kleinstadt im Mittelgebirge"}'
    html = (
        "<html><meta charset=utf-8><title>Ahrenfels – Freies Lexikon</title>"
        f"<script type='application/ld+json'>{data}</script>"
        f"<body><main><h1>Ahrenfels</h1>{p(*TEXT)}</main></body></html>"
    )
    assert from_bytes(html.encode(), "a.html").title == "Ahrenfels"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("", "<div class=meta><span class=date>12.03.2024</span> · <span>3 Min.</span></div>"),
        ("", "<div class='entry-meta'>Veröffentlicht am 12. März 2024 von Ines Kolb</div>"),
        ("", "<div>Erstellt: <abbr class=published title='2024-03-12T09:30:00+01:00'>Dienstag</abbr></div>"),
        ("", "<div class=meta><time itemprop=datePublished datetime=2024-03-12>12. März</time></div>"),
        ('<meta property="article:published:time" content="2024-03-12T08:00:00+01:00">', ""),
        ('<link rel=canonical href="https://blatt.example/2024/03/12/muehle/">', ""),
        ("", "<p class=stand>Stand: 12.3.2024, 8:15 Uhr</p>"),
    ],
)
def test_the_day_is_found_wherever_the_page_shows_it(head: str, line: str) -> None:
    assert page(f"<div><h1>{TITLE}</h1>{line}{p(*TEXT)}</div>", head).published[:10] == "2024-03-12"


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        ("", f"<div class='article-origins'>Ines Kolb, Ole Brandt</div>{p(*TEXT)}", "Ines Kolb, Ole Brandt"),
        ("", f"<div class=by>Von Ines Kolb</div>{p(*TEXT)}", "Ines Kolb"),
        ("", f"{p(*TEXT)}<p>(Ines Kolb aus Ahrenfels, Ole Brandt, 12.3.2024)</p>", "Ines Kolb, Ole Brandt"),
        ('<meta name="twitter:misc:Written by" content="Ines Kolb">', p(*TEXT), "Ines Kolb"),
        (
            '<meta name="author" content="Tagblatt"><meta property="og:site_name" content="Tagblatt">',
            f"<div class=by>Von Ines Kolb</div>{p(*TEXT)}",
            "Ines Kolb",
        ),
        ('<meta name="author" content="Von Ines Kolb">', p(*TEXT), "Ines Kolb"),
        ('<meta name="author" content="von Arnim">', p(*TEXT), "von Arnim"),
    ],
)
def test_who_wrote_it_is_found_wherever_the_page_says_so(head: str, body: str, names: str) -> None:
    found = article(body, head)
    assert (found.byline, found.text.split("\n\n")) == (names, TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Folgst du schon dem Tagblatt auf WhatsApp?",
        "Das Tagblatt auch bei Social Media – ob WhatsApp, Instagram oder Facebook.",
        "Sie mögen den Tag kompakt? Dann sind Sie beim täglichen Newsletter richtig – hier entlang.",
        "Ines Kolb ist Redakteurin im Ressort Lokales. Sie schreibt über Kommunen und ihre Finanzen.",
        "Ihre Privatsphäre-Einstellungen verhindern das Laden und Anzeigen aller externen Inhalte.",
        "Anna Muster/AFP via Getty Images",
        "Quelle: tagblatt.example, abc/dpa",
    ],
)
def test_lines_about_the_paper_behind_the_end_are_left_out(line: str) -> None:
    found = article(p(*TEXT, line))
    assert found.text.split("\n\n") == TEXT
    assert line in found.removed or found.byline or found.captions


@pytest.mark.parametrize(
    "line",
    [
        "„Schreibt uns auf WhatsApp oder Facebook“, sagte Kranz, „wir antworten allen.“",
        "Der Wirt lud am Abend über WhatsApp zu einem Fest in der Mühle ein.",
        "Timo Kranz ist seit zwölf Jahren Bürgermeister von Ahrenfels und tritt nicht wieder an.",
    ],
)
def test_last_sentences_of_a_text_stay(line: str) -> None:
    assert texts(p(*TEXT, line)) == [*TEXT, line]


def test_what_is_said_of_a_channel_inside_a_text_stays() -> None:
    line = "Folgt uns auf WhatsApp und Instagram"
    assert line in texts(p(FIRST, line, SECOND, THIRD, FOURTH))
