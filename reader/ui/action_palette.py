"""The command palette, as quiet as our own dialogs; apart, so that the start reads no rules for it."""

from textual.command import CommandPalette


class ActionPalette(CommandPalette):
    """Textual's command palette without its frame."""

    DEFAULT_CSS = """
    ActionPalette { background: $background 50%; }
    ActionPalette > Vertical { margin-top: 2; width: 84; max-width: 96%; background: $surface; }
    ActionPalette SearchIcon { display: none; }
    ActionPalette CommandInput { padding-left: 1; }
    ActionPalette #--input, ActionPalette #--input.--list-visible { border: none; }
    ActionPalette CommandList { border: none; max-height: 60vh; scrollbar-size-vertical: 1; }
    """
