"""Keys of one's own on the desk: one for a tag, one for several steps after another."""

from collections.abc import Callable, Mapping
from functools import partial

from reader.i18n import _
from reader.models import Quote
from reader.own_keys import OwnKey
from reader.ui.desk.desk import Desk
from reader.ui.desk.loading import Loading
from reader.ui.desk.repeating import Repeating
from reader.ui.desk.tagging import Tagging


class Chaining:
    """Does what the configuration says of a key."""

    def __init__(
        self,
        desk: Desk,
        loading: Loading,
        repeating: Repeating,
        tagging: Tagging,
        opens: Mapping[str, Callable[[], None]],
    ) -> None:
        """`opens` does the last step of a chain that opens something, by its name."""
        self._desk = desk
        self._loading = loading
        self._repeating = repeating
        self._tagging = tagging
        self._opens = opens

    def tag(self, key: str) -> None:
        """Put the tag of a key on the quote, the selection or the article, or take it off."""
        own = self._desk.screen.own_key(key)
        self._tagging.turn(own.steps[0].tags[0])

    def run(self, key: str) -> None:
        """Do the steps of a key, beginning at the current quote."""
        desk, own = self._desk, self._desk.screen.own_key(key)
        if desk.quote is None:
            desk.say(_("That key does something to a quote: ] or Tab goes to one."), once=True)
        else:
            self._repeating.do(partial(self._play, own=own))

    def _play(self, quote: Quote, own: OwnKey) -> None:
        from reader.library.chains import play  # few have such keys

        desk = self._desk
        played = play(desk.page, quote, own)
        if played.edit is not None:
            desk.apply(played.edit, lambda _stored: self._loading.read_register())
        following = desk.page.quote(played.quote_id)
        if following is not None and following.id != quote.id:
            desk.go_to(following)
        if played.opens:
            self._opens[played.opens]()
