"""Small questions to the clauses around a figure, on which it hangs how firmly the figure is asserted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from claimx.nlp import Token
from claimx.nlp.phrases import ancestors, lemma
from claimx.nlp.syntax import FINITE
from claimx.quantities.judging.reading import Reading

_CROWD = 100
"""Words that hang on one word from which it stands in a list of figures, not in a clause."""
_BASELINES = frozenset({"against", "compared", "versus", "unlike", "instead", "besides", "despite"})
_ENDS = frozenset({"?", "!", ".", ";"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TENSES = frozenset({"VBD", "VBZ", "VBP"})
_STATES = frozenset({"suffer", "die", "live", "earn", "own", "hold", "weigh", "study", "work", "wait"})
"""Verbs that say what those are or do of whom a clause speaks: people earning over £50,000."""
_COMING = frozenset({"by", "to", "with", "for", "at", "over"})
_NEAR_ITS_VERB = 5
"""Words from a figure up to the verb that brings it about."""
_BRINGING = frozenset({"ensure", "guarantee", "make", "see"})


def children_of(word: Token) -> Iterable[Token]:
    """The words that hang on a word; none for one that only heads a list of figures."""
    return word.children if len(word.children) <= _CROWD else ()


def asks(figure: Token) -> bool:
    """Whether a figure stands in a question, which may end within its sentence: *"Did it cost £2m?" he asked*."""
    sentence = figure.sent
    if any(token.text == "?" for token in sentence[-2:]):
        return True
    later = sentence[figure.i + 1 - sentence.start :]
    closing = next((token for token in later if token.text in _ENDS), None)
    return closing is not None and closing.text == "?"


def is_copula(verb: Token) -> bool:
    """Whether a clause only says what something is, in the world of the clause around it: *which is 1% less*."""
    return verb.tag_ in {"VBZ", "VBP"} and lemma(verb) == "be"


def is_new_object(reading: Reading) -> bool:
    """Whether the quantity is a verb's object that nothing marks as known already."""
    root = reading.root
    return root is not None and root.dep_ in {"dobj", "npadvmod"} and not is_known(reading)


def is_brought(reading: Reading, verb: Token) -> bool:
    """Whether the quantity is what a verb comes to by a preposition, and nothing known already: *rise by 3%*, *shut
    with the loss of 300 jobs*."""
    word = reading.root
    if word is None or is_known(reading):
        return False
    for above in islice((word, *ancestors(word)), _NEAR_ITS_VERB):
        if above.head.i == verb.i:
            return above.dep_ == "prep" and above.lower_ in _COMING
    return False


def is_known(reading: Reading) -> bool:
    """Whether an article or an owner before the quantity marks it as known already: *all of the county's 99 towns*."""
    if reading.mention is None:
        return True
    first = reading.mention[0]
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    return before is not None and before.tag_ in {"DT", "PRP$", "POS"} and before.dep_ != "xcomp"


def is_infinitive(word: Token) -> bool:
    """Whether a verb stands with *to*, whatever its tag after *to be*; such an adverbial clause says what something is
    for."""
    verbal = word.pos_ in {"VERB", "AUX"} or (word.dep_ == "xcomp" and lemma(word.head) == "be")
    return verbal and any(child.tag_ == "TO" and child.dep_ == "aux" for child in children_of(word))


def is_past(verb: Token, auxiliary: Token) -> bool:
    """Whether the 'd before a verb is had, not would: *we'd been married*."""
    return verb.tag_ == "VBN" and not any(
        child.tag_ == "VB" for child in children_of(verb) if child.dep_[:3] == "aux" and child.i > auxiliary.i
    )


def is_comparison(word: Token) -> bool:
    """Whether an adjective only compares: *three times more likely to*, *more likely to die than*, *as likely to*."""
    degree = next((child for child in word.children if child.lower_ in {"more", "less", "as", "equally"}), None)
    if degree is None:
        return False
    measured = degree.i > word.sent.start and degree.nbor(-1).tag_ in {"NNS", "NN", "CD"}
    return degree.lower_ in {"as", "equally"} or measured or any(token.lower_ == "than" for token in word.subtree)


def is_demand(verb: Token, came_from: Token) -> bool:
    """Whether a sentence begins with the verb in its plain form: *Give hospitals £2m*; not with what only calls
    attention to a clause of its own: *Think: the trains pass at 90mph*."""
    if came_from.pos_ in {"VERB", "AUX"} and any(child.dep_ in _SUBJECTS for child in came_from.children):
        return False
    first = next((token for token in verb.sent if token.is_alpha), None)
    return verb.tag_ == "VB" and first is not None and first.i == verb.i


def is_arranged(word: Token) -> bool:
    """Whether a verb after *to be* says what is to happen to its subject: *40 homes are to be built*."""
    passive = any(child.dep_ == "auxpass" for child in children_of(word))
    return word.dep_ == "xcomp" and passive and lemma(word.head) == "be" and is_infinitive(word)


def is_settled(root: Token) -> bool:
    """Whether a clause of its own puts the quantity into the past: *the £38m that it made last year*."""
    return any(
        child.dep_ == "relcl" and (child.tag_ == "VBD" or any(one.lower_ == "had" for one in child.children))
        for child in children_of(root)
    )


