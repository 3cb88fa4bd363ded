"""Parses set right: a clause opened by "after" is no main clause, a denial beside a saying is a saying."""

from parsed import words

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.rooted import rooted
from dateline.model import Part, Published, Report


def test_an_aside_is_no_main_clause() -> None:
    """What happened is the root, and what came before it hangs on it."""
    told = words("Jets bombed a mill in Sarmin, killing six people, hours after a truce was announced.")
    root = next(word for word in told if word.head == word.i)
    aside = next(word for word in told if word.lower == "announced")
    assert (root.lower, aside.dep, aside.head) == ("bombed", "advcl", root.i)
    assert aside.i in root.children


def test_a_denial_stands_beside_what_was_said() -> None:
    """ "Denied" in the tense of "said" is no part of what was said to have been done."""
    told = words("The alliance said it had targeted a rocket store and denied hitting houses.")
    verbs = {word.lower: word for word in told}
    assert verbs["denied"].head == verbs["said"].i
    assert verbs["targeted"].head == verbs["said"].i


def test_a_plain_sentence_stays() -> None:
    """A main clause that comes first, or last, is left alone."""
    told = words("After the raid ended, the villagers buried their dead.")
    assert next(word for word in told if word.head == word.i).lower == "buried"


def test_a_bare_participle_is_no_main_verb() -> None:
    """Who somebody is held to be stands beside what they did."""
    told = words("Men suspected to be poachers on Monday stormed a lodge, killing six wardens.")
    root = next(word for word in told if word.head == word.i)
    held = next(word for word in told if word.lower == "suspected")
    assert (root.lower, held.dep) == ("stormed", "acl")


def test_a_participle_between_commas_is_no_main_verb() -> None:
    """What befell somebody stands beside what the sentence tells of them."""
    told = words("Judge Sami Korda, gunned down on Friday, was buried.")
    root = next(word for word in told if word.head == word.i)
    shot = next(word for word in told if word.lower == "gunned")
    assert (root.lower, shot.dep, told[shot.head].lower) == ("buried", "acl", "korda")


def test_shelling_stands_beside_the_raids_it_is_told_with() -> None:
    """A blow in "ing" after "and" is one more noun, not one more verb."""
    told = words("The port came under air raids and shelling on Monday.")
    shelling = next(word for word in told if word.lower == "shelling")
    assert told[shelling.head].lower == "raids"


def test_no_word_is_hung_on_one_below_it() -> None:
    """A noun that hangs on the clause behind it cannot hold that clause: the parse is left as it is."""
    told = [
        ("Mill", "NN", "dobj", 2),
        ("that", "WDT", "nsubj", 2),
        ("fell", "VBD", "advcl", 3),
        ("burnt", "VBD", "ROOT", 3),
    ]
    text, below = "Mill that fell burnt", [(), (), (0, 1), (2,)]
    spots = [text.index(said) for said, *_ in told]
    given = tuple(
        Word(i, spots[i], spots[i] + len(said), said, said.lower(), said.lower(), tag, dep, head, below[i])
        for i, (said, tag, dep, head) in enumerate(told)
    )
    report = Report("r", "k", "s", text, (Part(0, len(text), "body"),), Published(None, "none"))
    notes = Notes(report, sentences=(Sentence(0, len(text), text, "body", 0, given),))
    assert rooted(notes).sentences[0].words == given


def test_who_acts_in_the_second_clause_is_no_object_of_the_first() -> None:
    """A noun right before a finite verb is its subject, however the model took it."""
    for text, actor, verb in (
        ("Jets struck Rafah and militants fired rockets.", "militants", "fired"),
        ("Helicopters bombed Loikaw and resistance fighters ambushed a convoy.", "fighters", "ambushed"),
    ):
        told = {word.lower: word for word in words(text)}
        assert (told[actor].dep, told[actor].head) == ("nsubj", told[verb].i)


def test_a_charge_that_is_denied_is_no_main_clause() -> None:
    """The accusing is the root, and the denial hangs on the charge."""
    told = words("Kossa accused Norland of arming bandits, a charge Norland denies.")
    root = next(word for word in told if word.head == word.i)
    denial = next(word for word in told if word.lower == "denies")
    assert (root.lower, denial.dep, told[denial.head].lower) == ("accused", "relcl", "charge")
