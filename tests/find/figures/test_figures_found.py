"""Figures that are easily missed: deaths, captures and losses told in other words, one person alone, captives who are freed."""

import pytest

from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Figure, Part, Published, Report

pytestmark = pytest.mark.model


def read(said: str) -> tuple[Figure, ...]:
    """The figures of a text of one part."""
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    return figures(counts(sentences(Notes(report), parser=load_parser()))).figures


def told(said: str) -> set[tuple[str, float | None]]:
    """Measure and best of every figure that happened."""
    return {(f.measure, f.best) for f in read(said) if not f.negated and f.modality == "actual"}


FOUND = [
    ("Eleven herders were hacked to death near Tovana.", {("killed", 11)}),
    ("Medics treated nine porters after being hurt in the crush.", {("injured", 9)}),
    ("Five miners were shot, three fatally, at the gate.", {("killed", 3)}),
    ("By dawn the dead numbered 52.", {("killed", 52)}),
    ("The refugees numbered 7,000.", {("displaced", 7000)}),
    ("A score of weavers died in the fire.", {("killed", 20)}),
    ("The raid brought to 16 the number of nurses killed this year.", {("killed", 16)}),
    ("The storm brings to 9,000 the total number of displacements in Marenga.", {("displaced", 9000)}),
    ("At least 70 per cent of the valley's 8,000 people have fled.", {("displaced", 5600)}),
    ("The raid drove 700 out of their homes.", {("displaced", 700)}),
    ("Some 260 prisoners are still held at the fort.", {("detained", 260)}),
    ("Two herders were hit by stray bullets.", {("injured", 2)}),
    ("Two nuns called Ana Sol and Eva Kor were killed.", {("killed", 2)}),
    ("Two missing nieces were found dead in a well.", {("killed", 2)}),
    ("Five missing hikers were rescued.", {("evacuated", 5)}),
    ("Three roofers fell to their deaths.", {("killed", 3)}),
    ("Two guards, a driver and a nurse were killed.", {("killed", 4), ("killed", 2), ("killed", 1)}),
    ("Two boys, a girl and a nun were killed.", {("killed", 4), ("killed", 2), ("killed", 1)}),
    (
        "Omar Kor was killed with his three children - his son Sami Kor, his daughter Nura Kor, and a daughter Mai Kor.",
        {("killed", 4), ("killed", 3), ("killed", 1)},
    ),
    ("Omar Kor, Marenga's former treasurer who left in May, was killed.", {("killed", 1)}),
    ("The ministry said six cooks died and 88 were injured.", {("killed", 6), ("injured", 88)}),
    ("The guild shared several pictures of an injured boy.", {("injured", 1)}),
    ("The hall shows the remains of several kings.", set()),
    ("He confessed in exchange for a quiet life.", set()),
    ("A boy of five and a girl of eight were injured.", {("injured", 1)}),
    ("The raid killed Ana Sol and four of her guards.", {("killed", 5), ("killed", 4)}),
    ("A 5-month-old boy and his aunt were killed.", {("killed", 2), ("killed", 1)}),
    ("Six weavers kidnapped in May were freed on Friday.", {("released", 6)}),
    ("Two cooks hurt in the crush died on Monday.", {("killed", 2)}),
    ("Four monks abducted in June were found dead.", {("killed", 4)}),
    ("The 90-bed clinic was shelled, hurting seven cooks.", {("injured", 7)}),
    ("A third of the 600 people injured were farmers.", {("injured", 600)}),
    ("Nine miners were hurt, four critically.", {("injured", 9), ("injured", 4)}),
    ("A million and a half people are displaced.", {("displaced", 1500000)}),
    ("Two and a half thousand people fled.", {("displaced", 2500)}),
    ("Rebels freed 14 nurses in exchange for 30 prisoners.", {("released", 14), ("released", 30)}),
    ("The raid, the deadliest since an ambush that killed 62 people, hurt five.", {("injured", 5)}),
    ("A pit with the remains of 80 villagers was opened near Iridal.", {("killed", 80)}),
    ("Raiders slashed six monks to death.", {("killed", 6)}),
    ("A nurse was fatally shot outside the mill.", {("killed", 1)}),
    ("The volley fatally wounded three porters.", {("killed", 3)}),
    ("Two cooks were burnt alive in the depot.", {("killed", 2)}),
    ("The army said it had eliminated 40 insurgents.", {("killed", 40)}),
    ("Officials recorded 933 homicides.", {("killed", 933)}),
    ("The number of rebels killed there has gone up to 36.", {("killed", 36)}),
    ("The shell hit a tram, killing one and wounding nine others.", {("killed", 1), ("injured", 9)}),
    ("One was killed and four were hurt.", {("killed", 1), ("injured", 4)}),
    ("One other nun, found alive under the roof, later died.", {("killed", 1)}),
    ("Gunmen killed the mayor of Ostrel, his driver and a guard.", {("killed", 3)}),
    ("A priest was stabbed to death and a nurse badly wounded at the mill.", {("killed", 1), ("injured", 1)}),
    ("Nine guards were killed and as many others injured.", {("killed", 9), ("injured", 9)}),
    ("One of the four cooks kidnapped in June has died in captivity.", {("killed", 1)}),
    ("Two of the 14 people wounded in the blast have died.", {("killed", 2), ("injured", 14)}),
    ("Shells killed two brothers, aged 9 and 11, on Monday.", {("killed", 2)}),
    (
        "A shell killed 12 people in Ostrel. Two of the wounded died overnight. Eleven of the victims were weavers.",
        {("killed", 12), ("killed", 2), ("killed", 11)},
    ),
    (
        "Shells killed four people in Ostrel, two in Marenga and one in Tovana.",
        {("killed", 4), ("killed", 2), ("killed", 1)},
    ),
    ("Eight guards patrolling the wall on Friday were killed.", {("killed", 8)}),
    ("Raiders storm mill; kill seven policemen, 12 villagers", {("killed", 7), ("killed", 12)}),
    ("Police rounded up 60 students.", {("detained", 60)}),
    ("Three suspects were taken into custody.", {("detained", 3)}),
    ("The raiders seized 14 workers.", {("detained", 14)}),
    ("Police arrested 28 suspects including nine refugees.", {("detained", 28), ("detained", 9)}),
    ("The militia killed six and abducted many more.", {("killed", 6), ("detained", 2)}),
    ("Twelve hostages were set free.", {("released", 12)}),
    ("Troops rescued 35 kidnapped nurses.", {("released", 35)}),
    ("The swap of 150 prisoners took an hour.", {("released", 150)}),
    ("Thousands flee shelling in Marenga", {("displaced", 2000)}),
    ("The dam burst displaced 900 people (160 households).", {("displaced", 900), ("displaced", 160)}),
    ("About 41,000 were besieged there.", {("population", 41000)}),
    ("Raiders set 30 houses on fire.", {("houses_destroyed", 30)}),
    ("Rebels burned seven cars and ten houses.", {("vehicles", 7), ("houses_destroyed", 10)}),
    ("Six farmhands, including a two-year-old boy, were wounded.", {("injured", 6), ("injured", 1)}),
    ("The army managed to kill 40 rebels.", {("killed", 40)}),
    ("Three guards were killed and one other got injured.", {("killed", 3), ("injured", 1)}),
    (
        "The raid left 15 miners dead and two wounded, including three cooks.",
        {("killed", 15), ("injured", 2), ("killed", 3)},
    ),
    ("Around 150 of the village's more than 1,000 homes were destroyed.", {("houses_destroyed", 150)}),
    ("Forty others survived injuries.", {("injured", 40)}),
    ("Five Front “commanders” were killed.", {("killed", 5)}),
    ("Two Marenga Liberty Front (MLF) fighters were killed.", {("killed", 2)}),
    ("The raiders set fire to three houses.", {("houses_destroyed", 3)}),
    ("Two rangers died at the scene and a third died in hospital.", {("killed", 2), ("killed", 1)}),
    (
        "Police arrested 141 men, of whom 139 remain in custody after two were released.",
        {("detained", 141), ("detained", 139), ("released", 2)},
    ),
    ("He came to see the release of two nuns who had been captured.", {("released", 2)}),
    ("There was no one hurt, and 12 lorries burned.", {("vehicles", 12)}),
    ("The flood forced the evacuation of, according to the latest count, 640 people.", {("evacuated", 640)}),
    ("Evacuation total people: 3,614", {("evacuated", 3614)}),
    ("All parties rejected the murder of Omar Korda.", {("killed", 1)}),
    ("Some 400 miners were displaced and in need of help.", {("displaced", 400)}),
    ("The raid caused deaths and injuries.", {("killed", 2), ("injured", 2)}),
    ("A nun was killed as police freed the hostages.", {("killed", 1)}),
    ("The ship took 900 miners and 17 casualties to Ostrel.", {("casualties", 17)}),
    ("Omar Korda, 12, and his elder brother were wounded as shells struck the farm.", {("injured", 2)}),
    ("His brothers Sami and Omar Korda were killed.", {("killed", 2)}),
    ("Ana Korda was killed alongside her sons, 15-year-old Sami and Nur (9).", {("killed", 3)}),
    ("The raid killed the four brothers and cousins, Sami, Omar, Nur and Idris.", {("killed", 4)}),
    ("The raid killed villagers, Radio Tovana and TV Ostrel said.", {("killed", 2)}),
    ("A young baker suffered burns in the blast.", {("injured", 1)}),
    (
        "The mudslide killed 44-year-old Idris Belmora, and his three nephews: 7-year-old Sami and 9-year-old Nur Belmora.",
        {("killed", 4), ("killed", 3)},
    ),
    (
        "Another aunt, Ana Belmora, was killed alongside her daughters, Lina Belmora (5 or 6 years old) and a 3-year-old Nur Belmora.",
        {("killed", 3), ("killed", 2)},
    ),
    (
        "Idris Korda was killed alongside his wife and their two sons: an 11-year-old son Sami Korda and a son Nur Korda.",
        {("killed", 4), ("killed", 1), ("killed", 2)},
    ),
    ("His aunt, uncle and four nephews were killed in the landslide.", {("killed", 6), ("killed", 4)}),
    ("The weaver Idris Korda was martyred.", {("killed", 1)}),
    ("A skydiver is dead after a fall of 80 metres.", {("killed", 1)}),
    ("The coastguard captured 13 pirates who had boarded a yacht.", {("detained", 13)}),
    ("Three rangers remain in serious but stable condition.", {("injured", 3)}),
    ("Ana Korda lost her life in the flood.", {("killed", 1)}),
    ("Three of the deceased were taken to the Belmora Hospital.", {("killed", 3)}),
    ("Injuries were mentioned by both radios.", {("injured", 2)}),
    ("Rebels have violated the truce, declared on Sunday, 14 times.", {("violations", 14)}),
    ("They dropped two 500-pound bombs on the mill.", {("weapons_fired", 2)}),
    ("They fired three 107 mm rockets at the airfield.", {("weapons_fired", 3)}),
    ("The raid killed five 12-year-old girls.", {("killed", 5)}),
    ("A girl of seven bled to death on the way.", {("killed", 1)}),
    ("The shells killed a farmer and eight of his buffaloes.", {("killed", 1)}),
    (
        "The war has killed 9,000 men, most of them miners, displaced more than 4,000 and gone on.",
        {("killed", 9000), ("displaced", 4000)},
    ),
    ("Observers logged 42 raids by the army plus 33 by the rebels.", {("strikes", 42), ("strikes", 33)}),
    ("Eight of the 34 people injured were in a bad way.", {("injured", 8), ("injured", 34)}),
    (
        "The blast killed 12. Seven of the dead were women and five were boys.",
        {("killed", 12), ("killed", 7), ("killed", 5)},
    ),
    ("The blast killed 12. Eleven of the victims were weavers.", {("killed", 12), ("killed", 11)}),
    ("A mine killed three members of one displaced family.", {("killed", 3)}),
    ("The shell damaged a monastery.", {("facilities_hit", 1)}),
    ("An elderly man was injured in his home and later died.", {("killed", 1)}),
    ("The raids drove hundreds of thousands of people towards the frontier.", {("displaced", 200000)}),
    ("The porter was taken to a clinic, where she later died of her wounds.", {("killed", 1)}),
    ("He was shot and rushed to hospital, where he died.", {("killed", 1)}),
    ("Six people were rushed to hospital, where two of them died.", {("injured", 6), ("killed", 2)}),
    ("The six priests' murder shook the town.", {("killed", 6)}),
    ("Three porters were rushed to hospital but did not survive.", {("killed", 3)}),
    ("There were a couple of hundred deaths.", {("killed", 200)}),
    ("A teacher of the village school and a nurse were killed.", {("killed", 2), ("killed", 1)}),
    ("They condemned the murder in Tovana of leaders Omar Korda and Gilda Belmora.", {("killed", 2)}),
    ("Some 300 families had their homes burned.", {("displaced", 300)}),
    ("Hundreds if not thousands have been killed already.", {("killed", 200)}),
    ("Three miners who were trapped inside died.", {("killed", 3)}),
    ("The group documented 302 deaths, a number the monitors called low.", {("killed", 302)}),
    ("Famed poet and teacher Omar Korda was among those killed.", {("killed", 1)}),
    ("They gathered for the funerals of 33 people.", {("killed", 33)}),
    ("The mayor of Ostrel was among the dead.", {("killed", 1)}),
    ("Among those hurt in the raid on the mill were six weavers.", {("injured", 6)}),
    ("The number of nuns who have died since May has now surpassed 100.", {("killed", 100)}),
    ("There were more than 80 civilian deaths and injuries in May.", {("casualties", 80)}),
    ("They found nine bodies along with seven men with gunshot wounds.", {("killed", 9), ("injured", 7)}),
    ("Raiders took away 30 pupils.", {("detained", 30)}),
    ("Raiders abducted a village head, and about 50 others.", {("detained", 51)}),
    ("Seven people were admitted to hospital after the blast.", {("injured", 7)}),
    ('Sources put the number of casualties at "less than 10."', {("casualties", 10)}),
    (
        "Eight multi-storey buildings and 26 private houses were damaged.",
        {("facilities_hit", 8), ("facilities_hit", 26)},
    ),
    ("Nur Korda and her brother-in-law Sami Dagor were killed.", {("killed", 2)}),
    ("Nur Korda and her daughter-in-law were killed.", {("killed", 2)}),
    ("Nur Korda was killed on Monday, as was her brother Sami.", {("killed", 2)}),
    ("Some 4,000 villagers flooded into camps after the quake.", {("displaced", 4000)}),
    ("A second bomb went off, raising the death toll from 15 to 43.", {("killed", 43)}),
    (
        "Between six and nine miners – including two women – all members of a guild were killed.",
        {("killed", 7), ("killed", 2)},
    ),
    ("The raid hurt two clerks, Paul Ostrel and Alan Korda.", {("injured", 2)}),
    ("Ana Sol, 34, and her two sons, Marko, 8, and Teo, 5, were killed.", {("killed", 3), ("killed", 2)}),
    ("Ana Sol's two daughters, 4 and 6, also died.", {("killed", 2)}),
    ("Three brothers aged 9, 11 and 14 drowned.", {("killed", 3)}),
    ("His cook and gardener were shot dead.", {("killed", 2)}),
    ("The bodies of his aunt Wanda, her husband Nils and her son Omar were found.", {("killed", 3), ("killed", 1)}),
    (
        "She died together with her husband Omar (50), their two sons, Nur and Sami, and their daughter Hala.",
        {("killed", 5), ("killed", 2), ("killed", 1)},
    ),
    ("The dead were named as Lars Bohm, 31, and Otto Vint, 27.", {("killed", 2)}),
    ("Those killed were named as two cooks and a girl, Hala Dorn.", {("killed", 3), ("killed", 2), ("killed", 1)}),
    ("Killed in the blast were teacher Anton Rey, 41, and nurse Clara Mott, 29.", {("killed", 2)}),
    ("He mourned Ana Sol and Omar Korda, who were killed in May.", {("killed", 2)}),
    ("Three clerks suffocated to death.", {("killed", 3)}),
    ("Five cooks died and two others remain in hospital.", {("killed", 5), ("injured", 2)}),
    ("The rocket killed a woman, 60, and her grandson, 5.", {("killed", 2), ("killed", 1)}),
    ("Two grooms remained in the hospital when the roof fell in.", set()),
    ("Two nurses remain in hospital to watch over the old.", {("population", 2)}),
    ("Eighteen lives were lost.", {("killed", 18)}),
    ("The mayor said 700 soldiers had given their lives.", {("killed", 700)}),
    ("Two mills were burned and nine men beaten to death.", {("killed", 9)}),
    ("Six people were shot, two of them fatally, and a mill was burned.", {("killed", 2)}),
    ("All but two of the nine cooks died.", set()),
    ("The murder of a judge, a clerk or a nurse shocks nobody.", {("killed", 1)}),
]


