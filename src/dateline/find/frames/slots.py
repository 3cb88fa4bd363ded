"""The grammatical slots around a verb, whoever fills them: through passives, relative clauses, coordination.

Slots are deep: the subject of an active verb and the agent of a passive one both fill "subject". A preposition
names its own slot.
"""

from __future__ import annotations

import re
from collections import defaultdict

from dateline.find.frames.fillers import among, at_hands, beside_nouns, resolved
from dateline.find.frames.passives import joined_passive, shared
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import children, dependents
from dateline.find.sentences.tags import SUBJECTS, TENSED
from dateline.phenomena import words_of

__all__ = ["ACTS", "CHARGING", "DYING", "SAYING", "Slots", "own_slots", "phrase", "prepositions", "verb_slots"]

Slots = dict[str, list[int]]
"""Slot → the numbers of its fillers' head words."""

ACCOUNTS = frozenset({"account", "count", "reckoning", "estimate", "tally", "admission"})
"""Nouns for what somebody tells, behind "by": "by the clinic's count, nine were killed"."""

TOUGH = frozenset("hard easy difficult tough impossible possible simple dangerous".split())
"""Adjectives of what is done to their subject: "the town is hard to hold"."""

JOINING = frozenset({"join", "follow"})
"""Verbs whose subject, as that of those that back somebody, does with others what "in" tells."""

ACTS = frozenset(
    "attack raid assault strike airstrike shelling bombing bombardment ambush blast explosion clash shooting operation offensive fire "
    "gunfire crackdown massacre barrage incursion".split()
)
"""Nouns for acts that have an agent of their own: "killed in raids by soldiers"."""

USING = frozenset({"use", "employ", "deploy"})
"""Verbs whose subject does what their object is for: "used a drone to bomb"."""

DYING = frozenset({"die", "perish"})
"""Verbs that nobody does to anybody: "by" behind them belongs to the blow."""

BY_DOING = frozenset({"by", "after", "before", "without", "upon", "while"})
"""Prepositions before what the subject of a verb does besides: "broke the truce by firing"."""

CHARGING = frozenset({"blame", "attribute", "ascribe"})
"""Verbs that tell of an act who did it: "raids on farms blamed on the guild"."""

HANDS = frozenset({"control", "hand"})
"""Nouns for having a place: it is "in the hands of" somebody."""

COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())
"""Adverbs before "of" that tell where the scene lies, by another place."""
ONWARD = frozenset({"ahead", "on", "forward"})
"""Particles of verbs that have no passive: "pressed on"."""
DEAD = "dead"
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
"""What somebody becomes who is taken."""
LINES = frozenset({"phone", "telephone"})
"""What people speak by."""

DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
"""A day in figures, which a list of headlines sets behind each of them."""

SAYING = frozenset("say tell add report claim announce confirm state explain believe think note allege".split())
"""Verbs whose clause has a subject of its own."""

NAMES = ("NNP", "NNPS", "NNS")
INTO = frozenset("into at on outside near in inside through".split())
"""Prepositions behind which a place or a thing is struck."""

NOUNISH = ("compound", "amod", "nmod", "poss", "nummod", "quantmod", "det", "case", "npadvmod", "punct", "advmod")
WITHIN = (*NOUNISH, "cc", "conj", "prep", "pobj", "pcomp")
"""Relations within a phrase, below the words that hang on its noun."""

WAYS = frozenset("day time moment night week month year morning evening hour date way manner reason place rate".split())
"""Nouns of which a relative clause tells when, where or how something was."""


def phrase(sentence: Sentence, i: int) -> list[Word]:
    """The head word of a noun phrase with the words before it that belong to it, and a name's words after it."""
    words = [sentence.words[i]]
    waiting = [w.i for w in dependents(sentence.words, sentence.words[i], *NOUNISH) if w.i < i]
    while waiting:
        c = waiting.pop()
        words.append(sentence.words[c])
        below = dependents(sentence.words, sentence.words[c])
        waiting.extend(word.i for word in below if word.dep in WITHIN and not word.tag.startswith("W"))
    return sorted(words)


