"""Who spoke: a source of the register, a new one, or the speaker of the quote before."""

from dataclasses import replace
from functools import partial

from reader.i18n import _, ngettext, number
from reader.library import edits
from reader.library.speakers_nearby import speakers_nearby
from reader.models import Quote, Source
from reader.ui.desk.desk import Desk
from reader.ui.desk.loading import Loading
from reader.ui.desk.modes import StatusWords
from reader.ui.desk.repeating import Repeating


class Attributing:
    """Says who spoke."""

    def __init__(self, desk: Desk, loading: Loading, repeating: Repeating) -> None:
        self._desk = desk
        self._loading = loading
        self._repeating = repeating
        self._said_of = 0

    def speaker(self) -> None:
        """Ask who spoke."""
        from reader.ui.dialogs.source_picker import SourcePicker  # loaded when it is first asked for

        quote = self._desk.quote
        if quote is not None:
            written, register = self._desk.page.speaker_in_text(quote), self._loading.register
            language = self._desk.page.article.language
            likely = register.like(written)
            nearby = speakers_nearby(self._desk.page.quotes, quote, self._desk.page.sources)
            picker = SourcePicker(
                register.recent_sources, written=written, likely=likely, nearby=nearby, language=language
            )
            self._desk.ask(picker, self._take_source)

    def _take_source(self, source: Source | None) -> None:
        if source is not None:
            self._repeating.do(partial(self._assign, source=source))

    def _assign(self, quote: Quote, source: Source) -> None:
        self._said_of = quote.id
        self._desk.apply(edits.assign(self._desk.page, [quote], source), self._know_stored)

    def status(self) -> StatusWords | None:
        """That the name stands at other quotes too, as long as one is at a quote that was just given."""
        desk = self._desk
        quote = desk.quote
        # without a source it was taken back
        if quote is None or not quote.source or desk.saving.stored_id(self._said_of) != quote.id:
            return None
        more = sum(not one.source for one in edits.of_one_name(desk.page, quote))
        name = desk.page.speaker_in_text(quote)
        if not more:
            return None
        told = ngettext(
            "{source} it is, and {count} more of {name} here: P",
            "{source} it is, and {count} more of {name} here: P",
            more,
        )
        return "", told.format(source=quote.source, count=number(more), name=name)

    # -- all of one name ---------------------------------------------------------------------------------

    def all_of_name(self) -> None:
        """Ask who all are that the text names as the speaker of this quote."""
        from reader.ui.dialogs.name_picker import NamePicker  # loaded when it is first asked for

        quote, page = self._desk.quote, self._desk.page
        if quote is None:
            return
        name = page.speaker_in_text(quote)
        if not name:
            self._desk.say(_("The text names nobody here: p says who spoke."), warn=True)
            return
        here, register = edits.of_one_name(page, quote), self._loading.register
        now = [page.sources[quote.source_id]] if quote.source_id in page.sources else []
        names = [quote.resolved_speaker] if quote.resolved_speaker else []
        likely = [*now, *register.like(name)]
        picker = NamePicker(
            register.recent_sources, name, len(here), names, page.article.id, likely, page.article.language
        )
        picker.carried = sum(
            page.speaker_in_text(one) == name for one in page.shown if one.is_carried and one.id != quote.id
        )
        self._desk.ask(picker, lambda source: self._take_name(source, everywhere=picker.everywhere))

    def _take_name(self, source: Source | None, *, everywhere: bool) -> None:
        quote = self._desk.quote
        if source is not None and quote is not None:
            edit = edits.assign_name(self._desk.page, quote, source, everywhere=everywhere)
            self._desk.apply(edit, self._tell_stored)

    def _tell_stored(self, stored: Source) -> None:
        from reader.library.register import said_by  # only where a name is given to a source

        self._know_stored(stored)
        self._desk.say(said_by(stored))

    def _know_stored(self, stored: Source) -> None:
        """Give quotes of a source just made its id."""
        page = self._desk.page.with_sources([stored])
        waiting = [quote for quote in page.quotes if not quote.source_id and quote.source == stored.name]
        self._desk.show(page.with_quotes(replace(quote, source_id=stored.id) for quote in waiting))
        self._loading.read_register()

    def same_speaker(self) -> None:
        """Take the speaker of the quote before."""
        quote = self._desk.quote
        if quote is None or self._before(quote) is None:
            self._desk.say(_("There is no quote before this one."))
        else:
            self._repeating.do(self._copy_speaker)

    def _copy_speaker(self, quote: Quote) -> None:
        before = self._before(quote)
        if before is not None:
            self._desk.apply(edits.same_speaker(self._desk.page, quote, before))

    def _before(self, quote: Quote) -> Quote | None:
        before = self._desk.page.neighbour(quote.id, 0, -1)
        return before if before is not None and before.id != quote.id else None
