"""What keeps the catalogues in step with the code, on small pieces made up for each."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tools.words import catalogues
from tools.words.unmarked import unmarked


def catalog(*messages: tuple[str | tuple[str, str], str | tuple[str, str]]) -> Catalog:
    """A German catalogue of these messages."""
    made = Catalog(locale="de", domain="reader", fuzzy=False)
    for message, string in messages:
        made.add(message, string, locations=[("reader/somewhere.py", 0)])
    return made


def found(folder: Path, code: str) -> list[str]:
    """The words that are not marked in a module of this code."""
    (folder / "reader").mkdir()
    (folder / "reader" / "module.py").write_text(code, encoding="utf-8")
    return [one.text for one in unmarked(folder / "reader", folder)]


QUOTES = ("{count} quote", "{count} quotes")


@pytest.mark.parametrize(
    ("there", "fault"),
    [
        ([], "not translated"),
        ([("There is {name}.", "")], "not translated"),
        ([("There is {name}.", "Da ist {nam}.")], "other {fields}"),
        ([("There is {name}.", "Da ist {name}."), ("Gone", "Weg")], "nothing says any more"),
    ],
)
def test_what_is_wrong_in_a_catalogue_is_said(there: list[tuple[str, str]], fault: str) -> None:
    (told,) = catalogues.faults(catalog(*there), catalog(("There is {name}.", "")))
    assert told.startswith(fault)


@pytest.mark.parametrize(
    ("german", "faults"),
    [
        (("ein Zitat", "{count} Zitate"), 0),
        (("{count} Zitat", "{count} Zitate"), 0),
        (("ein Zitat", ""), 1),
        (("ein Zitat", "{number} Zitate"), 1),
    ],
)
def test_a_singular_may_leave_the_number_out(german: tuple[str, str], faults: int) -> None:
    assert len([*catalogues.faults(catalog((QUOTES, german)), catalog((QUOTES, ("", ""))))]) == faults


def test_a_compiled_catalogue_is_known_by_what_it_says() -> None:
    german = catalog(("Open", "Öffnen"), (QUOTES, ("{count} Zitat", "{count} Zitate")))
    compiled = catalogues.compiled(german)
    assert catalogues.is_compiled(german, compiled)
    assert not catalogues.is_compiled(catalog(("Open", "Auf")), compiled)


def test_a_compiled_catalogue_is_in_the_order_that_it_is_searched_by() -> None:
    german = catalog(("Open", "Öffnen"), ("Shut", "Zu"))
    german.add("Alone", "Allein", context="a sense", locations=[("reader/somewhere.py", 0)])
    unordered = BytesIO()
    write_mo(unordered, german)
    assert not catalogues.is_compiled(german, unordered.getvalue())
    assert catalogues.is_compiled(german, catalogues.compiled(german))


def test_what_is_known_stays_when_the_code_says_more() -> None:
    merged = catalogues.merge(
        catalog(("Open", "Öffnen"), ("Gone", "Weg")), catalog(("Open", ""), ("New", ""))
    )
    assert {message.id: message.string for message in merged if message.id} == {"Open": "Öffnen", "New": ""}


@pytest.mark.parametrize(
    "code",
    [
        'raise ReaderError(f"There is no {thing} here.")',
        'binding = Binding("j", "down", "Down")',
        'parts = [f"{count} of them"]',
        'def f(title="That went wrong"): pass',
        'x = {"key": "The value of it"}',
        'hint = hints.get(name, "A person or a program")',
        "told = f\"[{_('no quotes with times')}]\"",
    ],
)
def test_words_that_are_not_marked_are_found(tmp_path: Path, code: str) -> None:
    assert len(found(tmp_path, code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        '"""What the module is for."""',
        'raise ReaderError(_("There is no {thing} here.").format(thing=thing))',
        'ngettext("{count} quote", "{count} quotes", n)',
        'raise ValueError("no such thing there")',
        'db.execute("SELECT a FROM b WHERE c")',
        'if state == "on record": pass',
        'SHARE = 1\n"""Of the whole, chosen by hand."""',
        'agent = "Mozilla/5.0 and so on"',
        'name = "Of a program"  # not shown',
        '__all__ = ["Quote"]',
    ],
)
def test_what_nobody_sees_is_not_found(tmp_path: Path, code: str) -> None:
    assert not found(tmp_path, code)
