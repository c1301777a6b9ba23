"""`python -m tools.house [CHECKOUT] [--places]`: the figures of a checkout, this one if none is named."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.house import columns, desk, whys, words
from tools.house.tree import Module, modules

HERE = Path(__file__).parent.parent.parent
Row = tuple[str, object, Sequence[str]]
"""What is counted, the figure, and the places behind it."""


def main() -> None:
    """Print the tables of a checkout."""
    parser = argparse.ArgumentParser(prog="python -m tools.house", description=__doc__)
    parser.add_argument("checkout", nargs="?", type=Path, default=HERE, help="where `reader/` lies")
    parser.add_argument("--places", action="store_true", help="list the places behind each figure")
    wanted = parser.parse_args()
    for line in report(wanted.checkout, places=wanted.places):
        print(line)


def report(checkout: Path, *, places: bool = False) -> Iterator[str]:
    """The lines of all tables."""
    every = modules(checkout)
    yield from _table("The desk: one class with all its bases", _desk(every), places)
    yield from _table("Columns of an article", _columns(every), places)
    yield from _table("Words", _words(every, checkout), places)
    yield from _table("Whys and sizes", _whys(every), places)
    yield from _comments(every)


def _table(title: str, rows: Iterator[Row], places: bool) -> Iterator[str]:
    yield f"\n{title}"
    for label, figure, where in rows:
        yield f"  {label:<64} {figure!s:>8}"
        if places:
            yield from (f"      {place}" for place in where)


def _desk(every: Sequence[Module]) -> Iterator[Row]:
    found = desk.joined(every)
    if found is None:
        yield f"no class is called {desk.DESK}", "", ()
        return
    yield "classes", len(found.classes), found.classes
    yield "lines", found.lines, ()
    yield "methods, all", found.methods, ()
    yield "methods, names", found.names, ()
    yield "attributes", found.attributes, ()
    writers = [f"{name}: {', '.join(who)}" for name, who in found.writers.items()]
    yield "attributes written from more than two classes", len(writers), writers
    chains = [f"{name} {number}" for name, number in found.chains.items()]
    yield "methods that call the next by super()", len(chains), chains


def _columns(every: Sequence[Module]) -> Iterator[Row]:
    files = columns.files_that_name(every)
    yield f"files that name `{columns.LATE_COLUMN}` beside the feature", len(files), files
    found = columns.positional(every)
    unpacked = [place for place in found if " unpacks " in place]
    copied = [place for place in found if " copies " in place]
    yield f"unpackings of {columns.MANY} names or more", len(unpacked), unpacked
    yield f"copies of {columns.MANY} values or more by position", len(copied), copied


def _words(every: Sequence[Module], checkout: Path) -> Iterator[Row]:
    classes = _listed(words.classes_of_one_name(every))
    yield "names that classes of several modules share", len(classes), classes
    stems = _listed(words.modules_of_one_name(every))
    yield "names that several modules share", len(stems), stems
    told, compounds = words.called_told(every)
    yield "functions called `told`", len(told), told
    yield "functions with `told` in their name", len(compounds), compounds
    hiding = words.names_that_hide(every)
    yield "other names that hide the act", len(hiding), hiding
    german = words.german_in_code(every, checkout)
    yield "German words in code of quotes outside german/", len(german), german


def _whys(every: Sequence[Module]) -> Iterator[Row]:
    number, silent, mute = whys.conditions(every)
    yield "conditions of three parts or more", number, ()
    yield "  without a comment", len(silent), silent
    yield "  without a comment, and their function gives no example", len(mute), mute
    engines = [place for place in mute if place.startswith("reader.quotes")]
    yield "  of these in quotes", len(engines), engines
    constants, compared = whys.bare_thresholds(every)
    yield "numbers as constants without docstring", len(constants), constants
    yield "numbers inside comparisons", len(compared), compared
    with_why, without = whys.late_imports(every)
    yield "imports of our own inside functions, with half a line of why", len(with_why), with_why
    yield "imports of our own inside functions, without", len(without), without
    yield from _sizes(every)


def _sizes(every: Sequence[Module]) -> Iterator[Row]:
    for label, found in (
        (f"functions over {whys.LONG_FUNCTION} lines", whys.long_functions(every)),
        (f"modules over {whys.LONG_MODULE} lines", whys.long_modules(every)),
        ("public things without docstring", whys.without_docstring(every)),
    ):
        yield label, len(found), found


def _comments(every: Sequence[Module]) -> Iterator[str]:
    yield "\nComments in a hundred lines of code"
    rooms = whys.comments_by_room(every)
    rooms["all"] = (sum(code for code, _ in rooms.values()), sum(comments for _, comments in rooms.values()))
    for room, (code, comments) in rooms.items():
        yield f"  {room or 'on top':<12} {code:>7} lines {comments:>5} comments {100 * comments / code:>6.1f}"


def _listed(shared: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{name}: {', '.join(places)}" for name, places in shared.items()]


if __name__ == "__main__":
    main()
