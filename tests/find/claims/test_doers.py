"""Who did what to whom, in sentences of the project's own: doers as they are told, and those acted on."""

import pytest
from test_claims import claims_of, names

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "by", "to"),
    [
        (
            "Two clerks said they were beaten, kicked and robbed by guards and soldiers in Gao on Monday.",
            "armed_attack",
            ["guards", "soldiers"],
            ["clerks"],
        ),
        (
            "Held by men loyal to Khalifa Haftar, nine nurses slept.",
            "detention",
            ["men loyal to Khalifa Haftar"],
            ["nurses"],
        ),
        (
            "A raid on a church by Malian rebels in Gao killed nine clerks.",
            "facility_attack",
            ["Malian rebels"],
            ["church", "clerks"],
        ),
        (
            "An attack on a convoy of lorries in Gao by the Dune Guard killed nine clerks.",
            "armed_attack",
            ["Dune Guard"],
            ["clerks"],
        ),
        ("A raid on a village by the river in Gao killed nine clerks.", "armed_attack", [], ["clerks"]),
        ("An attack on a school run by the rebels in Gao killed nine clerks.", "facility_attack", [], ["clerks"]),
        ("It was Chad that shelled a mill in Gao on Monday.", "shelling", ["Chad"], ["mill"]),
        ("It was not Chad that shelled a mill in Gao on Monday.", "shelling", [], ["mill"]),
        (
            "A police station that gunmen raided on Monday in Gao has closed.",
            "armed_attack",
            ["gunmen"],
            ["police station"],
        ),
        (
            "Nine clerks died after Israeli settlers raided a mill in Nablus.",
            "armed_attack",
            ["Israeli settlers"],
            ["clerks"],
        ),
        (
            "Israeli settlers' raid on a mill in Nablus killed nine clerks.",
            "armed_attack",
            ["Israeli settlers"],
            ["clerks"],
        ),
        ("Nine clerks were killed when police torched a bakery in Nairobi.", "casualty_figure", ["police"], ["clerks"]),
        (
            "A bus came under attack from a pro-government militia in Gao.",
            "armed_attack",
            ["pro-government militia"],
            ["bus"],
        ),
        ("A bus came under attack from Chad on Monday.", "armed_attack", ["Chad"], ["bus"]),
        ("A bus came under fire from a hill in Gao.", "armed_attack", [], ["bus"]),
        ("Jund al-Tern ambushed a bus in Gao on Monday.", "armed_attack", ["Jund al-Tern"], ["bus"]),
        (
            "The storming of a prison by the Malian army in Gao took an hour.",
            "armed_attack",
            ["Malian armed forces"],
            ["prison"],
        ),
        ("Gunmen raided a gold mine in Gao on Monday.", "armed_attack", ["gunmen"], ["gold mine"]),
        ("Gunmen hit a market in Gao on Monday.", "armed_attack", ["gunmen"], ["market"]),
        (
            "The rebels entered Gao on Monday, ambushed a police patrol and killed nine people.",
            "armed_attack",
            ["Malian rebels"],
            ["police patrol"],
        ),
        (
            "Chad claimed responsibility for killing nine clerks in Gao on Monday.",
            "casualty_figure",
            ["Chad"],
            ["clerks"],
        ),
        ("Hezbollah accused the rebels of shelling a mill in Taiz.", "accusation", ["rebels"], ["mill"]),
        (
            "The raid on a bus in Gao is thought to have been carried out by gunmen.",
            "armed_attack",
            ["gunmen"],
            ["bus"],
        ),
        ("The raid on a bus in Gao is said to be the work of gunmen.", "armed_attack", ["gunmen"], ["bus"]),
        ("The raid on a bus in Gao is believed to have been filmed by gunmen.", "armed_attack", [], ["bus"]),
        ("The guards said shelling hit a mill in Gao on Monday.", "shelling", [], ["mill"]),
        ("The mayor of Gao was asleep when shelling hit a mill.", "shelling", [], ["mill"]),
        (
            "Nine people died in the shelling of a bus by gang members in Lima.",
            "armed_attack",
            ["gang members"],
            ["bus"],
        ),
        ("Chad's military set fire to a mill in Gao on Monday.", "other", ["Chadian armed forces"], []),
        (
            "Clerks said forces loyal to Khalifa Haftar shelled a mill in Gao.",
            "shelling",
            ["forces loyal to Khalifa Haftar"],
            ["mill"],
        ),
        ("Hezbollah said its missiles hit a mill in Gao on Monday.", "shelling", ["Hezbollah"], ["mill"]),
        ("State media said its missiles hit a mill in Gao on Monday.", "shelling", [], ["mill"]),
        ("The army, a monitor, Airwars, said, shelled a mill in Gao.", "shelling", ["Malian armed forces"], ["mill"]),
        ("The army said rebels were losing but their rockets hit a mill in Gao.", "shelling", [], ["mill"]),
        ("Nine clerks were killed in shelling blamed on gunmen in Gao.", "shelling", ["gunmen"], ["clerks"]),
        ("Nine clerks died in shelling carried out by gunmen in Gao.", "shelling", ["gunmen"], ["clerks"]),
        ("It was not Chad who shelled a mill in Gao on Monday.", "shelling", [], ["mill"]),
        ("It is unclear whether it was Chad that shelled a mill in Gao.", "shelling", [], ["mill"]),
        ("A senior Hamas official told AFP the group had shelled a mill in Gao.", "shelling", ["Hamas"], ["mill"]),
        ("A Reuters reporter said the group had shelled a mill in Gao.", "shelling", ["group"], ["mill"]),
        ("The Italian-led air strikes on Gao resumed on Monday.", "airstrike", ["Italy"], []),
        ("Khalifa Haftar's troops shelled a mill in Gao on Monday.", "shelling", ["Khalifa Haftar's troops"], ["mill"]),
        ("Malian-Chadian raids killed nine clerks in Gao.", "armed_attack", ["Mali", "Chad"], ["clerks"]),
        ("Chadian jets carried out a number of air raids on Gao.", "airstrike", ["Chadian air force"], []),
        ("The raid of the gunmen on Gao killed nine clerks on Monday.", "casualty_figure", ["gunmen"], ["clerks"]),
        (
            "In lower Gao, NATO airstrikes hit two mills including one the mayor said held maps.",
            "airstrike",
            ["NATO"],
            [],
        ),
        ("Peru, Chad and Mali called on the union to end its raids.", "demand", ["Peru", "Chad", "Mali"], ["union"]),
        (
            "A security force stormed a mill in Gao and arrested two nurses.",
            "detention",
            ["security force"],
            ["nurses"],
        ),
        ("A clerk was killed in Chadian shelling near Gao on Monday.", "shelling", ["Chad"], ["clerk"]),
        ("A guild in Gao said Chadian shelling had wounded two clerks.", "shelling", ["Chad"], ["clerks"]),
        (
            "Malian rebels shot dead two Chadian soldiers in Gao.",
            "armed_attack",
            ["Malian rebels"],
            ["Chadian armed forces"],
        ),
        ("Two Chadian policemen shot dead in Gao", "armed_attack", [], ["Chadian police"]),
        ("Soldiers shot dead nine farmers in Gao.", "armed_attack", ["soldiers"], ["farmers"]),
        ("A militia allied to the government attacked clerks in Gao.", "armed_attack", ["militia"], ["clerks"]),
        ("A militia allied with the Malian army attacked clerks in Gao.", "armed_attack", ["militia"], ["clerks"]),
        ("Chadian ethnic armies attacked a convoy near Gao.", "armed_attack", ["Chadian ethnic armies"], ["convoy"]),
        (
            "The Indian navy arrested nine Somali and Yemeni pirates.",
            "detention",
            ["Indian navy"],
            ["Somali pirates", "Yemeni pirates"],
        ),
        (
            "Chad's army chief said troops had shot two clerks in Gao.",
            "armed_attack",
            ["Chadian armed forces"],
            ["clerks"],
        ),
        (
            "“Our forces captured Sittwe,” Arakan Army spokesman Ben Tal said.",
            "territorial_control",
            ["Arakan Army"],
            ["Sittwe"],
        ),
        ("Two clerks were killed during a march by tens of thousands in Gao.", "casualty_figure", [], ["clerks"]),
        ("A Chadian drone killed nine al-Shabaab members near Gao.", "airstrike", ["Chad"], ["al-Shabab"]),
        ("Suspected Tuareg rebels shot two nuns in Gao.", "armed_attack", ["Tuareg rebels"], ["nuns"]),
        ("Opposition fighters shot two clerks in Gao.", "armed_attack", ["Malian rebels"], ["clerks"]),
        ("Russian-backed Tuareg rebels shot two clerks in Gao.", "armed_attack", ["Tuareg rebels"], ["clerks"]),
        ("The crowd beat two clerks in Gao.", "armed_attack", ["crowd"], ["clerks"]),
        ("Tuareg rebels shot two clerks in Gao.", "armed_attack", ["Tuareg rebels"], ["clerks"]),
        ("The blast, claimed by al-Shabaab, killed two clerks.", "armed_attack", ["al-Shabab"], ["clerks"]),
        ("The Viv Ansanm coalition shot two clerks.", "armed_attack", ["Viv Ansanm"], ["clerks"]),
        ("Two clerks were taken hostage by guards in Gao.", "detention", ["guards"], ["clerks"]),
        ("Chad bombed a rebel camp near Gao.", "airstrike", ["Chad"], ["rebel camp"]),
        ("FARC dissidents shot two clerks in Cauca.", "armed_attack", ["FARC dissidents"], ["clerks"]),
        ("The security services have beaten protesters.", "armed_attack", ["security services"], ["protesters"]),
        ("Malian rebels may resort to attacks on farms near Gao.", "armed_attack", ["Malian rebels"], ["farms"]),
        ("Malian troops used white phosphorus shells in Gao.", "airstrike", ["Malian armed forces"], []),
        ("UN peacekeeping force shelled a mill.", "shelling", ["UN peacekeeping force"], ["mill"]),
        ("Malian troops answered with great force, shelling a mill.", "shelling", ["Malian armed forces"], ["mill"]),
        ("May 12 - Rebel gunmen shelled a mill in Gao.", "shelling", ["Rebel gunmen"], ["mill"]),
        (
            "Malian rebels fought in Gao. They are trying to enter the city.",
            "territorial_control",
            ["Malian rebels"],
            ["Gao"],
        ),
        (
            "Malian rebels fought in Gao. The army retook the capital.",
            "territorial_control",
            ["Malian armed forces"],
            ["capital"],
        ),
        ("His wife said the army shot him.", "armed_attack", ["army"], []),
        ("Malian rebels and Chad signed a truce in Gao brokered by Peru.", "agreement", ["Malian rebels", "Chad"], []),
        (
            "Malian rebels fought in Gao. They entered the besieged town.",
            "territorial_control",
            ["Malian rebels"],
            ["Gao"],
        ),
        ("Malian rebels seized nine villages.", "territorial_control", ["Malian rebels"], []),
        ("Malian rebels have captured a border post.", "territorial_control", ["Malian rebels"], ["border post"]),
        (
            "Insurgents shelled Gao in Mali. Rebels held a fair. Insurgents then shelled a mill.",
            "shelling",
            ["Malian insurgents"],
            [],
        ),
        ("General Omar Kano spoke. He accused Kano of shelling Gao.", "accusation", ["Omar Kano"], []),
        ("The Malian government is in talks with Chad over a road.", "meeting", ["Malian government"], ["Chad"]),
        ("Loyalists to General Omar Kano killed nine rebels.", "armed_attack", ["loyalists of Omar Kano"], ["rebels"]),
        ("A mill was smashed up by pro-Kano shelling at noon.", "shelling", ["pro-Kano forces"], []),
        ("Boko Haram firing on clerks near Gao left two dead.", "armed_attack", ["Boko Haram"], ["clerks"]),
        ("Talks between Peru and rebel backer Chad failed on Monday.", "meeting", ["Peru"], ["Chad"]),
    ],
)
def test_who_did_what_to_whom(text: str, kind: str, by: list[str], to: list[str]) -> None:
    """However a doer is told: behind the last of several verbs, by what they lead, before their act, first of three."""
    told = [claim for claim in claims_of(text) if claim.type == kind]
    assert [(names(claim.by), names(claim.to)) for claim in told[:1]] == [(by, to)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Malian rebels shelled a mill. Malian troops shot two clerks. Clashes went on at noon.",
            {"Malian rebels", "Malian armed forces"},
        ),
        ("Malian rebels shelled a mill. Clashes went on at noon.", set()),
        ("Malian rebels shelled a mill. Chadian troops shot two clerks. Clashes went on at noon.", set()),
        ("Malian rebels shelled a mill. Malian troops shot two clerks. Fighting in Sudan went on.", set()),
        ("Malian rebels shelled a mill. Malian troops shot two clerks. Gunfire was heard at noon.", set()),
    ],
)
def test_who_fights_where_nobody_is_told_to(text: str, by: set[str]) -> None:
    """A state and those who rose against it, where these two fight and nobody else does; shots may be anybody's."""
    assert set(names(claims_of(text)[-1].by)) == by


