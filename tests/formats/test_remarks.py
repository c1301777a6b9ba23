"""What must be told with a quote is told in every way out, and nothing is said of a quote without."""

from dataclasses import replace

import pytest

from reader import formats
from reader.formats import Dossier
from reader.formats.citation import cite, markdown
from reader.formats.redaction import redacted
from reader.formats.remarks import remarks_of
from reader.models import Anchor, Article, Authorisation, Authorised, TermsOfUse, Verification
from reader.texts.releases import with_notices
from tests.formats.examples import ARTICLE, DIRECT, DOSSIER, EVIDENCE, written
from tests.formats.test_registry import members

HUMAN = (
    "markdown",
    "html",
    "site",
    "obsidian",
    "docx",
    "odt",
    "xlsx",
    "csv",
    "jsonl",
    "readwise",
    "ris",
    "bibtex",
    "csl",
    "taguette",
)
ANNOTATIONS = ("webannotation", "recogito", "hypothesis", "hypothesis-csv", "refi")
LOST = replace(DIRECT, anchor=Anchor.ORPHAN, exact=("„Niemand wird entlassen“",))


def told(name: str, dossier: Dossier) -> str:
    """All that a format writes, without the signs by which some of them escape a character."""
    return "\n".join(members(written(name, dossier))).replace("\\", "")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (Authorisation.SENT, "asked for authorisation, not approved yet"),
        (Authorisation.CHANGED, "the person quoted authorised another wording"),
        (Authorisation.WITHDRAWN, "withdrawn by the person quoted: not to be used"),
    ],
)
@pytest.mark.parametrize("name", [*HUMAN, *ANNOTATIONS])
def test_every_format_says_where_an_authorisation_stands(
    name: str, state: Authorisation, sentence: str
) -> None:
    assert sentence in told(name, replace(DOSSIER, quotes=(replace(DIRECT, authorisation=state),)))


@pytest.mark.parametrize("name", [*HUMAN, *ANNOTATIONS])
def test_every_format_gives_the_approved_wording_beside_the_spoken(name: str) -> None:
    quote = replace(DIRECT, authorisation=Authorisation.CHANGED)
    step = Authorised(Authorisation.CHANGED, "Wir bauen", "Wir werden sicher bauen", "anna", "2026-01-02", 1)
    out = told(name, replace(DOSSIER, quotes=(quote,), authorised=(step,)))
    assert "Wir werden sicher bauen" in out
    assert "bauen* <heute>" in out.replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("name", [*HUMAN, *ANNOTATIONS])
def test_every_format_says_that_a_quote_is_disputed(name: str) -> None:
    quote = replace(DIRECT, verification=Verification.DISPUTED)
    assert "disputed" in told(name, replace(DOSSIER, quotes=(quote,), evidence=(EVIDENCE,)))


@pytest.mark.parametrize("name", [*HUMAN, *ANNOTATIONS])
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("SPERRFRIST: 11. November 2026, 10 Uhr", "embargo: SPERRFRIST: 11. November 2026, 10 Uhr"),
        (
            "Es gilt das gesprochene Wort!",
            "from a speech not yet held when this was handed out: Es gilt das gesprochene Wort!",
        ),
    ],
)
def test_every_format_tells_of_an_embargo_and_of_a_speech_not_yet_held(
    name: str, line: str, sentence: str
) -> None:
    for article in (
        replace(ARTICLE, text=f"{ARTICLE.text}\n\n{line}"),
        replace(ARTICLE, removed=("x", line)),
        replace(ARTICLE, byline=line),
    ):
        held = with_notices(article)
        assert sentence in told(name, replace(DOSSIER, article=held, quotes=(DIRECT,)))
        lifted = replace(held, lifted="2026-11-12T09:00:00Z")
        assert sentence not in told(name, replace(DOSSIER, article=lifted, quotes=(DIRECT,)))


WITH_HEADS = (*HUMAN, "refi", "corpus")
"""Formats that write articles in which nothing is quoted; a row of any other is a quote."""


@pytest.mark.parametrize("name", [one for one in WITH_HEADS if one not in ("csv", "readwise", "taguette")])
def test_a_format_tells_of_an_embargo_where_nothing_is_quoted(name: str) -> None:
    article = replace(ARTICLE, embargo="SPERRFRIST: Redebeginn", embargo_until="Redebeginn")
    assert "embargo: SPERRFRIST: Redebeginn" in told(name, replace(DOSSIER, article=article, quotes=()))


