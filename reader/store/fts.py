"""Parts of a query as expressions of FTS5.

The index folds case and diacritics by itself; here come the German spellings: ae, oe, ue also stand for
ä, ö, ü ("Mueller" finds Müller), ss and ß for each other.
"""

import re

from reader.store.query_nodes import And, Node, Or, Term

_UMLAUT = re.compile(r"(?<![aeiouqäöü])([aou])e(?!$)", re.IGNORECASE)
"""The e of an umlaut written as two letters; not in "neue", where a vowel stands before it."""


def spellings(word: str) -> list[str]:
    """The word and its other spellings."""
    found = [word, _UMLAUT.sub(r"\1", word)]
    found += [one.replace("ss", "ß") for one in found] + [one.replace("ß", "ss") for one in found]
    return list(dict.fromkeys(found))


def term_expression(term: Term) -> str:
    """One term: its words as a phrase, in any spelling."""
    star = " *" if term.prefix else ""
    if term.near and len(term.words) > 1:
        words = " ".join(f'"{word}"' for word in term.words)
        return f"NEAR({words}, {term.near})"
    if term.exact or len(term.words) != 1:
        return f'"{" ".join(term.words)}"{star}'
    forms = [f'"{form}"{star}' for form in spellings(term.words[0])]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"


def expression(node: Node) -> str:
    """An expression for the index of articles; `node` holds nothing but words, `title:` and `text:`."""
    if isinstance(node, Term):
        column = f"{{{node.field}}} : " if node.field else ""
        return f"{column}{term_expression(node)}" if column else term_expression(node)
    if isinstance(node, And):
        return f"({' AND '.join(expression(part) for part in node.parts)})"
    if isinstance(node, Or):
        return f"({' OR '.join(expression(part) for part in node.parts)})"
    return expression(node.part)


def names_a_column(node: Node) -> bool:
    """Whether a part looks into one column only, so that notes cannot answer it."""
    if isinstance(node, Term):
        return bool(node.field)
    return isinstance(node, And | Or) and any(names_a_column(part) for part in node.parts)
