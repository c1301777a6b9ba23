"""A name planted wherever a name can stand never comes out, unless asked for."""

import gzip
import io
import re
import zipfile
from dataclasses import replace

import pytest

from reader import formats
from reader.formats import Dossier, Options
from reader.formats.citation import cite
from reader.formats.cover import BLOCK
from reader.formats.evening import even
from reader.formats.redaction import redacted
from reader.models import (
    Article,
    Authorisation,
    Authorised,
    Caption,
    Evidence,
    Note,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    Span,
    TermsOfUse,
    Verification,
)
from reader.transcripts import SpokenTurn, TimedStretch, Transcript
from tests.formats.examples import DOSSIER, OPTIONS, with_source, written

NAME = "Käthe von Groß-Ström"
TEXT = (
    f"😀 {NAME} sagte: „Ich weiß es.“ Ströms Büro, KÄTHE VON GROSS-STRÖM und Ka\u0308the schwiegen. "
    "Die Quelle heißt intern Maulwurf 7."
)
SECRET = Source(
    NAME,
    SourceKind.PERSON,
    "Referentin im Amt",
    "Amt für Beispiele",
    ("Maulwurf 7", "k.stroem@example.org"),
    TermsOfUse.ON_RECORD,
    "wohnt in Köln",
    id=5,
    identity_protected=True,
    uid="77777777-7777-4777-8777-777777777777",
)
TRACES = re.compile(
    r"k(?:ä|a\u0308|ae?|%C3%A4)the|str(?:ö|o\u0308|oe?|%C3%B6)m|maulwurf|wohnt in|referentin"
    "|amt für|7777-4777",
    re.IGNORECASE,
)


def planted(source: Source = SECRET) -> Dossier:
    start = TEXT.index(NAME)
    said = TEXT.index("„Ich")
    quote = Quote(
        QuoteType.DIRECT,
        (Span(said, said + 14),),
        speaker=(Span(start, start + len(NAME)),),
        frame=(Span(start, start + len(NAME) + 6),),
        resolved_speaker=NAME,
        speaker_role="Referentin im Amt",
        speaker_affiliation="Amt für Beispiele",
        why=(f"{NAME} stands before",),
        exact=("„Ich weiß es.“",),
        id=1,
        source_id=5,
        source=NAME,
        tags=("quelle/käthe-von-groß-ström", "stroem"),
    )
    article = Article(
        TEXT,
        title=f"{NAME} spricht",
        byline=f"Von {NAME}",
        outlet="Ström-Blatt",
        section=NAME,
        agency="Ström",
        url="https://example.org/kaethe-von-gross-stroem?q=K%C3%A4the",
        location="/home/anna/Käthe_von_Groß-Ström.txt",
        captions=(Caption(NAME, NAME),),
        removed=(NAME,),
        tags=("Ström",),
    )
    notes = (
        Note(f"Treffen mit {NAME}, mobil", 1, quote_id=1, id=1, exact=NAME, tags=("ström",)),
        Note("Frau Ström rief an; wohnt in Köln sagt niemand."[:18], 1, span=Span(start, start + 5), id=2),
    )
    evidence = (Evidence(Verification.CHECKED, 1, "file", "stroem.mp3", f"Stimme von {NAME}", "anna"),)
    steps = (Authorised(Authorisation.CHANGED, f"{NAME} sagt ja", f"Ström sagt {NAME}", NAME, "", 1),)
    return Dossier(article, (quote,), notes, (source,), evidence, (source,), steps)


def unpacked(content: bytes) -> str:
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    if not content.startswith(b"PK"):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


@pytest.mark.parametrize("name", formats.available())
def test_a_confidential_source_is_in_no_output(name: str) -> None:
    output = unpacked(written(name, planted(), options=replace(OPTIONS, text=True, excel=True)))
    assert TRACES.findall(output) == []


