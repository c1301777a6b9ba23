"""Our themes can be read: letters stand out from every ground they are painted on."""

import pytest
from textual.color import Color
from textual.theme import Theme

from reader.ui.themes import THEMES, ink_for

READ = (
    "quote-direct", "quote-indirect", "quote-indirect-free", "quote-free", "quote-reported", "speaker", "cue",
    "addressee", "muted", "open", "accepted", "checked", "disputed", "note-mark",
)  # fmt: skip
GROUNDS = ("quote-current", "cursor-row", "selected-row")


def contrast(letters: str, ground: str) -> float:
    """How much lighter one is than the other, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted(_luminance(Color.parse(colour)) for colour in (letters, ground))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_letters_can_be_read(theme: Theme) -> None:
    inks, background = theme.variables, str(theme.background)
    least = 7.0 if theme.name == "reader-contrast" else 4.5
    weak = [name for name in READ if contrast(inks[name], background) < least]
    weak += [
        f"{name} on {ground}" for name in READ for ground in GROUNDS if contrast(inks[name], inks[ground]) < 4
    ]
    assert weak == []
    assert contrast(inks["faint"], background) >= 3, "what is repeated can still be read"
    assert contrast(str(theme.foreground), background) > 10


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_types_differ_in_colour(theme: Theme) -> None:
    types = [theme.variables[name] for name in READ[:5]]
    assert len(set(types)) == 5


def test_a_theme_of_textual_gets_our_colours_for_its_ground() -> None:
    for theme in THEMES:
        assert set(ink_for(theme)) <= set(theme.variables)
