"""Quotes: corrected, decided, checked; and what a detector may do to them."""

from dataclasses import replace

import pytest

from reader.errors import NotFoundError, StoreError
from reader.models import (
    ArticleState,
    Authorisation,
    Evidence,
    Note,
    QuoteType,
    Source,
    Span,
    SpeakerBasis,
    Status,
    Verification,
)
from reader.store import Store
from tests.store.conftest import FOUND, TEXT, quote


def test_a_quote_comes_back_with_its_exact_texts(store: Store, article: int) -> None:
    split = store.quotes.of(article)[2]
    assert split.exact == ("„Das war alles“", "„mehr nicht.“")
    assert [TEXT[start:end] for start, end in split.spans] == list(split.exact)
    assert split.speaker == FOUND[2].speaker
    assert store.quotes.rows([split.id])[0].words == "„Das war alles“ … „mehr nicht.“"


def test_a_quote_over_a_paragraph_break_proves(store: Store, article: int) -> None:
    start = TEXT.index("am Abend")
    made = store.quotes.add(article, replace(FOUND[0], spans=(Span(start, start + 30),), speaker=()))
    assert "\n\n" in made.exact[0]
    assert not list(store.verify())


def test_adding_by_hand_is_of_a_person_and_can_be_undone(store: Store, article: int) -> None:
    made = store.quotes.add(article, quote("Müller widersprach", type=QuoteType.REPORTED))
    assert made.origin == "person"
    assert store.journal.undo()
    with pytest.raises(NotFoundError):
        store.quotes.get(made.id)
    store.journal.redo()
    assert store.quotes.get(made.id) == made


@pytest.mark.parametrize("span", [Span(0, 9999), Span(-1, 3), Span(5, 5)])
def test_a_passage_outside_the_text_is_refused(store: Store, article: int, span: Span) -> None:
    with pytest.raises(StoreError, match="outside"):
        store.quotes.add(article, replace(FOUND[0], spans=(span,)))


def test_correcting_keeps_identity_and_words_follow(store: Store, article: int) -> None:
    old = store.quotes.of(article)[1]
    new = store.quotes.update(
        replace(old, spans=quote("sie sei zufrieden. Müller").spans, type=QuoteType.REPORTED)
    )
    assert (new.id, new.uid, new.exact) == (old.id, old.uid, ("sie sei zufrieden. Müller",))
    assert new.type is QuoteType.REPORTED
    assert store.quotes.ids("quote:Müller") == [old.id]
    store.journal.undo()
    assert store.quotes.get(old.id) == old
    assert store.quotes.ids("quote:Müller") == []


def test_removing_what_a_person_made_deletes_and_undo_brings_all_back(store: Store, article: int) -> None:
    made = store.quotes.add(article, quote("Müller widersprach"))
    note = store.notes.save(Note("Frag nach", article, quote_id=made.id))
    store.tags.attach(["wichtig"], quotes=[made.id])
    store.quotes.set_verification(
        [made.id], Verification.CHECKED, Evidence(Verification.CHECKED, made.id, "file", "a.mp3")
    )
    before = store.quotes.get(made.id)
    store.quotes.remove([made.id])
    assert made.id not in [each.id for each in store.quotes.of(article)]
    assert store.notes.get(note.id).quote_id == 0, "what a person wrote stays"
    store.journal.undo()
    assert store.quotes.get(made.id) == before
    assert store.notes.get(note.id).quote_id == made.id
    assert store.quotes.evidence(made.id)[0].reference == "a.mp3"


def test_removing_a_suggestion_rejects_it(store: Store, article: int) -> None:
    first = store.quotes.of(article)[0]
    store.quotes.remove([first.id])
    assert store.quotes.get(first.id).status is Status.REJECTED


def test_detecting_again_replaces_only_untouched_suggestions(store: Store, article: int) -> None:
    accepted, shifted, plain = store.quotes.of(article)
    store.quotes.set_status([accepted.id], Status.ACCEPTED)
    store.quotes.update(replace(shifted, spans=quote("sie sei").spans))
    made = store.quotes.add(article, quote("Müller widersprach"))
    fresh = quote("Er sagte", type=QuoteType.REPORTED)
    result = store.quotes.replace_suggestions(article, [*FOUND[:2], fresh], "rules-2")
    now = {each.id: each for each in store.quotes.of(article)}
    assert now[accepted.id].status is Status.ACCEPTED
    assert now[shifted.id].exact == ("sie sei",)
    assert made.id in now
    assert plain.id not in now
    assert [each.origin for each in now.values() if each.exact == ("Er sagte",)] == ["rules-2"]
    assert (result.added, result.removed, result.kept) == (1, 1, 3)
    store.journal.undo()
    assert plain == store.quotes.get(plain.id)


@pytest.mark.parametrize("touch", ["tag", "note", "source", "reject", "check", "authorise"])
def test_whatever_a_person_did_keeps_a_suggestion(store: Store, article: int, touch: str) -> None:
    first = store.quotes.of(article)[0].id
    source = store.sources.add(Source("Anna Müller"))
    {
        "tag": lambda: store.tags.attach(["x"], quotes=[first]),
        "note": lambda: store.notes.save(Note("?", article, quote_id=first)),
        "source": lambda: store.sources.assign([first], source.id),
        "reject": lambda: store.quotes.set_status([first], Status.REJECTED),
        "check": lambda: store.quotes.set_verification([first], Verification.DISPUTED),
        "authorise": lambda: store.quotes.set_authorisation(first, Authorisation.SENT),
    }[touch]()
    store.quotes.replace_suggestions(article, [], "rules-2")
    assert [each.id for each in store.quotes.of(article)] == [first]
    store.quotes.replace_suggestions(article, FOUND, "rules-3")
    assert len(store.quotes.of(article)) == 3, "what was decided is not suggested a second time"


