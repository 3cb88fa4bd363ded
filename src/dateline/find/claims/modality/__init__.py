"""Whether what a clause names has happened, lies ahead, or only may be: read off the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.find.claims.modality.scheduled import scheduled
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.tags import FORMAL, NOUNS, SUBJECTS
from dateline.model import Modality, Stance
from dateline.words.mood import Mood, load_moods

__all__ = ["AHEAD", "beside", "modality_of", "proposes"]

AHEAD: frozenset[Stance] = frozenset({"demands", "threatens", "promises"})
"""What is demanded, threatened or promised has not happened: planned, or hypothetical where it hangs on a condition."""

SUBORDINATE = ("advcl", "relcl", "ccomp", "csubj", "parataxis", "ROOT", "conj")
"""Relations at which a clause has an outside: words beyond do not govern it, except those that take it as their content."""

FARTHEST = 6
"""Words climbed from a happening to what governs it; farther off the parse is not to be trusted."""


def modality_of(sentence: Sentence, head: int, stance: Stance) -> Modality:
    """The modality of the happening whose main word is `head`, said with a given stance.

    A clause of speech between the two does not count: "said it would attack" is ahead, "said it attacked" is not.
    """
    moods = load_moods()
    if _in_question(sentence, head, moods["hypothetical"]):
        return "hypothetical"
    if stance not in AHEAD and scheduled(sentence, head):
        return "planned"
    told: Modality = "planned" if stance in AHEAD else _governed(sentence, head, moods)
    if told == "planned" and _on_condition(sentence, head, moods["hypothetical"]):
        return "hypothetical"
    return told


def beside(sentence: Sentence, head: int) -> bool:
    """Whether a verb is not what lies ahead: it tells what goes on beside that ("will bring home the troops fighting there"), or
    what governs it will not be ("will not seek to bomb it")."""
    word = sentence.words[head]
    if not word.tag.startswith("VB"):
        return False
    above = word
    while above.dep == "xcomp" and above.head != above.i:
        above = sentence.words[above.head]
        if has_dependent(sentence.words, above, "neg"):
            return True
    return _governed(sentence, head, load_moods()) == "actual"


def _governed(sentence: Sentence, head: int, moods: dict[str, Mood]) -> Modality:
    """What the nearest word that says anything of it says."""
    below: Word | None = None
    aside = to_be = False
    for word in _climb(sentence, head):
        to_be = to_be or _to_be_done(sentence, word)
        above = sentence.words[word.head]
        sought = word.lower == "for" and above.lemma == "look"
        aside = aside or (word.dep == "prep" and word.lower not in ("of", "to") and not sought)
        if word.dep == "ccomp" and above.lemma in moods["hypothetical"].governors:
            return "hypothetical"
        if _put_forward(sentence, word, above, moods["planned"]):
            return "planned"
        if below is not None and below.dep in FEARED and word.lemma in moods["hypothetical"].governors:
            return "hypothetical"
        known = below is not None and word.lemma in moods["planned"].plotting and _definite(sentence, below)
        if below is not None and not known and _thought_out(word, below, aside, moods["planned"]):
            return "planned"
        if (below is None or below.dep == "pobj") and _on_the_way(sentence, word, moods["planned"]):
            return "planned"
        told = _told_by(sentence, word, moods) or _due(sentence, word, below, moods["planned"])
        if told is not None:
            return told
        below = word if word.dep != "prep" or below is None else below
    return "planned" if to_be else "actual"


def _put_forward(sentence: Sentence, word: Word, above: Word, planned: Mood) -> bool:
    """Whether a clause only tells what somebody proposes to be done: "proposed that the army leave the port"."""
    bare = word.tag == "VB" or (word.tag == "VBP" and above.tag == "VBD")  # of what was so, a past would tell
    put = word.dep == "ccomp" and above.lemma in planned.proposals and above.tag.startswith("VB")
    return put and bare and not has_dependent(sentence.words, word, "aux")


def _thought_out(word: Word, below: Word, aside: bool, planned: Mood) -> bool:
    """Whether a happening is what plans are for, or what somebody seeks or considers: "is considering striking"."""
    if word.tag in NOUNS:
        return below.dep == "pobj" and word.lemma in planned.nouns
    if aside:
        return False
    if word.lemma == "look":
        return below.dep == "pobj" and word.tag == "VBG"
    gerund = below.dep in ("xcomp", "pcomp", "dobj") and below.tag == "VBG"
    sought = word.lemma in planned.seeking or (word.lemma in planned.plotting and word.tag != "VBN")
    return sought and (gerund or (below.dep == "dobj" and below.tag in NOUNS))


def _definite(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun names what is known: "discussed the raid", "planned the attacks of May"; an offensive may be to come."""
    return any(w.lower in ("the", "this", "that", "these", "those") for w in dependents(sentence.words, noun))