@pytest.mark.parametrize(("said", "expected"), FOUND)
def test_finds(said: str, expected: set[tuple[str, float | None]]) -> None:
    """What befell people and houses is found in the words that a report has for it."""
    assert told(said) == expected


NOT_FOUND = [
    "Scores of armed rebels crossed the border at dawn.",
    "Two gunmen fled on foot.",
    "Three burglars managed to escape through a window.",
    "What hurt him most was the silence.",
    "The photographs showed severe injuries.",
    "Many of the victims were women and girls, who died at once.",
    "The search for a man who may be armed goes on to nab another smuggler.",
    "The garrison did not tell how many people were killed.",
    "The number of civilian deaths is said to be higher.",
    "The court turned down the plea to release 130 prisoners.",
    "They live in the Tovana 22 neighbourhood, which was burned.",
    "Tens of thousands poured into the streets of Ostrel.",
    "The fighting put thousands at risk of death.",
    "One-sixth of the town has been displaced.",
    "Have we learned nothing from such numbers of deaths?",
    "Despite the damage and injuries, the driver reached Tovana.",
    "The court issued a warrant for the arrest of two bankers.",
    "The death toll could rise to 37.",
    "The doctors of Ostrel, Tovana and Marenga met.",
    "The army fired 120mm mortars at the mill.",
    "They asked about the truce 14 times.",
    "No other radio reported deaths.",
    "The number of people who died in the blast grew.",
    "He was seen at the funeral of the pope.",
    "Another porter reached by telephone said the road was shut.",
    "Two porters reached by telephone said the road was shut.",
    "It is not clear whether the mayor was among the dead.",
    "Shells fell during the funeral of a guard.",
    "The bomb failed to kill a judge.",
    "Attempts to wound two judges came to nothing.",
    "The attempted murder of the mayor shook Ostrel.",
    "12.10 Another mill was shelled.",
    "Thousands attended the funeral of two former ministers.",
    "Ambulances took away nine people after the concert.",
    "Two children were taken away by the flood.",
    "Nine men drove towards the border in a bus.",
]


