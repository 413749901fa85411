"""The signs by which a sentence without a cue carries on what somebody said before it: its tense, what takes up a
figure that was given, or an account before a court."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.attribution.statements.frame import Frame
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.shares import is_respondent
from claimx.nlp import Span, Token
from claimx.nlp.annotation import start_of
from claimx.nlp.syntax import child, is_figure, is_passive

_NOW = frozenset({"currently", "now", "already", "still"})
"""With a past tense they place the speaker's present: *it was currently at 62%*."""
_BACKSHIFTED = frozenset({"would", "'d", "had"})
_POSSIBLE = frozenset({"could", "might", "may", "should"})
_CONDITIONS = frozenset({"if", "unless", "would", "had", "were"})
"""Words that open what the narrator supposes or asks."""
_POINTING = frozenset({"that", "this", "such", "it"})
"""Words with which a sentence takes up what was said."""
_AGAIN = frozenset({"it", "this", "that", "they"})
"""Subjects that stand for what a figure was given of."""
_FORETELLING = frozenset({"will", "would", "'ll"})
_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present"}
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_CONTRASTING = frozenset({"prep", "npadvmod"})
_MAX_SUBJECT = 4
"""Tokens in which a subject shows that it is the rest of something."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said in a sentence, as far as the next one may go on with it."""

    frame: Frame
    figures: bool
    """Whether it gives a figure."""
    tenses: frozenset[str]
    backshifted: bool
    """Whether it is told in a past tense or as what could be, so that what *would* be may go on with it."""
    hearing: tuple[str, ...]
    """The rules by which it is an account of what happened, told to a court."""


def said_in(sentence: Span, frame: Frame, lexicon: Lexicon) -> Said:
    """What a frame of a sentence says."""
    placed = [(one, start_of(one)) for one in sentence]
    content = [one for one, at in placed if any(start <= at < end for start, end in frame.content)]
    cue = [one for one, at in placed if any(start <= at < end for start, end in frame.cue)]
    tenses = frozenset(_TENSES[one.tag_] for one in (*cue, *content) if one.tag_ in _TENSES)
    told = [one for one, at in placed if not any(start <= at < end for start, end in frame.source)]
    rules = (
        *(lexicon.continuing("hearing", one.lower_) for one in told),
        *(lexicon.continuing("counsel", one.lower_) for one in sentence),
    )
    hearing = tuple(dict.fromkeys(rule for rule in rules if rule is not None))
    backshifted = "past" in tenses or any(one.lower_ in _BACKSHIFTED | _POSSIBLE for one in content)
    return Said(frame, any(map(is_figure, content)), tenses, backshifted, hearing)


def carried_on(sentence: Span, said: Said, lexicon: Lexicon, *, same_block: bool) -> tuple[str, ...] | None:
    """The rules by which a sentence carries on what was said, which may be none; None where it does not."""
    root, frame = sentence.root, said.frame
    if same_block and said.figures and frame.quoted != frame.content and _is_bare_number(sentence):
        return ()
    if root.pos_ not in ("VERB", "AUX") or sentence[0].is_quote:
        return None
    if sentence[0].lower_ in _CONDITIONS or sentence[-1].text == "?":
        return None
    auxiliaries = {one.lower_ for one in root.lefts if one.dep_ in ("aux", "auxpass")}
    if frame.quoted == frame.content:
        return () if sentence[0].lower_ in _POINTING and "would" in auxiliaries else None
    if frame.survey:
        onward = sentence[0].pos_ == "CCONJ" or sentence[0].lower_ in _POINTING
        return () if onward and not _FORETELLING.isdisjoint(auxiliaries) else None
    reported = _is_reported(root, auxiliaries, lexicon, backshifted=said.backshifted)
    if reported and (same_block or _is_surely_reported(root, auxiliaries, frame)):
        return ()
    if same_block and said.hearing and _finite(root).tag_ == "VBD" and not _is_procedure(root, lexicon):
        return said.hearing
    if same_block and frame.finding and _TENSES.get(_finite(root).tag_) in said.tenses and _is_of_share(root):
        return ()
    resumed = said.figures and _TENSES.get(_finite(root).tag_) in said.tenses and any(map(is_figure, sentence))
    return _resumption(sentence, lexicon) if resumed else None


def _is_bare_number(sentence: Span) -> bool:
    """*About 2,000 die*: more of what was counted, which is not named again; *only three were left* is rather the
    narrator's."""
    place = next((one.i for one in sentence[:_MAX_SUBJECT] if one.pos_ not in ("ADV", "ADP", "ADJ", "DET")), -1)
    number = sentence.doc[place] if place >= 0 else None
    if number is None or not number.like_num or place + 1 >= sentence.end or sentence[0].lower_ in ("only", "just"):
        return False
    last = place + 2 == sentence.end - 1 and sentence[-1].is_punct
    return sentence.doc[place + 1].pos_ in ("VERB", "AUX") or last


