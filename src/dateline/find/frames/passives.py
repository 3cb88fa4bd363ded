"""The second of two passive verbs, which shares what the first one tells: "were stopped and shot dead by guards", "was taken by
guards and beaten"."""

from __future__ import annotations

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import children, has_dependent

__all__ = ["joined_passive", "shared"]

CRUEL = frozenset(
    "rape beat torture kill shoot stab behead hang rob execute burn hold whip murder flog strangle mutilate".split()
)
"""What those who seized somebody then do to them, where nobody else is named."""

SEIZING = frozenset(
    "take seize stop abduct kidnap capture arrest detain hold catch corner intercept ambush attack storm drag pull chase beat torture "
    "surround snatch assault strip bind tie blindfold overpower".split()
)
"""What is done before it by the same hands: whoever greets somebody, or brings him away, does not shoot him."""


def joined_passive(sentence: Sentence, word: Word) -> bool:
    """Whether a verb, with nobody told before it or after it, goes on a passive one."""
    passive = bool(children(sentence, word.head, "auxpass")) and bool(children(sentence, word.head, "nsubjpass"))
    alone = not has_dependent(
        sentence.words, word, "nsubj", "nsubjpass", "dobj", "aux", "auxpass", "prt", "xcomp", "ccomp"
    )
    return word.dep == "conj" and word.tag in ("VBN", "VBD") and passive and alone


def shared(sentence: Sentence, word: Word) -> dict[str, list[int]]:
    """Whom the second verb was done to, and by whom: its own agent, else whoever seized them before."""
    agents = [o for c in children(sentence, word.i, "agent") for o in children(sentence, c, "pobj")]
    if not agents and word.lemma in CRUEL and sentence.words[word.head].lemma in SEIZING | CRUEL:
        agents = [o for c in children(sentence, word.head, "agent") for o in children(sentence, c, "pobj")]
    found = {"object": children(sentence, word.head, "nsubjpass")}
    return found | {"subject": agents} if agents else found
