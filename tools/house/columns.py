"""Where the columns of an article are spelt, and what is unpacked or copied by position."""

import ast
import re
from collections.abc import Iterator, Sequence

from tools.house.tree import Module

LATE_COLUMN = "feed"
"""A column that came late: whoever adds the next one touches the same files."""
MANY = 6
"""From so many values on, an order cannot be kept in mind."""


def files_that_name(modules: Sequence[Module], column: str = LATE_COLUMN) -> list[str]:
    """Modules that name a column in their code, apart from those of the feature, which bear its name."""
    word = re.compile(rf"\b{column}\b")
    return [module.name for module in modules if column not in module.stem and _names(module, word)]


def _names(module: Module, word: re.Pattern[str]) -> bool:
    if not word.search(module.text):
        return False
    return any(word.search(text) for node in module.nodes for text in _spelt(module, node))


def _spelt(module: Module, node: ast.AST) -> Iterator[str]:
    """The names and strings that a node spells; docstrings are prose and spell nothing."""
    if isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.keyword) and node.arg:
        yield node.arg
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in module.docstrings:
        yield node.value


def positional(modules: Sequence[Module]) -> list[str]:
    """Places where six values or more are unpacked or handed on by their order, as "module:line what"."""
    return [
        f"{module.name}:{node.lineno} {what}"
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.expr) and (what := _by_position(node))
    ]


def _by_position(node: ast.expr) -> str:
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store) and len(node.elts) >= MANY:
        return f"unpacks {len(node.elts)}"
    if isinstance(node, ast.Call) and len(node.args) >= MANY and _copied(node.args) >= MANY:
        return f"copies {_copied(node.args)}"
    if isinstance(node, ast.Tuple) and _copied(node.elts) >= MANY:
        return f"copies {_copied(node.elts)}"
    return ""


def _copied(values: Sequence[ast.expr]) -> int:
    """How many values are attributes of one and the same thing."""
    holders = [
        node.value.id
        for node in values
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    ]
    return max((holders.count(holder) for holder in set(holders)), default=0)
