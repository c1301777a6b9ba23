"""Small PDF files whose words stand where a test wants them."""

from collections.abc import Sequence

Placed = tuple[float, float, float, str]
"""Left, foot, size of the letters, words."""

LEADING = 13.0


def pdf_of(*pages: Sequence[Placed], labels: str = "", turned: bool = False) -> bytes:
    """A PDF in Helvetica; `labels` are its page labels as PDF writes them, `turned` has words run upwards."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R %s >>" % labels.encode()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects, kids = [catalog, b"", font], []
    for placed in pages:
        stream = b"".join(_drawn(*one, turned=turned) for one in placed)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return body + b"trailer << /Size %d /Root 1 0 R >>\n%%%%EOF" % (len(objects) + 1)


def _drawn(left: float, foot: float, size: float, words: str, *, turned: bool) -> bytes:
    shown = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    matrix = b"0 1 -1 0 %g %g" % (600 - foot, left) if turned else b"1 0 0 1 %g %g" % (left, foot)
    return b"BT /F1 %g Tf %s Tm (%s) Tj ET\n" % (size, matrix, shown)


def column(lines: Sequence[str], left: float = 50, top: float = 750, size: float = 10) -> list[Placed]:
    """Lines below each other; an empty one leaves room."""
    return [(left, top - at * LEADING, size, line) for at, line in enumerate(lines) if line]


def by_row(*columns: Sequence[Placed]) -> list[Placed]:
    """The lines of several columns as some programs draw them: line by line over all of them."""
    return sorted((one for lines in columns for one in lines), key=lambda one: (-one[1], one[0]))


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` characters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
