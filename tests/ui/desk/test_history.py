"""The history of a quote is told in plain words: when, who, what."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.models import (
    Authorisation,
    Evidence,
    QuoteType,
    Source,
    Span,
    Status,
    Translation,
    Verification,
)
from reader.store import Store
from reader.ui.desk.history import IdNames, history_lines, shortened
from reader.ui.widgets.aside import Hung
from tests.ui.desk.conftest import TEXT, Open
from tests.ui.translated import in_parts, translated
from tests.ui.waiting import shown


def told(store: Store, quote_id: int = 1) -> list[str]:
    """The history of a quote, without when and who."""
    sources = {source.id: source.name for source in store.sources.all()}
    tags = {tag.id: tag.path for tag in store.tags.all()}
    lines = history_lines(store.quotes.history(quote_id), IdNames(TEXT, sources, tags))
    plain = (line.content.plain if isinstance(line, Hung) else line.plain for line in lines)
    return [words.split("  anna  ")[-1].strip() for words in plain]


def test_every_kind_of_change_has_its_words(library: Path) -> None:
    with Store(library, actor="anna") as store:
        store.quotes.set_status([1], Status.ACCEPTED)
        store.sources.assign([1], 1)
        store.sources.assign([1], 2)
        store.quotes.update(replace(store.quotes.get(1), type=QuoteType.REPORTED))
        store.tags.attach(["wahl"], quotes=[1])
        store.tags.detach(["wahl"], quotes=[1])
        proof = Evidence(Verification.CHECKED, 1, "page", "S. 3", "im Protokoll")
        store.quotes.set_verification([1], Verification.CHECKED, proof)
        store.quotes.set_authorisation(1, Authorisation.CHANGED, "Wir irrten")
        assert told(store) == [
            in_parts("authorisation: none → changed"),
            translated("approved wording: {words}").format(words="“Wir irrten”"),
            translated("checked"),
            translated("evidence: S. 3, im Protokoll"),
            translated("tag #wahl taken off"),
            translated("tagged #wahl"),
            in_parts("type: direct → reported"),
            in_parts("speaker: Erna Ölmann → Bund der Steuerzahler"),
            in_parts("speaker: nobody → Erna Ölmann"),
            translated("accepted"),
        ]


def test_a_border_and_a_role_are_told_by_their_words(library: Path) -> None:
    with Store(library, actor="anna") as store:
        quote = store.quotes.get(5)
        store.quotes.update(replace(quote, spans=(Span(quote.start, quote.end - 7),)))
        cue = TEXT.index("forderte")
        store.quotes.update(replace(store.quotes.get(5), cue=(Span(cue, cue + 8),)))
        assert told(store, 5) == [
            f"{in_parts('cue: nothing')} → “forderte”",
            f"{translated('words')}: “Die Stadt müsse sparen” → “Die Stadt müsse”",
        ]


def test_what_was_undone_and_done_again(library: Path) -> None:
    with Store(library, actor="anna") as store:
        store.quotes.set_status([1], Status.REJECTED)
        store.journal.undo()
        assert told(store) == [
            translated("took back: ") + translated("rejected"),
            translated("rejected") + translated("  (taken back)"),
        ]
        store.journal.redo()
        assert told(store)[0] == translated("did again: ") + translated("rejected")


def test_what_is_no_longer_known_is_said(library: Path) -> None:
    with Store(library, actor="anna") as store:
        other = store.sources.add(Source("Nur kurz da"))
        store.sources.assign([1], other.id)
        store.sources.remove([other.id])
        assert in_parts("speaker: nobody → a source since removed") in told(store)


@pytest.mark.parametrize(
    ("words", "shown"), [("kurz", "kurz"), ("a" * 40 + " " + "b" * 40, f"{'a' * 30} … {'b' * 30}")]
)
def test_long_words_are_cut_in_the_middle(words: str, shown: str) -> None:
    assert shortened(words) == shown


def test_a_translation_is_told_by_its_language(library: Path) -> None:
    with Store(library, actor="anna") as store:
        number = store.quotes.translate(1, Translation("en", "We were wrong", "Ann"))
        store.quotes.remove_translation(number)
        assert told(store) == [
            translated("translation into English removed"),
            translated("translated into English"),
        ]


async def test_long_evidence_goes_on_under_its_beginning(library: Path, open_desk: Open) -> None:
    remark = "Am Telefon vorgelesen; er bleibt dabei, auch auf Nachfrage, und schickt das Protokoll nach."
    with Store(library, actor="anna") as store:
        proof = Evidence(Verification.CHECKED, 1, "call", "Amt", remark)
        store.quotes.set_verification([1], Verification.CHECKED, proof)
    async with open_desk() as hands:
        await hands.press("tab", "H")
        lines = shown(hands.app).splitlines()
        at = next(number for number, line in enumerate(lines) if translated("evidence: Amt") in line)
        begun = lines[at].index(translated("evidence: Amt"))
        assert lines[at + 1][:begun].strip(" │") == ""
        assert lines[at + 1][begun:].split()[0] in remark


async def test_no_name_of_a_column_is_shown(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "2", "enter", "left_square_bracket", "H")
        assert f"anna  {translated('accepted')}" in shown(hands.app)
        assert f"anna  {in_parts('type: direct → indirect')}" in shown(hands.app)
        for name in ("source id", "spoken by", "Direct", "status"):
            assert name not in shown(hands.app)


def test_marks_are_those_of_the_article_and_dates_those_of_the_interface(library: Path) -> None:
    with Store(library, actor="anna") as store:
        store.quotes.update(replace(store.quotes.get(1), cue=(Span(0, 3),)))
        (line, *_) = history_lines(store.quotes.history(1), IdNames(TEXT, {}, {}, "de"))
    assert not isinstance(line, Hung)
    assert re.match(r"\d{1,2}\.? [A-Z]\w+ 20\d\d, ", line.plain)
    assert "„Der“" in line.plain
