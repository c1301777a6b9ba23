"""What is found of each quotation of a draft: one of every kind, German and English, and what is no fault."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.detecting import find_quotes
from reader.models import (
    Article,
    Authorisation,
    Evidence,
    Source,
    Status,
    TermsOfUse,
    Verification,
)
from reader.store import Store
from reader.transcripts import SpokenTurn, Transcript
from tests.library.manuscripts import BY_RULES, INTERVIEW, checked, kinds

TALK = """Huber: Äh, wir haben, wir haben das ja so nicht gewollt, also sozusagen.

Frage: Und die Kosten?

Huber: Das weiß ich ehrlich gesagt (lacht) noch nicht, das wird sich zeigen."""
ENGLISH = """“We will not leave the harbour if the city pays,” said Anna Smith. “I never said that we can win
this.”

“The ferry costs 10,000 euros a day and nobody uses it,” said Tom Jones, the treasurer.
"""

SAID_BY_WEBER = "Bürgermeisterin Anna Weber sagte: „{}“"


def found(
    folder: Path, words: str, *texts: str, frame: str = SAID_BY_WEBER, language: str = "de"
) -> list[str]:
    """All that is found of one quotation, the gravest first."""
    report = checked(folder, frame.format(words), *texts, language=language)
    (finding,) = report.findings
    return [str(remark.kind) for remark in finding.remarks if remark.kind != "not yet checked"]


@pytest.mark.parametrize(
    "words",
    [
        "Wir bauen die Brücke im Mai, wenn das Geld vom Land kommt.",
        "wir bauen die Brücke im Mai, wenn das Geld vom Land kommt",
        "[W]ir bauen die Brücke im Mai, wenn das Geld vom Land kommt",
        "Wir bauen die Brücke im Mai – wenn das Geld vom Land kommt!",
        "Wir bauen die [neue] Brücke im Mai, wenn das Geld vom Land kommt",
        "Wir bauen … im Mai, wenn das Geld […] kommt",
        "Wir bauen (...) im Mai, wenn das Geld [...] kommt",
        "Wir bauen die Brück[en] im Mai, wenn das Geld vom Land kommt",
        "Wir bau\u00aden die Bru\u0308cke im\u00a0Mai, wenn das Geld vom Land kommt",
        "Sie trägt 40 Tonnen und sie wird noch zehn Jahre halten.",
        "Sie trägt vierzig Tonnen und sie wird noch 10 Jahre halten.",
        "Sie trägt 40 Tonnen",
        "sie wird noch zehn Jahre halten",
        "Ich glaube nicht, dass die alte Brücke gefährlich ist. Sie trägt 40 Tonnen.",
    ],
)
def test_what_is_no_change_is_word_for_word(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, words) == ["word for word"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Wir bauen die Brücke im Juni, wenn das Geld vom Land kommt", "altered"),
        ("Sie trägt 50 Tonnen und sie wird noch zehn Jahre halten", "altered"),
        ("Sie trägt 40 Tonnen und sie wird wohl noch zehn Jahre halten", "altered"),
        ("Ich glaube, dass die alte Brücke gefährlich ist", "the opposite"),
        ("Sie trägt keine 40 Tonnen und sie wird noch zehn Jahre halten", "the opposite"),
        ("Wir bauen die Brücke im Mai, wenn das Geld kommt", "cut"),
        ("Wir bauen die Brücke im Mai. Sie trägt 40 Tonnen.", "joined"),
        ("Wir bauen die Brücke im Mai", "out of its sentence"),
        ("die alte Brücke gefährlich ist", "out of its sentence"),
        ("Wir bauen die Brücken im Mai, wenn das Geld vom Land kommt", "inflected"),
        ("Die neue Schule kostet nichts und alle freuen sich", "not found"),
        ("Das ist eine teure Entscheidung und die Stadt wird sie bereuen.", "another speaker"),
    ],
)
def test_what_is_wrong_with_a_quotation_is_told(tmp_path: Path, words: str, kind: str) -> None:
    assert found(tmp_path, words)[0] == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We will not leave the harbour if the city pays", "word for word"),
        ("we will not leave the harbor if the city pays", "altered"),
        ("We will leave the harbour if the city pays", "the opposite"),
        ("We will not leave the harbour", "out of its sentence"),
        ("we can win this", "out of its sentence"),
        ("I never said [that] we can win this.", "word for word"),
        ("The ferry costs 10 000 euros a day and nobody uses it", "another speaker"),
        ("We will not leave if the city pays", "cut"),
    ],
)
def test_english_drafts_are_judged_alike(tmp_path: Path, words: str, kind: str) -> None:
    frame = "Anna Smith said: “{}”"
    assert found(tmp_path, words, ENGLISH, frame=frame, language="en")[0] == kind


BUSES = """The talks with the operator had failed, Anna Smith said. “We did not walk away from the table. The
operator did,” she said. “We are not closing the depot.” She said no driver would lose a job.

