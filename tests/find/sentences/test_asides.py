"""Parses set right where an aside, a source or a relative clause took a subject from the verb that it belongs to."""

import pytest
from parsed import words

from dateline.find.notes import Word
from dateline.find.sentences.dependents import dependents

pytestmark = pytest.mark.model


def subjects(told: tuple[Word, ...], verb: str) -> list[str]:
    """The subjects of a verb of a sentence."""
    at = next(word for word in told if word.lower == verb)
    return [word.lower for word in dependents(told, at, "nsubj", "nsubjpass")]


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        ("Gunmen, a shepherd named Omar Kor said, burned nine mills on Monday.", "burned", ["gunmen"]),
        ("Dune Army fighters, the Peruvian Guild for River Rights said, stormed a mill.", "stormed", ["fighters"]),
        ("According to guild spokesman Omar Kor, the Dune Army burned a mill in Gao.", "burned", ["army"]),
        ("According to the mayor, Omar Kor, nine millers were shot by guards.", "shot", ["millers"]),
        ("According to police, Omar Kor, 45, was shot by guards.", "shot", ["kor"]),
        ("According to the army, Jaish al-Tern, a rebel band, burned a mill.", "burned", ["tern"]),
        ("The mayor, Omar Kor, said guards burned a mill.", "said", ["mayor"]),
    ],
)
def test_who_does_it_and_who_only_tells(text: str, verb: str, doers: list[str]) -> None:
    """A teller set between commas, or behind "according to", does nothing; a name beside the one it is of takes no verb."""
    assert subjects(words(text), verb)[-1:] == doers


def test_the_clause_that_leaves_out_its_object() -> None:
    """What somebody did to a thing stands below it, and what became of the thing is told of it."""
    told = words("A clinic that rebels burned on Monday in Gao has closed.")
    root = next(word for word in told if word.head == word.i)
    assert root.lower == "closed"
    assert (subjects(told, "closed"), subjects(told, "burned")) == (["clinic"], ["rebels"])


def test_what_is_said_does_not_belong_to_whoever_carried_it() -> None:
    """A clause behind an agency's name is what is said."""
    told = words(
        "The guild said in a statement carried by the news agency Reuters that police fired rockets at a mill."
    )
    fired = next(word for word in told if word.lower == "fired")
    assert (fired.dep, told[fired.head].lower) == ("ccomp", "said")


def test_a_headline_says_what_befell_somebody() -> None:
    """Who was killed is no object of "says"."""
    told = words("Army says nine guards killed in Gao")
    assert (subjects(told, "killed"), subjects(told, "says")) == (["guards"], ["army"])
    assert next(word for word in told if word.lower == "killed").dep == "ccomp"


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("State television quoted mayor Omar Kor as saying nine people drowned in Lima.", "quoted", "television"),
        ("A local official accused gunmen of having raided a mill in Gao.", "accused", "official"),
    ],
)
def test_a_verb_of_telling_is_no_part_of_its_object(text: str, verb: str, doer: str) -> None:
    """It stands at the root, over whoever it is told of."""
    told = words(text)
    assert (next(word for word in told if word.head == word.i).lower, subjects(told, verb)) == (verb, [doer])
