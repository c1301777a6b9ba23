"""Reasons that are missing: conditions, thresholds and late imports without one; sizes beyond the rule."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

from tools.house.tree import PACKAGE, Definition, Function, Module, inside, lines_of

LONG_FUNCTION = 30
LONG_MODULE = 300
MANY_PARTS = 3
"""A condition of so many parts needs an example and a reason."""
_PLAIN_NUMBERS = frozenset({-1, 0, 1, 2})
"""Numbers that count or point, and need no reason."""


def comments_by_room(modules: Sequence[Module]) -> dict[str, tuple[int, int]]:
    """For each package the lines of code and the lines with a comment for people."""
    code: Counter[str] = Counter()
    comments: Counter[str] = Counter()
    for module in modules:
        code[module.room] += module.code_lines
        comments[module.room] += len(module.comments)
    return {room: (code[room], comments[room]) for room in sorted(code)}


def conditions(modules: Sequence[Module]) -> tuple[int, list[str], list[str]]:
    """Conditions of three parts or more: how many, those without a comment, and those of silent functions.

    A comment counts that stands in the statement or in the line above it. A function is silent unless its
    docstring has more than one line, or an example in quotation marks.
    """
    number, silent, mute = 0, [], []
    for module, function, statement, condition in _conditions(modules):
        number += 1
        if module.has_comment(statement.lineno, _head_end(statement)):
            continue
        place = f"{module.name}:{condition.lineno}"
        silent.append(place)
        if not _explains(ast.get_docstring(function) or ""):
            mute.append(place)
    return number, silent, mute


def _conditions(modules: Sequence[Module]) -> Iterator[tuple[Module, Function, ast.stmt, ast.BoolOp]]:
    for module in modules:
        for function in module.functions:
            for statement in inside(function):
                if isinstance(statement, ast.stmt):
                    yield from (
                        (module, function, statement, node)
                        for node in _outer_conditions(statement)
                        if _parts(node) >= MANY_PARTS
                    )


def _outer_conditions(node: ast.AST) -> Iterator[ast.BoolOp]:
    """Conditions in the expressions of a statement that are part of no greater one."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.BoolOp):
            yield child
        elif not isinstance(child, ast.stmt):
            yield from _outer_conditions(child)


def _parts(node: ast.expr) -> int:
    if isinstance(node, ast.BoolOp):
        return sum(map(_parts, node.values))
    return _parts(node.operand) if isinstance(node, ast.UnaryOp) else 1


def _head_end(statement: ast.stmt) -> int:
    """The last line of a statement, of a block only its first part."""
    body = getattr(statement, "body", None)
    if body:
        return max(statement.lineno, int(body[0].lineno) - 1)
    return _last_line(statement)


def _explains(docstring: str) -> bool:
    return "\n" in docstring or any(mark in docstring for mark in '„“”"«»`')


def bare_thresholds(modules: Sequence[Module]) -> tuple[list[str], list[str]]:
    """Numbers as constants without a docstring or comment, and numbers that stand in a comparison."""
    constants = [place for module in modules for place in _bare_constants(module)]
    compared = [
        f"{module.name}:{node.lineno} {ast.unparse(node)}"
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.Compare) and any(map(_is_threshold, [node.left, *node.comparators]))
    ]
    return constants, compared


def _bare_constants(module: Module) -> Iterator[str]:
    following = [*module.tree.body[1:], None]
    for node, after in zip(module.tree.body, following, strict=True):
        name = _constant_name(node)
        if name and not isinstance(after, ast.Expr) and not module.has_comment(node.lineno, _last_line(node)):
            yield f"{module.name}:{node.lineno} {name}"


def _constant_name(node: ast.stmt) -> str:
    """The name of a constant that is a number, or ""."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target, value = node.targets[0], node.value
    elif isinstance(node, ast.AnnAssign) and node.value is not None:
        target, value = node.target, node.value
    else:
        return ""
    return target.id if isinstance(target, ast.Name) and target.id.isupper() and _is_number(value) else ""


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp | ast.BinOp):
        return all(_is_number(part) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr))
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _is_threshold(node: ast.expr) -> bool:
    return _is_number(node) and ast.literal_eval(node) not in _PLAIN_NUMBERS if _is_literal(node) else False


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)
    )


def late_imports(modules: Sequence[Module]) -> tuple[list[str], list[str]]:
    """Imports of our own modules inside functions: with half a line of why, and without.

    The why may stand in the line, in the line above, or above the first of several imports in a row.
    """
    with_why: list[str] = []
    without: list[str] = []
    for module in modules:
        for function in module.functions:
            told_above = False
            for node in inside(function):
                if isinstance(node, ast.stmt):
                    ours = _is_ours(node)
                    told_above = ours and (told_above or module.has_comment(node.lineno, _last_line(node)))
                    if ours:
                        (with_why if told_above else without).append(f"{module.name}:{node.lineno}")
    return with_why, without


def _last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def _is_ours(node: ast.stmt) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] == PACKAGE
    return isinstance(node, ast.Import) and any(name.name.split(".")[0] == PACKAGE for name in node.names)


def long_functions(modules: Sequence[Module]) -> list[str]:
    """Functions of more than thirty lines."""
    return [
        f"{module.name}.{node.name} {lines_of(node)}"
        for module in modules
        for node in module.functions
        if lines_of(node) > LONG_FUNCTION
    ]


def long_modules(modules: Sequence[Module]) -> list[str]:
    """Modules of more than three hundred lines."""
    sized = ((module.name, len(module.text.splitlines())) for module in modules)
    return [f"{name} {lines}" for name, lines in sized if lines > LONG_MODULE]


def without_docstring(modules: Sequence[Module]) -> list[str]:
    """Public modules, classes, functions and methods that have none; `__init__` is told by its class."""
    return [
        place
        for module in modules
        for place in [
            *([module.name] if not ast.get_docstring(module.tree) else []),
            *_silent(module.tree, module.name),
        ]
    ]


def _silent(node: ast.Module | ast.ClassDef, place: str) -> Iterator[str]:
    for child in node.body:
        if isinstance(child, Definition) and not child.name.startswith("_"):
            full = f"{place}.{child.name}"
            if not ast.get_docstring(child) and not _is_declared_elsewhere(child):
                yield full
            if isinstance(child, ast.ClassDef):
                yield from _silent(child, full)


def _is_declared_elsewhere(node: Definition) -> bool:
    """Whether it is one of several signatures of one function."""
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)