@pytest.mark.parametrize("said", NOT_FOUND)
def test_makes_no_figure(said: str) -> None:
    """Who attacks or runs from the law is not displaced; a figure of speech, a predicate and an aim count nobody."""
    assert told(said) == set()


@pytest.mark.parametrize(
    "said",
    [
        "The army denied the killing of eight cooks.",
        "The ministry denied killing eight cooks.",
        "He debunked claims that eight cooks died.",
        "Reports that eight cooks died were untrue.",
        "Early reports of eight dead cooks proved false.",
        "Contrary to first reports that eight cooks died, all are well.",
    ],
)
def test_hears_what_is_denied(said: str) -> None:
    """A killing that somebody denies is none of theirs, whichever way they deny it."""
    [figure] = read(said)
    assert (figure.best, figure.negated) == (8, True)


def test_takes_one_of_those_murdered_as_a_part() -> None:
    """One of those who were told to be dead before is a part of their toll."""
    whole, part = read("Nine people died. One of those murdered was the mayor.")
    assert (part.best, part.part_of) == (1, whole.start)


def test_counts_a_crowd_once() -> None:
    """Plurals of one list that nobody counted are one crowd of nobody in particular."""
    [figure] = read("The strike killed women and children.")
    assert (figure.measure, figure.low, figure.high, figure.subgroup) == ("killed", 2, None, None)


