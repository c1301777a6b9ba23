"""Every rule of the lint on the smallest quote that breaks it, and on one that does not."""

from dataclasses import replace

import pytest

from reader.checks import lint
from reader.models import (
    Anchor,
    Article,
    Authorisation,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    Span,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
)

TEXT = (
    "„Wir bauen heute dort ein Haus“, sagte Erika Mustermann. Er nannte es „falsch“ gestern. "
    "Ohne Marken sprach sie weiter."
)
ARTICLE = Article(TEXT, language="de")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SOUND = Quote(
    QuoteType.DIRECT,
    (span("„Wir bauen heute dort ein Haus“"),),
    speaker=(span("Erika Mustermann"),),
    status=Status.ACCEPTED,
    verification=Verification.CHECKED,
    source_id=1,
    id=1,
)
SOURCE = Source("Erika Mustermann", SourceKind.PERSON, id=1)


def rules(quote: Quote, source: Source = SOURCE) -> list[str]:
    return [finding.rule for finding in lint(ARTICLE, [quote], {1: source})]


def test_a_sound_quote_gives_no_finding() -> None:
    assert rules(SOUND) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"anchor": Anchor.ORPHAN}, "orphan"),
        ({"anchor": Anchor.FUZZY}, "changed-words"),
        ({"status": Status.SUGGESTED}, "undecided"),
        ({"speaker": (), "source_id": 0}, "no-speaker"),
        ({"source_id": 0}, "unassigned"),
        ({"source_id": 0, "speaker_basis": SpeakerBasis.CARRIED}, "carried-over"),
        ({"spans": (span("„Wir bauen heute dort ein Haus"),)}, "unbalanced"),
        ({"spans": (span("Ohne Marken sprach sie weiter."),)}, "unmarked"),
        ({"spans": (span("„falsch“"),)}, "scrap"),
        ({"verification": Verification.UNVERIFIED}, "unverified"),
        ({"verification": Verification.DISPUTED}, "disputed"),
        ({"authorisation": Authorisation.SENT}, "authorisation"),
        ({"authorisation": Authorisation.WITHDRAWN}, "authorisation"),
    ],
)
def test_each_rule_finds_its_fault_alone(change: dict[str, object], rule: str) -> None:
    assert rules(replace(SOUND, **change)) == [rule]  # type: ignore[arg-type]  # the table is mixed


def test_a_pronoun_names_nobody() -> None:
    er = replace(SOUND, speaker=(span("Er"),), source_id=0, status=Status.SUGGESTED)
    assert rules(er) == ["undecided", "pronoun"]
    assert rules(replace(er, resolved_speaker="Otto Beispiel")) == ["undecided"]


def test_sources_off_the_record_and_without_a_name_are_pointed_out() -> None:
    assert rules(SOUND, replace(SOURCE, use=TermsOfUse.BACKGROUND)) == ["off-record"]
    assert rules(SOUND, replace(SOURCE, kind=SourceKind.ANONYMOUS)) == ["anonymous"]


def test_quotes_that_run_into_each_other_are_found_but_nested_ones_are_fine() -> None:
    inside = replace(SOUND, spans=(span("heute dort"),), nested=True, id=2)
    assert lint(ARTICLE, [SOUND, inside], {1: SOURCE}) == ()
    across = replace(SOUND, type=QuoteType.INDIRECT, spans=(span("ein Haus“, sagte"),), id=3)
    assert [f.rule for f in lint(ARTICLE, [SOUND, across], {1: SOURCE})] == ["overlap"]


def test_rejected_quotes_are_left_out_and_findings_follow_the_text() -> None:
    assert rules(replace(SOUND, status=Status.REJECTED, anchor=Anchor.ORPHAN)) == []
    early, late = replace(SOUND, source_id=0), replace(SOUND, spans=(span("„falsch“"),), id=2)
    assert [f.quote_id for f in lint(ARTICLE, [late, early], {1: SOURCE})] == [1, 2]


@pytest.mark.parametrize(
    ("text", "words", "is_scrap"),
    [
        ("„Das ist falsch“, sagte sie.", "„Das ist falsch“", False),
        ("Er kam. „Nein!“, rief er.", "„Nein!“", False),
        ("Sie sagte: „Alles gut.“", "„Alles gut.“", False),
        ('He said, "That is wrong."', '"That is wrong."', False),
        ("« Jamais », dit-il.", "« Jamais »", False),
        ("Er nannte das „falsch“.", "„falsch“", True),
        ("„Unfug“ nannte er das.", "„Unfug“", True),
        ("She called it a “bloody mess” on Monday.", "“bloody mess”", True),
        ("Er sprach von „Großer Sorge“ im Amt.", "„Großer Sorge“", True),
    ],
)
def test_a_whole_short_sentence_is_no_scrap(text: str, words: str, is_scrap: bool) -> None:
    start = text.index(words)
    quote = replace(SOUND, spans=(Span(start, start + len(words)),))
    found = [finding.rule for finding in lint(Article(text), [quote], {1: SOURCE})]
    assert ("scrap" in found) == is_scrap


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat tagte. „Wir zahlen nicht, sagte Kolb am Montag.",
        "Der Rat tagte. Wir zahlen nicht“, sagte Kolb am Montag.",
        '"We will not pay, said Kolb on Monday.',
        "«Nous ne paierons pas, a dit Kolb.",
        "»Wir zahlen nicht, sagte Kolb.\n\n»Nie«, sagte Hall.\n\n„Doch, sagte sie.",
    ],
)
def test_a_missing_mark_is_told_where_no_quote_was_found(text: str) -> None:
    (found,) = lint(Article(text), [], {})
    assert (found.rule, found.quote_id) == ("unbalanced", 0)
    assert text[found.span.start : found.span.end].strip('„“"«»')


