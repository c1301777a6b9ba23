"""How big a class is with all its bases from the project, and who writes what it holds."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tools.house.tree import Function, Module, lines_of

DESK = "DeskScreen"
"""The class that point by point was to become small."""
MOST_WRITERS = 2
"""From more classes than these nothing should be written."""


@dataclass(frozen=True)
class Joined:
    """A class and its bases as one."""

    classes: tuple[str, ...]
    lines: int
    methods: int
    """With each overriding counted."""
    names: int
    """Methods of different names."""
    attributes: int
    """What any of the classes writes to itself."""
    writers: Mapping[str, Sequence[str]]
    """Attributes that more than two classes write, with these; also by way of `desk` or `screen`."""
    chains: Mapping[str, int]
    """Methods that call the next of the same name by `super()`, with how many do."""


def joined(modules: Sequence[Module], name: str = DESK) -> Joined | None:
    """A class with its bases from the project; None where there is no such class."""
    every = {cls.name: cls for module in modules for cls in module.classes}
    if name not in every:
        return None
    classes = [every[part] for part in dict.fromkeys(_with_bases(name, every))]
    methods = [node.name for cls in classes for node in cls.body if isinstance(node, Function)]
    written = {cls.name: _own_writes(cls) for cls in classes}
    return Joined(
        tuple(cls.name for cls in classes),
        sum(map(lines_of, classes)),
        len(methods),
        len(set(methods)),
        len(set().union(*written.values())),
        _many_writers(modules, written),
        _chains(classes),
    )


def _with_bases(name: str, every: Mapping[str, ast.ClassDef]) -> Iterator[str]:
    yield name
    for base in every[name].bases:
        named = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(named, ast.Name) and named.id in every:
            yield from _with_bases(named.id, every)


def _own_writes(cls: ast.ClassDef) -> set[str]:
    declared = {
        node.target.id
        for node in cls.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id.islower()
    }
    return declared | {name for holder, name in _writes(cls) if holder == "self"}


def _writes(node: ast.AST) -> Iterator[tuple[str, str]]:
    """What is written in a node: by which name it is held, and the attribute."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store):
            yield _last_name(inner.value), inner.attr


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr.lstrip("_")
    return node.id.lstrip("_") if isinstance(node, ast.Name) else ""


def _many_writers(modules: Sequence[Module], written: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    writers: defaultdict[str, set[str]] = defaultdict(set)
    for owner, names in written.items():
        for name in names:
            writers[name].add(owner)
    for module in modules:
        for writer, node in _outsiders(module, written):
            for holder, name in _writes(node):
                if holder in ("desk", "screen") and name in writers:
                    writers[name].add(writer)
    return {name: tuple(sorted(who)) for name, who in sorted(writers.items()) if len(who) > MOST_WRITERS}


def _outsiders(module: Module, written: Mapping[str, set[str]]) -> Iterator[tuple[str, ast.AST]]:
    """Classes that are none of the joined ones, and functions outside classes by their module's name."""
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and node.name not in written:
            yield node.name, node
        elif isinstance(node, Function):
            yield module.name, node


def _chains(classes: Sequence[ast.ClassDef]) -> dict[str, int]:
    counted: defaultdict[str, int] = defaultdict(int)
    for cls in classes:
        for method in cls.body:
            if isinstance(method, Function) and method.name != "__init__" and _calls_next(method):
                counted[method.name] += 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _calls_next(method: Function) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == method.name
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "super"
        for node in ast.walk(method)
    )
