"""Classes and modules of one name, names that hide an act, German words in code."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.house.tree import PACKAGE, Module

HIDING_FUNCTIONS = frozenset(
    {"said", "some", "put", "take", "follow", "settle", "around", "behind", "kept", "gone", "taken", "every"}
)
"""Names of functions that do not say what is done; `told` and all its compounds are counted apart."""
HIDING_CLASSES = frozenset({"Deed", "Before", "Known", "How", "Place"})
"""Names of classes that do not say what they hold."""
_GERMAN = ("languages/de", "quotes/lang/de")
"""Where German tables lie, in the new and in the old layout."""
_WORD = re.compile(r"[a-zäöüß]+")
_UMLAUT = re.compile(r"[äöüß]")
_GRAMMAR = "quotes.german"
"""The engine that may know German function words."""


def classes_of_one_name(modules: Sequence[Module]) -> dict[str, list[str]]:
    """Names that classes of several modules share, with these modules."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for module in modules:
        for cls in module.classes:
            found[cls.name].append(module.name)
    return {name: places for name, places in sorted(found.items()) if len(set(places)) > 1}


def modules_of_one_name(modules: Sequence[Module]) -> dict[str, list[str]]:
    """Names that several modules share, packages left out, with these modules."""
    packages = {module.name.rpartition(".")[0] for module in modules}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for module in modules:
        if module.name not in packages and not module.stem.startswith("__"):
            found[module.stem].append(module.name)
    return {name: places for name, places in sorted(found.items()) if len(places) > 1}


def called_told(modules: Sequence[Module]) -> tuple[list[str], list[str]]:
    """Functions called `_told` or `told`, and others with that word in their name."""
    names = [(f"{module.name}.{node.name}", node.name) for module in modules for node in module.functions]
    alone = [full for full, name in names if name.strip("_") == "told"]
    with_more = [full for full, name in names if "told" in name.split("_") and full not in alone]
    return alone, with_more


def names_that_hide(modules: Sequence[Module]) -> list[str]:
    """Functions and classes whose names hide the act or the value."""
    functions = [
        f"{module.name}.{node.name}"
        for module in modules
        for node in module.functions
        if node.name.lstrip("_") in HIDING_FUNCTIONS
    ]
    classes = [
        f"{module.name}.{cls.name}"
        for module in modules
        for cls in module.classes
        if cls.name in HIDING_CLASSES
    ]
    return functions + classes


def german_in_code(modules: Sequence[Module], checkout: Path) -> list[str]:
    """German words that stand in the code of quotes outside the German engine, as "module:line words"."""
    german = _vocabulary(checkout)
    return [
        f"{module.name}:{line} {text}"
        for module in modules
        if module.room == "quotes" and _GRAMMAR not in module.name
        for line, text in _plain_strings(module)
        if _is_german(text, german)
    ]


def _plain_strings(module: Module) -> Iterator[tuple[int, str]]:
    """Strings of the code with their lines; docstrings are prose."""
    for node in module.nodes:
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in module.docstrings
        ):
            yield node.lineno, node.value


def _is_german(text: str, german: frozenset[str]) -> bool:
    words = _WORD.findall(text.lower())
    return bool(words) and all(word in german or _UMLAUT.search(word) for word in words)


def _vocabulary(checkout: Path) -> frozenset[str]:
    """The words of the German tables, without the keys of the tables and without English words."""
    ours = {word for folder in _GERMAN for word in _words_in(checkout / PACKAGE / folder)}
    theirs = {word for folder in _GERMAN for word in _words_in((checkout / PACKAGE / folder).with_name("en"))}
    return frozenset(ours - theirs)


def _words_in(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.toml")):
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted(folder.glob("*.txt")):
        yield from _WORD.findall(path.read_text(encoding="utf-8").lower())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, str):
        yield from _WORD.findall(value.lower())
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
