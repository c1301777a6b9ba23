"""What may take the place of an article at its address, and what may not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.adding import Progress, add_locations
from reader.library.detecting import DetectionSettings
from reader.library.preparing import Preparation
from reader.library.renewing import refetch
from reader.library.replacing import why_not
from reader.models import Anchor, Article, Note, Span, Status
from reader.store import Store
from tests.serving import Site, serving

HERE = Preparation(DetectionSettings("rules"), allow_private=True)
TAKES_ALL = Preparation(DetectionSettings("rules"), allow_private=True, replace=True)
PARAGRAPHS = (
    "Die Stadt Norderhaven will den alten Steg im kommenden Jahr erneuern, obwohl die Kosten gestiegen sind.",
    "„Wir haben das Geld im Haushalt“, sagte Bürgermeisterin Jana Kolb am Montag vor dem Rat.",
    "Der Fährverein sieht das anders und verlangt eine Bürgerbefragung noch vor der Sommerpause.",
    "„Niemand hat mit uns gesprochen“, sagte der Vorsitzende Peter Hall. Er kündigte Widerstand an.",
    "Die Arbeiten sollen im Herbst beginnen und rund acht Monate dauern, wie aus der Vorlage hervorgeht.",
    "Während der Bauzeit fahren die Schiffe vom Nordkai ab, der dafür einen neuen Anleger bekommt.",
    "Im Mai entscheidet der Rat endgültig, danach wird der Auftrag europaweit ausgeschrieben.",
)
OTHER = (
    "Das Freibad öffnet am Samstag zum ersten Mal im Sommer, der Eintritt bleibt so teuer wie im Vorjahr.",
    "„Das Wasser ist noch kühl“, sagte Gerda Lund am Beckenrand. Die Rutsche folgt erst im Juli.",
    "Für Kinder gibt es Kurse, die schon am Dienstag ausgebucht waren, teilte der Badbetrieb mit.",
)


def page(paragraphs: tuple[str, ...], title: str = "Steg wird erneuert", more: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang=de><head><meta charset=utf-8><title>{title} | Norder Bote</title></head>"
        f"<body><main><article><h1>{title}</h1>{text}{more}</article></main></body></html>"
    )


CONSENT = """<html lang=de><head><title>Norder Bote</title></head><body><main>
<h1>Mit Werbung oder im Pur-Abo</h1><p>Wir und unsere bis zu 214 Partner verwenden Cookies, um Ihnen
personalisierte Inhalte anzuzeigen. Mit einem Klick auf „Alle akzeptieren“ stimmen Sie zu.</p>
<button>Alle akzeptieren</button></main></body></html>"""
LOGIN = """<html lang=en><head><title>Sign in</title></head><body><main><h1>Sign in to continue</h1>
<p>Please sign in or register to continue. It is free and takes a minute of your time.</p>
<form><input type=password></form>
<p>Forgot your password?</p></main></body></html>"""
SHUT = """<html lang=de><head><title>Wartungsarbeiten</title></head><body><main>
<h1>Wir sind gleich zurück</h1><p>Unsere Website wird gerade gewartet.
Bitte versuchen Sie es in wenigen Minuten noch einmal.</p></main></body>
</html>"""
HOME = page(
    (
        PARAGRAPHS[0],
        "Am Bahnhof werden neue Räder verliehen, und die ersten waren schon nach einer Stunde vergriffen.",
        *OTHER,
        "Die Volkshochschule sucht Lehrkräfte für Arabisch und bietet Schnupperkurse kostenlos an.",
        "Beim Stadtlauf liefen mehr als tausend Menschen mit, der Sieger kam aus dem Nachbarort Brakendorf.",
    ),
    "Nachrichten aus Norderhaven",
)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as served:
        yield served


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        yield opened


def one(steps: Iterator[Progress]) -> Progress:
    (step,) = steps
    return step


def annotated(store: Store, address: str) -> int:
    """An article with an accepted quote and a note, as it lies in a library."""
    article_id = one(add_locations(store, [address], preparation=HERE)).article_id
    store.quotes.set_status([quote.id for quote in store.quotes.of(article_id)], Status.ACCEPTED)
    store.notes.save(Note("Nachfragen", article_id, span=Span(0, 9)))
    return article_id


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (CONSENT, "asks for consent"),
        (LOGIN, "asks for a login"),
        (SHUT, "shut for maintenance"),
        (HOME, "next to nothing of it"),
        (page(OTHER, "Freibad öffnet"), "next to nothing of it"),
        (page(OTHER), "next to nothing of it"),
    ],
    ids=["consent", "login", "maintenance", "home", "other", "other-below-the-title"],
)
@pytest.mark.parametrize("again", ["refetch", "add"])
def test_what_is_not_the_article_never_takes_its_place(
    store: Store, site: Site, shown: str, said: str, again: str
) -> None:
    address = site.show("/steg", page(PARAGRAPHS))
    number = annotated(store, address)
    before = store.articles.get(number), store.quotes.of(number), store.notes.of(number)
    site.show("/steg", shown)

    def fetched(how: Preparation) -> Progress:
        steps = (
            refetch(store, [number], how)
            if again == "refetch"
            else add_locations(store, [address], preparation=how)
        )
        return one(steps)

    refused = fetched(HERE)
    assert refused.outcome == "failed"
    assert refused.message.startswith(f"There is no longer that article at {address}")
    assert said in refused.message
    assert "kept as it was" in refused.message
    assert (store.articles.get(number), store.quotes.of(number), store.notes.of(number)) == before
    assert store.articles.count() == 1
    taken = fetched(TAKES_ALL)
    assert (taken.outcome, taken.article_id) == ("changed", number)
    assert store.articles.get(number).version == 2


def test_an_address_that_leads_to_the_home_page_has_no_article_any_more(store: Store, site: Site) -> None:
    address = site.show("/steg", page(PARAGRAPHS))
    number = annotated(store, address)
    site.show("/", HOME)
    site.show("/steg", "", 302, Location="/")
    refused = one(refetch(store, [number], HERE))
    assert (refused.outcome, "leads to the home page" in refused.message) == ("failed", True)
    assert store.articles.get(number).version == 1
    first = one(add_locations(store, [site.show("/neu", "", 302, Location="/")], preparation=HERE))
    assert "There is no article at" in first.message
    assert one(add_locations(store, [f"{site.address}/"], preparation=HERE)).outcome == "new"


@pytest.mark.parametrize(
    "shown",
    [
        page(PARAGRAPHS[:2], more='<div class="paywall"><p>Jetzt weiterlesen mit Bote+</p></div>'),
        page(PARAGRAPHS[:2], more="<p>Um diesen Artikel weiterzulesen, brauchen Sie ein Abo.</p>"),
        page((PARAGRAPHS[0], "„Wir haben das Geld im Haushalt“, sagte Bürgermeisterin …")),
    ],
    ids=["box", "line", "cut"],
)
def test_of_an_article_that_went_behind_a_paywall_the_longer_text_stays(
    store: Store, site: Site, shown: str
) -> None:
    number = annotated(store, site.show("/steg", page(PARAGRAPHS)))
    site.show("/steg", shown)
    refused = one(refetch(store, [number], HERE))
    assert refused.outcome == "failed"
    assert "the longer text was kept" in refused.message
    assert ("behind a paywall" in refused.message) == ("…" not in shown)
    assert store.articles.get(number).version == 1
    assert one(refetch(store, [number], TAKES_ALL)).outcome == "changed"


VERSIONS = {
    "corrected": tuple(one.replace("acht Monate", "neun Monate") for one in PARAGRAPHS),
    "grown": (*PARAGRAPHS, *OTHER),
    "grown on top": (*OTHER, *OTHER[::-1], *PARAGRAPHS),
    "shortened inside": (PARAGRAPHS[0], PARAGRAPHS[3], PARAGRAPHS[6]),
    "a paragraph left": (PARAGRAPHS[3], "Mehr steht noch nicht fest, teilte die Redaktion mit."),
    "in another order": PARAGRAPHS[::-1],
    "written anew": (
        "Norderhaven bekommt einen neuen Steg. Der alte geht, obwohl sich die Kosten verdoppelt haben.",
        "Bürgermeisterin Jana Kolb verwies am Montag auf den Haushalt, in dem die Summe stehe.",
        "Peter Hall, Vorsitzender vom Fährverein, will sich wehren: „Niemand hat mit uns gesprochen.“",
        "Eine Bürgerbefragung lehnt die Stadt ab. Ausgeschrieben wird, sobald der Rat entscheidet.",
    ),
}


@pytest.mark.parametrize("kind", VERSIONS)
def test_what_editors_do_to_an_article_is_a_version(store: Store, site: Site, kind: str) -> None:
    address = site.show("/steg", page(PARAGRAPHS))
    number = annotated(store, address)
    site.show(
        "/steg", page(VERSIONS[kind], "Neuer Steg für Norderhaven" if kind == "written anew" else "Steg")
    )
    assert one(refetch(store, [number], HERE)).outcome == "changed"
    assert store.articles.get(number).version == 2


def test_a_file_with_another_article_in_it_is_not_a_version_of_the_first(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "seite.html"
    path.write_text(page(PARAGRAPHS), encoding="utf-8")
    annotated(store, str(path))
    path.write_text(page(OTHER, "Freibad öffnet"), encoding="utf-8")
    refused = one(add_locations(store, [str(path)], preparation=HERE))
    assert (refused.outcome, "--replace" in refused.message) == ("failed", True)
    assert all(quote.anchor is Anchor.EXACT for quote in store.quotes.of(1))


def test_a_very_short_text_may_change_altogether() -> None:
    old = Article("Der Zug fällt aus.", title="Zug", location="/zug.txt")
    assert why_not(old, Article("Der Zug fährt wieder.", title="Zug", location="/zug.txt")) == ""


def test_an_address_that_two_texts_share_makes_them_no_one_article(store: Store, tmp_path: Path) -> None:
    head = '<meta property="og:url" content="https://bote.example/lokales/">'
    paths = []
    for name, paragraphs, title in (("d", PARAGRAPHS, "Steg wird erneuert"), ("e", OTHER, "Freibad öffnet")):
        path = tmp_path / f"{name}.html"
        path.write_text(page(paragraphs, title).replace("</title>", f"</title>{head}"), encoding="utf-8")
        paths.append(str(path))
    assert [step.outcome for step in add_locations(store, paths, preparation=HERE)] == ["new", "new"]
    assert [step.outcome for step in add_locations(store, paths, preparation=HERE)] == ["same", "same"]
    corrected = page(tuple(one.replace("Samstag", "Sonntag") for one in OTHER), "Freibad öffnet")
    (tmp_path / "e.html").write_text(corrected.replace("</title>", f"</title>{head}"), encoding="utf-8")
    steps = list(add_locations(store, paths, preparation=HERE))
    assert [(step.outcome, step.article_id) for step in steps] == [("same", 1), ("changed", 2)]


def test_a_password_in_an_address_is_sent_once_and_kept_nowhere(
    store: Store, site: Site, tmp_path: Path
) -> None:
    address = site.show("/steg", page(PARAGRAPHS)).replace("http://", "http://anna:geheim@")
    number = one(add_locations(store, [address], preparation=HERE)).article_id
    assert site.asked[0][1]["Authorization"] == "Basic YW5uYTpnZWhlaW0="
    stored = store.articles.get(number)
    assert (stored.url, stored.location) == (f"{site.address}/steg",) * 2
    assert (
        b"geheim" not in (tmp_path / "library.db").read_bytes() + (tmp_path / "library.db-wal").read_bytes()
    )
    failed = one(add_locations(store, [address.replace("/steg", "/fort")], preparation=HERE))
    assert "geheim" not in failed.message + failed.location
    site.show("/steg", "", 302, Location=site.address.replace("127.0.0.1", "localhost") + "/dort")
    site.show("/dort", page(PARAGRAPHS))
    list(add_locations(store, [address], preparation=HERE))
    assert "Authorization" not in site.asked[-1][1], "another server is not told the password"


def test_an_address_that_leads_elsewhere_now_is_still_that_of_its_article(store: Store, site: Site) -> None:
    address = site.show("/steg", page(PARAGRAPHS))
    number = annotated(store, address)
    site.show("/steg", "", 302, Location="/consent/choose")
    site.show("/consent/choose", CONSENT)
    assert "There is no longer that article" in one(add_locations(store, [address], preparation=HERE)).message
    site.show("/consent/choose", page(OTHER, "Ganz anderes"))
    assert "next to nothing" in one(add_locations(store, [address], preparation=HERE)).message
    site.show("/consent/choose", page(VERSIONS["corrected"]))
    moved = one(add_locations(store, [address], preparation=HERE))
    assert (moved.outcome, moved.article_id, store.articles.count()) == ("changed", number, 1)
