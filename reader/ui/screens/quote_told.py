"""What stands beside the list of quotes: its place, what hangs on it, what else was said."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App
from textual.content import Content
from textual.style import Style

from reader import i18n
from reader.i18n import _, ngettext, number, percent
from reader.models import QuoteRow, Verification
from reader.texts.manners import day
from reader.texts.releases import held_back
from reader.ui.widgets.aside import Hung, Told
from reader.ui.widgets.glyphs import Glyphs
from reader.ui.widgets.inks import ink
from reader.ui.widgets.quote_types import LOOKS, SIGN, sign_of
from reader.visible import visible

if TYPE_CHECKING:
    from reader.models import Article, Evidence, Note, Quote, Span
    from reader.store import Store

AROUND, NEAR = 420, 160
"""Characters shown before a quote and behind it; in a low pane."""
LONGEST = 2000
"""Characters shown of a quote."""
WORD = 40
"""Characters within which the end of a word is looked for."""
OTHERS = 12
"""Other quotes of the same person that are named."""


_SPACE = re.compile(r"\s+")


class ToldQuote(NamedTuple):
    """What is told of one quote."""

    row: QuoteRow
    quote: "Quote"
    article: "Article"
    text: str
    """The text that its spans point into; "" where no stored text has its words."""
    notes: "Sequence[Note]"
    evidence: "Sequence[Evidence]"
    groups: Sequence[tuple[str, Sequence[QuoteRow]]]
    """Other quotes under a heading: of the same speaker, of the same article."""


def read_quote(store: "Store", quote_id: int) -> ToldQuote | None:
    """All of it, read in a worker; None where the quote is gone."""
    rows = store.quotes.rows([quote_id])
    if not rows:
        return None
    row, quote = rows[0], store.quotes.get(quote_id)
    is_gone = quote.is_lost and not quote.version
    text = "" if is_gone else store.articles.text(row.article_id, quote.version)
    return ToldQuote(
        row, quote, store.articles.get(row.article_id), text, store.notes.on(quote_id),
        store.quotes.evidence(quote_id), tuple(_others(store, row)),
    )  # fmt: skip


def _others(store: "Store", row: QuoteRow) -> "Iterator[tuple[str, Sequence[QuoteRow]]]":
    """What the same person said, the newest first, then who else is quoted in the article."""
    name = row.speaker.replace('"', '""')
    of_speaker = f'speaker:"{name}"' if row.speaker else ""
    own = store.quotes.ids(of_speaker, sort="published", descending=True) if row.speaker else ()
    here = [quote.id for quote in store.quotes.of(row.article_id)]
    known = {row.id, *own}
    same = [one for one in own if one != row.id]
    if same:
        told = ngettext("{count} more of {speaker}", "{count} more of {speaker}", len(same))
        heading = told.format(count=number(len(same)), speaker=row.speaker)
        yield heading, store.quotes.rows(same[:OTHERS])
    others = [one for one in here if one not in known]
    if others:
        told = ngettext("{count} more in this article", "{count} more in this article", len(others))
        yield told.format(count=number(len(others))), store.quotes.rows(others[:OTHERS])


class QuoteInks:
    """Writes it in the colours of an app."""

    def __init__(self, app: App[object], signs: Glyphs) -> None:
        self._app = app
        self._signs = signs
        self._muted = ink(app, "muted")

    def told(self, told: ToldQuote) -> Told:
        """The quote where it stands; in a low pane little more, since its row names speaker and article."""
        hanging = self._hanging(told)
        rest = [hanging] if hanging else []
        whole = [self._head(told), self._passage(told, AROUND), *rest, *self._others(told)]
        brief = [self._who(told) + "   " + self._standing(told), self._passage(told, NEAR), *rest]
        return Told(whole, brief)

    def _head(self, told: ToldQuote) -> Content:
        row = told.row
        facts = (day(row.published[:10]), row.outlet)
        lines = [self._who(told), self._standing(told)]
        lines.append(Content.styled(visible(row.article_title), self._strong("foreground")))
        lines += [Content.styled(visible(one), self._strong("held")) for one in held_back(told.article)]
        if any(facts):
            lines.append(Content.styled(visible(self._dotted(facts)), self._muted))
        return Content("\n").join(lines)

    def _who(self, told: ToldQuote) -> Content:
        who = Content.styled(visible(told.row.speaker_label) or _("unknown"), self._strong("speaker"))
        about = (told.quote.speaker_role, told.quote.speaker_affiliation)
        return who + Content.styled(visible("".join(f", {part}" for part in about if part)), self._muted)

    def _strong(self, colour: str) -> Style:
        return ink(self._app, colour, bold=True)

    def _standing(self, told: ToldQuote) -> Content:
        row, look = told.row, LOOKS[told.row.type]
        checked = "" if row.verification is Verification.UNVERIFIED else row.verification.label
        sure = (
            _("{percent} sure").format(percent=percent(row.confidence))
            if told.quote.origin and row.confidence < 1
            else ""
        )
        kind = Content.styled(look.label, ink(self._app, look.colour))
        rest = self._dotted((row.state_label, checked, sure))
        return kind + Content.styled(f" {self._signs.dot} {rest}", self._muted)

    def _dotted(self, facts: Sequence[str]) -> str:
        return f" {self._signs.dot} ".join(filter(None, facts))

    def _passage(self, told: ToldQuote, around: int) -> Content:
        """The words in what stands around them."""
        look = LOOKS[told.row.type]
        strong = ink(self._app, look.colour) + Style.parse(look.style)
        if not told.text:
            return Content.styled(visible(told.row.words), strong)
        return Content("").join(
            Content.styled(visible(piece), strong if is_said else self._muted)
            for piece, is_said in passage(told.text, told.quote.spans, around)
        )

    def _hanging(self, told: ToldQuote) -> Content | None:
        """Tags, notes and evidence, a line each."""
        lines = [
            Content.styled(
                visible("  ".join(f"#{tag}" for tag in told.row.tags)), ink(self._app, "secondary")
            )
        ]
        lines += [
            Content.styled(visible(f"{self._signs.note} {one.body}"), ink(self._app, "note-mark"))
            for one in told.notes
        ]
        for one in told.evidence:
            said = (one.verification.label, one.reference, one.remark, one.who)
            lines.append(Content.styled(visible(self._dotted(said)), ink(self._app, "checked")))
        shown = [line for line in lines if line.plain]
        return Content("\n").join(shown) if shown else None

    def _others(self, told: ToldQuote) -> Iterator[Content | Hung]:
        for heading, rows in told.groups:
            yield Content.styled(visible(heading), self._strong("muted"))
            yield from (self.line(row, is_here=row.article_id == told.row.article_id) for row in rows)

    def line(self, row: QuoteRow, *, is_here: bool) -> Hung:
        """A quote in two lines: its words, and where they stand, or who says them in the same article."""
        where = self._dotted((i18n.day(row.published), row.outlet, row.article_title))
        words = Content.styled(visible(row.words), ink(self._app, LOOKS[row.type].colour))
        sign, colour = sign_of(row, self._signs)
        shown = Content.styled(f"{sign:<{SIGN}}", ink(self._app, colour))
        about = row.speaker_label or _("unknown") if is_here else where
        return Hung(shown + words + "\n" + Content.styled(visible(f"{' ' * SIGN}{about}"), self._muted), SIGN)


def passage(text: str, spans: "Sequence[Span]", around: int) -> Iterator[tuple[str, bool]]:
    """What stands around a quote and the quote itself, in parts: whether the words are said."""
    start, end = _begin(text, spans[0].start - around), _end(text, spans[-1].end + around)
    yield "… " if start else "", False
    edges = [start, *(edge for span in spans for edge in (span.start, span.end)), end]
    for place, (left, right) in enumerate(pairwise(edges)):
        piece = text[left : min(right, left + LONGEST)]
        if around == NEAR:
            piece = piece.replace("\n\n", "\n")  # an empty line is a line less to read
        yield piece if right - left <= LONGEST else f"{piece} …", place % 2 == 1
    yield " …" if end < len(text) else "", False


def _begin(text: str, at: int) -> int:
    """The start of a word near a place, or the place itself where no word ends near it."""
    found = _SPACE.search(text, at, at + WORD) if at > 0 else None
    return found.end() if found else max(0, at)


def _end(text: str, at: int) -> int:
    """The end of a word near a place, or the place itself where no word ends near it."""
    found = _SPACE.search(text, at, at + WORD)
    return min(len(text), found.start() if found else at)
