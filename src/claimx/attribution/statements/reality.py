"""Whether a verb tells that somebody said, thought or found something: not that they might, and not of nobody."""

from __future__ import annotations

from claimx.attribution.statements.cue import Cue
from claimx.attribution.statements.subjects import subject_set_apart
from claimx.nlp import Token
from claimx.nlp.syntax import FINITE, Range, child, is_figure, is_finite

_ANY = frozenset({"any", "no", "every", "each", "neither", "whatever", "which"})
"""Words before a source that is nobody in particular: *no poll shows …*."""
_SUPPOSING = frozenset({"if", "unless", "until", "whether", "lest"})
"""Words before what nobody has said yet."""
_VERDICTS = frozenset({"guilty", "liable", "innocent", "culpable", "negligent"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark"})
_OWN = frozenset({"its", "their", "his", "her"})
_NOBODY = frozenset({"nobody", "none", "anybody", "anyone", "no-one", "name", "title", "label", "nickname"})
"""Nobody at all, or what only calls something so (*as its name suggests*): no statement."""


def is_real(verb: Token, cue: Cue) -> bool:
    """Whether the verb says that something was said, thought or done: not that it might be (*unless he says …*), and
    for what is not plain saying, not that it is to be (*hopes to find …*) and not as a mere attribute (*pastors
    supporting …*; *the sum announced fell short*)."""
    if cue.present and verb.tag_ not in ("VBZ", "VBP"):
        return False
    mark = child(verb, "mark") or (child(verb.head, "mark") if verb.dep_ == "conj" else None)
    if mark is not None and mark.lower_ in _SUPPOSING and mark.i < verb.i:
        return False
    if verb.dep_ != "relcl" and verb.i + 1 < len(verb.doc) and verb.nbor().tag_ in FINITE:
        return False
    attitude = cue.statement == "stance" and not cue.demand
    if not attitude and any(one.tag_ == "MD" and one.lower_ not in ("will", "'ll") for one in verb.lefts):
        return False
    if "quotation" in cue.complements and "object" not in cue.complements:
        return True
    if cue.statement == "stance":
        attribute = verb.dep_ == "acl" and subject_set_apart(verb) is None
        return not attribute and not any(one.dep_ == "neg" for one in verb.lefts)
    return not any(one.tag_ == "TO" or one.dep_ == "neg" for one in verb.lefts)


def is_attribute(verb: Token) -> bool:
    """Whether the verb only describes the subject of the clause that the parser puts below it: *the sum agreed in
    court was £3m*, where what follows has a tense and no subject of its own."""
    clause = next((one for one in verb.rights if one.dep_ == "ccomp"), None)
    if clause is None or verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "relcl" or child(verb, "dobj") is not None:
        return False
    owned = any(one.dep_ in _SUBJECTS for one in clause.lefts)
    joined = any(one.is_punct for one in verb.doc[verb.i : clause.i])
    return _has_tense(clause) and not owned and not joined


def _has_tense(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(one.tag_ in FINITE for one in verb.lefts)


def is_hearsay(verb: Token) -> bool:
    """*It is believed that …*: a passive that names nobody."""
    return any(one.dep_ in ("nsubjpass", "nsubj", "expl") and one.lower_ == "it" for one in verb.lefts)


def is_no_finding(verb: Token) -> bool:
    """*He found himself in trouble*, *the jury found him guilty*: a lot or a verdict, nothing that is found out."""
    return any(one.lower_.endswith(("self", "selves")) or one.lower_ in _VERDICTS for one in verb.rights)


def is_mere_figure(verb: Token, part: Range) -> bool:
    """*Fuel added £6m to its bill*, *the firm recalled 700 cars*: a figure without a verb is no clause that is said."""
    content, thing = verb.doc[part[0] : part[1]], child(verb, "dobj")
    return (
        thing is not None
        and part[0] <= thing.i < part[1]
        and is_figure(content[0])
        and not any(is_finite(one) or one.is_quote for one in content)
    )


def is_nobody(source: Token, verb: Token) -> bool:
    """Whether a source is nobody, nobody in particular, or no source: *no poll shows …*; *that said, …*."""
    anybody = any(one.dep_ == "det" and one.lower_ in _ANY for one in source.lefts)
    return source.lower_ in _NOBODY or anybody or _is_aside(source, verb)


def befalls(verb: Token) -> bool:
    """*The chain saw its profits fall*: what happens to the subject's own is no view of it."""
    clause = child(verb, "ccomp")
    owned = child(clause, "nsubj") if clause is not None else None
    return owned is not None and any(one.lower_ in _OWN for one in owned.lefts)


def _is_aside(source: Token, verb: Token) -> bool:
    """*That said, …*, *All told, …* and *…, you know, …* say nothing of anybody."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    aside = bool(source.is_sent_start) and source.lower_ in ("that", "all")
    return after.text == "," and (aside or source.lower_ == "you")
