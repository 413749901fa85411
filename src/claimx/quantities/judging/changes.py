"""Rises and falls: whether a quantity is the size of a change or the level it led to, and in which direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from claimx.model import Direction, Kind
from claimx.nlp.phrases import ancestors, lemma
from claimx.quantities.judging.coordination import change_of, with_shared_change
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import ChangeWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_Word = tuple[Direction, str]
"""A direction and the rule that gives it."""
_LEVEL_KINDS = frozenset(
    {"money", "percentage", "count", "measure", "duration", "percentage_points", "fraction", "multiple"}
)
_SHARES = frozenset({"percentage", "percentage_points", "fraction", "multiple"})
_PREPOSITIONS = frozenset({"", "by", "to", "from", "at", "in", "below", "above", "past", "through"})
_MOVES = frozenset({"go", "come", "get", "bring", "take", "drive", "push", "force", "send", "move", "creep", "put"})
"""Verbs that say only with up or down where something goes."""
_EARNING = frozenset({"raise", "gain", "add", "make", "expand", "lift", "lose", "shed"})
"""Verbs whose bare sum of money is what somebody gets or loses, not the size of a change."""
_RIDDING = frozenset({"cut", "lose", "shed", "axe", "slash", "scrap", "raise", "gain", "trim", "drop", "recover"})
"""Verbs whose counted object is the very things that go or come, not the size of a change."""
_LOSING = frozenset({"lose", "cut", "shed", "axe", "slash", "scrap"})
"""Those of them that lose things even where the things are not named again: *he had 850 ewes and lost 112*."""
_MORE = frozenset({"more", "fewer", "less"})
_EXPECTED = frozenset(
    {"planned", "expected", "forecast", "predicted", "thought", "needed", "budgeted", "estimated", "agreed", "required"}
)
"""Words after *than* with which a figure is compared, not with an earlier one."""
_ARTICLES = frozenset({"a", "an", "another"})
"""Words that make a noun of the word after a figure, where the parse may see a verb: *a six per cent cut*."""
_LEVELS = frozenset({"above", "below"})
"""Words that compare a share with a level: *15% below the peak*; after other figures they only place."""
_CLOSING = frozenset({"to", "close", "end", "finish", "settle", "trade", ",", "stand"})
_TURNS = frozenset({"up", "down", "upward", "upwards", "downward", "downwards"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FAR_UP = 40
"""Words on the way up from a figure after which its verb is not looked for."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


