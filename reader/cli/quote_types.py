"""The types of quotes as an option takes them: by the names that screens show, and by their values."""

import click

from reader.terms import QuoteType


class TypeChoice(click.Choice[str]):
    """Gives the value of a type: "mixed" is IndirectFreeIndirect, in whatever letters; so is its label."""

    def __init__(self) -> None:
        super().__init__([one.typed for one in QuoteType], case_sensitive=False)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value of a type that is named so."""
        named = value.strip().casefold()
        found = [one for one in QuoteType if named in (one.typed, str(one).casefold(), one.label.casefold())]
        return str(found[0]) if found else str(super().convert(value, param, ctx))
