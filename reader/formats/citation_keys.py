"""Short keys to cite articles by: family name, year and first long word of the title, each key once."""

import re
import unicodedata

from reader.formats import dates
from reader.formats.bylines import authors
from reader.languages.press import spelled_out
from reader.models import Article


def slug(text: str, between: str = "-") -> str:
    """`text` in small ASCII letters and digits, umlauts spelled out."""
    spelled = spelled_out(unicodedata.normalize("NFC", text).lower())
    bare = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return between.join(re.findall(r"[a-z0-9]+", bare))


def citation_key(article: Article, taken: set[str]) -> str:
    """A key such as "beispiel2015putin" that is not in `taken`, which it is added to."""
    who = [slug(author.family, "") for author in authors(article.byline, article.outlet)[:1]] or [
        slug(article.outlet, "")
    ]
    year = "".join(str(part) for part in dates.parts(article.published)[:1])
    word = next((w for w in slug(article.title, " ").split() if len(w) > 3), "")
    stem = f"{who[0]}{year}{word}" or "article"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}{number}"
    taken.add(key)
    return key
