"""The command palette, as quiet as our own dialogs; apart, so that the start reads no rules for it."""

from textual.command import CommandList, CommandPalette


class ActionPalette(CommandPalette):
    """Textual's command palette without its frame."""

    DEFAULT_CSS = """
    ActionPalette { background: $background 50%; }
    ActionPalette > Vertical { margin-top: 2; width: 84; max-width: 96%; background: $surface; }
    ActionPalette SearchIcon { display: none; }
    ActionPalette CommandInput { padding-left: 1; }
    ActionPalette #--input, ActionPalette #--input.--list-visible, ActionPalette CommandList { border: none; }
    ActionPalette:nocolor CommandList > .option-list--option-highlighted { text-style: underline bold; }
    """

    def on_mount(self) -> None:
        """Leave room below the list; here, since the style sheets are at their limit.

        Without colours the current line is underlined: Textual (8.2.8) paints no reversed options.
        """
        styles = self.query_one(CommandList).styles
        styles.max_height, styles.scrollbar_size_vertical = "60vh", 1
