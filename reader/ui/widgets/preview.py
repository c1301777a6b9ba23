"""What an article is about before it is opened: its head, what was found in it, and its first quotes."""

from typing import TYPE_CHECKING, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader import amounts
from reader.i18n import _, number
from reader.ui.widgets.folded_lines import folded_to
from reader.ui.widgets.glyphs import DRAWN, Glyphs
from reader.ui.widgets.inks import ink
from reader.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.models import ArticleRow, QuoteRow


class PreviewedArticle(NamedTuple):
    """What the preview shows of one article."""

    row: "ArticleRow"
    opening: str
    """The first sentences."""
    quotes: "tuple[QuoteRow, ...]"
    found: tuple[tuple[str, bool], ...] = ()
    """What the search found, in parts that match and parts that do not."""
    held: tuple[str, ...] = ()
    """Why it must not be published yet, a sentence for each reason."""


class Preview(Widget):
    """What is in the current article."""

    DEFAULT_CSS = """
    Preview {
        padding: 0 2;
    }
    """
    previewed: reactive[PreviewedArticle | None] = reactive(None)
    signs: reactive[Glyphs] = reactive(DRAWN)

    def render(self) -> RenderResult:
        """From the title to as many quotes as there is room for."""
        if self.previewed is None:
            return ""
        parts = [self._head(self.previewed)]
        if self.previewed.found:
            parts.append(self._found(self.previewed.found))
        roomy = self.content_size.height > 12
        if self.previewed.opening and (roomy or not self.previewed.quotes):
            parts.append(Content.styled(visible(self.previewed.opening), ink(self.app, "muted")))
        parts += [self._quote(quote) for quote in self.previewed.quotes[: self.content_size.height // 2]]
        return Content("\n\n" if roomy else "\n").join(parts)

    def _head(self, previewed: PreviewedArticle) -> Content:
        from reader.texts.manners import day  # not for the first paint

        row = previewed.row
        title = Content.styled(visible(row.title) or _("(no title)"), ink(self.app, "foreground", bold=True))
        facts = (
            day(row.published[:10]),
            visible(row.outlet),
            _("feed {feed}").format(feed=visible(row.feed)) if row.feed not in ("", row.outlet) else "",
            amounts.words(row.words) if row.words else "",
            _counted(row.quotes, row.open),
        )
        head = [title, *self._held(previewed)]
        dot = f" {self.signs.dot} "
        told = folded_to(dot.join(filter(None, facts)), self.content_size.width, len(facts), dot)
        head.append(Content.styled(told, ink(self.app, "muted")))
        return Content("\n").join(head)

    def _held(self, previewed: PreviewedArticle) -> "Iterator[Content]":
        """Why it must wait, in red."""
        for sentence in previewed.held:
            yield Content.styled(visible(sentence), ink(self.app, "held", bold=True))

    def _found(self, found: tuple[tuple[str, bool], ...]) -> Content:
        facts, match = ink(self.app, "muted"), ink(self.app, "note-mark", bold=True)
        return Content("").join(Content.styled(visible(text), match if hit else facts) for text, hit in found)

    def _quote(self, quote: "QuoteRow") -> Content:
        from reader.ui.widgets.quote_types import LOOKS, sign_of  # not for the first paint

        speaker = Content.styled(
            visible(quote.speaker_label) or _("unknown"), ink(self.app, "speaker", bold=True)
        )
        sign, colour = sign_of(quote, self.signs)
        state = Content.styled(f"  {sign} ", ink(self.app, colour))
        if quote.said_from is not None:
            from reader.transcripts import clock  # few articles were spoken

            state += Content.styled(f"{clock(quote.said_from)} ", ink(self.app, "muted"))
        return speaker + state + Content.styled(visible(quote.words), ink(self.app, LOOKS[quote.type].colour))


def _counted(quotes: int, open_: int) -> str:
    told = amounts.quotes(quotes)
    if not open_:
        return told
    return _("{quotes}, {count} to decide").format(quotes=told, count=number(open_))
