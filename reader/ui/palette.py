"""The command palette, as quiet as our own dialogs; apart, so that the start reads no rules for it."""

from textual.command import CommandPalette


class Palette(CommandPalette):
    """Textual's command palette without its frame."""

    DEFAULT_CSS = """
    Palette { background: $background 50%; }
    Palette > Vertical { margin-top: 2; width: 84; max-width: 96%; background: $surface; }
    Palette SearchIcon { display: none; }
    Palette CommandInput { padding-left: 1; }
    Palette #--input, Palette #--input.--list-visible { border: none; }
    Palette CommandList { border: none; max-height: 60vh; scrollbar-size-vertical: 1; }
    """
