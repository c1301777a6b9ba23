"""The rows of a ledger as they may be shown and sent: covered, with what each rests on in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader import i18n
from reader.formats.addresses import called
from reader.formats.cover import Cover
from reader.formats.ledger_sheet import LedgerSheet, SheetRow
from reader.formats.pages import place_written
from reader.i18n import _, pgettext
from reader.ledgers import Ledger, Proof, Side, Statement, StatementKind, StatementState
from reader.library.covering import Covering
from reader.library.drafted_names import cover_of_draft
from reader.library.ledgers.draft_text import draft_text, not_there
from reader.library.ledgers.judging import was_put
from reader.library.ledgers.reaching import Reasons
from reader.texts.differences import bare

if TYPE_CHECKING:
    from reader.store import Store

_WITHHELD = _("not for publication")
_RUN = 3
"""Words in a row that a draft shares with what was said off the record."""


def sheet_of(store: "Store", covering: Covering, ledger: Ledger, rows: Sequence[Statement]) -> LedgerSheet:
    """The ledger as it goes to editor or lawyer."""
    cover = draft_cover(store, covering)
    return LedgerSheet(
        cover(ledger.name),
        ledger.draft,
        ledger.published,
        _rows(store, covering, cover, ledger, rows),
    )


def own_sheet(
    store: "Store",
    ledger: Ledger,
    rows: Sequence[Statement],
    known: dict[int, tuple[str, ...]] | None = None,
) -> LedgerSheet:
    """The ledger as it is shown to who wrote it, in their own words; passages off the record are none.

    `known` keeps what became known of reports from one time to the next, since that takes the longest.
    """
    covering = Covering(store, confidential=True)
    shown = _rows(store, covering, str, ledger, rows, known)
    return LedgerSheet(ledger.name, ledger.draft, ledger.published, shown)


def _rows(
    store: "Store",
    covering: Covering,
    cover: Callable[[str], str],
    ledger: Ledger,
    rows: Sequence[Statement],
    known: dict[int, tuple[str, ...]] | None = None,
) -> tuple[SheetRow, ...]:
    # the draft is read again only where somebody says that an answer stands in it
    text = draft_text(ledger) if any(one.allegation.answer_stands for one in rows) else ""
    reasons = Reasons(store, known)
    return tuple(
        replace(
            _row(store, covering, cover, one, text),
            again=tuple(dict.fromkeys(cover(line) for proof in one.proofs for line in reasons.of(proof))),
        )
        for one in rows
    )


def draft_cover(store: "Store", covering: Covering) -> Callable[[str], str]:
    """What covers the words of a draft, and whatever is told of it."""
    return _OfDraft(cover_of_draft(store, covering), store.quotes.off_record_words())


class _OfDraft:
    """The cover over what a draft says: names, what its people are, and words off the record."""

    def __init__(self, covered: Cover, off_record: Iterable[str]) -> None:
        self._covered = covered
        self._runs = frozenset(run for words in off_record for run in _runs(words))

    def __call__(self, text: str) -> str:
        return _WITHHELD if self._runs & _runs(text) else self._covered(text)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of words by which a wording is known again, also where it was cut."""
    words = bare(text)
    return frozenset(words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def _row(
    store: "Store", covering: Covering, cover: Callable[[str], str], one: Statement, text: str
) -> SheetRow:
    return SheetRow(
        one.number,
        str(one.kind),
        cover(one.words),
        cover(one.sentence),
        one.paragraph,
        str(one.state),
        " · ".join(filter(None, (one.who, one.at[:16].replace("T", " ")))),
        cover(one.remark),
        cover(one.before) if one.state is StatementState.OPEN else "",
        tuple(cover(rests_on(store, covering, proof)) for proof in one.proofs),
        tuple((name, cover(value)) for name, value in alleged(one, text)),
    )


def rests_on(store: "Store", covering: Covering, proof: Proof) -> str:
    """What a statement rests on, in a line."""
    side = f"{proof.side.label}: " if proof.side else ""
    about = _passage(store, covering, proof) if proof.article_uid or proof.quote_uid else _outside(proof)
    remark = f" ({proof.remark})" if proof.remark else ""
    return f"{side}{about}{remark}"


def _outside(proof: Proof) -> str:
    return f"{proof.kind}: {proof.reference}" if proof.reference else proof.kind


def _passage(store: "Store", covering: Covering, proof: Proof) -> str:
    """Article, and page or time, of a passage of the library."""
    article_id, quote_id, is_trashed = store.ledgers.place(proof)
    if not article_id:
        return _("a passage that has left the library")
    quote = covering.quote(store.quotes.get(quote_id)) if quote_id else None
    if quote_id and quote is None:
        return _("article {number}: not for publication").format(number=article_id)
    article = covering.article(article_id)
    place = place_written(article, quote)
    if quote and not quote.is_lost and not place:
        place = _("paragraph {number}").format(number=article.text.count("\n\n", 0, quote.start) + 1)
    known = (called(article), article.outlet, i18n.day(article.published), place)
    numbers = [_("article {number}").format(number=article_id)]
    numbers += [_("quote {number}").format(number=quote_id)] if quote_id else []
    numbers += [_("in the trash")] if is_trashed else []
    return f"{', '.join(filter(None, known))} [{', '.join(numbers)}]"


_ASKED = (
    (pgettext("of an allegation", "alleged of"), "against"),
    (pgettext("of an allegation", "put to them"), "put_on"),
    (pgettext("of an allegation", "how"), "put_how"),
    (pgettext("of an allegation", "deadline"), "deadline"),
    (pgettext("of an allegation", "answer"), "answer"),
    (pgettext("of an allegation", "answered"), "answered"),
    (pgettext("of an allegation", "answer stands"), "answer_stands"),
)


def alleged(one: Statement, text: str) -> Iterator[tuple[str, str]]:
    """What is known of an allegation in the draft `text`, name and value; of another statement nothing."""
    if one.kind is not StatementKind.ALLEGATION:
        return
    for name, field in _ASKED:
        if value := getattr(one.allegation, field):
            yield name, value
    for sentence in missing(one, text):
        yield pgettext("of an allegation", "missing"), sentence


def missing(one: Statement, text: str) -> Iterator[str]:
    """What an allegation still lacks before it may be printed; `text` is "" where nobody has the draft."""
    told = one.allegation
    if one.kind is not StatementKind.ALLEGATION or one.state is StatementState.DROPPED:
        return
    if not told.against:
        yield _("against whom")
    if not told.put_on:
        yield _("that it was put to them")
    elif not was_put(one):
        yield _("that it was put to them: {day} is still to come").format(day=i18n.day(told.put_on))
    if told.put_on and not (told.answer or told.deadline):
        yield _("the answer, or until when one was asked for")
    if told.answer and not told.answer_stands:
        yield _("where the answer stands")
    if fault := not_there(told, text):
        yield _("the answer in the draft: {fault}").format(fault=fault)
    sides = {proof.side for proof in one.proofs}
    if Side.FOR not in sides:
        yield _("evidence for it")
    if Side.AGAINST not in sides:
        yield _("evidence against it")
