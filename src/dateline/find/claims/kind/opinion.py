"""What somebody thinks, fears, warns of or confirms: sayings about a thing, by which nothing is told to have happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.matter import DEADLY, kills
from dateline.find.claims.modality import modality_of
from dateline.find.claims.saying.menace import fights_wrong, menaces
from dateline.find.claims.saying.own import own_act
from dateline.find.claims.saying.standing import bystander, official
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.clauses import finite, kept_from
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.distance import upward
from dateline.phenomena import words_of
from dateline.phenomena.types import VIOLENT
from dateline.words.mood import load_acts
from dateline.words.recall import load_recall

__all__ = [
    "conditioned",
    "confirmed",
    "doubted",
    "feared",
    "judged",
    "only_could_threaten",
    "only_fights_wrong",
    "spoken_of",
    "stands_so",
    "unable",
    "warns_of_fact",
]

BEARABLE: Final = frozenset({"displacement_figure", "casualty_figure", "threat", "humanitarian_aid"})
"""What somebody can be unable to bear or to do."""

BOUND: Final = frozenset({"territorial_control", "agreement", "ceasefire_start", "meeting", "prisoner_exchange"})
"""What may be the condition of something else that is told."""

LIKELY: Final = frozenset("likely unlikely possible impossible inevitable necessary unnecessary premature".split())
DATED: Final = frozenset({"begin", "start", "resume", "open", "end", "last", "run", "continue", "take"})
"""Verbs that tell when something is to be: "the curfew would begin at dusk" judges nothing."""

ABILITY: Final = frozenset({"ability", "capacity", "capability", "potential", "power", "means", "right"})
"""What somebody has who could do a thing: "the means to threaten the port"."""
HARD: Final = frozenset(
    "hard difficult easy tough risky costly slow task challenge mistake option priority solution".split()
)
"""What holding or leaving a place is called by who only thinks of it."""

SHOWING: Final = frozenset("sign proof evidence indication reminder symptom testament token setback lesson".split())
"""What a blow is called by who only tells what follows from it: "the raid is a sign of weakness"."""

WORKING: Final = frozenset(
    "fail work succeed help save achieve matter mean undermine suffice underline underscore highlight illustrate "
    "demonstrate show prove reflect reveal".split()
)
"""Verbs that tell what comes of a campaign, or what a death shows."""

GOING_ON: Final = frozenset({"go", "continue", "begin", "start", "seem", "appear", "dare"})
"""Verbs whose infinitive was done."""

MEANS: Final = frozenset({"through", "by", "with"})
"""What stands before that by which somebody can do a thing."""

NAMING: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})
"""Tags of words that name an act."""

PHRASAL: Final = frozenset({"pobj", "prep", "dobj", "pcomp", "compound", "poss", "nmod"})
"""Relations within the phrase that is the object of a verb."""

TOPICS: Final = frozenset(
    "rationale case justification argument favor favour endgame wisdom legality concern worry risk danger".split()
)
"""Nouns for what is said for an act, or against it, or feared of it: "the case for an invasion", "concern over mines"."""

STRAINING: Final = frozenset("exacerbate worsen deepen heighten aggravate strain sour inflame".split())
"""Verbs for what makes a mood worse."""

MENTIONS: Final = frozenset({"reference", "mention", "allusion", "word"})
"""Nouns for naming a thing."""

SINCE: Final = frozenset({"since", "after"})
SPEAKING: Final = frozenset({"answer", "speak", "comment", "testify"})
"""Verbs of speaking that tell nothing of what is said."""

DYING: Final = frozenset({"die", "kill", "perish", "lose"})
CALLING: Final = frozenset({"call", "describe", "label", "term", "dub", "brand"})
VOUCHING: Final = frozenset({"confirm", "acknowledge", "verify"})
CONFIRMING: Final = VOUCHING | {"welcome", "hail", "applaud", "regret"}


def judged(group: Group, head: Frame) -> bool:
    """Whether a voice only tells what it thinks of a thing, or what comes of it: "a pullout would help the enemy",
    "a settlement was unlikely", "the campaign is failing", "the raid is a sign of weakness", "holding the port was a hard
    task", "raids can do only so much"."""
    words = group.sentence.words
    noun = words[head.head]
    noun = words[noun.head] if noun.dep == "compound" and words[noun.head].lemma == "campaign" else noun
    verb = words[noun.head]
    if group.voice is None or kills(group):
        return False
    if noun.dep == "pobj" and head.type in VIOLENT:
        outer = words[verb.head]
        return verb.lower in MEANS and any(w.lower in ("can", "could") for w in dependents(words, outer))
    if noun.dep not in ("nsubj", "csubj") or noun.tag not in NAMING:
        return False
    below = dependents(words, verb)
    would = any(w.dep == "aux" and w.lower in ("would", "could", "might") for w in below)
    worth = LIKELY if noun.dep == "nsubj" and head.type in DEADLY else LIKELY | HARD
    thought = verb.lemma == "be" and any(w.lemma in worth and w.dep in ("acomp", "attr") for w in below)
    shows = verb.lemma == "be" and any(w.lemma in SHOWING and w.dep == "attr" for w in below)
    gains = any(w.lemma in ("progress", "headway") for w in dependents(words, verb))
    works = (verb.lemma in WORKING or gains) and _lasts(words, verb)
    return (would and head.type not in DEADLY and verb.lemma not in DATED) or thought or shows or works


