"""How many words a text has, also in scripts that put no space between them."""

import re

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese signs. Korean has spaces."""
_SIGNS = 2
"""Signs that make about a word: Japanese and Chinese words have one to three."""


def count_words(text: str) -> int:
    """Words of `text`: those between spaces, and of signs written without spaces one for every two."""
    signs = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if not signs:
        return len(text.split())
    return len(_UNSPACED.sub(" ", text).split()) + -(-signs // _SIGNS)