class Changes:
    """Reads changes by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs: dict[str, _Word] = {}
        self._nouns: dict[str, _Word] = {}
        self._others: dict[str, _Word] = {}
        for rule in rulebook.of(ChangeWords):
            self._verbs.update(dict.fromkeys(rule.verbs, (rule.direction, rule.id)))
            self._nouns.update(dict.fromkeys(rule.nouns, (rule.direction, rule.id)))
            self._others.update(dict.fromkeys(rule.others, (rule.direction, rule.id)))

    def refine(self, readings: Sequence[Reading]) -> list[Reading]:
        """One block's readings, in text order, each with the change that its sentence makes of it."""
        refined: list[Reading] = []
        for reading in readings:
            last = refined[-1] if refined else None
            if reading.quantity.change is None and last is not None and self._leads_to(last, reading):
                refined.append(_level_after(last, reading))
            else:
                refined.append(with_shared_change(refined, reading) or self._changed(reading))
        return refined

    def _leads_to(self, size: Reading, level: Reading) -> bool:
        """Whether a level follows the size of the change that led to it: *closed 11p lower at 318p*."""
        if size.mention is None or level.mention is None or size.quantity.change is None or size.noun is not None:
            return False
        between = [token.lower_ for token in size.mention.doc[size.mention.end : level.mention.start]]
        led = between[-1:] == ["at"] or between == [",", "to"]
        return led and all(word in self._others or word in _CLOSING for word in between[:-1])

    def _changed(self, reading: Reading) -> Reading:
        quantity = reading.quantity
        if quantity.change is not None or reading.mention is None or quantity.kind not in _LEVEL_KINDS:
            return reading
        for word, part in (self._beside(reading), self._through_noun(reading), self._through_verb(reading)):
            if word is not None:
                direction, rule = word
                return reading.refined(with_fields(quantity, change=change_of(quantity, direction, part)), rule)
        return reading

    def _beside(self, reading: Reading) -> tuple[_Word | None, str]:
        """*up 5%*, *5% higher*, *two fewer*: the size beside a word of direction."""
        assert reading.mention is not None
        doc, first, last = reading.mention.doc, reading.mention[0], reading.mention[-1]
        if reading.noun is not None:
            last = reading.noun.head
        before = doc[first.i - 1] if first.i > first.sent.start else None
        after = doc[last.i + 1] if last.i + 1 < last.sent.end else None
        if before is not None and before.lower_ in {"up", "down"} and self._stands_alone(before):
            return self._others[before.lower_], "delta"
        second = doc[first.i - 2] if first.i - 1 > first.sent.start else None
        if before is not None and second is not None and before.lower_ == "off" and _is_down(second):
            return self._others["down"], "delta"
        if before is not None and second is not None and second.lower_ in self._others and _leads(second, before):
            return self._others[second.lower_], "delta" if before.lower_ == "by" else "to"
        if before is not None and second is not None and before.text == "(" and lemma(second) in self._nouns:
            return self._nouns[lemma(second)], "delta"
        article = first if first.lower_ in _ARTICLES else before
        if after is not None and article is not None and article.lower_ in _ARTICLES and after.lower_ in self._nouns:
            return self._nouns[after.lower_], "delta"
        inner = doc[reading.mention.end] if reading.mention.end < first.sent.end else None
        for word in (inner, after):
            if word is not None and word.lower_ in _LEVELS and reading.quantity.kind not in _SHARES:
                continue
            if word is None or word.lower_ not in self._others:
                continue
            if _compares(word, reading.quantity.kind) or _than_before(word, last):
                return (None if _expected(last, word) else self._others[word.lower_]), "delta"
        return None, "delta"

    def _stands_alone(self, adverb: Token) -> bool:
        """Whether up or down is no part of a verb that means something else: *made up 48% of crimes*."""
        if adverb.lower_ not in self._others:
            return False
        return adverb.dep_ != "prt" or lemma(adverb.head) in self._verbs or adverb.head.pos_ == "AUX"

    def _through_noun(self, reading: Reading) -> tuple[_Word | None, str]:
        """*a 3% increase*, *an increase of 3%*, *£35bn of cuts*, *a rise to 5%*."""
        parted = reading.partitive and reading.quantity.kind in _SHARES
        if reading.noun is not None and not parted and reading.candidate.quantity.kind not in {"count", "duration"}:
            word = self._nouns.get(lemma(reading.noun.head))
            if word is not None:
                return word, "delta"
        governor, preposition = _governor(reading)
        if governor is None or parted or preposition not in {"of", "to", "from", "by"}:
            return None, "delta"
        word = self._nouns.get(lemma(governor)) if governor.pos_ in {"NOUN", "PROPN"} else None
        if preposition == "of" and word is not None and lemma(governor) in {"level", "rate"}:
            return None, "delta"
        return word, {"to": "to", "from": "from"}.get(preposition, "delta")

    def _through_verb(self, reading: Reading) -> tuple[_Word | None, str]:
        """*rose 7,000*, *fell by 48%*, *increased to £8bn*, *cut one point from growth*."""
        governor, preposition = _governor(reading)
        if governor is None or preposition not in _PREPOSITIONS:
            return None, "delta"
        outer = self._past_clauses(governor) if preposition == "by" and not _counts(reading) else None
        for verb in (*_verbs_of(governor), *([outer] if outer is not None else [])):
            word = self._verbs.get(lemma(verb))
            if word is None and (preposition in {"by", "to"} or reading.quantity.kind in _SHARES):
                word = self._particle(verb)
            if word is None or (preposition == "by" and lemma(verb) == "lose" and reading.quantity.kind == "count"):
                continue
            if word[0] == "none":
                stays = preposition in {"at", "in"} and reading.quantity.kind != "duration"
                return (word, "none") if stays else (None, "delta")
            if preposition in {"", "by"}:
                return (word, "delta") if preposition or self._is_size(reading, verb) else (None, "delta")
            if preposition in {"at", "in"} or (preposition == "from" and reading.noun and _takes(verb, reading)):
                return None, "delta"
            return word, "from" if preposition == "from" else "to"
        return None, "delta"

    def _past_clauses(self, word: Token) -> Token | None:
        """The verb of change whose object holds the clause that a word hangs in: *reduce the number it employs by 475*;
        the parse puts the size of the change with the nearest verb."""
        for above in islice(ancestors(word), _FAR_UP):
            if above.dep_ in {"dobj", "obj"} and above.pos_ in {"NOUN", "PROPN"}:
                return above.head if lemma(above.head) in self._verbs else None
            if above.tag_ in _FINITE and above.dep_ != "relcl":
                return None
        return None

    def _particle(self, verb: Token) -> _Word | None:
        """The direction that a particle gives to a verb without one: *gone down by 19%*, *taken up to 5%*."""
        for child in verb.children:
            if child.lower_ in {"up", "down"} and child.dep_ in {"prt", "advmod"} and lemma(verb) in _MOVES:
                return self._others.get(child.lower_)
        return None

    def _is_size(self, reading: Reading, verb: Token) -> bool:
        """Whether a verb's bare object is the size of its change: *shares fell 23%*, not *raise £5m*."""
        root = reading.root
        assert root is not None
        if root.dep_ in _SUBJECTS or reading.quantity.kind == "duration":
            return False
        transitive = any(child.dep_ in {"dobj", "obj"} and child.i != root.i for child in verb.children)
        kind = reading.quantity.kind
        if kind == "money" and lemma(verb) in _EARNING:
            return reading.candidate.part == "delta"
        if kind == "count" and (lemma(verb) in _LOSING or (reading.noun is not None and lemma(verb) in _RIDDING)):
            return False
        return transitive or kind in _SHARES or lemma(verb) not in {"raise", "lift", "expand"}