“The night bus is no cure, but it helps nurses in the valley,” said Anna Smith. “We were told before
the vote.”"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        # the "not" belongs to the sentence before
        ("The operator walked away from the table", "altered"),
        # it is there as before, in another place
        ("We are closing two stops, not the depot", "altered"),
        ("Nobody would lose a job", "altered"),
        # another statement
        ("The night bus is a good plan and it helps nurses in the valley", "altered"),
        ("We are closing the depot", "the opposite"),
        ("We were told after the vote", "the opposite"),
    ],
)
def test_only_a_statement_turned_round_says_the_opposite(tmp_path: Path, words: str, kind: str) -> None:
    frame = "Anna Smith said: “{}”"
    assert found(tmp_path, words, BUSES, frame=frame, language="en")[0] == kind


def test_a_change_is_named_with_both_words_and_the_sentences_that_are_right(tmp_path: Path) -> None:
    draft = SAID_BY_WEBER.format("Sie trägt 60 Tonnen. Wir haben keine Wahl.")
    other = INTERVIEW.replace(
        "Sie trägt 40 Tonnen und sie wird", "Sie trägt 40 Tonnen. Wir haben keine Wahl. Sie wird"
    )
    (finding,) = checked(tmp_path, draft, other).findings
    assert finding.remarks[0].message == (
        "The words are altered: “40” became “60”; sentence 2 is word for word."
    )


def test_places_are_lines_and_columns_of_the_draft_and_paragraphs_of_the_article(tmp_path: Path) -> None:
    (finding,) = checked(tmp_path, "Titel\n\n" + SAID_BY_WEBER.format("Sie trägt 40 Tonnen")).findings
    assert finding.place.paragraph == 2
    (place,) = finding.places
    assert (place.article, place.paragraph) == (1, 2)
    assert place.speaker.startswith("Anna Weber")
    assert INTERVIEW[place.start : place.end] == "Sie trägt 40 Tonnen"


@pytest.mark.parametrize(
    "draft",
    [
        "Der so genannte „Plan B“ ist vom Tisch.",
        "Die „Süddeutsche Zeitung“ berichtete.",
        "Laut „Spiegel“ ist alles anders.",
        "Karl „der Boss“ Meier kam spät.",
    ],
)
def test_titles_nicknames_and_scare_quotes_are_no_quotations(tmp_path: Path, draft: str) -> None:
    assert checked(tmp_path, draft).findings == ()


def test_smoothing_a_transcript_is_told_and_no_fault(tmp_path: Path) -> None:
    draft = (
        "Huber sagte: „Wir haben das so nicht gewollt.“ Er sagte: „Das weiß ich ehrlich gesagt noch nicht.“"
    )

    def record(store: Store) -> None:
        turns = Transcript((SpokenTurn(0, 5, 7, len(TALK)),), ())
        talk = Article(TALK, "Gespräch", language="de", location="talk.vtt", transcript=turns)
        store.articles.add(talk, find_quotes(talk, BY_RULES), "rules-1")

    report = checked(tmp_path, draft, then=record)
    assert kinds(report) == ["smoothed", "word for word"]
    assert report.faults == ()


def test_a_filler_left_out_of_a_printed_interview_is_a_cut(tmp_path: Path) -> None:
    assert kinds(checked(tmp_path, "Huber sagte: „wir haben das so nicht gewollt.“", TALK)) == ["cut"]


def test_sentences_of_two_articles_are_joined_wherever_these_are(tmp_path: Path) -> None:
    other = (
        "„Der Hafen wird im Herbst für zwei Wochen geschlossen“, sagte Anna Weber dem Anzeiger am Sonntag."
    )
    words = f"{WORDS} Der Hafen wird im Herbst für zwei Wochen geschlossen."
    assert found(tmp_path, words, INTERVIEW, *(["Ganz anderes."] * 3), other)[0] == "joined"


