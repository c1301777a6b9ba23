"""The colours of reader: dark, light and high contrast, and defaults for Textual's own themes.

The types of quotes differ in hue and in lightness, after the palette of Okabe and Ito (2008), so that they
stay apart for people with red-green or blue-yellow blindness; the desk adds a style to each.
"""

from textual.theme import Theme

from reader.i18n import pgettext

Inks = dict[str, str]
"""Colours by the names of their variables."""


def _with_states(inks: Inks) -> Inks:
    """Inks with those of what was decided, which have the hues of two types."""
    decided = inks["quote-indirect-free"]
    return inks | {"open": inks["quote-indirect"], "accepted": decided, "checked": decided}


DARK_INK = _with_states(
    {
        "quote-direct": "#8fc1ff",
        "quote-indirect": "#f0b45a",
        "quote-indirect-free": "#5fd0b0",
        "quote-free": "#e3a2cf",
        "quote-reported": "#d9d27a",
        "quote-current": "#2b3446",
        "speaker": "#ffffff",
        "cue": "#b9b4a8",
        "addressee": "#a9c7b8",
        "frame": "#94908a",
        "note-mark": "#f2d06b",
        "find-match": "#5a4a16",
        "find-current": "#e8c547",
        "muted": "#97958e",
        "faint": "#706f6a",
        "hairline": "#2c2f36",
        "star": "#f2c14e",
        "rejected": "#8a8883",
        "disputed": "#ff8f6b",
        "held": "#ff5c5c",
        "cursor-row": "#282c34",
        "cursor-row-blurred": "#1e2229",
        "selected-row": "#26323a",
    }
)
"""Our variables on a dark ground; the default for every dark theme."""

LIGHT_INK = _with_states(
    {
        "quote-direct": "#0b5cad",
        "quote-indirect": "#9a5200",
        "quote-indirect-free": "#00735a",
        "quote-free": "#a03a80",
        "quote-reported": "#6b6400",
        "quote-current": "#e6ecf7",
        "speaker": "#000000",
        "cue": "#55524a",
        "addressee": "#3d5c4d",
        "frame": "#75716a",
        "note-mark": "#8a6400",
        "find-match": "#fbe9a6",
        "find-current": "#f2c230",
        "muted": "#6a675f",
        "faint": "#8f8c83",
        "hairline": "#dddad2",
        "star": "#b07d00",
        "rejected": "#86837b",
        "disputed": "#b8330a",
        "held": "#c00018",
        "cursor-row": "#e3e7ee",
        "cursor-row-blurred": "#efede7",
        "selected-row": "#dcebe6",
    }
)
"""The same on a light ground."""

CONTRAST_INK = _with_states(
    DARK_INK
    | {
        "quote-direct": "#9fd0ff",
        "quote-indirect": "#ffc266",
        "quote-indirect-free": "#5dffd0",
        "quote-free": "#ffb3e6",
        "quote-reported": "#fff38a",
        "quote-current": "#00308f",
        "cue": "#e6e6e6",
        "addressee": "#c8ffe2",
        "frame": "#d0d0d0",
        "muted": "#d8d8d8",
        "faint": "#a8a8a8",
        "hairline": "#6a6a6a",
        "rejected": "#b8b8b8",
        "disputed": "#ff9b7a",
        "held": "#ff6b6b",
        "cursor-row": "#00308f",
        "cursor-row-blurred": "#202020",
        "selected-row": "#004d40",
    }
)
"""The same for those who need strong contrasts."""


def _theme(
    name: str,
    inks: Inks,
    *,
    text: str,
    grounds: tuple[str, str, str],
    lines: tuple[str, str],
    bars: tuple[str, str],
) -> Theme:
    """A theme of `inks` for letters: colour of text, grounds from back to front, lines and scroll bars,
    each strong or hovered, then faint or at rest."""
    background, surface, panel = grounds
    primary, second, third = inks["quote-direct"], inks["quote-indirect-free"], inks["quote-indirect"]
    return Theme(
        name=name,
        primary=primary,
        secondary=second,
        success=second,
        accent=third,
        warning=third,
        error=inks["disputed"],
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        dark=inks is not LIGHT_INK,
        variables=inks | _chrome(inks, text, background, lines, bars),
    )


def _chrome(inks: Inks, text: str, background: str, lines: tuple[str, str], bars: tuple[str, str]) -> Inks:
    """Colours of what stands around the text: borders, bars, cursors of lists."""
    cursor = {
        f"block-cursor-{state}{part}": colour
        for state in ("", "blurred-")
        for part, colour in (("background", inks["cursor-row"]), ("foreground", text))
    }
    behind = dict.fromkeys(
        (
            "footer-background",
            "scrollbar-background",
            "scrollbar-background-hover",
            "scrollbar-background-active",
            "scrollbar-corner-color",
        ),
        background,
    )
    return (
        behind
        | cursor
        | {
            "block-cursor-text-style": "none",
            "border": lines[0],
            "border-blurred": lines[1],
            "scrollbar-hover": bars[0],
            "scrollbar": bars[1],
            "scrollbar-active": inks["quote-direct"],
            "input-selection-background": f"{inks['quote-direct']} 30%",
        }
    )


DARK = _theme(
    "reader-dark",
    DARK_INK,
    text="#dcd9d1",
    grounds=("#14161a", "#1a1d22", "#22262d"),
    lines=("#3a3f49", "#2c2f36"),
    bars=("#4a505c", "#353a44"),
)
LIGHT = _theme(
    "reader-light",
    LIGHT_INK,
    text="#22242a",
    grounds=("#fbfaf7", "#f4f2ed", "#eae7e0"),
    lines=("#c3bfb5", "#dddad2"),
    bars=("#b5b2aa", "#cfccc4"),
)
CONTRAST = _theme(
    "reader-contrast",
    CONTRAST_INK,
    text="#ffffff",
    grounds=("#000000", "#1c1c1c", "#2a2a2a"),
    lines=("#ffffff", "#8a8a8a"),
    bars=("#d8d8d8", "#8a8a8a"),
)
THEMES = (DARK, LIGHT, CONTRAST)


def theme_label(name: str) -> str:
    """What people read for a theme: ours in words, Textual's by its name."""
    ours = {
        DARK.name: pgettext("colours", "dark"),
        LIGHT.name: pgettext("colours", "light"),
        CONTRAST.name: pgettext("colours", "contrast"),
    }
    return ours.get(name, name)


def ink_for(theme: Theme) -> Inks:
    """Our variables for a `theme` that does not define them."""
    return DARK_INK if theme.dark else LIGHT_INK
