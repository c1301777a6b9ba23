"""Words in the code that a person may see and that no catalogue knows.

A guess by the look of a string: two words, or one with a capital. What is never shown carries `# not shown`
on its line, or on the line where the statement around it begins; whole rooms stand in `EXEMPT`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_GETTEXT = {"_", "ngettext", "pgettext", "npgettext"}
MARKS = {*_GETTEXT, "_of_export", "labelled_in", "told"}
EXEMPT = (
    "reader/languages",
    "reader/i18n",
    "reader/imports/refi_project.py",
    "reader/formats/codes.py",
    "reader/formats/docx.py",
    "reader/formats/hypothesis.py",
    "reader/formats/odt.py",
    "reader/formats/readwise.py",
    "reader/formats/refi.py",
    "reader/formats/warc.py",
    "reader/formats/webannotation.py",
)
"""Rooms of tables and grammars, whose strings are words of the articles, and formats of other programs, whose
names they are."""
SENTENCES = "reader/quotes"
"""The room in which only whole sentences are for people: they explain why something was found."""
NOT_SHOWN = "# not shown"
_WORDED = re.compile(r"[A-Za-z”“)}.,:;!?…–-] [A-Za-z“({]|^[A-Z][a-z]+[.:?…]?$|^[A-Z][a-z]+ ?{}")
_SENTENCE = re.compile(r"[A-Z“].* .*[a-z)”}]\.")
_LETTERS = re.compile(r"[A-Za-z]{2}")
_OF_PROGRAMS = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|OR|AND|LIKE)\b"
    r"|\b(WHERE|FROM|JOIN|ORDER BY|PRAGMA|EXISTS|ALTER|DROP|VALUES|UNION)\b"
    r"|</?[a-z!?][^>]*>|\(\?[:=!<P]|\\[swdbS]|\[[^\]]*\][+*?]|^[.#:][a-z-]+ |^https?://"
    r"|^[A-Z][A-Za-z-]+: |^(Mozilla|Content|User)|^\s*[A-Z]\w+[^{]*{\s"
    r"|^(bold|italic|underline|reverse|dim)\b( \w+)?$"
)
"""SQL, markup, patterns, style sheets, addresses and headers."""
_OF_SQL = re.compile(
    r"\b(CASE|CAST\(|DISTINCT|DESC\b|NULLS|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|BETWEEN|MATERIALIZED)"
    r"|\b(IS|LIMIT|AS|AFTER|NOT|IN|NEAR) ?(NOT|NULL|{}|\(|of\b)| (=|<>|>=|<=) [?{']|\b[a-z_]+\({?[a-z_.]*}?, "
    r"|\b(WITH|AS) [{_a-z]|^id[, ]|^-{} days|{} DESC|words : "
)
"""Parts of statements that say none of those words."""
_FOR_PROGRAMMERS = {"ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "LookupError",
                    "IndexError", "NotImplementedError", "AttributeError", "OSError"}  # fmt: skip
_TECHNICAL = {"compile", "execute", "executescript", "query", "value", "rows", "many", "encode", "decode",
              "getLogger", "import_module", "get", "startswith", "endswith", "removeprefix", "removesuffix",
              "partition", "split", "replace", "sub", "match", "search", "fullmatch", "finditer", "findall",
              "TypeVar", "NewType", "namedtuple", "add_class", "query_one", "has_class", "set_class",
              "strftime", "strptime", "Column", "frozenset", "cast"}  # fmt: skip
_TECHNICAL_WORDS = {
    "id",
    "classes",
    "encoding",
    "errors",
    "name",
    "action",
    "key",
    "mode",
    "group",
    "variant",
    "message_type",
}


class Found(NamedTuple):
    """A string that looks like words for a person."""

    path: str
    line: int
    text: str


def unmarked(folder: Path, root: Path) -> Iterator[Found]:
    """Every such string below `folder`, or in it where it is a file."""
    for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]:
        name = path.relative_to(root).as_posix()
        if not name.startswith(EXEMPT):
            yield from _in_file(path, name)


def _in_file(path: Path, name: str) -> Iterator[Found]:
    written = path.read_text(encoding="utf-8")
    lines = written.splitlines()
    for node, statement in _strings(ast.parse(written)):
        text = _text(node)
        if name.startswith(SENTENCES) and not _SENTENCE.fullmatch(text):
            continue
        if not _LETTERS.search(text) or not _WORDED.search(text) or _is_of_programs(text):
            continue
        places = {node.lineno, node.end_lineno or node.lineno, statement}
        if not any(NOT_SHOWN in lines[place - 1] for place in places):
            yield Found(name, node.lineno, text)


def _is_of_programs(text: str) -> bool:
    return bool(_OF_PROGRAMS.search(text) or _OF_SQL.search(text))


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)


def _strings(tree: ast.Module) -> Iterator[tuple[ast.Constant | ast.JoinedStr, int]]:
    """The strings that nothing around them makes technical, with the line where their statement begins."""
    open_ones: list[tuple[ast.AST, int]] = [(tree, 1)]
    while open_ones:
        node, statement = open_ones.pop()
        if isinstance(node, ast.stmt):
            statement = node.lineno
        if isinstance(node, ast.JoinedStr):
            yield node, statement
            # Babel finds no mark within another string, before Python 3.12: the words would stay English
            yield from ((one, statement) for one in _marked_within(node))
            open_ones += [
                (one.value, statement) for one in node.values if isinstance(one, ast.FormattedValue)
            ]
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node, statement
        else:
            open_ones += [(child, statement) for child in _read_on(node)]


def _marked_within(node: ast.JoinedStr) -> Iterator[ast.Constant]:
    """Words that are marked inside of a string with holes."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and _name(call.func) in _GETTEXT:
            yield from (one for one in call.args if isinstance(one, ast.Constant))


def _read_on(node: ast.AST) -> list[ast.AST]:
    """What of a node may hold words for a person."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.Import() | ast.ImportFrom() | ast.Assert():
            return []
        case ast.Call(func=function) if _name(function) in MARKS | _FOR_PROGRAMMERS:
            return []
        case ast.Call(func=function, args=given, keywords=named):
            # of a look-up the key is technical, and what stands in for a missing value may be shown
            words = given[1:] if _name(function) == "get" else [] if _name(function) in _TECHNICAL else given
            return [function, *words, *(one.value for one in named if one.arg not in _TECHNICAL_WORDS)]
        case ast.Subscript(value=value):
            return [value]
        case ast.Dict(values=values):
            return [*values]
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return []
        case ast.AnnAssign(value=value):
            return [value] if value else []
        case ast.arg() | ast.MatchValue():
            return []
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [
                *node.decorator_list,
                *node.args.defaults,
                *(one for one in node.args.kw_defaults if one),
                *node.body,
            ]
        case ast.ClassDef():
            return [*node.decorator_list, *node.body]
    return list(ast.iter_child_nodes(node))


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
