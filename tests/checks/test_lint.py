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
    "„Wir bauen heute dort ein Haus“, sagte Erika Mustermann. Er sagte: „Ja.“ Ohne Marken sprach sie weiter."
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
        ({"spans": (span("„Ja.“"),)}, "scrap"),
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
    early, late = replace(SOUND, source_id=0), replace(SOUND, spans=(span("„Ja.“"),), id=2)
    assert [f.quote_id for f in lint(ARTICLE, [late, early], {1: SOURCE})] == [1, 2]