def _lasts(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb tells how things stand: "is failing", "has saved lives"."""
    return verb.tag in ("VBZ", "VBP", "VBG") or any(
        w.lower in ("is", "are", "has", "have") for w in dependents(words, verb)
    )


PASSING_ON: Final = frozenset("post tweet report write share publish inform".split())
"""Verbs by which an outlet tells "about" what happened."""


def spoken_of(group: Group, head: Frame) -> bool:
    """Whether an act of force is only what somebody thinks or talks about: "predicted an end to the raids", "debated the
    offensive", "the case for an invasion", "asked about the raid"; what there was before a speech ("has not spoken since the
    raids"), or what was not mentioned ("no reference to a pullout")."""
    words = group.sentence.words
    word = words[head.head]
    if _unmentioned(words, word):
        return True
    if head.type not in VIOLENT or kills(group) or word.tag not in NAMING:
        return False
    while word.dep in PHRASAL:
        prep, word = word, words[word.head]
        if prep.dep == "prep" and (word.lemma in TOPICS or (prep.lower == "about" and word.lemma not in PASSING_ON)):
            return True
    viewed = word.i != head.head and word.lemma in load_acts().viewing
    return viewed or _strains(words, word) or _before_speech(group, head)


def _strains(words: Sequence[Word], noun: Word) -> bool:
    """Whether only the mood is told that an act makes worse: "the fighting has deepened tensions"."""
    verb = words[noun.head]
    return noun.dep == "nsubj" and verb.lemma in STRAINING and has_dependent(words, verb, "dobj")


def _unmentioned(words: Sequence[Word], word: Word) -> bool:
    """Whether a thing is only told not to have been spoken of: "made no reference to a pullout"."""
    prep = words[word.head]
    named = words[prep.head]
    nouns = (w for w in (named, *dependents(words, named, "dobj")) if w.lemma in MENTIONS)
    spoken = word.dep == "pobj" and prep.dep == "prep"
    return spoken and any(w.lower == "no" for noun in nouns for w in dependents(words, noun))


def _before_speech(group: Group, head: Frame) -> bool:
    """Whether an act is only since when somebody speaks: "answered questions for the first time since the raids began"."""
    words = group.sentence.words
    above = upward(group.sentence, head.head)
    opened = (n for n, w in enumerate(above) if any(x.lower in SINCE for x in (w, *dependents(words, w))))
    verb = next((w for n in opened for w in above[n + 1 :] if w.tag.startswith("V")), None)
    return verb is not None and verb.lemma in SPEAKING


def doubted(group: Group, head: Frame) -> bool:
    """Whether a voice only tells whether it expects a truce to hold: "the truce is unlikely to last"."""
    verb = group.sentence.words[head.head]
    if group.voice is None or head.phenomenon != "ceasefire_in_force" or verb.lemma not in load_acts().lasting:
        return False
    return modality_of(group.sentence, head.head, "asserts") == "hypothetical"


def conditioned(group: Group, head: Frame) -> bool:
    """Whether what a voice tells of is only its condition: "peace is possible only if the troops leave"."""
    if group.voice is None or head.type not in BOUND:
        return False
    words = group.sentence.words
    clauses = (
        w for w in upward(group.sentence, head.head) if w.dep == "advcl" and w.start >= group.voice.content.start
    )
    return any(w.lower in load_acts().conditions for clause in clauses for w in dependents(words, clause, "mark"))


def feared(group: Group, head: Frame) -> bool:
    """Whether the dead are only those of a time to come: "thousands will die if they land"."""
    dies = group.sentence.words[head.head].lemma in DYING
    return dies and head.type == "casualty_figure" and modality_of(group.sentence, head.head, "asserts") != "actual"


def warns_of_fact(group: Group, head: Frame) -> bool:
    """Whether somebody only warns that a thing is so, or that others will do it: "warned the palace that the war was feeding
    hatred", "warned that the tribes would fight"; "the fighters" may be one's own. Who stands for no side threatens nobody by it:
    "the lawyer warned the mayor against a strike"."""
    words, voice = group.sentence.words, group.voice
    verb = words[head.head]
    told = dependents(words, verb, "ccomp")
    if verb.lemma not in load_acts().warning:
        return False
    if voice is not None and voice.voices and all(map(bystander, voice.voices)):
        return True
    if not told:
        return False
    if any(finite(words, w) for w in told):
        return True
    whom = has_dependent(words, verb, "dobj", "nsubjpass")
    done_to = any(has_dependent(words, w, "auxpass") for w in told)
    arms = any(child.lemma in words_of("forces") for w in told for child in dependents(words, w, "nsubj"))
    return (
        voice is not None
        and not (whom or done_to or arms)
        and not any(own_act(group, voice, w) or menaces(words, w) for w in told)
    )


def only_could_threaten(sentence: Sentence, head: Frame) -> bool:
    """Whether a threat is told that nobody makes: "their ability to threaten the port", "who may plan to strike", "feels
    threatened", "kept them from threatening him"."""
    verb = sentence.words[head.head]
    if not verb.tag.startswith("VB") or verb.lemma not in ("threaten", "plan", "prepare"):
        return False
    below = dependents(sentence.words, verb)
    felt = any(w.dep == "auxpass" and w.lemma == "feel" for w in below)
    if felt or _under_threat(verb, below) or _a_thing(sentence.words, head):
        return True
    kept = kept_from(sentence.words, verb)
    able = verb.dep == "acl" and sentence.words[verb.head].lemma in ABILITY
    told = modality_of(sentence, head.head, "asserts")
    aim = able or kept or _only_meant(sentence, verb) or verb.dep == "csubj"  # "threatening him may end the war"
    return told == "hypothetical" or aim or (verb.lemma == "threaten" and told == "planned")


def only_fights_wrong(sentence: Sentence, head: Frame) -> bool:
    """Whether a vow is to fight what is no side: "vowed to fight against corruption"."""
    verb = sentence.words[head.head]
    return any(fights_wrong(sentence.words, vowed) for vowed in dependents(sentence.words, verb, "xcomp"))


def _a_thing(words: Sequence[Word], head: Frame) -> bool:
    """Whether what threatens is a thing: "the wildfire threatens the port", "revolts broke out, threatening the king"."""
    verb = words[head.head]
    verb = words[verb.head] if verb.tag == "VBG" and verb.dep in ("advcl", "acl") else verb
    subjects = [] if head.by else dependents(words, verb, "nsubj")
    return any(w.tag in ("NN", "NNS") and w.lemma not in words_of("agents") for w in subjects)


def _under_threat(verb: Word, below: Sequence[Word]) -> bool:
    """Whether it is only told of somebody that they are in danger: "to shield villagers threatened by the army", "when threatened"."""
    said = any(w.dep in ("xcomp", "oprd") or w.lower == "with" for w in below)
    danger = verb.dep in ("acl", "relcl", "amod", "advcl") or any(w.dep == "advmod" and w.lower in MUCH for w in below)
    return verb.lemma == "threaten" and verb.tag == "VBN" and danger and not said


MUCH: Final = frozenset({"very", "much", "most", "gravely", "directly", "seriously", "immediately"})


def _only_meant(sentence: Sentence, verb: Word) -> bool:
    """Whether a threat or plan is only an aim: "used the hut to plan raids"; who goes on, or uses words, to threaten does."""
    above = sentence.words[verb.head]
    if verb.lemma == "threaten" and above.lemma == "use":
        return False
    infinitive = verb.tag == "VB" and any(w.lower == "to" for w in dependents(sentence.words, verb))
    return infinitive and verb.dep in ("acl", "advcl", "xcomp", "relcl") and above.lemma not in GOING_ON


def confirmed(sentence: Sentence, head: Frame) -> bool:
    """Whether somebody only says of a thing told before that it is so, or what it is: "the ministry confirmed the attack",
    "called the raid a crime"."""
    noun, verb = sentence.words[head.head], sentence.words[sentence.words[head.head].head]
    known = any(w.lower in ("the", "these", "this") for w in dependents(sentence.words, noun))
    above = sentence.words[verb.head]
    called = noun.dep == "nsubj" and verb.dep in ("ccomp", "oprd") and above.lemma in CALLING
    if known and (called or (noun.dep == "dobj" and verb.lemma in CALLING)):
        return True
    return known and noun.dep in ("dobj", "nsubjpass") and verb.lemma in CONFIRMING and noun.tag.startswith("NN")


NEWS: Final = frozenset({"detention", "territorial_control", "prisoner_exchange"})
"""Types of what nobody confirms who does not tell it."""


def first_told(notes: Notes, group: Group, head: Frame) -> bool:
    """Whether what somebody confirms, calling it nothing, is news: an arrest, a capture, a release or people that are counted, of
    which the report told nothing before: "police confirmed the arrest of two clerks"."""
    noun = group.sentence.words[head.head]
    verb = group.sentence.words[noun.head]
    fresh = head.type in NEWS or any(figure.unit == "people" for figure in group.figures)
    earlier = any(f.type == head.type for f in notes.frames if f.sentence < head.sentence)
    return fresh and verb.lemma in VOUCHING and not earlier


def stands_so(group: Group, head: Frame) -> bool:
    """Whether how many live somewhere is told: "the valley shelters two million people"."""
    lasting = group.sentence.words[head.head].lemma in load_recall().lasting
    return lasting and any(figure.measure == "population" for figure in group.figures)


def unable(group: Group, head: Frame) -> bool:
    """Whether an official only says what cannot be borne or done: "said the port could take no more refugees"."""
    voice, words = group.voice, group.sentence.words
    if voice is None or head.type not in BEARABLE or group.figures or not any(map(official, voice.voices)):
        return False
    for verb in group.sentence.words_in(voice.content):
        below = dependents(words, verb)
        if any(w.lower in ("can", "could", "ca") and w.dep == "aux" for w in below):
            return any(w.dep == "neg" or w.lower == "longer" for w in below)
    return False