@pytest.mark.parametrize(
    "text",
    [
        ",,Alte Zeichen'' und ``auch diese''.",
        "„Eins.\n\n„Zwei.“",
        "« Un.\n\n» Deux. »",
        'Ein 27"-Monitor an der 5" dicken Wand.',
        "It's the lads' day, and 'twas the '90s.",
        '"Eins", ("zwei"), „drei“-mal—“vier”!',
    ],
)
def test_marks_that_belong_together_are_no_finding(text: str) -> None:
    assert lint(Article(text), [], {}) == ()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('"Wir zahlen das alles nicht“', "different kinds"),
        ('„Wir zahlen das alles nicht"', "different kinds"),
        ("»Wir zahlen das alles nicht“", "different kinds"),
        (",,Wir zahlen das alles nicht''", ""),
        ("„Wir zahlen das alles nicht“", ""),
        ("„Wir zahlen das alles nicht”", ""),
        ("«Wir zahlen das alles nicht»", ""),
        ("‘Wir zahlen das alles nicht’", ""),
    ],
)
def test_marks_of_two_kinds_are_told_and_those_of_a_typewriter_are_not(words: str, message: str) -> None:
    text = f"{words}, sagte Erika Mustermann."
    quote = replace(SOUND, spans=(Span(0, len(words)),), speaker=(Span(len(words) + 8, len(text) - 1),))
    found = lint(Article(text), [quote], {1: SOURCE})
    assert [one.rule for one in found] == (["unbalanced"] if message else [])
    assert all(message in one.message for one in found)


def test_a_quote_that_lacks_a_mark_is_told_once() -> None:
    text = "„Wir zahlen nicht, sagte Erika Mustermann."
    quote = replace(SOUND, spans=(Span(0, text.index(",")),), speaker=())
    found = lint(Article(text), [quote], {1: SOURCE})
    assert [(one.rule, one.quote_id) for one in found if one.rule == "unbalanced"] == [("unbalanced", 1)]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("SPERRFRIST: 11. November, 10 Uhr", "embargo"),
        ("EMBARGOED UNTIL 6 PM", "embargo"),
        ("Es gilt das gesprochene Wort.", "not-delivered"),
        ("Check against delivery", "not-delivered"),
    ],
)
def test_what_must_wait_is_told_once_and_only_where_something_is_quoted(line: str, rule: str) -> None:
    article = Article(f"{TEXT}\n\n{line}", language="de")
    both = [
        SOUND,
        replace(SOUND, id=2, spans=(span("Er nannte es „falsch“ gestern."),), type=QuoteType.REPORTED),
    ]
    found = [one for one in lint(article, both, {1: SOURCE}) if one.rule == rule]
    assert [one.quote_id for one in found] == [0]
    assert lint(article, [], {}) == ()


def test_of_a_lost_quote_nothing_is_said_by_its_place_in_the_present_text() -> None:
    lost = replace(SOUND, anchor=Anchor.ORPHAN, spans=(Span(5, 40),), exact=("„Wir bauen nie“",), id=2)
    found = lint(ARTICLE, [SOUND, lost], {1: SOURCE})
    assert [(one.rule, one.quote_id) for one in found] == [("orphan", 2)]


@pytest.mark.parametrize(
    ("language", "text", "is_missing"),
    [
        ("de", "„Wir zahlen nicht, sagte Jana Kolb.\n\n„Doch“, sagte Hall.", True),
        ("en", "“We will not pay, said Jana Kolb.\n\n“But we do,” said Hall.", True),
        ("de", "„Wir zahlen nicht.\n\n„Und wir gehen, wenn das so ist.“", False),
        ("de", '„Wir zahlen nicht.\n\n"Doch", sagte Hall.', True),
    ],
)
def test_a_speech_over_paragraphs_is_told_from_a_mark_that_is_missing(
    language: str, text: str, is_missing: bool
) -> None:
    assert bool(lint(Article(text, language=language), [], {})) == is_missing


@pytest.mark.parametrize(
    ("text", "speaker", "said", "found"),
    [
        ("Huber: Minus 20 Grad waren es dort.", "Huber", "Minus 20 Grad waren es dort.", []),
        ("HUBER (lacht): Wer lügt, der sagt „Nein“", "HUBER", "Wer lügt, der sagt „Nein“", []),
        ("Frage?\n\nHuber: „Nein“ sagt man da nicht.", "Huber", "„Nein“ sagt man da nicht.", []),
        ("**Huber:** Wir hatten große Angst.", "Huber", "Wir hatten große Angst.", []),
        ("Huber: Wer lügt, der sagt „Nein", "Huber", "Wer lügt, der sagt „Nein", ["unbalanced"]),
        ("Das fand Huber: Wir hatten große Angst.", "Huber", "Wir hatten große Angst.", ["unmarked"]),
        ("Huber sagte, wir hatten große Angst.", "Huber", "wir hatten große Angst.", ["unmarked"]),
    ],
)
def test_what_is_said_behind_a_label_needs_no_marks(
    text: str, speaker: str, said: str, found: list[str]
) -> None:
    at, spoken = text.rindex(said), text.index(speaker)
    quote = replace(
        SOUND, spans=(Span(at, at + len(said)),), speaker=(Span(spoken, spoken + len(speaker)),), cue=()
    )
    told = lint(Article(text, language="de"), [quote], {1: SOURCE})
    assert [finding.rule for finding in told] == found
