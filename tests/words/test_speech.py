"""Words of saying: stances, what contents they take, and that each group shows itself."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from dateline.words.speech import load_speech

TABLE = tomllib.loads(files("dateline.words").joinpath("speech.toml").read_text("utf-8"))
GROUPS: list[dict[str, Any]] = [*TABLE["verbs"], *TABLE["nouns"], *TABLE["adjectives"], *TABLE["idioms"]]


@pytest.mark.parametrize(
    ("word", "stance"),
    [
        ("say", "asserts"),
        ("deny", "denies"),
        ("blame", "accuses"),
        ("urge", "demands"),
        ("threaten", "threatens"),
        ("vow", "promises"),
    ],
)
def test_stance_of_a_verb(word: str, stance: str) -> None:
    """Each verb tells what kind of saying it is."""
    assert load_speech().verbs[word].stance == stance


def test_beliefs_are_nobodys_word() -> None:
    """Beliefs and wishes are attributions that no one vouches for."""
    verbs = load_speech().verbs

    assert not any(verbs[word].vouches for word in ("think", "want", "seem"))
    assert all(verbs[word].vouches for word in ("say", "deny", "vow", "claim"))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["lemmas"][0])
def test_every_group_shows_what_it_means(group: dict[str, Any]) -> None:
    """A group of words carries sentences in which it is found and sentences in which it is refused."""
    assert group["examples"]
    assert group["refusals"]
    assert all("[c " in example and "[x " in example for example in group["examples"])


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["lemmas"][0])
def test_no_word_stands_twice_in_a_group(group: dict[str, Any]) -> None:
    """A group lists each word once."""
    assert len(group["lemmas"]) == len(set(group["lemmas"]))