def _governor(reading: Reading) -> tuple[Token | None, str]:
    """The word that the mention depends on, and the preposition between them (empty where there is none)."""
    root = reading.root
    assert reading.mention is not None
    if root is None:
        return None, ""
    while root.head.i != root.i and reading.mention.start <= root.head.i < reading.mention.end:
        root = root.head
    before = reading.mention[0]
    lead = before.doc[before.i - 1] if before.i > before.sent.start else None
    if lead is not None and lead.tag_ in {"IN", "TO"} and lead.lower_ in {"by", "to", "from", "at", "of"}:
        preposition, word = lead.lower_, lead
        while word.head.i != word.i and word.head.tag_ in {"IN", "TO"}:
            word = word.head
        return word.head, preposition
    if root.dep_ == "pobj" and root.head.tag_ in {"IN", "TO"}:
        return root.head.head, root.head.lower_
    return (root.head, "") if root.head.i != root.i else (None, "")


def _verbs_of(word: Token) -> Iterator[Token]:
    """The verb itself, or the verb that a phrase such as *in trading* or a chain of prepositions hangs on."""
    if word.pos_ in {"VERB", "AUX"}:
        yield word
        if word.dep_ in {"xcomp", "aux"}:
            yield word.head
        return
    for above in islice(ancestors(word), _FAR_UP):
        if above.pos_ in {"VERB", "AUX"}:
            if word.tag_ in {"IN", "TO", "RB", "RP"} or word.dep_ in {"dobj", "npadvmod", "prt"}:
                yield above
            return


def _counts(reading: Reading) -> bool:
    """Whether a figure counts a noun or is a share of one, so that *by* before it says who did something."""
    return reading.noun is not None or reading.partitive


def _takes(verb: Token, reading: Reading) -> bool:
    """Whether what a verb takes comes out of a sum that only names a fund: *£3m was cut from the £288m budget*."""
    assert reading.mention is not None
    before = reading.mention[0].nbor(-1) if reading.mention.start > reading.mention[0].sent.start else None
    known = before is not None and before.tag_ in {"POS", "PRP$", "DT"}
    return lemma(verb) in _EARNING or known


def _level_after(size: Reading, level: Reading) -> Reading:
    change = size.quantity.change
    assert change is not None
    return level.refined(with_fields(level.quantity, change=change_of(level.quantity, change.direction, "to")))


def _is_down(word: Token) -> bool:
    """Whether *off* after the word means down: *at $9,150, off 2%*, *shares were off 2%*; not *cut off 2%*."""
    return word.text in {",", "(", "-", "–", "—"} or word.pos_ == "AUX"


def _leads(adverb: Token, preposition: Token) -> bool:
    """Whether the level or size of a change follows: *lower at 318p*, *down to 11%*, *up by a third*."""
    return preposition.lower_ == "at" or (preposition.lower_ in {"to", "by"} and adverb.lower_ in _TURNS)


def _compares(word: Token, kind: Kind) -> bool:
    """Whether a word after a size compares: *5% higher than*, *22% less likely*; not *two fewer nurses*."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if word.lower_ in _LEVELS or (word.lower_ in _MORE and kind in _SHARES):
        return True
    if following is not None and word.lower_ in {"up", "down"} and following.tag_ == "DT" and kind not in _SHARES:
        return False
    if following is not None and word.lower_ == "up" and following.lower_ in {"for", "to"}:
        return False
    if following is not None and following.tag_ == "JJ" and kind in _SHARES:
        return True
    return following is None or following.tag_ not in {"CD", "$", "NN", "NNS", "NNP", "NNPS", "JJ", "VBN"}


def _than_before(word: Token, last: Token) -> bool:
    """Whether *more* with its noun is compared with what was before: *112 more officers than in 2019*."""
    than = last.doc[last.i + 1] if last.i + 1 < last.sent.end else None
    return word.lower_ in _MORE and word.i < last.i and than is not None and than.lower_ == "than"


def _expected(last: Token, word: Token) -> bool:
    """Whether what is compared with was only thought of: *£2m more than planned*."""
    start = max(last.i, word.i) + 1
    words = [token.lower_ for token in last.doc[start : start + 2]]
    return words[:1] == ["than"] and words[1:] != [] and words[1] in _EXPECTED
