"""Whom a role without a name means, by the name tables of any language: "the mayor", "el técnico vasco".

A role that one person alone was introduced by names that person. Where writers vary their words, a trade
means the person last introduced by a word of the same trade ("the striker", "the forward"). Of sport and the
arts, whose people are called by their trade unsaid before, it else means whoever is in focus and is told of
no other; a butcher or a lawyer whom nobody introduced is somebody else. An office means only who holds it,
or the one person of the text.
"""

import re

from reader.quotes.people import Person
from reader.quotes.table_focus import agree
from reader.quotes.table_leads import TO_NAME
from reader.quotes.table_origins import TableOrigins
from reader.quotes.text.nouns import is_name, is_role

_BEFORE_HEAD = 3
"""Tokens of a phrase up to its role at most: "el joven técnico vasco"."""
_AGE = 4
"""Tokens between a name and an age at most: "Lena Holt (44)", "44-year-old teacher Lena Holt"."""


class TableRoles(TableOrigins):
    """Finds whom the roles of one text mean."""

    in_tag = False
    """Whether the phrase that is read stands beside speech in marks, where papers and plans hardly speak."""

    def varied(self, first: int, end: int) -> Person | None:
        """Whom a definite description without a name means: "the striker", "el técnico vasco", "24-latek"."""
        head = self._head(first, end)
        if head is None:
            return self._from_place(first, end)
        suspect = self._called_by_initial(first) if self._is_of_suspect(head) else None
        if suspect or self._is_other(head):
            return suspect
        if name := self.named_next(head):
            return self._known.whom(name)
        # "Cette mère de famille", "La también ministra de Ciencia"
        anew = self._lower(first) in self._language.demonstratives
        if anew or self._lower(head - 1) in self._language.likewise:
            return self._in_focus(first, self._described_gender(first, head), told=True)
        gender = self._described_gender(first, head)
        holders = [who for who in self._holders(first, head) if agree(gender, who.gender)]
        fitting = (who for who in holders if self._has_same(head, end, who.name))
        # "the former striker" is not who is one now
        if any(self._tells_past(at) for at in range(first, head)):
            return self._who_was(first, head, gender, fitting)
        # of two managers the one who was named last
        holder = max(fitting, key=lambda who: self.last_at(who.name, first), default=None)
        # "el portero del Betis": somebody else than who plays here, unless the paragraph is about him
        others = {who.name for who in holders} if holder is None else set()
        same = self._in_other_words(first, head, end, gender) if len(others) == 1 else None
        if same and same.name in others:
            return same
        here = self._varied_here(first, gender, varied=self.role_word(head) in self.freely_varied)
        if others and not here and not any(self._is_free(at) for at in range(head, end)):
            return self._other_here(first, head, others, gender)
        focus = self._focused(first, head, end, gender)
        if focus and focus.name in others and not self._is_free(head):  # "l'élue du Nord"
            return None
        who = self._nearer(focus, holder, first, head, gender)
        self._remember(head, who)
        return who

    def _from_place(self, first: int, end: int) -> Person | None:
        """Whom an article and a place mean: "la de Paracuellos", "o de Braga"."""
        led = end > first + 2 and self._lower(first) in self._language.definite
        linked = led and (self._lower(first + 1),) in self._language.links
        named = linked and all(is_name(word) for word in self._words[first + 2 : end])
        gender = self._language.articles.get(self._lower(first), "")
        return self._in_focus(first, gender, told=True) if named and gender else None

    def _in_other_words(self, first: int, head: int, end: int, gender: str) -> Person | None:
        """Who is in focus and has an office of what is told in small words: "la patronne de la région"."""
        hanging = self._hanging(head, end)
        small = hanging and all(word in self._words[head:end] for word in hanging)
        told = self.in_tag and self._language.articles and self.role_word(head) in self.offices
        return self._in_focus(first, gender, told=True) if small and told else None

    def _nearer(
        self, focus: Person | None, holder: Person | None, first: int, head: int, gender: str
    ) -> Person | None:
        """Of who is in focus and who was introduced by such a role whom a description means."""
        # "kapitan Jan Lis … Kamil Kos … skrzydłowy": whom the paragraph is about
        nearer = focus and holder and (self._is_nearer(focus, holder, first) or self._just_spoke(focus, head))
        who = focus if holder is None or nearer else holder
        # "divide os vocais com Zé da Cuíca. O sambista": named in whatever place, and told of nothing
        apart = who is None or self.last_at(who.name, first) < self._paragraph(first)
        if apart and self.role_word(head) in self.freely_varied:
            return self._just_named(first, gender) or who
        return who

    def _is_nearer(self, focus: Person, holder: Person, first: int) -> bool:
        """Whether a paragraph is about somebody, and not about who was introduced by such a role before."""
        begin = self._paragraph(first)
        here = self.last_at(holder.name, first) < begin <= self.last_at(focus.name, first)
        # "Questionado sobre Kauã Reis, o técnico"
        return here and self._lower(self._begin_of_last(focus, first) - 1) not in self._linking

    def _just_spoke(self, who: Person, head: int) -> bool:
        """Whether somebody is named in this paragraph, where a woman or man is all that is told."""
        return self._is_plain_person(head) and self.last_at(who.name, head) >= self._paragraph(head)

    def _focused(self, first: int, head: int, end: int, gender: str) -> Person | None:
        """Whom a description means that nobody was introduced by."""
        if self._words[head][0].isdigit() and (aged := self._of_age(first, head)):
            return aged
        word, told = self.role_word(head), self._may_be_anybody(first, head, end)
        if not told and self._is_unlisted(first, end):
            who = self._in_focus(first, gender, told=True)
            here = who and self.last_at(who.name, first) >= self._paragraph(first)
            near = who if here or not self._language.articles else None
            return near or self._only_one_of(gender, first)
        if self._hanging(head, end):
            if not self._language.capital_origins:
                here = self._varied_here(first, gender, varied=told or word in self.freely_varied)
                return here or self._by_office(first, head, end, gender)
            if not self._is_alone_here(first):
                return None
        if not told and word in self.offices and word not in self.freely_varied:
            # "the minister's spokesman" is nobody whom the text named
            owned = any(self._lower(at).endswith(("'s", "’s")) for at in range(first, head))
            return None if owned else self._only_one(first, head, gender) or self._one_before(first, gender)
        # "the plumber": a word of no trade that is listed tells nobody unless articles or endings tell gender
        gendered = gender and (self._language.articles or self._language.feminine_roles)
        if not told and word not in self.freely_varied and (word in self.kinds or not gendered):
            # "Luc Roy élève des moutons. «Non», dit l'éleveur"
            bridged = self.in_tag and (gendered or self._language.compounds) and not self._hanging(head, end)
            untold = self._untold(first, gender) if bridged else None
            return untold or self._alone_before(first, head, gender)
        sole = self._only_one_of(gender, first) if self.in_tag and not told else None
        who = self._in_focus(first, gender, told=told) or sole
        if who is None and word in self.freely_varied:
            who = self._main(gender)
        # “We will miss her,” said the 44-year-old: somebody else
        other = who and self._words[head][0].isdigit() and self._is_spoken_of(who)
        return None if other else who

    def _by_office(self, first: int, head: int, end: int, gender: str) -> Person | None:
        """Whom an office of something means that the text has not told of them, by the sentence before."""
        led = any(is_name(self._words[at]) for at in range(head + 1, end))
        # "la panadera del barrio": somebody else
        if not led and self.role_word(head) not in self.offices:
            return None
        told = self._one_before(first, gender, told=True) if self.in_tag and led else None
        return self._untold(first, gender) or told or self._spoke_above(first, head, gender)

    def _spoke_above(self, first: int, head: int, gender: str) -> Person | None:
        """The one woman, or man, of the paragraph above who spoke there last, by an office that is new.

        "La portavoz del PP, Ana Gil, calló.\n\nLa diputada por Soria …"
        """
        begin = self._paragraph(first)
        new = self.role_places.get(self.role_word(head), [head])[0] == head
        opens = begin and self.text.sentence_of(first)[0] == begin and not self.people_in(begin, first)
        if not (opens and gender and new and self._language.articles):
            return None
        above = map(self._known.whom, self.people_in(self._paragraph(begin - 1), begin))
        fitting = [who for who in above if who and agree(gender, who.gender)]
        last = next(self.candidates(first), None)
        same = len(fitting) == 1 and last and last.name == fitting[0].name and last.gender == gender
        return fitting[0] if same else None

    def _head(self, first: int, end: int) -> int | None:
        """The token of the trade, office or age by which a phrase describes somebody; None in others."""
        definite = self._language.definite
        led = self._lower(first) in definite | self._language.demonstratives
        # "a juicio del | concejal", "a juicio de la | letrada"
        before = self._language.contracted | (definite if self._language.articles else frozenset())
        if first >= end or (definite and not led and self._lower(first - 1) not in before):
            return None
        for at in range(first + led, min(first + led + _BEFORE_HEAD, end)):
            if self._describes(at):
                return self._trade_behind(at, end)
            # "El PP vasco": no Basque
            if self._language.articles and at > first and self._is_body_word(at):
                break
            # "the former Rovers assistant"
            if self._tells_past(at) and led and self._linking.isdisjoint(self.text.lowered[at:end]):
                return max(end - 1, at + 1)
            # "la prima cittadina": no preposition behind an article
            linking = self._lower(at) in self._linking and not (led and at == first + 1)
            if linking or not (definite or self.leads_to_role(at)):
                break
        return first + 1 if self._is_unlisted(first, end) else None

    def _is_body_word(self, at: int) -> bool:
        """Whether a word is that of a party or group: "El | PP | vasco", "la | acusación | popular"."""
        word, language = self._lower(at), self._language
        group = (word in language.groups or word in language.documents) and not is_role(word, language)
        return self._words[at].isupper() or group

    def _is_unlisted(self, first: int, end: int) -> bool:
        """Whether words of no list stand for somebody in a tag of speech: «No», "dijo la paleontóloga"."""
        at, language = first + 1, self._language
        leading = language.definite | language.demonstratives
        led = self.in_tag and self._lower(first) in leading
        # "said the plasterer": without genders the end of the noun tells that it is a person
        person = end == at + 1 and self._lower(at).endswith(language.person_endings or ("\0",))
        led = led and (bool(language.articles) or person)
        if not led or at >= end or not self._words[at].islower():
            return False
        if not self._words[at].replace("-", "").isalpha():  # "cette aide-soignante"
            return False
        listed = language.groups | language.documents | language.anonymous | language.determiners
        return not any(self._lower(i) in listed or self._describes(i) for i in range(at, end))

    def _trade_behind(self, at: int, end: int) -> int:
        """The trade that an origin stands before: "forward" of "the Senegalese forward"; else the token."""
        behind = range(at + 1, min(at + _BEFORE_HEAD, end)) if self._language.capital_origins else ()
        return next((i for i in behind if self._is_free(at) and self.role_word(i) in self.kinds), at)

    def leads_to_role(self, at: int) -> bool:
        """Whether a word before a role tells more of it where no article does: "były", "ukraiński"."""
        return False

    def _describes(self, at: int) -> bool:
        """Whether a word tells what or how old somebody is."""
        word = self.role_word(at)
        aged = word[0].isdigit() and word.endswith(self._language.ages or ("\0",))
        # a witness is hardly who was named before
        role = word in self._language.roles and word not in self._language.anonymous
        known = role or word in self.kinds or self._is_free(at)
        return aged or known

    def _is_other(self, head: int) -> bool:
        """Whether the same noun stood for somebody without a name before: "A striker said no"."""
        word = self.role_word(head)
        for at in self.role_places.get(word, ()):
            if at >= head:
                break
            meant = any(first <= at < end for first, end in self.pronouns)
            introduced = meant or any(told == at for told, _, _ in self.introductions)
            if self._language.definite:
                led = self._lower(at - 1)  # "su letrado": somebody's, who may be named later
                new = led in self._language.determiners - self._language.definite - self._language.possessives
            else:  # "35-letnia kobieta": where no article tells, not what a sentence begins with
                new = at != self.text.sentence_of(at)[0]
            if new and not introduced and self._lower(at - 1) not in self._linking:
                return True
        return False

    def _is_of_suspect(self, head: int) -> bool:
        """Whether the first paragraph tells an age with the same noun: "tegen een 61-jarige huisarts"."""
        places = self.role_places.get(self.role_word(head), ())
        ages = self._language.ages
        return bool(ages and self._language.compounds) and any(
            at < self.lead and self._lower(at - 1).endswith(ages) for at in places
        )

    def _described_gender(self, first: int, head: int) -> str:
        """The gender that noun or article of a description tells."""
        word, language = self.role_word(head), self._language
        # "la juez", "a juicio del | economista"
        led = language.articles.get(self._lower(first if head > first else first - 1), "")
        if not led and (word in language.female or word in language.male):
            return "f" if word in language.female else "m"
        if not led and self._tells_origin(head):  # "L'aretino"
            return self._gender_of_origin(word)
        if language.feminine_roles:
            return "f" if word.endswith(language.feminine_roles) else "m" * (word[-1] != "a")
        return led

    def _gender_of_origin(self, word: str) -> str:
        """The gender that the longest ending of a word for where somebody is from tells: "aretino"."""
        endings = self._language.origin_endings
        return endings.get(max(filter(word.endswith, endings), key=len, default=""), "")

    def _hanging(self, head: int, end: int) -> set[str]:
        """What a role is of: "Vivienda" of "titular de Vivienda"; not the "23 años" of somebody."""
        if self.role_word(head) in self._language.creators:  # "la autora de «La casa»"
            return set()
        linked = [at for at in range(head + 1, end) if self._lower(at) in self._linking]
        names = {self._lower(at) for at in range(head + 1, end) if is_name(self._words[at])}
        if any(self._words[at][0].isdigit() for at in range(head + 1, end)) or not (linked or names):
            return set()
        small = self._linking | self._language.determiners
        return names or {self._lower(at) for at in range(linked[0], end)} - small

    def _has_same(self, head: int, end: int, name: str) -> bool:
        """Whether what a role is of, if anything, was said of that person too: "titular de Vivienda"."""
        # "la titular de la cartera": of whatever that person has; "la abogada del Estado" is no other
        office = self.role_word(head) in self.offices or self.role_word(head) in self._language.descriptions
        hanging = self._hanging(head, end) - (self._language.departments if office else frozenset())
        if not hanging:
            return True
        told = [at for at, whom, _ in self.introductions if whom == name and at < head]
        near = {self._lower(i) for at in told for i in range(at + 1, min(at + TO_NAME, head))}
        return not hanging.isdisjoint(near)

    def _of_age(self, first: int, head: int) -> Person | None:
        """Of whom the text has told the age of a description: "Lena Holt, 44," is "the 44-year-old"."""
        years = re.match(r"\d+", self._words[head])
        for at in range(first - 1, -1, -1):
            if years and self._words[at].startswith(years[0]):
                near = (
                    self.named_to.get(i) or self.surname(i - 1) for i in range(at, at - _AGE, -1) if i > 0
                )
                behind = (self.named_at.get(i) for i in range(at + 1, at + _AGE))
                name = next((name for name in (*near, *behind) if name), "")
                return self._known.whom(name) if name else None
        return None
