"""The phenomena keep their own rules, and break loudly where they do not."""

import re
from pathlib import Path

import pytest

from dateline.errors import BadWords
from dateline.phenomena import load_classes, load_phenomena
from dateline.phenomena.loader import GAP, read_phenomenon
from dateline.phenomena.types import TYPES

ACLED = frozenset(
    {
        "Government regains territory", "Non-state actor overtakes territory", "Armed clash", "Excessive force against protesters",
        "Protest with intervention", "Peaceful protest", "Violent demonstration", "Mob violence", "Chemical weapon",
        "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
        "Sexual violence", "Attack", "Abduction/forced disappearance", "Agreement", "Arrests", "Change to group/activity",
        "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    }
)  # fmt: skip
"""The 25 sub-events of the ACLED codebook."""

BARE = """
label = "Parade"
definition = "Troops march past."
type = "other"
codes = {}
shows = { icon = "drum", colour = "#000000" }
[[triggers]]
verbs = ["parade"]
"""


@pytest.mark.parametrize("phenomenon", load_phenomena(), ids=lambda p: p.name)
def test_a_phenomenon_is_whole(phenomenon):
    """Each tells what it is, is of a type of the contract, and has its sentences."""
    assert phenomenon.type in TYPES
    assert phenomenon.label
    assert phenomenon.definition.endswith(".")
    assert phenomenon.colour.startswith("#")
    assert len({example.text for example in phenomenon.found}) >= 12
    assert len(set(phenomenon.refused)) >= 6


def test_all_acled_sub_events_have_a_phenomenon():
    """Every sub-event of ACLED can be coded, and no other name is given."""
    assert {p.codes["acled"] for p in load_phenomena() if "acled" in p.codes} == ACLED


def test_sentences_stand_once():
    """No sentence serves two phenomena: each is written for its own."""
    texts = [example.text for p in load_phenomena() for example in p.found]
    assert len(texts) == len(set(texts))


def test_phrases_are_read_out():
    """Words parted by a bar are alternatives, and a verb phrase is governed by its first word."""
    toml = BARE.replace('["parade"]', '["march past|by", "take .. salute"]')
    triggers = read_phenomenon("parade", toml, load_classes()).triggers
    assert [t.words for t in triggers] == [("march", "past"), ("march", "by"), ("take", GAP, "salute")]
    assert {t.head for t in triggers} == {0}


SOURCE = Path(__file__).parents[2] / "src" / "dateline"


def test_no_class_is_idle():
    """Each class of words is asked for: by a trigger, by another class, by a rule, or for the facility it names."""
    told = "".join(path.read_text("utf-8") for path in sorted((SOURCE / "phenomena").glob("*.toml")))
    code = "".join(path.read_text("utf-8") for path in sorted((SOURCE / "find").rglob("*.py")))
    asked = {*re.findall(r"@(\w+)", told), *re.findall(r'"(\w+)"', code)}
    assert {name for name, one in load_classes().items() if one.facility is None} <= asked


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (BARE.replace('"other"', '"parade"'), "phenomena/parade.toml, type"),
        (BARE.replace("codes = {}", 'codes = { ucdp = "1" }'), "phenomena/parade.toml, codes"),
        (BARE.replace('label = "Parade"', ""), "phenomena/parade.toml, label"),
        (BARE + "colour = 3", r"phenomena/parade.toml, triggers\[0\]"),
        (BARE + 'needs = { object = ["@nothing"] }', "no class of words is named 'nothing'"),
        (BARE + 'bars = { near = ["hot air"] }', r"bars.near: \['hot air'\] are several words each"),
        (BARE + 'nouns = ["march-past"]', r"triggers\[0\].nouns: \['march-past'\] are several words each"),
        (BARE + 'roles = { subject = "who" }', r"roles: \['who'\] are not by, to or none"),
        (BARE + "verbs = ", "phenomena/parade.toml"),
    ],
)
def test_a_broken_file_is_named_with_its_key(broken, told):
    """What is wrong is said with the file and the key where it stands."""
    with pytest.raises(BadWords, match=told):
        read_phenomenon("parade", broken, load_classes())
