"""A checkout as a list of parsed modules: name, text, syntax tree and the lines with comments."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "reader"
Function = ast.FunctionDef | ast.AsyncFunctionDef
"""A function or method."""
Definition = Function | ast.ClassDef
"""What has a name and a docstring of its own."""
_FOR_TOOLS = ("type:", "noqa", "fmt:", "pragma", "pylint:", "!")
"""Beginnings of comments that speak to a program; a reason may stand behind them."""


@dataclass(frozen=True, eq=False)
class Module:
    """One module of the package."""

    name: str
    """With dots, as it is imported."""
    text: str
    tree: ast.Module

    @property
    def stem(self) -> str:
        """The last part of its name: what one looks for."""
        return self.name.rpartition(".")[2]

    @property
    def room(self) -> str:
        """The package below the house that it lies in; "" for what lies on top."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 2 else ""

    @cached_property
    def comments(self) -> dict[int, bool]:
        """Lines with a comment for people, and whether it has the line for itself."""
        if "#" not in self.text:
            return {}
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        found = (token for token in tokens if token.type == tokenize.COMMENT)
        return {
            token.start[0]: token.line.lstrip().startswith("#")
            for token in found
            if _is_for_people(token.string)
        }

    @cached_property
    def code_lines(self) -> int:
        """Lines that are not empty."""
        return sum(bool(line.strip()) for line in self.text.splitlines())

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of its syntax tree."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def classes(self) -> tuple[ast.ClassDef, ...]:
        """Its classes, also those inside others."""
        return tuple(node for node in self.nodes if isinstance(node, ast.ClassDef))

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """Its functions and methods, also those inside others."""
        return tuple(node for node in self.nodes if isinstance(node, Function))

    @cached_property
    def docstrings(self) -> frozenset[int]:
        """The ids of all nodes that are strings standing alone: docstrings of whatever is above them."""
        return frozenset(id(node.value) for node in self.nodes if isinstance(node, ast.Expr))

    def has_comment(self, first: int, last: int) -> bool:
        """Whether a comment for people stands in some lines, or above the first in a line of its own."""
        return self.comments.get(first - 1, False) or any(
            line in self.comments for line in range(first, last + 1)
        )


def _is_for_people(comment: str) -> bool:
    words = comment.lstrip("#").strip()
    if not words.startswith(_FOR_TOOLS):
        return bool(words)
    return "#" in words


def modules(checkout: Path) -> list[Module]:
    """The modules of the package in a checkout, in the order of their names."""
    paths = sorted((checkout / PACKAGE).rglob("*.py"))
    return [_module(path, checkout) for path in paths]


def _module(path: Path, checkout: Path) -> Module:
    parts = list(path.relative_to(checkout).with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    text = path.read_text(encoding="utf-8")
    return Module(".".join(parts), text, ast.parse(text))


def lines_of(node: ast.stmt) -> int:
    """How many lines a statement has."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def inside(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a node, functions and classes inside it left out."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Definition):
            yield child
            yield from inside(child)
