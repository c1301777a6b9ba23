"""How marked text looks: the colours of a theme and styles that tell the types apart without colour too.

A piece of text lies under several marks at once (a direct quote inside an indirect one, a match inside both):
the innermost gives the colour, all give their style, the outer quote lends its tint as background.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rich.style import Style
from textual.color import Color, ColorParseError

from reader.ui.widgets.quote_types import LOOKS

_FALLBACK = {
    "background": "#14161a",
    "foreground": "#dcd9d1",
    "primary": "#8fc1ff",
    "muted": "#97958e",
    "faint": "#706f6a",
    "quote-current": "#2b3446",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """The look of one kind of mark."""

    colour: str = ""
    """Theme variable of the letters, "" to leave them."""
    ground: str = ""
    """Theme variable of the background, "" to leave it."""
    strength: float = 1.0
    """How much of the ground shows, 0 to 1."""
    style: str = ""
    """Words of "bold italic underline dim strike reverse"."""
    bare: str = ""
    """Style added where there is no colour."""
    quote: bool = False
    """Whether it is a quote's own text, which nests."""


INKS: dict[str, Ink] = {
    **{look.ink: Ink(look.colour, style=look.style, quote=True) for look in LOOKS.values()},
    "speaker": Ink("speaker", style="underline"),
    "cue": Ink("cue", style="italic", bare="dim"),
    "addressee": Ink("addressee"),
    "frame": Ink(),
    "current": Ink(ground="quote-current"),
    "scare": Ink("muted", style="dim"),
    "heading": Ink(style="bold"),
    "asked": Ink("muted", style="italic"),
    "unsure": Ink("disputed", style="underline"),
    "heard": Ink(ground="primary", strength=0.32, bare="reverse"),
    "note": Ink(ground="note-mark", strength=0.16, bare="underline"),
    "match": Ink(ground="find-match", bare="underline bold"),
    "match-current": Ink("#1a1400", ground="find-current", style="bold", bare="reverse"),
    "selection": Ink(ground="primary", strength=0.32, bare="reverse"),
    "point": Ink(ground="accent", strength=0.3, bare="reverse"),
    "caret": Ink("background", ground="foreground", bare="reverse"),
    "title": Ink("foreground", style="bold"),
    "section": Ink("primary"),
    "meta": Ink("muted"),
    "caption": Ink("muted", style="italic"),
    "rule": Ink("hairline"),
    "removed": Ink("faint", bare="dim"),
    "text": Ink(),
    "bar": Ink("primary", style="bold"),
    "sign": Ink("note-mark"),
    "note-strong": Ink("note-mark", style="bold"),
    "note-em": Ink("note-mark", style="italic"),
    "note-struck": Ink("note-mark", style="strike"),
    "note-link": Ink("note-mark", style="underline"),
    "note-code": Ink("foreground", style="dim"),
    "badge": Ink("background", ground="primary", style="bold", bare="reverse"),
    "card-name": Ink("foreground", style="bold"),
    "card-only-name": Ink("foreground"),
    "card-source": Ink("speaker"),
    "card-tag": Ink("addressee"),
    "card-current": Ink(ground="quote-current"),
    "choice-current": Ink(ground="quote-current", bare="reverse"),
    "accepted": Ink("accepted"),
    "rejected": Ink("rejected"),
    "open": Ink("open"),
    "checked": Ink("checked"),
    "disputed": Ink("disputed", style="bold"),
    "held": Ink("held", style="bold", bare="reverse"),
}

_TINT = 0.13
"""Share of its ink in the ground of a quote (chosen by hand)."""


class Palette:
    """Styles for combinations of inks on one theme; each is mixed once."""

    def __init__(self, variables: Mapping[str, str] | None = None, *, colour: bool = True) -> None:
        self._variables = _FALLBACK | dict(variables or {})
        self._colour = colour
        self._mixed: dict[tuple[str, ...], Style] = {}
        self._colours: dict[str, Color] = {}

    def style(self, *inks: str) -> Style:
        """The style of text under `inks`, outermost first; a "+" after a quote's ink marks it as accepted."""
        style = self._mixed.get(inks)
        if style is None:
            style = self._mixed[inks] = self._mix(inks)
        return style

    def colour(self, name: str) -> Color:
        """The colour of a theme variable, or of a literal such as "#ff8800"."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = self._parse(name)
        return found

    def _parse(self, name: str) -> Color:
        try:
            return Color.parse(self._variables.get(name, name))
        except ColorParseError:
            return Color.parse(_FALLBACK.get(name, _FALLBACK["foreground"]))

    def _mix(self, names: tuple[str, ...]) -> Style:
        letters, ground = "", self.colour("background")
        words: set[str] = set()
        quotes = [name for name in names if _ink(name).quote]
        for name in names:
            ink = _ink(name)
            letters = ink.colour or letters
            words.update(ink.style.split())
            if not self._colour:
                words.update(ink.bare.split())
            if ink.quote and (name.endswith("+") or len(quotes) > 1):
                ground = ground.blend(self.colour(ink.colour), _TINT if name == quotes[0] else 0)
            elif ink.ground:
                ground = ground.blend(self.colour(ink.ground), ink.strength)
        return self._rich(letters, ground, words)

    def _rich(self, letters: str, ground: Color, words: set[str]) -> Style:
        attributes = dict.fromkeys(sorted(words), True)
        if not self._colour:
            return Style(**attributes)  # type: ignore[arg-type]  # the words are Style's own attributes
        front = self.colour(letters or "foreground")
        return Style(color=front.rich_color, bgcolor=ground.rich_color, **attributes)  # type: ignore[arg-type]  # as above


def _ink(name: str) -> Ink:
    """The ink of that name; "tag:#rrggbb" highlights in a colour, "edge:direct" has a type's colour alone.

    "sign:#rrggbb" is the sign before a tag.
    """
    if name.startswith("edge:"):
        return Ink(INKS[name.removeprefix("edge:")].colour)
    if name.startswith("sign:"):
        return Ink(name.removeprefix("sign:"), style="bold")
    if name.startswith("tag:"):
        return replace(INKS["note"], ground=name.removeprefix("tag:"), strength=0.3)
    return INKS[name.removesuffix("+")]
