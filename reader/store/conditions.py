"""What the fields of the search language have in common: terms in SQL, names and letters that fit."""

import re
from collections.abc import Callable

from reader.store.folding import folded
from reader.store.query_nodes import Term

Bind = Callable[[object], str]
"""Makes a named parameter of a value."""
ToSql = Callable[[Term, Bind], str]
"""Makes the SQL of a term."""


def like(term: Term, column: str, bind: Bind) -> str:
    """A name: all of it in quotation marks, else the beginning of any word in it."""
    wanted = folded(term.value)
    if term.exact and not term.prefix:
        return f"fold({column}) = {bind(wanted)}"
    escaped = re.sub(r"([%_\\])", r"\\\1", wanted)
    return f"(' ' || fold({column})) LIKE {bind(f'% {escaped}%')} ESCAPE '\\'"


def within_words(term: Term, column: str, bind: Bind) -> str:
    """What holds these letters anywhere: a path or a byline has words behind other signs than blanks."""
    escaped = re.sub(r"([%_\\])", r"\\\1", folded(term.value))
    return f"fold({column}) LIKE {bind(f'%{escaped}%')} ESCAPE '\\'"