def verb_slots(sentence: Sentence, i: int, transitive: bool) -> Slots:
    """Who fills which slot of the verb at `i`. A `transitive` verb with a bare subject and no object is read as the
    passive that headlines shorten: "Three killed in blast"."""
    slots = own_slots(sentence, i)
    if sentence.words[i].tag == "VBG" and "by" in slots and slots.keys().isdisjoint({"subject", "object"}):
        slots["subject"] = slots.pop("by")  # a noun to the reader: "nine fell in shelling by the guards"
    _borrow(sentence, i, slots)
    if _leaves_out(sentence, sentence.words[i], slots):
        slots["object"] = [sentence.words[i].head]  # "the crime his men committed"
    _through_object(sentence, slots)
    word = sentence.words[i]
    elided = word.dep == "conj" and word.lemma != "displace" and bool(children(sentence, word.head, "auxpass"))
    bare = word.tag in ("VBN", "VBD") and not children(sentence, i, "aux", "auxpass")
    bare = bare and (word.dep != "conj" or elided or (word.tag == "VBN" and bool(children(sentence, i, "nsubj"))))
    if elided and word.tag == "VBN" and "aux" not in slots:
        slots["aux"] = children(sentence, word.head, "aux")  # "will be found and held"
    shortened = word.lemma in words_of("headline_passives") or (elided and word.tag == "VBN")
    if transitive and shortened and not slots.get("object") and joined_passive(sentence, word):
        slots |= {"subject": []} | shared(sentence, word)
    if transitive and "object" not in slots:
        _take_object(sentence, i, slots)
    if "subject" not in slots and "object" in slots and word.tag == "VBN":
        _take_agent(sentence, i, slots)
    dated = "object" in slots and all(DATE.fullmatch(sentence.words[f].text) for f in slots["object"])
    if dated:
        del slots["object"]
    aimed = word.tag == "VBD" and not {"at", "on", "into", "against"}.isdisjoint(slots)
    aimed = aimed or any(c > i for c in children(sentence, i, "ccomp"))  # "the jury agreed that it was so"
    dead = [c for c in children(sentence, i, "acomp", "oprd", "dobj") if sentence.words[c].lower == DEAD]
    if dead and slots.get("object") == dead:
        del slots["object"]
    bare, aimed = bare or bool(dead), aimed and not dead
    if transitive and bare and shortened and not aimed and "subject" in slots and "object" not in slots:
        agents = [o for c in children(sentence, i, "agent") for o in children(sentence, c, "pobj")]
        slots["object"] = [f for f in slots.pop("subject") if f not in agents]
        slots |= {"subject": agents} if agents else {}
    return {slot: resolved(sentence, fillers) for slot, fillers in (slots | beside_nouns(sentence, slots)).items()}


def own_slots(sentence: Sentence, i: int) -> Slots:
    """Who fills which slot by hanging on the verb itself."""
    slots: Slots = defaultdict(list)
    for c in sentence.words[i].children:
        dep = sentence.words[c].dep
        if dep in ("nsubj", "csubj"):
            told = (
                children(sentence, c, "nsubj")[:1] if sentence.words[c].tag == "VBG" else ()
            )  # "troops landing there fired"
            slots["subject"] = [f for f in slots["subject"] if f + 1 not in sentence.words[c].children] + [
                *(told or [c])
            ]
        elif dep in ("npadvmod", "advcl") and _listed(sentence, c):
            slots["subject"].insert(0, c)
        elif dep in ("dobj", "nsubjpass", "attr", "oprd") or (dep == "npadvmod" and _share_of(sentence, c)):
            slots["object"] += _acted_on(sentence, i, c)
        elif dep == "dative" and sentence.words[c].tag not in ("IN", "TO"):
            slots["to"].append(c)
        elif dep in ("ccomp", "xcomp") or (dep == "advcl" and _awaited(sentence, c)):
            slots["clause"].append(c)
            if any(sentence.words[a].lower == "to" for a in children(sentence, c, "aux")):
                slots["infinitive"].append(c)
            slots["addressee"] += children(sentence, c, *SUBJECTS)
        elif dep in ("aux", "neg"):
            slots[dep].append(c)
    prepositions(sentence, i, slots)
    slots["of"] += _holding(sentence, i)
    if "subject" not in slots and not children(sentence, i, "nsubjpass", "expl"):
        led = _led(sentence, i)
        if led is not None:
            slots["object" if children(sentence, i, "auxpass") else "subject"].append(led)
    if "by" not in slots and children(sentence, i, "nsubjpass"):
        slots["by"] += _behind_place(sentence, i)
    passive = bool(children(sentence, i, "nsubjpass", "auxpass", "agent")) or sentence.words[i].tag == "VBN"
    if "by" in slots and passive and sentence.words[i].lemma not in DYING and not _finite(sentence, i):
        agents = [f for f in slots.pop("by") if _agent(sentence.words[f])]
        if agents:
            slots["subject"] += agents
    return slots


