"""Verification with evidence, authorisation (Zitatfreigabe) and translations; a part of `store.quotes`."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.errors import NotFoundError
from reader.i18n import _, pgettext
from reader.models import (
    Agreed,
    Authorisation,
    Authorised,
    Evidence,
    Printed,
    Quote,
    Silence,
    Translation,
    Verification,
)
from reader.store.columns import ADDRESS, TEXT, Column, Columns, Use, term, values_of
from reader.store.quotes import Quotes
from reader.store.steps import new_uid, now

if TYPE_CHECKING:
    from reader.store.journal import Entry

_EVIDENCE = Columns(
    Column("id"),
    Column("uid"),
    Column("quote_id"),
    Column("verification", term(Verification)),
    Column("kind", TEXT, (Use.EDITED,)),
    Column("reference", ADDRESS, (Use.EDITED,)),
    Column("remark", TEXT, (Use.EDITED,)),
    Column("who"),
    Column("at"),
)
AUTHORISED = Columns(
    Column("state", term(Authorisation), (Use.EDITED,)),
    Column("spoken", TEXT, (Use.EDITED,)),
    Column("approved", TEXT, (Use.EDITED,)),
    Column("who", TEXT, (Use.EDITED,)),
    Column("at", TEXT, (Use.EDITED,)),
    Column("quote_id"),
    Column("agreed", term(Agreed), (Use.EDITED,)),
    Column("until", TEXT, (Use.EDITED,)),
    Column("silence", term(Silence), (Use.EDITED,)),
    Column("sheet", TEXT, (Use.EDITED,)),
    Column("number", uses=(Use.EDITED,)),
    Column("shown", TEXT, (Use.EDITED,)),
    Column("prints", term(Printed), (Use.EDITED,)),
    Column("remark", TEXT, (Use.EDITED,)),
    Column("id"),
)
"""The steps of authorisations."""
_TRANSLATION = Columns(
    Column("language", TEXT, (Use.EDITED,)),
    Column("text", TEXT, (Use.EDITED,)),
    Column("translator", TEXT, (Use.EDITED,)),
    Column("quote_id"),
    Column("who"),
    Column("at"),
    Column("id"),
)
_AS_TOLD = """coalesce((SELECT at || s.library || printf('%012d', number) FROM sync_things t
    JOIN sync_segments s ON s.library = json_extract(writes, '$.fields.all[0][0]')
      AND number = json_extract(writes, '$.fields.all[0][1]')
    WHERE t.kind = 'authorisation' AND row_id = authorisations.id), '~'), id"""
"""The order of steps in all libraries that are in step: as they were told, and those not told yet last."""
_OF_ARTICLE = "quote_id IN (SELECT id FROM quotes WHERE article_id = ?) ORDER BY quote_id, id"


class CheckedQuotes(Quotes):
    """The quotes of a library, with what they were checked against."""

    def set_verification(
        self, quote_ids: Iterable[int], verification: Verification, evidence: Evidence | None = None
    ) -> int:
        """Say whether quotes are right, against which evidence; returns how many there were."""
        quotes = self.by_ids(quote_ids)
        with self._recorder.step(_("Mark {verification}").format(verification=verification.label)):
            ids = [quote.id for quote in quotes]
            self._recorder.update("quotes", ids, {"verification": str(verification), "by_person": 1})
            if evidence is not None:
                for quote in quotes:
                    self._add_evidence(quote, verification, evidence)
        return len(quotes)

    def _add_evidence(self, quote: Quote, verification: Verification, evidence: Evidence) -> None:
        values = {
            "uid": new_uid(),
            "quote_id": quote.id,
            "verification": str(verification),
            **_EVIDENCE.stored(evidence, Use.EDITED),
            "who": evidence.who or self._recorder.actor,
            "at": evidence.at or now(),
        }
        self._recorder.insert("evidence", values)

    def evidence(self, quote_id: int) -> list[Evidence]:
        """What a quote was checked against, oldest first."""
        return self._evidence("quote_id = ? ORDER BY id", quote_id)

    def evidence_of(self, article_id: int) -> list[Evidence]:
        """What the quotes of an article were checked against, by quote."""
        return self._evidence(_OF_ARTICLE, article_id)

    def _evidence(self, which: str, number: int) -> list[Evidence]:
        rows = self._db.rows(f"SELECT {_EVIDENCE.selected} FROM evidence WHERE {which}", (number,))
        return values_of(Evidence, _EVIDENCE.read(rows))

    def set_authorisation(self, quote_id: int, state: Authorisation, wording: str = "") -> None:
        """Keep where the authorisation of a quote stands, with the wording approved where it differs."""
        self.add_authorisation(quote_id, Authorised(state, "", wording, "", ""))

    def add_authorisation(self, quote_id: int, step: Authorised) -> None:
        """Keep a step of an authorisation, and that the quote stands there now.

        Where the step does not say: the words are those of the quote, it is done now, by whoever works here.
        """
        quote = self.get(quote_id)
        told = replace(
            step,
            spoken=step.spoken or quote.stored_words,
            who=step.who or self._recorder.actor,
            at=step.at or now(),
        )
        values = {"uid": new_uid(), "quote_id": quote_id, **AUTHORISED.stored(told, Use.EDITED)}
        with self._recorder.step(
            _("Authorisation: {state}").format(
                state=step.state.label if step.state else pgettext("authorisation", "none")
            )
        ):
            self._recorder.insert("authorisations", values)
            self._recorder.update("quotes", [quote_id], {"authorisation": str(step.state), "by_person": 1})

    def authorisations(self, quote_id: int) -> list[Authorised]:
        """The steps of a quote's authorisation, oldest first."""
        return self._authorised(f"quote_id = ? ORDER BY {_AS_TOLD}", quote_id)

    def authorisations_of(self, article_id: int) -> list[Authorised]:
        """The steps of the authorisations of an article's quotes, by quote."""
        return self._authorised(_OF_ARTICLE.removesuffix("id") + _AS_TOLD, article_id)

    def authorisations_on(self, sheet: str) -> list[Authorised]:
        """The steps of sheets whose name begins so, in their order."""
        return self._authorised("sheet >= ? AND sheet < ? || 'g' ORDER BY sheet, id", sheet, sheet)

    # -- translations ----------------------------------------------------------------------------------------

    def translate(self, quote_id: int, translation: Translation) -> int:
        """Keep a quote in another language; returns the number of the translation.

        Where it does not say: entered now, by whoever works here.
        """
        quote = self.get(quote_id)
        with self._recorder.step(_("Add a translation")):
            self._recorder.update("quotes", [quote.id], {"by_person": 1})
            return self._recorder.insert(
                "translations", translation_values(quote.id, translation, self._recorder.actor)
            )

    def remove_translation(self, number: int) -> None:
        """Take a translation away; raises NotFoundError where there is none of that number."""
        if not self._db.value("SELECT 1 FROM translations WHERE id = ?", (number,)):
            raise NotFoundError(
                _("There is no translation number {number} in the library.").format(number=number)
            )
        with self._recorder.step(_("Remove a translation")):
            self._recorder.delete("translations", [number])

    def translations(self, quote_id: int) -> list[Translation]:
        """The translations of a quote, oldest first."""
        return self._translations("quote_id = ? ORDER BY id", quote_id)

    def translations_of(self, article_id: int) -> list[Translation]:
        """The translations of an article's quotes, by quote."""
        return self._translations(_OF_ARTICLE, article_id)

    def translations_into(self, language: str) -> list[Translation]:
        """All translations into a language of quotes that are not in the trash, "" for all there are."""
        return self._translations(
            """(language = ? OR ? = '') AND quote_id IN (SELECT quotes.id FROM quotes
              JOIN articles ON articles.id = article_id WHERE trashed = '' AND status <> 'rejected')
            ORDER BY id""",
            language,
            language,
        )

    def _translations(self, which: str, *parameters: int | str) -> list[Translation]:
        rows = self._db.rows(f"SELECT {_TRANSLATION.selected} FROM translations WHERE {which}", parameters)
        return values_of(Translation, _TRANSLATION.read(rows))

    def said_by(self, source_id: int) -> list[int]:
        """Numbers of the quotes assigned to a source, in the order of articles and their texts."""
        sql = """SELECT quotes.id FROM quotes JOIN articles ON articles.id = article_id
            WHERE source_id = ? AND trashed = '' ORDER BY article_id, start_at"""
        return self._db.column(sql, (source_id,))

    def called(self, uid: str) -> int:
        """The number of the quote whose uid begins so; 0 where none does, or several do."""
        sql = "SELECT id FROM quotes WHERE uid >= ? AND uid < ? || 'g' LIMIT 2"
        found = self._db.column(sql, (uid, uid)) if uid else []
        return int(found[0]) if len(found) == 1 else 0

    def _authorised(self, which: str, *parameters: int | str) -> list[Authorised]:
        rows = self._db.rows(f"SELECT {AUTHORISED.selected} FROM authorisations WHERE {which}", parameters)
        return values_of(Authorised, AUTHORISED.read(rows))

    def history(self, quote_id: int) -> "list[Entry]":
        """Every step that changed a quote, newest first, each with what was before and after."""
        from reader.store.journal import Journal  # rarely asked for

        uid = self._db.value("SELECT uid FROM quotes WHERE id = ?", (quote_id,))
        if uid is None:
            raise NotFoundError(
                _("There is no quote number {quote_id} in the library.").format(quote_id=quote_id)
            )
        return Journal(self._recorder).entries(limit=1000, uid=uid)


def translation_values(quote_id: int, translation: Translation, actor: str) -> dict[str, Any]:
    """A translation as its row has it."""
    return {
        "uid": new_uid(),
        "quote_id": quote_id,
        **_TRANSLATION.stored(translation, Use.EDITED),
        "who": translation.who or actor,
        "at": translation.at or now(),
    }