def test_counts_nobody_beside_an_uncounted_crowd() -> None:
    """One person listed with plurals that nobody counted is no toll."""
    [figure] = read("Raiders killed guests, a waiter, and dancers.")
    assert figure.qualifier == "vague:some"


def test_sees_two_in_a_count_of_things() -> None:
    """Bodies listed behind a count of cars are not as many as the cars."""
    assert told("Witnesses saw about ten burned-out cars and bodies in the street.") == {("vehicles", 10)}


def test_takes_the_fallen_as_parts() -> None:
    """Some of the dead are a part of those told before, of the subgroup they are said to be."""
    whole, part = read("The bomb killed 105 people. At least 60 of the dead were women.")
    assert (part.part_of, part.subgroup) == (whole.start, "women")
    [alone] = read("Twenty-six of the dead were women, the clinic said.")
    assert (alone.best, alone.subgroup) == (26, "women")


def test_tells_the_hurt_of_all_from_the_dead_of_some() -> None:
    """The hurt are of the side of all who died, not of some of them."""
    *_, hurt, _ = read("Ten people, two of them police, died and 21 were hurt, including six police.")
    assert (hurt.best, hurt.subgroup) == (21, None)
    *_, hurt = read("Ten rebels, including two commanders, were killed and 21 were hurt.")
    assert (hurt.best, hurt.subgroup) == (21, "fighters")