def _acted_on(sentence: Sentence, i: int, c: int) -> list[int]:
    """What a verb's object tells of: not what somebody becomes by it ("were taken hostage", "shot dead two guards")."""
    word = sentence.words[c]
    if word.lower == DEAD and sentence.words[i].lemma == "shoot":
        return children(sentence, c, "dobj")
    return [] if word.dep == "oprd" and word.lemma in CAPTIVE else [c]


def _holding(sentence: Sentence, i: int) -> list[int]:
    """In whose hands or under whose control something is told to be: "under the control of the guard", "in rebel hands"."""
    found: list[int] = []
    back = [c for at in children(sentence, i, "advmod", "prt") for c in children(sentence, at, "prep")]
    for c in (*children(sentence, i, "prep"), *back):
        held = sentence.words[c].lower in ("under", "in", "into")
        for o in children(sentence, c, "pobj") if held else []:
            if sentence.words[o].lemma in HANDS:
                of = (p for p in children(sentence, o, "prep") if sentence.words[p].lower == "of")
                found += [f for p in of for f in children(sentence, p, "pobj")]
                found += children(sentence, o, "poss", "compound", "amod", "nmod")
    return found


def _listed(sentence: Sentence, i: int) -> bool:
    """Whether a name is one of two subjects that only a comma joins, in a headline: "Chad, Mali agree"."""
    after = sentence.words[i + 1 : i + 3]
    joined = len(after) == 2 and after[0].text == "," and after[1].dep == "nsubj"
    return (
        joined and sentence.words[i].tag in NAMES and after[1].tag in NAMES and after[1].head == sentence.words[i].head
    )


def _agent(word: Word) -> bool:
    """Whether what stands behind "by" can have done it: neither how it was done nor by whose count it is told."""
    return word.lemma not in ACCOUNTS and (word.lemma not in words_of("means") or bool(word.children))


def _led(sentence: Sentence, i: int) -> int | None:
    """The subject right before a finite verb that the parse hangs on the day or place before it: "in May, [Chad and Mali] signed"."""
    words = sentence.words
    if words[i].dep not in ("ROOT", "ccomp") or words[i].tag not in TENSED or i == 0:
        return None
    at = i - 1
    while words[at].dep == "conj" and words[words[at].head].dep in ("conj", "appos") and words[at].head < at:
        at = words[at].head
    above = words[at].head
    if words[at].dep not in ("conj", "appos") or words[at].tag not in NAMES or above >= at - 1:
        return None
    if not any(word.text == "," for word in words[above + 1 : at]):
        return None
    while words[above].head not in (i, above):
        above = words[above].head
    return at if words[above].dep in ("prep", "npadvmod") and words[above].head == i else None


def _behind_place(sentence: Sentence, i: int) -> list[int]:
    """The agent of a passive verb that stands behind the place and that the parse hangs on it: "was ambushed near the weir by
    rebels"."""
    objects = (o for c in children(sentence, i, "prep") if c > i for o in children(sentence, c, "pobj"))
    spots = [o for o in objects if sentence.words[o].lemma not in ACTS]
    agents = [c for o in spots for c in children(sentence, o, "prep", "agent") if sentence.words[c].lower == "by"]
    return [o for c in agents for o in children(sentence, c, "pobj")]