def _is_reported(root: Token, auxiliaries: set[str], lexicon: Lexicon, *, backshifted: bool) -> bool:
    """Whether the tense tells that a sentence is reported, not that somebody would say nothing; that of *would* and
    *had* only where what was said before stands in such a tense, too."""
    if any(one.dep_ == "ccomp" and one.tag_ in _TENSES for one in root.lefts):
        return False
    if lexicon.quotes(root) is not None and any(one.dep_ == "neg" or one.lower_ == "nothing" for one in root.children):
        return False
    if backshifted and not _BACKSHIFTED.isdisjoint(auxiliaries) and (root.tag_ == "VBN" or "had" not in auxiliaries):
        return True
    if root.lemma_ == "be" and root.tag_ == "VBD" and any(_is_infinitive(one) for one in root.rights):
        return True
    if is_passive(root) and any(one.lower_ == "also" for one in root.children):
        return any(cue.statement == "assertion" for cue in lexicon.cues(root))
    return root.tag_ == "VBD" and root.lemma_ == "be" and any(one.lower_ in _NOW for one in root.children)


def _is_surely_reported(root: Token, auxiliaries: set[str], frame: Frame) -> bool:
    """Whether a block of its own is reported, too: not what somebody would do or had done who is named there, which is
    rather the narrator's, nor what goes on with the text's own voice."""
    subject = child(root, *_SUBJECTS, "csubj")
    named = subject is None or subject.pos_ == "PROPN"
    return not named and not frame.own and ("had" not in auxiliaries or frame.finding)


def _is_of_share(root: Token) -> bool:
    """*A third of tenants have moved*, right after what a report found."""
    subject = child(root, *_SUBJECTS)
    return subject is not None and subject.i < root.i and is_respondent(subject)


def _is_infinitive(verb: Token) -> bool:
    """*The rest was to be borrowed*, not *the plan was to borrow the rest*."""
    return verb.dep_ == "xcomp" and is_passive(verb) and any(one.tag_ == "TO" for one in verb.lefts)


def _finite(root: Token) -> Token:
    """The verb that carries the tense."""
    return child(root, "auxpass", "aux") or root


def _is_procedure(root: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells what a court does."""
    subject = child(root, *_SUBJECTS)
    words = (root, *((subject,) if subject is not None else ()))
    return any(one.lemma_.lower() in lexicon.procedure for one in words)


def _resumption(sentence: Span, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The rule by which a sentence with a figure takes up the figure that was given; None where it does not."""
    subject = child(sentence.root, *_SUBJECTS)
    if subject is None or subject.i > sentence.root.i:
        return None
    start = subject.left_edge.i
    opening = [one.lower_ for one in sentence.doc[start : min(start + _MAX_SUBJECT, subject.i + 1)]]
    figured = any(map(is_figure, sentence.doc[start : subject.right_edge.i + 1]))
    rest = next((rule for word in opening if (rule := lexicon.continuing("rest", word)) is not None), None)
    if rest is not None and figured:
        return (rest,)
    before = sentence.doc[sentence.start : subject.right_edge.i + 1]
    these = next((rule for one in before if (rule := _of_these(one, lexicon)) is not None), None)
    if these is not None and figured:
        return (these,)
    return _figure_again(sentence, subject, lexicon)


def _of_these(word: Token, lexicon: Lexicon) -> str | None:
    """The rule for *of these*."""
    behind = word.i > 0 and word.nbor(-1).lower_ == "of" and word.dep_ == "pobj"
    return lexicon.continuing("these", word.lower_) if behind else None


def _figure_again(sentence: Span, subject: Token, lexicon: Lexicon) -> tuple[str, ...] | None:
    """*In Hull the figure was £700*; *in Hull it was £700*; *the dead were 12 men*."""
    root = sentence.root
    moves = lexicon.continuing("move", root.lemma_.lower())
    rule = lexicon.continuing("figure", subject.lemma_.lower()) or lexicon.continuing("figure", subject.lower_)
    if rule is not None:
        definite = subject.left_edge.lower_ == "the" and subject.left_edge.i + 1 == subject.i
        narrowed = any(one.lower_ in ("of", "who", "that") for one in subject.subtree)
        return (rule,) if definite and not narrowed and moves is not None else None
    set_apart = any(one.dep_ in _CONTRASTING and one.i < subject.i for one in root.lefts)
    told = subject.lower_ in _AGAIN and set_apart and any(map(is_figure, root.doc[root.i : sentence.end]))
    return (moves,) if told and moves is not None else None