@pytest.mark.parametrize("name", formats.available())
def test_a_background_source_is_not_named_either(name: str) -> None:
    background = replace(SECRET, use=TermsOfUse.BACKGROUND, role="", affiliation="")
    dossier = planted(background)
    quotes = tuple(replace(q, speaker_role="", speaker_affiliation="") for q in dossier.quotes)
    assert TRACES.findall(unpacked(written(name, replace(dossier, quotes=quotes)))) == []


def test_what_a_confidential_source_authorised_stays_here() -> None:
    assert redacted(planted()).authorised == ()
    (step,) = redacted(
        planted(replace(SECRET, use=TermsOfUse.BACKGROUND, identity_protected=False))
    ).authorised
    assert step.spoken == f"{BLOCK * len(NAME)} sagt ja"


def test_on_background_only_the_agreed_description_goes_out() -> None:
    output = written("csv", with_source(TermsOfUse.BACKGROUND)).decode()
    assert "Ministerin" not in output
    assert "eine der Redaktion bekannte Person" in output
    dossier = with_source(TermsOfUse.BACKGROUND)
    agreed = tuple(replace(one, description="jemand aus dem Haus") for one in dossier.sources)
    assert (
        "jemand aus dem Haus" in written("csv", replace(dossier, sources=agreed, protected=agreed)).decode()
    )
    assert "Ministerin" not in written("csv", with_source()).decode()


def test_a_source_of_another_article_is_covered_as_well() -> None:
    elsewhere = replace(planted(), sources=(), quotes=())
    assert TRACES.findall(unpacked(written("jsonl", elsewhere))) == []


def test_the_role_beside_a_covered_name_is_covered_where_an_article_quotes_somebody_else() -> None:
    source = replace(SECRET, role="Referentin", affiliation="Haushaltsamt")
    text = f"{NAME}, Referentin im Haushaltsamt, schwieg. Eine andere Referentin redete."
    for dossier in (Dossier(Article(text), protected=(source,)), Dossier(Article(text), sources=(source,))):
        covered = redacted(dossier).article.text
        assert len(covered) == len(text)
        assert "Haushaltsamt" not in covered
        assert covered.endswith("schwieg. Eine andere Referentin redete.")
        assert covered.count("Referentin") == 1


def test_everything_comes_out_where_it_is_asked_for() -> None:
    assert NAME in written("csv", planted(), options=Options(confidential=True)).decode()


def test_spans_stay_true_and_the_rest_of_the_text_stays() -> None:
    before, after = planted(), redacted(planted())
    assert len(after.article.text) == len(before.article.text)
    assert after.quotes[0].words(after.article.text) == "„Ich weiß es.“"
    assert after.article.text.startswith("😀 " + BLOCK * len(NAME) + " sagte")


def test_common_words_are_not_covered_for_a_described_source() -> None:
    described = replace(SECRET, name="ein Sprecher des Kremls", aliases=())
    dossier = Dossier(Article("Der Sprecher schwieg, ein Sprecher des Kremls nicht."), sources=(described,))
    assert redacted(dossier).article.text == "Der Sprecher schwieg, " + BLOCK * 23 + " nicht."


def test_dossiers_without_secrets_are_left_alone() -> None:
    assert redacted(DOSSIER) is DOSSIER


def test_copying_with_citation_keeps_the_secret_too() -> None:
    dossier = planted()
    safe = redacted(dossier)
    assert TRACES.findall(cite(safe, safe.quotes[0])) == []
    assert NAME in cite(dossier, dossier.quotes[0])


@pytest.mark.parametrize(
    "text",
    [
        "erika.mustermann@example.org",
        "https://x.example/ErikaMustermann",
        "@emustermann",
        "www.mustermann-gmbh.example",
    ],
)
def test_names_in_addresses_are_covered_in_small_letters_and_joined(text: str) -> None:
    secret = Source("Erika Mustermann", identity_protected=True, id=1)
    safe = redacted(Dossier(Article(f"Mail an {text} genügt."), protected=(secret,))).article.text
    assert "mustermann" not in safe.lower()
    assert safe.endswith(" genügt.")
    assert len(safe) == len(f"Mail an {text} genügt.")