def test_the_same_words_given_to_somebody_else_elsewhere(tmp_path: Path) -> None:
    copy = "„Sie trägt 40 Tonnen und sie wird noch zehn Jahre halten“, sagte Ingenieur Paul Rot."
    draft = SAID_BY_WEBER.format("Sie trägt 40 Tonnen und sie wird noch zehn Jahre halten")
    (finding,) = checked(tmp_path, draft, INTERVIEW, copy).findings
    assert finding.kind == "given to others"
    assert "article 2 to Paul Rot" in finding.remarks[0].message
    assert [place.article for place in finding.others] == [2]


def test_a_role_that_the_article_names_is_the_same_speaker(tmp_path: Path) -> None:
    words = "Sie trägt 40 Tonnen und sie wird noch zehn Jahre halten"
    assert found(tmp_path, words, frame="Die Bürgermeisterin sagte: „{}“")[0] != "another speaker"


def test_a_name_for_somebody_who_is_not_named_is_another_speaker(tmp_path: Path) -> None:
    text = "Ein Sprecher, der anonym bleiben wollte, sagte: „Die Zahlen stimmen nicht und jeder weiß es.“"
    words = "Die Zahlen stimmen nicht und jeder weiß es."
    assert found(tmp_path, words, text, frame="Jonas Klee sagte: „{}“") == [
        "another speaker",
        "word for word",
    ]


def test_what_an_article_says_itself_is_nobodys_quotation(tmp_path: Path) -> None:
    text = "Die Brücke ist sechzig Jahre alt und rostet an drei Stellen. Anna Weber schwieg dazu."
    assert "no quotation" in found(tmp_path, "Die Brücke ist sechzig Jahre alt und rostet", text)


def test_indirect_speech_in_marks_is_told_to_be_rendered(tmp_path: Path) -> None:
    text = "Die Brücke werde noch zehn Jahre halten und niemand müsse sich sorgen, sagte Anna Weber."
    kinds = found(tmp_path, "Die Brücke werde noch zehn Jahre halten und niemand müsse sich sorgen", text)
    assert "rendered, not quoted" in kinds
    assert "no quotation" not in kinds


def test_a_translated_quotation_stands_beside_its_original(tmp_path: Path) -> None:
    draft = "Anna Smith sagte: „Wir werden den Hafen nicht verlassen“ (übersetzt aus dem Englischen)."

    def known(store: Store) -> None:
        english = Article(ENGLISH, "Ferry", language="en", location="ferry.txt")
        store.articles.add(english, find_quotes(english, BY_RULES), "rules-1")

    report = checked(tmp_path, draft, then=known)
    assert kinds(report) == ["translated"]
    assert report.faults == ()
    assert report.findings[0].places[0].speaker.startswith("Anna Smith")


# -- what is known of the quote --------------------------------------------------------------------------

WORDS = "Sie trägt 40 Tonnen und sie wird noch zehn Jahre halten."


def number_of(store: Store, words: str) -> int:
    """The quote with these words."""
    return next(quote.id for quote in store.quotes.of(1) if words in quote.words(INTERVIEW))


def after(folder: Path, do: Callable[[Store, int], object], words: str = WORDS) -> list[str]:
    report = checked(
        folder, SAID_BY_WEBER.format(words), then=lambda store: void(do(store, number_of(store, "Sie trägt")))
    )
    (finding,) = (one for one in report.findings if one.places)
    return [str(remark.kind) for remark in finding.remarks]


def void(value: object) -> None:
    """Nothing."""


def test_not_yet_checked_is_told_until_somebody_checks_it(tmp_path: Path) -> None:
    assert after(tmp_path / "a", lambda store, number: None) == ["word for word", "not yet checked"]
    told = Evidence(Verification.CHECKED, 0, "file", "notes.txt", "")
    done = after(
        tmp_path / "b",
        lambda store, number: store.quotes.set_verification([number], Verification.CHECKED, told),
    )
    assert done == ["word for word"]


@pytest.mark.parametrize(
    ("state", "kind"),
    [(Authorisation.WITHDRAWN, "withdrawn"), (Authorisation.SENT, "not authorised yet")],
)
def test_where_the_authorisation_stands_is_told(tmp_path: Path, state: Authorisation, kind: str) -> None:
    assert kind in after(tmp_path, lambda store, number: store.quotes.set_authorisation(number, state))


