"""Pages in the place of an article are told by what they do; articles about such things are articles."""

import json
from pathlib import Path

import pytest

from reader.ingest import from_bytes

KINDS = {
    "consent": "asks for consent",
    "login": "asks for a login",
    "robot": "checks whether a person",
    "script": "without JavaScript",
    "shut": "shut for maintenance",
    "gone": "not there",
    "offer": "without a subscription",
}
ROWS = json.loads((Path(__file__).parent / "walls.json").read_text(encoding="utf-8"))


def page(title: str, body: str, language: str = "de", head: str = "") -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"{head}</head><body><main>{body}</main></body></html>"
    )


def told(written: str) -> str:
    """What is told of a page that holds no article."""
    return from_bytes(written.encode(), "/home/eva/seite.html").wall


@pytest.mark.parametrize("row", ROWS["walls"], ids=lambda row: f"{row['kind']}-{row['language']}")
def test_a_page_in_the_place_of_an_article_is_told(row: dict[str, str]) -> None:
    assert KINDS[row["kind"]] in told(page(row["title"], row["body"], row["language"]))


@pytest.mark.parametrize("row", ROWS["articles"], ids=lambda row: row["title"])
def test_an_article_about_walls_is_an_article(row: dict[str, str]) -> None:
    body = f"<article><h1>{row['title']}</h1>{row['body']}</article>"
    article = from_bytes(page(row["title"], body, row["language"]).encode(), "/a.html")
    assert (article.wall, article.missing) == ("", "")


def test_an_article_under_a_banner_for_consent_is_an_article() -> None:
    banner = f"<div class=banner>{ROWS['walls'][0]['body']}</div>"
    title, body = ROWS["articles"][0]["title"], ROWS["articles"][0]["body"]
    article = from_bytes(
        page(title, f"{banner}<article><h1>{title}</h1>{body}</article>").encode(), "/a.html"
    )
    assert article.wall == ""


LEAD = """<h1>Steg wird erneuert</h1>
<p>Die Stadt Norderhaven will den alten Steg im kommenden Jahr erneuern, obwohl die Kosten gestiegen sind.</p>
<p>„Wir haben das Geld im Haushalt“, sagte Bürgermeisterin Jana Kolb am Montag vor dem Rat.</p>"""


@pytest.mark.parametrize(
    ("language", "offer"),
    [
        (
            "de",
            '<div class="paywall"><p>Jetzt weiterlesen mit Bote+</p><p>Sie haben noch kein Abo?</p></div>',
        ),
        ("de", "<p>Weiterlesen mit Bote+</p><p>Ab 1 Euro im ersten Monat.</p>"),
        ("de", "<div><p>Dieser Artikel ist nur für Abonnenten.</p><a href=/abo>Zum Angebot</a></div>"),
        ("de", "<p>Um diesen Artikel weiterzulesen, brauchen Sie ein Abo.</p>"),
        ("en", "<p>Subscribe to continue reading</p><p>Already a subscriber? Sign in.</p>"),
        ("en", "<div class='reg-wall'>To continue reading, register for free.</div>"),
        ("en", "<p>This article is for subscribers only.</p>"),
        ("fr", "<p>Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.</p>"),
        ("es", "<p>Contenido exclusivo para suscriptores</p>"),
        ("it", "<p>Per continuare a leggere, abbonati ora</p>"),
        ("nl", "<p>Lees verder met een abonnement</p>"),
        ("pt", "<p>Conteúdo exclusivo para assinantes</p>"),
        ("pl", "<p>Dostępne tylko dla prenumeratorów</p>"),
    ],
)
def test_what_hides_behind_a_paywall_is_told(language: str, offer: str) -> None:
    written = page("Steg wird erneuert", f"<article>{LEAD}{offer}</article>", language)
    article = from_bytes(written.encode(), "/a.html")
    assert "what is behind a paywall" in article.missing
    assert article.wall == ""


def test_offers_to_subscribe_elsewhere_on_the_page_say_nothing_of_the_article() -> None:
    around = "<nav><a href=/abo>Jetzt abonnieren</a></nav>"
    more = "<aside><h3>Mehr</h3><p>Hafen: Nur für Abonnenten</p><p>Exklusiv für Abonnenten</p></aside>"
    text = LEAD + "".join(
        f"<p>Absatz {number} des Textes berichtet, was im Rat der Stadt dazu noch gesagt wurde.</p>"
        for number in range(6)
    )
    links = "".join(f"<li><a href=/{n}>Meldung Nummer {n} aus der Stadt</a></li>" for n in range(8))
    written = page("Steg", f"{around}<article>{text}</article><ul>{links}</ul>{more}")
    assert from_bytes(written.encode(), "/a.html").missing == ""


def test_a_mail_that_asks_for_a_login_is_a_mail() -> None:
    body = next(row["body"] for row in ROWS["walls"] if row["kind"] == "login")
    head = "From: Bote <bote@blatt.example>\nSubject: Ihr Konto\nMIME-Version: 1.0"
    mail = f"{head}\nContent-Type: text/html; charset=utf-8\n\n{page('Ihr Konto', body)}"
    assert from_bytes(mail.encode(), "/home/eva/konto.eml").wall == ""


def test_what_stands_around_a_wall_of_a_few_words_does_not_make_it_an_article() -> None:
    menu = "<header><nav><a href=/>Start</a> <a href=/sport>Sport aus der Region</a></nav></header>"
    offer = (
        "<h1>Weiterlesen</h1><p>Jetzt kostenlos registrieren und weiterlesen.</p><p>Mit einem Benutzerkonto "
        "können Sie fünf Artikel im Monat frei lesen. Ich habe bereits ein Konto.</p>"
    )
    assert "asks for a login" in told(page("Weiterlesen", menu + offer + "<footer>Impressum</footer>"))