def test_slightly_other_ends_of_what_was_decided_are_not_suggested(store: Store, article: int) -> None:
    first = store.quotes.of(article)[0]
    store.quotes.set_status([first.id], Status.REJECTED)
    shorter = replace(FOUND[0], spans=(Span(first.start + 1, first.end - 1),))
    nested = quote("wir gehen")
    other_type = replace(shorter, type=QuoteType.REPORTED)
    assert store.quotes.replace_suggestions(article, [shorter], "rules-2").added == 0
    assert store.quotes.replace_suggestions(article, [nested, other_type], "rules-2").added == 2


def test_the_same_findings_change_nothing(store: Store, article: int) -> None:
    before = store.quotes.of(article)
    steps = len(store.journal.entries())
    result = store.quotes.replace_suggestions(article, FOUND, "rules-1")
    assert (result.same, result.added, result.removed, result.changed) == (3, 0, 0, 0)
    assert store.quotes.of(article) == before
    assert len(store.journal.entries()) == steps


def test_another_speaker_for_the_same_words_changes_the_suggestion(store: Store, article: int) -> None:
    better = replace(FOUND[1], resolved_speaker="Anna Beispiel", confidence=0.95)
    assert store.quotes.replace_suggestions(article, [FOUND[0], better, FOUND[2]], "rules-2").changed == 1
    assert store.quotes.of(article)[1].resolved_speaker == "Anna Beispiel"


def test_status_of_many_is_one_step(store: Store, article: int) -> None:
    ids = [each.id for each in store.quotes.of(article)]
    assert store.quotes.set_status(ids, Status.ACCEPTED) == 3
    assert store.journal.undo() == "Accept 3 quotes"
    assert {each.status for each in store.quotes.of(article)} == {Status.SUGGESTED}


def test_verification_with_evidence_and_history(store: Store, article: int) -> None:
    first = store.quotes.of(article)[0]
    evidence = Evidence(
        Verification.CHECKED, first.id, kind="recording", reference="00:12:31", remark="deutlich"
    )
    store.quotes.set_verification([first.id], Verification.CHECKED, evidence)
    kept = store.quotes.evidence(first.id)[0]
    assert (kept.kind, kept.reference, kept.remark, kept.who) == ("recording", "00:12:31", "deutlich", "anna")
    assert kept.at
    assert store.quotes.evidence_of(article) == [kept]
    store.quotes.set_status([first.id], Status.ACCEPTED)
    labels = [entry.label for entry in store.quotes.history(first.id)]
    assert labels == ["Accept a quote", "Mark checked"]
    (change,) = store.quotes.history(first.id)[0].changes
    assert (change.before, change.after) == ({"status": "suggested"}, {"status": "accepted"})
    store.journal.undo()
    store.journal.undo()
    assert store.quotes.evidence(first.id) == []


def test_authorisation_keeps_spoken_and_approved_wording(store: Store, article: int) -> None:
    first = store.quotes.of(article)[0]
    store.quotes.set_authorisation(first.id, Authorisation.SENT)
    store.quotes.set_authorisation(first.id, Authorisation.CHANGED, "„Ja, wir gehen bald“")
    assert store.quotes.get(first.id).authorisation is Authorisation.CHANGED
    sent, changed = store.quotes.authorisations(first.id)
    assert (sent.state, sent.spoken, sent.approved) == (Authorisation.SENT, first.exact[0], "")
    assert (changed.spoken, changed.approved, changed.who) == (first.exact[0], "„Ja, wir gehen bald“", "anna")


def test_lists_of_quotes_across_articles(store: Store, article: int) -> None:
    source = store.sources.add(Source("Anna Müller"))
    second = store.quotes.of(article)[1]
    store.sources.assign([second.id], source.id)
    row = store.quotes.rows([second.id])[0]
    assert (row.speaker, row.article_title, row.outlet) == ("Anna Müller", "Ätna bebt", "dpa")
    assert store.quotes.ids() == [each.id for each in store.quotes.of(article)]
    assert store.quotes.ids("source:anna") == [second.id]
    assert store.quotes.ids(sort="speaker")[0] == second.id
    assert store.quotes.count("type:indirect") == 1
    with pytest.raises(StoreError, match="speaker"):
        store.quotes.ids(sort="colour")


def test_a_speaker_carried_over_counts_for_nobody_in_the_views_until_one_is_assigned(
    store: Store, article: int
) -> None:
    found = store.quotes.of(article)[0]
    carried = replace(found, speaker_basis=SpeakerBasis.CARRIED, status=Status.ACCEPTED)
    store.quotes.update(carried)
    who = f"SELECT speaker, speaker_basis FROM quotes_view WHERE id = {found.id}"
    assert store.sql(who).rows == [("undecided", "carried")]
    assert ("undecided",) in store.sql("SELECT speaker FROM balance_view").rows
    store.sources.assign([found.id], store.sources.add(Source("Jana Kolb")).id)
    assert store.sql(who).rows == [("Jana Kolb", "person")]


def test_an_article_is_done_when_its_last_suggestion_is_decided(store: Store, article: int) -> None:
    ids = [quote.id for quote in store.quotes.of(article)]
    assert len(ids) > 1
    store.articles.set_position(article, 0)
    assert store.articles.get(article).state is ArticleState.READING, "opened, and begun"
    store.quotes.set_status(ids[1:], Status.REJECTED)
    assert store.articles.get(article).state is ArticleState.READING
    store.quotes.set_status(ids[:1], Status.ACCEPTED, speakers=True)
    assert store.articles.get(article).state is ArticleState.DONE
    store.journal.undo()
    assert store.articles.get(article).state is ArticleState.READING, "one step takes both back"