@pytest.mark.parametrize("state", ["withdrawn", "disputed"])
def test_what_was_taken_back_in_one_article_is_told_though_another_has_it_too(
    tmp_path: Path, state: str
) -> None:
    def take_back(store: Store) -> None:
        later = [quote.id for quote in store.quotes.of(2) if "Sie trägt" in quote.words(INTERVIEW)]
        if state == "withdrawn":
            store.quotes.set_authorisation(later[0], Authorisation.WITHDRAWN)
        else:
            store.quotes.set_verification(later, Verification.DISPUTED)

    other = INTERVIEW + "\n\nDas Gespräch erschien gekürzt."
    report = checked(tmp_path, SAID_BY_WEBER.format(WORDS), INTERVIEW, other, then=take_back)
    (finding,) = report.findings
    assert [place.article for place in finding.places] == [1, 2]
    assert state in [str(remark.kind) for remark in finding.remarks]


def test_the_authorised_wording_counts_and_not_the_spoken_one(tmp_path: Path) -> None:
    wording = "Sie trägt 40 Tonnen und hält noch zehn Jahre."

    def approve(store: Store, number: int) -> None:
        store.quotes.set_authorisation(number, Authorisation.CHANGED, wording)

    assert after(tmp_path / "a", approve)[0] == "another wording authorised"
    assert after(tmp_path / "b", approve, wording)[0] == "as authorised"


def test_disputed_words_are_told(tmp_path: Path) -> None:
    assert "disputed" in after(
        tmp_path, lambda store, number: store.quotes.set_verification([number], Verification.DISPUTED)
    )


def test_an_embargo_is_told_with_its_end(tmp_path: Path) -> None:
    text = f"SPERRFRIST: 1. Mai 2099, 06.00 Uhr\n\n{INTERVIEW}"

    def hold(store: Store) -> None:
        store.articles.update([1], embargo="SPERRFRIST: 1. Mai 2099", embargo_until="2099-05-01T06:00")

    (finding,) = checked(tmp_path, SAID_BY_WEBER.format(WORDS), text, then=hold).findings
    assert finding.kind == "embargoed"
    assert "SPERRFRIST" in finding.remarks[0].message


def test_words_off_the_record_are_told_and_shown_nowhere(tmp_path: Path) -> None:
    def hide(store: Store) -> None:
        store.quotes.set_use([number_of(store, "Sie trägt")], TermsOfUse.OFF_RECORD)

    for words in (WORDS, WORDS.replace("zehn", "elf")):
        folder = tmp_path / words[-20:-10]
        report = checked(folder, SAID_BY_WEBER.format(words), then=hide)
        assert kinds(report) == ["off the record"]
        assert "Tonnen" not in str(report)


def test_somebody_called_like_the_firm_of_a_covered_source_is_named(tmp_path: Path) -> None:
    def protect(store: Store) -> None:
        store.sources.add(
            Source("Rosa Verborgen", role="Leiterin", affiliation="Weber Tiefbau", identity_protected=True)
        )

    draft = SAID_BY_WEBER.format(WORDS) + " Rosa Verborgen, bei Weber Tiefbau, schwieg."
    report = checked(tmp_path, draft, then=protect)
    assert "Anna Weber" in [finding.speaker for finding in report.findings]
    assert "Anna Weber" in report.text
    assert "Tiefbau" not in report.text


def test_a_name_that_must_not_be_named_is_found_in_the_draft(tmp_path: Path) -> None:
    def protect(store: Store) -> None:
        store.sources.add(Source("Rosa Verborgen", identity_protected=True))

    report = checked(tmp_path, "Das weiß Rosa Verborgen.", then=protect)
    assert kinds(report) == ["must not be named"]
    assert report.quotations == 0
    assert "Rosa" not in str(report)


def test_rejected_and_trashed_is_no_witness(tmp_path: Path) -> None:
    def trash(store: Store) -> None:
        store.quotes.set_status([number_of(store, "Sie trägt")], Status.REJECTED)
        store.articles.trash([1])

    assert kinds(checked(tmp_path, SAID_BY_WEBER.format(WORDS), then=trash)) == ["not found"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Die Brücke ist ein nationaler Skandal ohne Beispiel",
            "Not in the library, and nothing in it is near.",
        ),
        ("Der Hafen wird in diesem Jahr nicht mehr gebaut", "Not in the library, and nothing in it is near."),
        (
            "Wir bauen die Brücke und zahlen jedem Anwohner das Geld für Fenster und Nächte zurück",
            "Not in the library: the nearest is in article 1, paragraph 1.",
        ),
    ],
)
def test_a_place_that_shares_a_word_is_not_called_the_nearest(tmp_path: Path, words: str, told: str) -> None:
    (finding,) = checked(tmp_path, SAID_BY_WEBER.format(words)).findings
    assert finding.remarks[0].message == told
    assert bool(finding.places) is ("nearest" in told)
