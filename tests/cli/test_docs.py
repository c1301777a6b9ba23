"""The documentation names every command, every option and every format."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from reader import formats
from reader.cli.commands import COMMANDS
from reader.cli.group import cli

SHARED = ("--library", "--with-confidential")
"""Told of once, for all commands."""
DOCS = Path(__file__).parent.parent.parent / "docs"


def section(name: str) -> str:
    """The part of the page that is about a command."""
    parts = re.split(r"^(?=### )", (DOCS / "cli.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return "".join(part for part in parts if re.search(rf"^### .*\breader {name}(?=[ ,\n])", part))


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from (*parameter.opts, *parameter.secondary_opts)
    if isinstance(command, click.Group):
        for sub in command.commands.values():
            yield from options(sub)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    told = section(name)
    assert told, f"reader {name} is not in docs/cli.md"
    missing = [option for option in options(command) if f"`{option}" not in told and option not in SHARED]
    assert missing == []


def test_the_page_names_no_command_that_is_not_there() -> None:
    told = re.findall(r"^### .*", (DOCS / "cli.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = {name for line in told for name in re.findall(r"reader ([a-z]+)", line)}
    assert named == set(COMMANDS)


def test_options_of_reader_itself_are_documented() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert all(f"`{option}" in page for option in (*SHARED, "-h", "--help", "-V", "--version"))


@pytest.mark.parametrize("name", ["sources", "feeds"])
def test_every_subcommand_is_documented(name: str) -> None:
    group = cli.get_command(click.Context(cli), name)
    assert isinstance(group, click.Group)
    assert all(re.search(rf"`reader {name} {below}[ `]", section(name)) for below in group.commands)


def test_every_format_is_documented_with_its_ending() -> None:
    page = (DOCS / "formats.md").read_text(encoding="utf-8")
    for item in formats.available().values():
        assert f"| `{item.name}` | {item.suffix} |" in page


def test_every_setting_is_documented() -> None:
    from reader.config import Config

    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    for name in Config._fields:
        assert name == "path" or re.search(rf"^(?:{name} = |\[+{name}\])", page, re.MULTILINE)