def test_takes_some_of_a_number_of_dead_as_its_part() -> None:
    """The number that some are drawn from is their whole, though it stands behind."""
    part, whole = read("Thirty-eight of the 40 dead were nurses.")
    assert (part.best, part.part_of, whole.best) == (38, whole.start, 40)
    men, women, whole = read("The mayor said 22 men died while the abbot said 18 women were among the 40 killed.")
    assert (men.part_of, women.part_of, women.subgroup) == (None, whole.start, "women")


def test_does_not_count_who_died_of_the_wounded_as_wounded() -> None:
    """Some of the wounded who died are dead, and no part of the wounded."""
    [figure] = read("Nine of the wounded died on Tuesday.")
    assert (figure.measure, figure.best, figure.part_of) == ("killed", 9, None)


@pytest.mark.parametrize(
    ("said", "whole", "parts"),
    [
        ("Nine weavers, four in Ostrel and five in Tovana, were killed.", 9, [4, 5]),
        ("At least 16 weavers (ten in Ostrel and six in Tovana) died.", 16, [10, 6]),
        (
            "Some 18 nomads, including seven women, two of whom were deaf, and six boys and five men were killed.",
            18,
            [7, 2, 6, 5],
        ),
        ("Six weavers were hurt and two were in critical condition.", 6, [2]),
    ],
)
def test_a_toll_told_in_parts_is_told_once(said: str, whole: float, parts: list[float]) -> None:
    """Place by place, in a list of parts, or by how they are."""
    toll, *rest = read(said)
    assert (toll.best, toll.part_of) == (whole, None)
    assert [(one.best, one.part_of) for one in rest] == [(best, toll.start) for best in parts]