def test_or_leaves_two_candidates() -> None:
    """Of one or the other both are named, and neither is sure; "and" names both."""
    told = claims_of("Malian or French troops shot nine clerks near Gao.")
    assert [(party.name, party.either) for party in told[0].by] == [("Mali", True), ("French armed forces", True)]
    told = claims_of("Malian and French troops shot nine clerks near Gao.")
    assert [party.either for party in told[0].by] == [False, False]


def test_the_rebels_whom_a_group_faces_are_others() -> None:
    """They stay others in what follows."""
    told = claims_of("Hezbollah accused the rebels of shelling a mill in Taiz. The rebels denied the charge.")
    assert [(claim.stance, names(claim.by), names(claim.speaker)) for claim in told] == [
        ("accuses", ["rebels"], ["Hezbollah"]),
        ("denies", ["rebels"], ["rebels"]),
    ]


def test_an_army_does_nothing_to_itself() -> None:
    """What "it" did is its own, even where the words for whom it struck could mean it."""
    (claim,) = claims_of("The Chadian army said it fired rockets at an army base in Gao on Monday.")
    assert (names(claim.by), names(claim.to)) == (["Chadian armed forces"], [])


def test_the_blow_that_left_people_dead_is_theirs_who_dealt_it() -> None:
    """Wherever the clause hangs that tells of the dead; a town that lost people was not struck by that."""
    told = claims_of(
        "Peru voiced concern over raids by Malian rebels against clerks in Gao, which left nine people dead."
    )
    assert [names(claim.by) for claim in told if claim.figures] == [["Malian rebels"]]


@pytest.mark.parametrize("told", ["the group", "Hezbollah"])
def test_a_spokesman_does_not_accuse_his_own_band(told: str) -> None:
    """What he tells of it is its blow; what he tells of others is a charge."""
    (own,) = claims_of(f"A Hezbollah spokesman said {told} shelled a mill in Tyre.")
    (charge,) = claims_of("A Hezbollah spokesman said Israel shelled a mill in Tyre.")
    assert (own.type, names(own.by), charge.type) == ("shelling", ["Hezbollah"], "accusation")


@pytest.mark.parametrize("who", ["A former Hezbollah spokesman", "Former Hezbollah commander Ali Kor"])
def test_who_left_a_band_accuses_it(who: str) -> None:
    """What they tell of it is a charge, as of any other band."""
    (claim,) = claims_of(f"{who} said Hezbollah shelled a mill in Tyre.")
    assert (claim.type, names(claim.by)) == ("accusation", ["Hezbollah"])