def test_small_words_that_are_like_a_name_stay() -> None:
    secret = Source("Anna Klein", identity_protected=True, id=1)
    safe = redacted(Dossier(Article("Das klein geratene Haus von Klein."), protected=(secret,))).article.text
    assert safe == "Das klein geratene Haus von █████."


def test_deep_background_is_attributed_to_nobody() -> None:
    safe = redacted(with_source(TermsOfUse.DEEP_BACKGROUND))
    cited = cite(safe, safe.quotes[0])
    assert "(" not in cited.partition(".")[0], "no name, no description, no question mark"
    assert "— nobody is named" in written("markdown", with_source(TermsOfUse.DEEP_BACKGROUND)).decode()


def test_off_the_record_the_words_are_in_no_format() -> None:
    dossier = with_source(TermsOfUse.OFF_RECORD)
    words = dossier.quotes[0].words(dossier.article.text)
    for name in formats.available():
        for options in (OPTIONS, replace(OPTIONS, confidential=True)):
            assert words not in unpacked(written(name, dossier, options=replace(options, text=True))), name


@pytest.mark.parametrize("name", ["markdown", "html", "docx", "csv"])
def test_blocks_do_not_tell_how_long_a_name_is(name: str) -> None:
    output = unpacked(written(name, planted(), options=replace(OPTIONS, text=True)))
    assert {len(run) for run in re.findall(f"{BLOCK}+", output)} == {5}


def test_places_are_true_where_blocks_are_even() -> None:
    safe = even(redacted(planted()))
    assert safe.quotes[0].words(safe.article.text) == "„Ich weiß es.“"
    assert set(safe.quotes[0].words(safe.article.text)) & {BLOCK} == set()


def test_a_role_before_the_name_stays_where_it_is_somebody_elses() -> None:
    text = "„Ja“, sagte Bürgermeisterin Erna Ölmann. Die Bürgermeisterin von Ulm schwieg."
    secret = Source("Erna Ölmann", identity_protected=True, id=1)
    start = text.index("Bürgermeisterin")
    quote = Quote(QuoteType.DIRECT, (Span(0, 4),), speaker=(Span(start, start + 27),), id=1, source_id=1)
    safe = redacted(Dossier(Article(text), (quote,), sources=(secret,), protected=(secret,)))
    assert safe.article.text == f"„Ja“, sagte {BLOCK * 27}. Die Bürgermeisterin von Ulm schwieg."


@pytest.mark.parametrize(
    "name", [name for name, form in formats.available().items() if not form.counts_places]
)
def test_covered_names_are_equally_long_where_nothing_counts_places(name: str) -> None:
    told = unpacked(written(name, planted()))
    assert set(re.findall(f"{BLOCK}+", told)) <= {BLOCK * 5}


def test_times_of_a_transcript_stay_at_their_words_when_names_are_evened() -> None:
    text = f"{BLOCK * 9}: Ja, {BLOCK * 2} kommt."
    turn = SpokenTurn(0, 9, 11, len(text))
    words = [(11, 14, 1.0), (15, 17, 2.0), (18, 24, 3.0)]
    times = tuple(TimedStretch(start, end, at, at + 1) for start, end, at in words)
    out = even(Dossier(Article(text, transcript=Transcript((turn,), times)))).article
    assert out.transcript is not None
    assert [out.text[one.start : one.end] for one in out.transcript.times] == ["Ja,", BLOCK * 5, "kommt."]
    (moved,) = out.transcript.turns
    assert out.text[moved.start : moved.name_end] == BLOCK * 5
    assert out.text[moved.said : moved.end] == f"Ja, {BLOCK * 5} kommt."