def _awaited(sentence: Sentence, i: int) -> bool:
    """Whether a clause tells what is called for: "called for the general to step down"."""
    marked = any(sentence.words[c].lower == "for" for c in children(sentence, i, "mark"))
    return marked and any(sentence.words[c].lower == "to" for c in children(sentence, i, "aux"))


def _share_of(sentence: Sentence, i: int) -> bool:
    """Whether a number counts some of more, which the model takes for an adverb: "downed 25 of 31 drones"."""
    return sentence.words[i].tag == "CD" and any(sentence.words[c].lower == "of" for c in children(sentence, i, "prep"))


def prepositions(sentence: Sentence, i: int, slots: Slots) -> None:
    """Take in what hangs on a word by prepositions, and by "using"; those behind a particle too: "driven back from the ridge";
    not what a place is told by: "south of the ridge"."""
    for c in children(sentence, i, "advcl", "acl"):
        if sentence.words[c].lower == "using":
            slots["using"] += children(sentence, c, "dobj")
    beside = (at for at in children(sentence, i, "advmod", "prt") if sentence.words[at].lower not in COMPASS)
    led = [c for at in beside for c in children(sentence, at, "prep")]
    for c in (*children(sentence, i, "prep", "agent", "dative"), *led):
        name = sentence.words[c].lower
        slots[name] += children(sentence, c, "pobj")
        if apart := _over_days(sentence, c):
            slots["between"] += apart
        if name in ("at", "on") and (dealt := [f for o in slots[name] for f in at_hands(sentence, o)]):
            slots["hands"] += dealt
        for inner in children(sentence, c, "prep"):
            slots[sentence.words[inner].lower] += children(sentence, inner, "pobj")


def _over_days(sentence: Sentence, prep: int) -> list[int]:
    """Between whom something went on for a time, which the parse hangs on that time: "fighting raged for a day between"."""
    days = (o for o in children(sentence, prep, "pobj") if sentence.words[o].lemma in WAYS)
    inner = (c for o in days for c in children(sentence, o, "prep") if sentence.words[c].lower == "between")
    return [o for c in inner for o in children(sentence, c, "pobj")]


def _borrow(sentence: Sentence, i: int, slots: Slots) -> None:
    """Take over the subject or object that grammar lets a verb leave out: in coordination, infinitives, participles."""
    word = sentence.words[i]
    head = sentence.words[word.head]
    passive = bool(children(sentence, i, "auxpass"))
    if word.dep in ("acl", "relcl"):
        # "the judge, gunned down on Friday, was buried"
        aside = word.tag == "VBD" and sentence.words[i - 1].text == ","
        bare = word.tag == "VBN" or (aside and word.lemma in words_of("headline_passives"))
        told = bare and word.dep == "acl" and not children(sentence, i, "dobj") and not _finite(sentence, i)
        slot = "object" if passive or told else "subject"
        head = sentence.words[_act(sentence, head.i)] if word.lemma in CHARGING else head
        if word.tag == "VBG" and slot == "subject" and _struck(sentence, head):
            slots[slot] = children(sentence, sentence.words[head.head].head, "nsubj")
            return
        if slot not in slots:
            slots[slot] = [head.i] if head.dep != "conj" or told else [head.head, head.i]
            slots[slot] = among(sentence, head) or slots[slot]
    elif word.dep == "pcomp" and slots.keys().isdisjoint({"between", "object" if passive else "subject"}):
        outer = sentence.words[head.head]
        outer = sentence.words[outer.head] if outer.dep == "acomp" else outer
        if outer.dep == "pobj" and outer.lemma in words_of("aims"):
            outer = sentence.words[sentence.words[outer.head].head]
        inner = own_slots(sentence, outer.i) if outer.tag.startswith("VB") else {}
        by_it = head.lower in BY_DOING and not children(sentence, outer.i, "nsubjpass")
        with_them = JOINING | words_of("backing")  # "joined two neighbours in calling for talks" called as well
        joined = by_it or outer.lemma in with_them
        doers = inner.get("subject", []) if joined else inner.get("object", [])
        slots["object" if passive else "subject"] = doers or inner.get("subject", [])
    elif _cut(sentence, word):
        slots["subject"] += _cut(sentence, word)
    elif _said(sentence, word) or (word.dep == "advcl" and word.tag in TENSED and head.tag == "VBN"):
        return  # who says it did not do it, nor whom it befell: the parse has lost who did
    elif (goes_on := _told_before(sentence, word)) is not None:
        _share(sentence, word, _shared(sentence, goes_on), slots)
    elif word.dep == "xcomp" and head.dep == "acomp" and head.lemma not in TOUGH:
        slots.setdefault("object" if passive else "subject", children(sentence, head.head, "nsubj"))
    elif word.dep in ("conj", "xcomp", "advcl", "ccomp", "dep") and head.tag.startswith("VB") and head.i != i:
        _share(sentence, word, _shared(sentence, head.i), slots)


