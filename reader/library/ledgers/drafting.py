"""Take a draft of a manuscript into its ledger, and tie its quotes to where the library has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, ReaderError
from reader.i18n import _, ngettext, number
from reader.ledgers import EarlierDraft, Ledger, Statement, StatementKind
from reader.library.detecting import DetectionSettings, language_of
from reader.library.ledgers.carrying import carried
from reader.library.ledgers.draft_text import digest_of, draft_text, whole_text
from reader.library.ledgers.extracting import statements_of
from reader.library.ledgers.proving import is_usable, proof_of
from reader.models import Article, Quote, Status
from reader.texts.approvals import same_wording
from reader.texts.quotation_marks import bare

if TYPE_CHECKING:
    from reader.store import Store

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 3
"""Words of a quote below which it stands in too many articles to be tied by itself."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of a draft that was read."""

    ledger: Ledger
    is_new: bool = False
    is_same: bool = False
    """Whether the text is that of the last draft."""
    kept: int = 0
    reopened: int = 0
    """Rows to be looked at again, since their sentence has changed."""
    new: int = 0
    gone: int = 0
    missing: str = ""
    """What of the file could not be read, as a sentence."""
    text: str = ""
    """Of the draft."""

    def in_words(self) -> str:
        """What the draft changed; "" where it is the one that was read before."""
        name = self.ledger.name
        if self.is_same:
            return self.missing
        if self.is_new:
            told = ngettext(
                "Ledger {number} of “{name}”: {count} row.",
                "Ledger {number} of “{name}”: {count} rows.",
                self.new,
            ).format(number=self.ledger.id, name=name, count=number(self.new))
        else:
            told = _(
                "Draft {draft} of “{name}”: {kept} as before, {reopened} to be looked at again, {new} new, "
                "{gone} gone."
            ).format(draft=self.ledger.draft, name=name, **self._counts())
        return f"{self.missing} {told}".strip()

    def _counts(self) -> dict[str, int]:
        """What became of the rows of the draft before."""
        return {"kept": self.kept, "reopened": self.reopened, "new": self.new, "gone": self.gone}


def read_draft(location: str, how: DetectionSettings) -> Article:
    """The draft at a path, "-" or "clip:"; with title and text in one, as it is checked."""
    from reader.library.manuscripts.drafts import read_draft as read  # every way in

    article = read(location)
    whole = Article(
        whole_text(article),
        title=article.title,
        location=article.location,
        language=article.language,
        missing=article.missing,
    )
    return replace(whole, language=language_of(whole, how))


def find_ledger(store: "Store", words: str) -> Ledger | None:
    """The ledger of a number, a name, or a file that its draft was read from."""
    every = store.ledgers.all()
    if words.isdecimal() and (found := [one for one in every if one.id == int(words)]):
        return found[0]
    place = str(Path(words).expanduser().absolute())
    name = words.casefold()
    same = [one for one in every if one.location == place]
    same = same or [one for one in every if _earlier(one, place)]
    if not same and not Path(place).is_file():  # a file of that name elsewhere is another manuscript
        same = [one for one in every if name in (one.name.casefold(), _name(one.location).casefold())]
    if len(same) > 1:
        numbers = ", ".join(str(one.id) for one in same)
        raise NotFoundError(
            _("Several ledgers are called “{words}”: name one by its number ({numbers}).").format(
                words=words, numbers=numbers
            )
        )
    return same[0] if same else None


def _name(location: str) -> str:
    return location.replace("\\", "/").rpartition("/")[2]


def _earlier(ledger: Ledger, place: str) -> EarlierDraft | None:
    """The draft before the last one that was read from a place, if one was."""
    found = (one for one in ledger.earlier if one.location == place != ledger.location)
    return next(found, None)


def was_read_last(ledger: Ledger, location: str) -> bool:
    """Whether the file is no earlier draft that another one came after."""
    return _earlier(ledger, str(Path(location).expanduser().absolute())) is None