@pytest.mark.parametrize(
    ("text", "is_embargoed"),
    [
        ("Sperrfrist: Donnerstag, 18 Uhr", True),
        ("+++ SPERRFRIST 10 Uhr +++", True),
        ("Achtung: Sperrfrist bis Redebeginn", True),
        ("EMBARGOED UNTIL 10:00 GMT", True),
        ("Strictly under embargo until Monday", True),
        ("Not for publication before 6 pm", True),
        ("Sous embargo jusqu'au 3 mai", True),
        ("Embargo hasta el lunes", True),
        ("Sotto embargo fino alle 12", True),
        ("Onder embargo tot 10 uur", True),
        ("Achtung Redaktionen: Sperrfrist 18 Uhr", True),
        ("Frei zur Veröffentlichung ab Montag, 18 Uhr", True),
        ("Unter Embargo bis Montag", True),
        ("HOLD FOR RELEASE until 10 a.m.", True),
        ("FOR RELEASE 10 A.M. MONDAY", True),
        ("Publication interdite avant 18 h", True),
        ("No publicar hasta el lunes", True),
        ("For immediate release", False),
        ("Sperrfrist für Gülle beginnt", False),
        ("Embargo: Was die Sanktionen bringen", False),
        ("Embargo on 3 countries", False),
        ("Embargo ends Monday", False),
        ("Die Sperrfrist für Winterreifen endet bald.", False),
        ("Das Embargo gegen das Land bleibt.", False),
        ("The embargo on oil was lifted.", False),
        ("Sie sprachen über das Embargo.", False),
        ("L'embargo sur les armes reste.", False),
    ],
)
def test_an_embargo_is_told_from_a_report_about_one(text: str, is_embargoed: bool) -> None:
    found = remarks_of(Dossier(Article(f"Ein Satz.\n\n{text}\n\nNoch einer."), (DIRECT,)), DIRECT)
    assert any(remark.startswith("embargo: ") for remark in found) == is_embargoed


@pytest.mark.parametrize(
    "text",
    [
        "Es gilt das gesprochene Wort.",
        "– Es gilt das gesprochene Wort –",
        "Check against delivery",
        "Seul le prononcé fait foi",
        "Cotéjese con el discurso pronunciado",
        "Fa fede il testo pronunciato",
        "Alleen het gesproken woord geldt",
        "Das sagte er laut vorab verbreitetem Redemanuskript.",
        "He will say so, according to his prepared remarks.",
    ],
)
def test_a_speech_handed_out_before_it_is_held_is_told_in_every_language(text: str) -> None:
    (remark,) = remarks_of(Dossier(Article(f"Ein Satz.\n\n{text}"), (DIRECT,)), DIRECT)
    assert remark.startswith("from a speech not yet held when this was handed out: ")


def test_a_speech_that_was_checked_against_delivery_is_held() -> None:
    assert remarks_of(Dossier(Article("Text.\n\nCHECKED AGAINST DELIVERY"), (DIRECT,)), DIRECT) == ()


def test_nothing_is_remarked_of_a_quote_that_stands_as_it_stood() -> None:
    assert remarks_of(DOSSIER, DIRECT) == ()
    assert "[" not in cite(DOSSIER, DIRECT).partition("Beispielblatt")[0]


@pytest.mark.parametrize("name", HUMAN)
def test_a_lost_quote_goes_out_with_its_own_words_and_is_told_to_be_lost(name: str) -> None:
    out = told(name, replace(DOSSIER, quotes=(LOST,)))
    assert "Niemand wird entlassen" in out
    assert "not in the current text" in out
    if name not in ("html", "site", "jsonl"):  # they give the article's text as well
        assert "bauen* <heute>" not in out.replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("name", ["recogito", "refi", "corpus"])
def test_formats_of_positions_leave_a_lost_quote_out(name: str) -> None:
    out = told(name, replace(DOSSIER, quotes=(LOST,), notes=()))
    assert "Niemand wird entlassen" not in out
    assert (
        "Erika Mustermann" not in out.replace(ARTICLE.text, "").replace(ARTICLE.text.replace("\n", "\\n"), "")
        or name == "corpus"
    )


@pytest.mark.parametrize("name", ["webannotation", "hypothesis"])
def test_annotations_of_a_lost_quote_give_its_wording_without_a_place(name: str) -> None:
    out = told(name, replace(DOSSIER, quotes=(LOST,), notes=()))
    assert "Niemand wird entlassen" in out
    assert "TextPositionSelector" not in out


def test_a_lost_quote_is_cited_with_its_own_words_and_a_remark() -> None:
    for words in (cite(DOSSIER, LOST), markdown(DOSSIER, LOST)):
        assert "„Niemand wird entlassen“" in words
        assert "[not in the current text" in words


def test_every_format_is_known_to_tell_or_to_leave_out() -> None:
    counting = {"refi-codebook", "taguette-codebook", "corpus", "vtt", "srt", "warc"}
    assert set(formats.available()) == {*HUMAN, *ANNOTATIONS, *counting}


@pytest.mark.parametrize("name", HUMAN)
def test_the_version_that_had_the_words_is_named(name: str) -> None:
    assert "not in the current text (version 3)" in told(
        name, replace(DOSSIER, quotes=(LOST,), stood_in=((1, 3),))
    )


def test_words_on_deep_background_go_out_with_nobody_behind_them() -> None:
    deep = replace(DOSSIER, quotes=(replace(DIRECT, use=TermsOfUse.DEEP_BACKGROUND),))
    covered = redacted(deep)
    said = cite(covered, covered.quotes[0])
    assert said.startswith("„Wir *bauen* <heute>“ [to be used without any attribution]. ")
    assert "Erika" not in written("markdown", deep).decode().partition("^a-")[2].partition("^n-")[0]


@pytest.mark.parametrize("name", [*HUMAN, *ANNOTATIONS])
def test_a_quote_that_was_placed_on_other_words_tells_what_it_said(name: str) -> None:
    placed = replace(DIRECT, earlier="„Wir bauen niemals“")
    out = told(name, replace(DOSSIER, quotes=(placed,)))
    assert "placed by hand on other words; before: „Wir bauen niemals“" in out