def _leaves_out(sentence: Sentence, word: Word, slots: Slots) -> bool:
    """Whether a relative clause with a subject of its own leaves out its object, which is the noun before: "the town they shelled";
    of a time or a way nothing is left out."""
    asked = any(sentence.words[c].tag.startswith("W") for c in word.children)
    bare = word.dep == "relcl" and "subject" in slots and "object" not in slots
    bare = bare and not children(sentence, word.i, "auxpass")
    return bare and not asked and sentence.words[word.head].lemma not in WAYS


def _finite(sentence: Sentence, i: int) -> bool:
    """Whether what the parse takes for a participle behind a noun is that noun's own act: "powers pressed ahead with raids",
    "the ministers discussed by phone the raids", "the centre counted nine raids by the guards"."""
    onward = any(sentence.words[c].lower in ONWARD for c in children(sentence, i, "advmod", "prt"))
    onward = onward and not children(sentence, i, "auxpass")  # "was fired on by"
    means = (
        sentence.words[c + 1]
        for c in children(sentence, i, "agent", "prep")
        if sentence.words[c].lower == "by" and c + 1 < len(sentence.words)
    )
    active = bool(children(sentence, i, "nsubj") and children(sentence, i, "dobj"))
    active = active and not children(sentence, i, "auxpass")
    return onward or active or any(word.lemma in LINES for word in means)


