"""The colours of reader: dark, light and high contrast, and defaults for Textual's own themes.

The types of quotes differ in hue and in lightness, after the palette of Okabe and Ito (2008), so that they
stay apart for people with red-green or blue-yellow blindness; the desk adds a style to each.
"""

from textual.theme import Theme

DARK_INK = {
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
    "faint": "#63625e",
    "hairline": "#2c2f36",
    "star": "#f2c14e",
    "open": "#f0b45a",
    "accepted": "#5fd0b0",
    "rejected": "#8a8883",
    "checked": "#5fd0b0",
    "disputed": "#ff8f6b",
    "cursor-row": "#282c34",
    "cursor-row-blurred": "#1e2229",
    "selected-row": "#26323a",
}
"""Our variables on a dark ground; the default for every dark theme."""

LIGHT_INK = {
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
    "faint": "#a5a299",
    "hairline": "#dddad2",
    "star": "#b07d00",
    "open": "#9a5200",
    "accepted": "#00735a",
    "rejected": "#86837b",
    "checked": "#00735a",
    "disputed": "#b8330a",
    "cursor-row": "#e3e7ee",
    "cursor-row-blurred": "#efede7",
    "selected-row": "#dcebe6",
}
"""The same on a light ground."""

CONTRAST_INK = DARK_INK | {
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
    "cursor-row": "#00308f",
    "cursor-row-blurred": "#202020",
    "selected-row": "#004d40",
}

_DARK_CHROME = {
    "footer-background": "#14161a",
    "border": "#3a3f49",
    "border-blurred": "#2c2f36",
    "scrollbar": "#353a44",
    "scrollbar-hover": "#4a505c",
    "scrollbar-active": "#8fc1ff",
    "scrollbar-background": "#14161a",
    "scrollbar-background-hover": "#14161a",
    "scrollbar-background-active": "#14161a",
    "scrollbar-corner-color": "#14161a",
    "input-selection-background": "#8fc1ff 30%",
    "block-cursor-background": "#282c34",
    "block-cursor-foreground": "#f3f1ea",
    "block-cursor-blurred-background": "#282c34",
    "block-cursor-blurred-foreground": "#f3f1ea",
    "block-cursor-text-style": "none",
}
_LIGHT_CHROME = {
    "footer-background": "#fbfaf7",
    "border": "#c3bfb5",
    "border-blurred": "#dddad2",
    "scrollbar": "#cfccc4",
    "scrollbar-hover": "#b5b2aa",
    "scrollbar-active": "#0b5cad",
    "scrollbar-background": "#fbfaf7",
    "scrollbar-background-hover": "#fbfaf7",
    "scrollbar-background-active": "#fbfaf7",
    "scrollbar-corner-color": "#fbfaf7",
    "input-selection-background": "#0b5cad 25%",
    "block-cursor-background": "#e3e7ee",
    "block-cursor-foreground": "#16181c",
    "block-cursor-blurred-background": "#e3e7ee",
    "block-cursor-blurred-foreground": "#16181c",
    "block-cursor-text-style": "none",
}

DARK = Theme(
    name="reader-dark",
    primary="#8fc1ff",
    secondary="#5fd0b0",
    accent="#f0b45a",
    warning="#f0b45a",
    error="#ff8f6b",
    success="#5fd0b0",
    foreground="#dcd9d1",
    background="#14161a",
    surface="#1a1d22",
    panel="#22262d",
    dark=True,
    variables=DARK_INK | _DARK_CHROME,
)

LIGHT = Theme(
    name="reader-light",
    primary="#0b5cad",
    secondary="#00735a",
    accent="#9a5200",
    warning="#9a5200",
    error="#b8330a",
    success="#00735a",
    foreground="#22242a",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#eae7e0",
    dark=False,
    variables=LIGHT_INK | _LIGHT_CHROME,
)

CONTRAST = Theme(
    name="reader-contrast",
    primary="#9fd0ff",
    secondary="#5dffd0",
    accent="#ffc266",
    warning="#ffc266",
    error="#ff9b7a",
    success="#5dffd0",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#141414",
    dark=True,
    variables=CONTRAST_INK
    | {"border": "#ffffff", "border-blurred": "#8a8a8a", "footer-background": "#000000"},
)

THEMES = (DARK, LIGHT, CONTRAST)


def ink_for(theme: Theme) -> dict[str, str]:
    """Our variables for a `theme` that does not define them."""
    return DARK_INK if theme.dark else LIGHT_INK