def test_nothing_reported_is_none() -> None:
    """The "no" of the first of two joined words holds for the second."""
    (none,) = read("No damage or injuries were reported in Ostrel.")
    assert (none.measure, none.best, none.negated) == ("injured", 0, True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("No weavers were killed in Ostrel.", [("killed", 0)]),
        ("Not one weaver was killed in Ostrel.", [("killed", 0)]),
        ("No other weavers were killed in Ostrel.", []),
        ("Police said nine weavers, not six, were killed in Ostrel.", [("killed", 9)]),
        ("A shell wiped out a family of six in Ostrel.", [("killed", 6)]),
        ("The firm wiped out two debts in Ostrel.", []),
        ("Twelve weavers were wounded in Ostrel, four of them fatally.", [("injured", 12), ("killed", 4)]),
        ("The blast left a mayor and six others dead in Ostrel.", [("killed", 7)]),
        ("Police arrested a teacher and two clerks in Ostrel.", [("detained", 3), ("detained", 2)]),
        ("Police arrested five weavers and two police officers.", [("detained", 5), ("detained", 2)]),
        ("About 2,000 people who fled Ostrel in May have returned.", [("returned", 2000)]),
        ("The 2,000 people who fled Ostrel have not returned.", [("displaced", 2000)]),
    ],
)
def test_who_they_were_and_what_became_of_them(said: str, told: list[tuple[str, float]]) -> None:
    """None of those told, those set right, the fatally hurt, those listed together, and those who are back."""
    assert [(one.measure, one.best) for one in read(said)] == told