def _said(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is what is said, and so not what the speaker does: "a raid that the guild says hit a mill"."""
    saying = sentence.words[word.head].lemma
    if saying not in SAYING:
        return False
    others = word.tag != "VBG" or saying == "report"  # "reported more shelling", not "admitted shelling"
    return word.dep == "ccomp" or (word.dep == "xcomp" and others and not children(sentence, word.i, "aux"))


def _told_before(sentence: Sentence, word: Word) -> int | None:
    """The verb of what is said that goes on behind a verb of saying: "the radio said rebels were near and had [taken] the port";
    what a paper is joined to did not happen by it."""
    saying = sentence.words[word.head]
    if word.dep != "conj" or saying.lemma not in SAYING or saying.tag not in TENSED:
        return None
    before = any(sentence.words[c].lower == "had" for c in children(sentence, word.i, "aux"))
    papers = (sentence.words[c] for c in children(sentence, saying.i, "nsubj"))
    before = before or (word.lemma not in SAYING and any(w.lemma in words_of("press") for w in papers))
    told = [c for c in children(sentence, saying.i, "ccomp") if saying.i < c < word.i]
    return told[-1] if before and told else None


def _struck(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun with a participle behind it was struck, so that another did what that tells: "drove a van into a queue
    killing nine"."""
    prep = sentence.words[noun.head]
    verb = sentence.words[prep.head]
    return (
        noun.dep == "pobj" and prep.lower in INTO and verb.tag in TENSED and bool(children(sentence, verb.i, "nsubj"))
    )


def _cut(sentence: Sentence, word: Word) -> list[int]:
    """The subject that a parse gives to the words set behind it: "when [gunmen suspected of a theft] launched a raid"."""
    behind = (c for c in children(sentence, word.i, "advcl", "ccomp") if c < word.i and sentence.words[c].tag == "VBN")
    bare = (c for c in behind if not children(sentence, c, "aux", "auxpass"))
    return [s for c in bare for s in children(sentence, c, "nsubj")] if word.tag in TENSED else []


def _act(sentence: Sentence, i: int) -> int:
    """The act that a noun behind a preposition belongs to: the raids of "raids on farms"; any other stands for itself."""
    prep = sentence.words[sentence.words[i].head]
    of = sentence.words[i].dep == "pobj" and prep.lower in ("on", "of", "against", "in")
    return prep.head if of and sentence.words[prep.head].tag.startswith("NN") else i


def _take_object(sentence: Sentence, i: int, slots: Slots) -> None:
    """The object of a verb coordinated after this one, where the two share it: "looted and burned homes"."""
    for c in children(sentence, i, "conj"):
        shared = children(sentence, c, "dobj")
        if shared and not children(sentence, c, *SUBJECTS):
            slots["object"] = shared
            return


def _take_agent(sentence: Sentence, i: int, slots: Slots) -> None:
    """The agent of the last of some passive verbs in a row, where they share it: "was beaten, robbed and left by thieves"."""
    joined = [c for c in children(sentence, i, "conj", "advcl") if c > i and sentence.words[c].tag == "VBN"]
    for c in joined:
        if children(sentence, c, *SUBJECTS, "mark", "auxpass") or sentence.words[c].lemma in words_of("tended"):
            continue  # "was killed and mourned by thousands"
        agents = [f for at in children(sentence, c, "agent") for f in children(sentence, at, "pobj")]
        slots["subject"] = [f for f in agents if _agent(sentence.words[f])]
        if not agents:
            _take_agent(sentence, c, slots)
        if slots["subject"]:
            return


def _through_object(sentence: Sentence, slots: Slots) -> None:
    """Take in what hangs on the object but belongs to the act: "held talks with", "signed a pact between"."""
    inner: Slots = defaultdict(list)
    for f in slots.get("object", ()):
        prepositions(sentence, f, inner)
    between: Slots = defaultdict(list)
    for f in slots.get("subject", ()):
        prepositions(sentence, f, between)
    if between.get("between") and "between" not in inner:
        inner["between"] = between["between"]
    for name in ("with", "against", "between", "to", "from", "for", "by"):
        if name in inner and name not in slots:
            slots[name] = inner[name]


def _shared(sentence: Sentence, i: int) -> Slots:
    """The slots of a verb with what it borrows itself, as far up as coordination and infinitives lead."""
    slots = own_slots(sentence, i)
    if "subject" not in slots and sentence.words[i].head < i:
        _borrow(sentence, i, slots)
    return slots


def _share(sentence: Sentence, word: Word, outer: Slots, slots: Slots) -> None:
    if children(sentence, word.i, *SUBJECTS):
        return
    ahead = word.i < word.head and not children(sentence, word.i, "nsubj", "aux", "dobj", "mark", "ccomp")
    dealt = word.dep == "advcl" and (ahead or bool(children(sentence, word.i, "agent")))  # "held by guards, they slept"
    passive = bool(children(sentence, word.i, "auxpass")) or (
        word.tag == "VBN" and (dealt or bool(children(sentence, word.head, "nsubjpass"))) and "object" not in slots
    )
    if word.dep == "xcomp" and outer.get("object") and not children(sentence, word.head, "nsubjpass"):
        used = sentence.words[word.head].lemma in USING
        surface = outer.get("subject", []) if used else outer["object"]
    elif children(sentence, word.head, "nsubjpass"):
        surface = outer.get("object", [])
    else:
        surface = outer.get("subject", [])
    slot = "object" if passive else "subject"
    if surface and slot not in slots:
        slots[slot] = list(surface)
    if passive and "subject" not in slots and word.dep == "conj" and children(sentence, word.head, "nsubjpass"):
        slots["subject"] = list(outer.get("subject", []))