def _due(sentence: Sentence, word: Word, below: Word | None, planned: Mood) -> Modality | None:
    """Whether a verb plans what its subject is to do, or is itself the plan: "talks are due to resume", "plan to attack"."""
    subject = below is not None and below.dep in SUBJECTS
    if below is not None and not subject:
        return None
    if below is None and word.lower == "going":
        return "planned" if any(_to(sentence, w) for w in dependents(sentence.words, word)) else None
    children = dependents(sentence.words, word)
    if subject and word.lemma == "be" and any(c.dep == "xcomp" and _to(sentence, c) for c in children):
        return "planned"
    own = subject or (below is None and word.lemma == "be")
    told = [c for c in children if own and c.dep in ("acomp", "oprd")] + [word] * (subject or word.lemma in INTENDS)
    ahead = (w for w in told if {w.lemma, w.lower} & planned.governors)
    return "planned" if any(has_dependent(sentence.words, w, "xcomp") for w in ahead) else None


def _to(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(w.lower == "to" for w in dependents(sentence.words, word, "aux"))


def _on_the_way(sentence: Sentence, verb: Word, planned: Mood) -> bool:
    """Whether somebody is on the way to what they go for: "was flying to Paris for talks"."""
    if verb.tag != "VBG" or verb.lemma not in planned.motions:
        return False
    below = dependents(sentence.words, verb)
    return any(w.dep == "aux" and w.lemma == "be" for w in below) and any(w.lower == "for" for w in below)


def proposes(sentence: Sentence, head: int) -> bool:
    """Whether a verb is the proposing of something to be done: "proposed the use of the airport"."""
    verb = sentence.words[head]
    done = has_dependent(sentence.words, verb, "dobj", "xcomp")
    return done and verb.lemma in load_moods()["planned"].proposals


INTENDS = frozenset({"plan", "intend", "aim", "prepare", "offer", "propose"})
"""Verbs whose own happening is a plan."""

FEARED = ("dobj", "pobj", "ccomp")
"""Relations by which a happening is what is feared, or what there is a risk of."""


def _told_by(sentence: Sentence, word: Word, moods: dict[str, Mood]) -> Modality | None:
    """What the words around one word of the clause say of its modality; None where they say nothing."""
    helpers = dependents(sentence.words, word, "aux", "auxpass", "mark", "amod", "advmod")
    lowers = {helper.lower for helper in helpers}
    planned, possible = moods["planned"], moods["hypothetical"]
    if "would" in lowers and word.lemma in COUNTS:
        return None
    if "would" in lowers or ("'d" in lowers and word.tag == "VB"):
        return "hypothetical" if "have" in lowers else "planned"
    if lowers & possible.auxiliaries:
        return None if _settled(sentence, word, lowers) else "hypothetical"
    if lowers & planned.auxiliaries:
        return "planned"
    if word.tag in NOUNS:
        return "planned" if lowers & planned.modifiers else "hypothetical" if lowers & possible.modifiers else None
    return _infinitive(sentence, word, moods) if "to" in lowers else None


COUNTS = frozenset({"mark", "represent", "constitute"})
"""Verbs that only tell what a happening amounts to: "it would mark the deadliest raid" leaves the raid what it is."""

PERCEIVED = frozenset({"hear", "see", "feel", "smell", "watch", "count", "confirm", "verify", "determine"})


def _settled(sentence: Sentence, word: Word, helpers: set[str]) -> bool:
    """Whether "can" tells no possibility: what can be heard is there, and what one cannot do is not done."""
    if helpers.isdisjoint(("can", "could", "ca")):
        return False
    denied = any(w.dep == "neg" or w.lower == "longer" for w in dependents(sentence.words, word))
    return denied or word.lemma in PERCEIVED


def _infinitive(sentence: Sentence, word: Word, moods: dict[str, Mood]) -> Modality | None:
    """What governs an infinitive: "vowed to", "is to", "continued to"; how to do a thing is told where nobody did it."""
    if any(w.tag in ("WRB", "WP") and w.i < word.i for w in dependents(sentence.words, word)):
        return "hypothetical"
    if word.head == word.i:
        return None
    governor = sentence.words[word.head]
    told = {governor.lemma, governor.lower, *_object_of(sentence, governor)}
    if told & moods["actual"].governors and governor.lower != "going":
        return None
    if governor.lemma == "be" and word.dep in ("xcomp", "ccomp"):
        return "planned"
    if told & moods["planned"].governors:
        return "planned"
    if governor.lemma == "able" and sentence.words[governor.head].lower in ("was", "were"):
        return None
    return "hypothetical" if told & moods["hypothetical"].governors else None


def _object_of(sentence: Sentence, governor: Word) -> Iterator[str]:
    """What a verb has that an infinitive behind it may belong to: "missed the deadline to leave"."""
    return (w.lemma for w in dependents(sentence.words, governor, "dobj"))


def _in_question(sentence: Sentence, head: int, mood: Mood) -> bool:
    """Whether the happening itself stands in an if- or whether-clause; "whether one or the other did it" leaves open
    who did what had happened."""
    for word in _climb(sentence, head):
        marks = {w.lower for w in dependents(sentence.words, word) if _marks(sentence, word, w, mood)}
        if marks:
            return marks != {"whether"} or not _either(sentence, word)
    return False


def _marks(sentence: Sentence, clause: Word, word: Word, mood: Mood) -> bool:
    """Whether a word makes an if-clause of its clause; "should" does before its subject: "should they leave"."""
    if word.lower not in mood.marks or word.dep not in ("mark", "aux", "advmod"):
        return False
    return word.dep != "aux" or any(word.i < w.i for w in dependents(sentence.words, clause, *FORMAL))


def _either(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause leaves open only which of two it was."""
    return any(word.lower == "or" for word in sentence.subtree(verb.i)[1:] if word.dep == "cc")


def _on_condition(sentence: Sentence, head: int, mood: Mood) -> bool:
    """Whether an if-clause hangs on the happening or on what governs it."""
    clauses = (w for word in _climb(sentence, head) for w in dependents(sentence.words, word, "advcl"))
    return any(_marks(sentence, clause, w, mood) for clause in clauses for w in dependents(sentence.words, clause))


def _climb(sentence: Sentence, head: int) -> Iterator[Word]:
    """The main word, then the words that govern it, up to the edge of its clause."""
    word = sentence.words[head]
    for _ in range(FARTHEST):
        yield word
        if (
            word.head == word.i
            or (word.dep in SUBORDINATE and not any(tied(sentence, word) for tied in (_let, _shares, _to_be_done)))
            or (word.dep == "pcomp")
            or (word.dep == "acl" and word.tag in ("VBG", "VBN"))
            or (word.dep == "prep" and word.lower in BREAKS)
        ):
            return
        word = sentence.words[word.head]


def _to_be_done(sentence: Sentence, word: Word) -> bool:
    """Whether a verb tells what a thing is for: "a base from which to launch raids"."""
    by_it = (child.tag for w in dependents(sentence.words, word, "prep") for child in dependents(sentence.words, w))
    return word.dep == "relcl" and word.tag == "VB" and "WDT" in by_it and _to(sentence, word)


def _let(sentence: Sentence, word: Word) -> bool:
    """Whether a bare verb is what another lets or makes be done, and so stands under what governs that one."""
    helped = has_dependent(sentence.words, word, "aux", "mark")
    return word.dep == "ccomp" and word.tag == "VB" and sentence.words[word.head].lemma in LETTING and not helped


def _shares(sentence: Sentence, word: Word) -> bool:
    """Whether a verb shares the helpers of the one it is coordinated with: "will leave the ridge and shell the port"."""
    below = [w.dep for w in dependents(sentence.words, word)]
    alike = word.tag in BARE and word.tag == sentence.words[word.head].tag
    return word.dep == "conj" and alike and not any(dep in (*FORMAL, "aux", "auxpass") for dep in below)


BARE = ("VB", "VBN", "VBG")
LETTING = frozenset({"let", "make", "help", "have", "see"})

BREAKS = frozenset({"after", "since", "despite", "following", "before", "during", "amid"})
"""What follows these is told as a fact, whatever the main clause plans."""
