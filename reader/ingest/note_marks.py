"""Numbers that lead to notes, taken out of the words behind which they stand: "beschlossen.1"."""

import re

from lxml.html import HtmlElement

_NUMBER = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡]{1,3}|[a-z])[\])]?\s*")


def drop_note_marks(tree: HtmlElement) -> None:
    """Take out raised numbers that are links inside the page; "m²" and "1." are none."""
    for link in list(tree.iter("a")):
        raised = next(link.iterancestors("sup"), None)
        mark = raised if raised is not None else link
        is_raised = raised is not None or link.find("sup") is not None
        is_named = "noteref" in f"{link.get('epub:type')} {link.get('role')}"
        leads_to_note = "#" in (link.get("href") or "") and (is_raised or is_named)
        if leads_to_note and mark.getparent() is not None and _NUMBER.fullmatch(mark.text_content()):
            mark.drop_tree()
