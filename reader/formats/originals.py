"""Whether what an article was read from may go out: bytes cannot be covered, and go whole or not at all."""

from reader.formats.dossier import Dossier
from reader.formats.redaction import Redaction


def tells_of_covered(dossier: Dossier, *, confidential: bool = False) -> bool:
    """Whether the originals of an article show who is covered, or words that are not for publication.

    Where anybody is covered, what cannot be looked into (PDF, Word, packed mail) counts as telling.
    """
    redaction = Redaction.of(dossier, confidential=confidential)
    if not (redaction.has_work and dossier.originals):
        return False
    if redaction.done().article != dossier.article:
        return True
    for one in dossier.originals:
        facts = "\n".join((one.address, one.asked, *(value for _, value in one.headers)))
        text = one.readable()
        if not text or redaction.other_text(text) != text or redaction.other_text(facts) != facts:
            return True
    return False
