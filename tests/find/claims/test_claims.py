"""Claims of the project's own sentences: which, of what kind, by whom, said how, and since when."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.find import chain, find
from dateline.find.notes import Step
from dateline.find.sentences.parser import load_parser
from dateline.model import Claim, Part, Published, Report
from dateline.places import load_gazetteer
from dateline.times import Interval
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


@cache
def steps() -> tuple[Step, ...]:
    """The chain, made once."""
    return chain(load_parser(), load_gazetteer(()), load_roster())


def report_of(text: str, lead: str = "") -> Report:
    """A report of a headline, if any, and a body, published on a Wednesday."""
    whole = f"{lead}\n{text}" if lead else text
    parts = (Part(0, len(lead) + 1, "headline"), Part(len(lead) + 1, len(whole), "body")) if lead else ()
    published = Published(Interval.parse("2021-05-05", None), "given")
    return Report("r", "r.txt", "0", whole, parts or (Part(0, len(whole), "body"),), published, language="en")


def claims_of(text: str, lead: str = "") -> tuple[Claim, ...]:
    """The claims of a report."""
    return find(report_of(text, lead), steps()).claims


def names(parties: Sequence[object]) -> list[str]:
    """The names of parties."""
    return [str(getattr(party, "name", "")) for party in parties]


def test_a_toll_stands_in_the_attack() -> None:
    """One sentence, one claim: the toll of a blow is a figure of it."""
    (claim,) = claims_of("A car bomb killed nine people at a market in Kabul on Tuesday, police said.")

    assert claim.type == "armed_attack"
    assert [(figure.measure, figure.best) for figure in claim.figures] == [("killed", 9)]


def test_a_toll_of_a_known_blow_is_the_matter() -> None:
    """Once the strike was told, what it did is a count."""
    text = "Warplanes bombed a market in Aden on Tuesday. The air strike killed nine people, a doctor said."
    first, second = claims_of(text)

    assert (first.type, second.type) == ("airstrike", "casualty_figure")


def test_an_act_counted_aside_is_a_claim_of_its_own() -> None:
    """ "Threatened …, after an attack killed six": a threat, and an attack."""
    text = (
        "The Chadian president threatened to strike the rebels after an attack killed six Chadian soldiers on Monday."
    )
    kinds = {claim.type: claim for claim in claims_of(text)}

    assert set(kinds) == {"threat", "armed_attack"}
    assert [figure.best for figure in kinds["armed_attack"].figures] == [6]


def test_a_side_accuses_a_monitor_reports() -> None:
    """The same strike is an accusation by an enemy, and an air strike by one who only counts."""
    (side,) = claims_of("Ukraine said Russian jets bombed a village near Kharkiv on Monday.")
    (monitor,) = claims_of("The Yemen Data Project said Saudi jets bombed a village near Sanaa on Monday.")

    assert (side.type, side.stance, names(side.by)[:1]) == ("accusation", "accuses", ["Russian air force"])
    assert (monitor.type, monitor.stance) == ("airstrike", "asserts")


def test_what_was_not_done_is_denied() -> None:
    """A side that says it did no such thing denies."""
    (claim,) = claims_of("The Chadian army said its troops did not shell the hospital in Goz Beida.")

    assert (claim.type, claim.stance) == ("denial", "denies")


def test_a_demand_with_a_deadline() -> None:
    """What one side awaits of another within a time is demanded by then."""
    (claim,) = claims_of(
        "Kenyan President Ann Odera said Kenya expects an end to the raids in Mandera within 48 hours."
    )

    assert (claim.type, claim.stance, claim.modality) == ("demand", "demands", "planned")
    assert claim.deadline == "2021-05-07"
    assert "Kenya" in names(claim.by)


def test_a_threat_with_a_condition_may_be() -> None:
    """What hangs on "unless" is hypothetical; what does not is planned."""
    (bound,) = claims_of("The Chadian army threatened to shell Faya unless the rebels leave the airport.")
    (plain,) = claims_of("The Chadian army threatened to shell Faya.")

    assert (bound.stance, bound.modality) == ("threatens", "hypothetical")
    assert plain.modality == "planned"


def test_bare_warplanes_stay_bare() -> None:
    """Nobody is made to fly what nobody is said to fly."""
    claims = claims_of("Warplanes bombed two villages near Taiz on Monday, residents said.")

    assert all(party.country is None for claim in claims for party in claim.by)


@pytest.mark.parametrize(
    "text",
    [
        "She then shot nine guests in Kano, Captain Ian Moss said.",
        "The radio of Kenya said it was shaken at dawn by a loud explosion.",
        "The radio of Kenya said it had heard shots and two loud explosions.",
        "The ministry of Kenya said the trawler radioed that it was under attack.",
        "The radio of Kenya reported that fighters were near Garissa and had shelled a mill.",
    ],
)
def test_who_tells_of_a_blow_dealt_none(text: str) -> None:
    """Whoever only says that a blow fell did not deal it, however the parse hangs its words."""
    assert not {name for claim in claims_of(text) for name in names(claim.by)} & {"Ian Moss", "Kenya", "radio of Kenya"}


def test_whose_ally_does_nothing() -> None:
    """A name by which a doer is described is no doer."""
    (claim,) = claims_of("Activists blamed Kenya, Uganda's oldest ally, for the attack on the school in Bor.")

    assert names(claim.by) == ["Kenya"]


def test_the_accused_is_not_who_was_harmed() -> None:
    """What a blow is blamed on acts, and what the blow fell on is acted on."""
    (claim,) = claims_of("The attack on the granary was blamed on the rebels.")
    assert [party.text for party in claim.by] == ["rebels"]
    assert "rebels" not in {party.text for party in claim.to}


def test_a_count_goes_on_with_its_voice() -> None:
    """The next sentence's count of the same kind is the same voice's, with the reason."""
    text = "The UN said 40 civilians were killed in Taiz in April. In Aden, nine civilians were killed and six wounded."
    _, second = claims_of(text)

    assert names(second.speaker) == ["United Nations"]
    assert any("goes on" in reason for reason in second.because)


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="abT .,\n“”'8", max_size=60))
def test_spans_are_exact(noise: str) -> None:
    """Whatever the text, each claim and figure says what stands there."""
    report = report_of(f"{noise}\nShelling killed four people in Aden on Monday. {noise}")
    for claim in find(report, steps()).claims:
        assert report.text[claim.start : claim.end] == claim.text
        assert all(report.text[f.start : f.end] == f.text for f in claim.figures)
        assert all(report.text[p.start : p.end] == p.text for p in claim.by if p.start is not None)


def test_the_attack_is_what_it_was_told_to_be() -> None:
    """A plain word for a blow told before takes its code; a new attack has its own."""
    told = claims_of(
        "A suicide bomber killed nine clerks in Tessalit on Tuesday. The attack wounded twelve others, the mayor said. "
        "Gunmen attacked a bus near Aguelhok."
    )
    assert [claim.codes.get("acled") for claim in told] == ["Suicide bomb", "Suicide bomb", "Attack"]


def test_what_an_attack_is_for_is_not_how_it_is_dealt() -> None:
    """An attack that is to protest something is coded as an attack."""
    (claim,) = claims_of("The rebels have carried out nine attacks on oil pipelines to protest the sale of crude.")
    assert (claim.type, claim.codes["acled"]) == ("facility_attack", "Attack")


def test_what_is_denied_is_no_event() -> None:
    """A denial carries no code of the event that it denies."""
    (denial,) = claims_of("The Chadian army denied that it had shelled the market.")
    assert denial.type == "denial"
    assert "acled" not in denial.codes


@pytest.mark.parametrize(
    "text",
    [
        "A nurse told Radio Kell that 202 people have been confirmed dead in the city since the rallies began.",
        "The unrest has left at least 33 people dead, according to a doctor.",
        "More than 1,000 people are believed to have been killed since the fighting began in May, including 86 teachers.",
    ],
)
def test_a_toll_is_the_matter_beside_talk(text: str) -> None:
    """Where somebody believes or confirms how many died, and no blow is told, the toll is claimed, once."""
    assert [claim.type for claim in claims_of(text)] == ["casualty_figure"]


def test_who_claims_an_attack_is_told_to_have_done_it() -> None:
    """A claim of responsibility is a statement, by the one who did it, and coded as what was done."""
    (claim,) = claims_of("Shining Path claimed responsibility for the bombing in a leaflet.")
    assert (claim.type, names(claim.by)) == ("statement", ["Shining Path"])
    assert claim.codes["acled"] == "Remote explosive/landmine/IED"


def test_an_opposition_source_speaks_for_no_state() -> None:
    """Who stands against the state acts for those who do."""
    (claim,) = claims_of("A Libyan opposition source said Libya must release the nurses.")
    assert names(claim.by) == ["Libyan opposition source", "opposition"]


def test_rebels_are_those_of_the_land() -> None:
    """Rebels rise where the places are, however often another state is told before them."""
    told = claims_of(
        "U.S. officials said in Washington that rebels captured Ajdabiya. Rebels also entered Sirte, in Libya."
    )
    assert {party.country for claim in told for party in claim.by if "rebels" in party.name} == {"LY"}


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The Italian president condemned violence by Malian forces against nurses.", "Malian armed forces"),
        ("France denounced the shelling of the port by the Malian army.", "Malian armed forces"),
        ("The United States condemned Russia's crackdown on students.", "Russia"),
        ("The Peruvian president holds Shining Path responsible for the murder of the judge.", "Shining Path"),
    ],
)
def test_whose_act_is_condemned_is_accused(text: str, accused: str) -> None:
    """Who is told to have done what somebody condemns is whom it accuses."""
    assert [names(claim.by) for claim in claims_of(text) if claim.type == "accusation"] == [[accused]]


def test_police_who_detain_are_told_beside_a_protest() -> None:
    """The parties of a claim are those of the act that is its matter."""
    (claim,) = claims_of("More rallies broke out in Chad when police detained six relatives of the dead clerk.")
    assert (claim.type, names(claim.by)) == ("detention", ["police"])


def test_the_dead_beside_a_protest_are_the_matter() -> None:
    """A crowd kills nobody: who died at a protest is a count."""
    (claim,) = claims_of("Seven people were killed in clashes between guards and protesters in Sabha, a doctor said.")
    assert claim.type == "casualty_figure"


def test_the_first_named_meets_the_other() -> None:
    """Of two who meet, the first named acts and the other is met."""
    (claim,) = claims_of("The Malian president and the Chadian minister met in Paris on Monday.")
    assert claim.type == "meeting"
    assert len(claim.by) == len(claim.to) == 1


def test_pronouns_carry_who_acts_and_who_is_taken() -> None:
    """They who were told in arms go on acting; whom they take is the person told before."""
    shelled = claims_of("Shining Path rebels entered the town at noon. They shelled the barracks for an hour.")[-1]
    assert names(shelled.by) == ["Shining Path"]
    taken = claims_of("Ana Ruiz, a nurse, said she left Bamako. Four gunmen snatched her from her car on Monday.")[-1]
    assert names(taken.to) == ["Ana Ruiz"]


def test_alarm_joined_to_a_count_is_two_claims() -> None:
    """Who voices alarm and says how many died says two things."""
    talk, toll = claims_of("Inés Vega voiced concern about the raids near Lima and said nine farmers had been killed.")

    assert (talk.type, toll.type) == ("statement", "casualty_figure")
    assert names(talk.speaker) == names(toll.speaker) == ["Inés Vega"]


def test_who_was_asked_and_says_yes_tells_a_fact() -> None:
    """What somebody was asked, and confirmed, is as they say."""
    (claim,) = claims_of('Asked whether the Chadian army had broken the truce, the mayor of Bol said: "Yes, it has."')

    assert (claim.type, claim.stance, claim.modality) == ("ceasefire_violation", "accuses", "actual")


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Mali's foreign minister said the Chadian army's raids must stop.", ["Chadian armed forces"]),
        ("Mali accused Chad of shelling a mill. Mali said all raids must stop.", ["Chad"]),
        ("Mali accused Chad of shelling a mill. Peru said all raids must stop.", []),
        ("Mali accused soldiers of shelling a mill. Mali said all raids must stop.", []),
    ],
)
def test_a_demand_is_put_to_whom_its_voice_is_about(text: str, to: list[str]) -> None:
    """Whose acts are to end, or whom the same voice charges close by; nobody whom only others speak of."""
    told = [claim for claim in claims_of(text) if claim.type == "demand"]
    assert [party.name for party in told[0].to] == to


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("A pro-Haftar rally was held in Sirte on Monday.", "protest", ["supporters of Haftar"]),
        ("Peru left Mali, where the government declared a cease-fire.", "ceasefire_start", ["Malian government"]),
        ("Medical sources said nine men were killed in their raid on a mill.", None, []),
        ("Airstrikes from Malian military aircraft killed nine civilians.", "airstrike", ["Malian air force"]),
    ],
)
def test_who_acts_is_never_who_only_tells(text: str, kind: str | None, by: list[str]) -> None:
    """Those who rally for somebody, those whose aircraft came; never the clinic that counts the dead."""
    told = [claim for claim in claims_of(text) if kind is None or claim.type == kind]
    assert told
    assert names(told[0].by) == by


def test_whom_an_advance_is_toward() -> None:
    """The town that troops advance on, not the one that tells where it lies."""
    told = claims_of("Malian rebels are advancing on the town of al-Ostrel, south of Gao.")
    assert [names(claim.to) for claim in told] == [["al-Ostrel"]]


@pytest.mark.parametrize(
    "text",
    [
        "The president of Peru said to the rebels that their days are up",
        '"We fear nothing," the president of Peru said. "Of raids."',
        "Killed in the blast was the mayor",
        "Riots spread to Gao NEW: ",
    ],
)
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    """What follows a word is not looked for behind the last one, nor what stands above it above the root."""
    assert claims_of(text)


def test_a_blow_told_outright_late_in_a_long_report_is_a_claim() -> None:
    """What a verb tells of whom a blow struck is kept where a blow only named is left out."""
    market = "The traders of the lower quarter spoke of the price of grain, of the roads and of the coming harvest. "
    before = "Rebels shelled the fort of Sele in the spring. " + f"{market}Soldiers sat in the shade of the wall. " * 28
    assert claims_of(f"{before}Some ferrymen were beaten and kicked.")[-1].type == "armed_attack"
    assert claims_of(f"{before}The ferrymen spoke of a beating.")[-1].start < len(before) - 1