def is_apart(word: Token) -> bool:
    """Whether what lies above a word says nothing of what lies below it: a measure to compare with (*against 18,400*),
    a thing known already (*their home of 113 years*, *18 of its 112 beds*, *the fund, worth £30m*), what somebody is
    or does (*families earning £9,000*), what was done with it (*the deal, reached after two days*), how far a thing is
    off (*a plant a mile from a school*), a clause after *and* with its own tense."""
    if word.pos_ in {"ADP", "ADV", "VERB", "SCONJ"} and word.lower_ in _BASELINES:
        return True
    if word.lower_ == "worth" and word.i > word.sent.start and word.doc[word.i - 1].text == ",":
        return True
    if any(child.lower_ == "having" and child.dep_[:3] == "aux" for child in children_of(word)):
        return True
    if (
        word.head.lower_ == "of"
        and word.head.head.pos_ == "NUM"
        and any(child.tag_ == "PRP$" for child in word.children)
    ):
        return True
    if word.lower_ == "of" and word.head.pos_ == "NOUN":
        return any(child.tag_ == "PRP$" for child in word.head.children)
    if word.dep_ in {"acl", "ccomp"} and word.tag_ == "VBG" and lemma(word) in _STATES:
        return True
    if word.dep_ == "acl" and word.tag_ == "VBN" and word.i > word.sent.start and word.nbor(-1).text == ",":
        return True
    shares = word.head.tag_ == "VB" and word.lower_ == lemma(word)
    tensed = word.tag_ in _TENSES or any(child.tag_ in _TENSES for child in children_of(word) if child.dep_ == "aux")
    return word.dep_ == "conj" and tensed and not shares


def is_beyond(verb: Token, preposition: Token, reading: Reading) -> bool:
    """Whether *by* gives the size of a change outside the clause that the parse hangs it on: *cut the number that it
    employs by 475*; what a past clause did by so much it did itself."""
    sized = preposition.lower_ == "by" and reading.noun is None and reading.quantity.change is not None
    return sized and verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"}


def is_brought_about(word: Token) -> bool:
    """Whether a clause says what somebody is to bring about, so that it is as sure as that: *aims to ensure that*."""
    return word.head.lower_ in _BRINGING and is_infinitive(word.head)


def is_finite(word: Token) -> bool:
    """Whether a verb has a tense or a modal of its own."""
    if word.pos_ not in {"VERB", "AUX"}:
        return False
    return word.tag_ in FINITE or any(child.tag_ in FINITE for child in children_of(word) if child.dep_[:3] == "aux")


def is_told_of(subject: Token, figure: Token) -> bool:
    """Whether a figure under a subject stands in a clause of its own: *the firm, once valued at $5bn, is to close*."""
    for word in (figure, *ancestors(figure)):
        if word.i == subject.i:
            return False
        if word.pos_ == "VERB":
            return True
    return False


def is_told_before(participle: Token) -> bool:
    """Whether a participle behind a comma only tells what was done to a thing before: *the figures, collected from 300
    towns, would …*."""
    first = participle.left_edge
    apart = participle.dep_ == "acl" and participle.tag_ in {"VBN", "VBD"} and first.i > 0
    return apart and first.nbor(-1).text == "," and participle.head.dep_ in _SUBJECTS


def is_of_other_tense(verb: Token) -> bool:
    """Whether a joined verb has a tense of its own, so that the modal before the other is none of its: *would create
    jobs and was backed*; not *would be late and cost*, which may be a plain form."""
    if not is_finite(verb) or any(child.tag_ == "MD" for child in children_of(verb)):
        return False
    return verb.lower_ != lemma(verb)


def is_said_of(clause: Token) -> bool:
    """Whether a clause behind a figure tells what somebody did with that: *the $140m that analysts expected*, *the £40m
    forecast in May*."""
    if clause.dep_ == "acl":
        return clause.tag_ == "VBN"
    tells = clause.dep_ == "relcl" and clause.pos_ == "VERB"
    return tells and not is_of_owner(clause) and not is_set_apart(clause)


def is_of_owner(clause: Token) -> bool:
    """Whether a relative clause tells of what somebody has: *people whose claims were rejected* are not rejected."""
    return any(word.lower_ == "whose" for child in clause.lefts for word in child.children)


def is_impossible(verb: Token) -> bool:
    """*Could not be paid*: what cannot be done to a thing does not make it doubtful."""
    return {"could", "can", "ca"} & {child.lower_ for child in verb.lefts} != set() and any(
        child.dep_ == "neg" for child in verb.lefts
    )


def is_within(word: Token, reading: Reading) -> bool:
    """Whether a word is part of the mention itself: *perhaps 200 yards* is a rough figure, no guess at a fact."""
    return reading.mention is not None and reading.mention.start <= word.i < reading.mention.end


def is_bracketed(reading: Reading) -> bool:
    """Whether a figure stands in brackets behind what it tells of: *offer tickets (20%)*."""
    return reading.mention is not None and reading.mention.start > 0 and reading.mention[0].nbor(-1).text == "("


def is_set_apart(verb: Token) -> bool:
    """Whether a relative clause behind a comma only tells what those are expected to do who were counted: *eight boats,
    which are expected to race*."""
    opening = verb.left_edge
    if opening.i == 0 or opening.nbor(-1).text != "," or opening.tag_ not in {"WDT", "WP"}:
        return False
    passive = any(child.dep_ == "nsubjpass" and child.i == opening.i for child in verb.children)
    return passive and any(child.dep_ == "xcomp" for child in verb.children)