def take_draft(
    store: "Store",
    location: str,
    how: DetectionSettings,
    ledger: Ledger | None = None,
    name: str = "",
    *,
    is_named: bool = False,
) -> Drafted:
    """Read a draft into a ledger, a new one where none is given: ticks of unchanged sentences stay.

    `is_named` tells that a person named the ledger. Raises ReaderError where nobody did, and the file was an
    earlier draft that has changed since.
    """
    article = read_draft(location, how)
    digest = digest_of(article.text)
    place = "" if location in ("-", "clip:") else str(Path(location).expanduser().absolute())
    if ledger is not None and ledger.digest == digest:
        return Drafted(ledger, is_same=True, missing=article.missing, text=article.text)
    if ledger is not None and not is_named and (old := _earlier(ledger, place)):
        return Drafted(ledger, is_same=True, missing=_told(ledger, old, digest), text=draft_text(ledger))
    name = name or (ledger.name if ledger else _name(location).strip("-:") or "draft")
    told = _next(ledger, name, place, article.language, digest)
    is_new = ledger is None
    with store.step(_("Take in draft {draft} of “{name}”").format(draft=told.draft, name=told.name)):
        kept = store.ledgers.add(told) if is_new else store.ledgers.update(told)
        before = [] if is_new else store.ledgers.statements(kept.id)
        done = carried(before, statements_of(article, how), article)
        store.ledgers.change((*done.kept, *done.gone))
        own = store.articles.known(article)
        store.ledgers.insert(kept.id, (_tied(store, one, own.id if own else 0) for one in done.new))
    numbers = (len(done.kept) - done.reopened, done.reopened, len(done.new), len(done.gone))
    return Drafted(store.ledgers.get(kept.id), is_new, False, *numbers, article.missing, article.text)


def _next(ledger: Ledger | None, name: str, place: str, language: str, digest: str) -> Ledger:
    """The ledger as the next draft makes it, a new one where there is none."""
    if ledger is None:
        return Ledger(name, place, language, 1, digest, "", ())
    before = _places_before(ledger, place)
    return Ledger(name, place, language, ledger.draft + 1, digest, ledger.published, before, id=ledger.id)


def _places_before(ledger: Ledger, place: str) -> tuple[EarlierDraft, ...]:
    """The files of earlier drafts, once the next one is read from `place`."""
    every = (*ledger.earlier, EarlierDraft(ledger.draft, ledger.location, ledger.digest))
    return tuple(one for one in every if one.location not in ("", place))


def _told(ledger: Ledger, old: EarlierDraft, digest: str) -> str:
    """That a file was an earlier draft, as a sentence. Raises ReaderError where it has changed since."""
    known = {"name": _name(old.location), "number": old.number, "id": ledger.id, "last": ledger.draft}
    known["location"] = ledger.location or _("from the clipboard")
    if digest == old.digest:
        told = _("{name} was draft {number} of ledger {id}; these are the rows of draft {last}, {location}.")
        return told.format(**known)
    told = _(
        "{name} was draft {number} of ledger {id} and has changed since; the last one, draft {last}, is "
        "{location}. Nothing is read: `--of {id}` reads it as the next draft, `--name NAME` begins another "
        "ledger."
    )
    raise ReaderError(told.format(**known))


def _tied(store: "Store", statement: Statement, own: int) -> Statement:
    """A quote with the passage of the library that has its words, but of `own`, the draft as an article."""
    if statement.kind is not StatementKind.QUOTE:
        return statement
    quote = next((one for one in _said(store, bare(statement.words)) if one.article_id != own), None)
    return replace(statement, proofs=(proof_of(store, quote),)) if quote else statement


def _said(store: "Store", words: str) -> Iterator[Quote]:
    """Quotes of the library with exactly these words in them, whole ones first."""
    plain = _WORD.findall(words)
    if len(plain) < _LEAST_WORDS:
        return
    found = store.quotes.by_ids(store.quotes.ids(f'quote:"{" ".join(plain)}"', limit=50))
    usable = [one for one in found if one.status is not Status.REJECTED and is_usable(store, one)]
    yield from sorted(
        usable, key=lambda one: (not same_wording(one.stored_words, words), one.status is not Status.ACCEPTED)
    )
