"""Figures: tolls that share words, parts and wholes, anaphora, the unnumbered, the negated and the merely possible."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.figures.trees import adds_up
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Figure, Part, Published, Report, Time
from dateline.times import Interval

pytestmark = pytest.mark.model


def read(said: str, times: tuple[Time, ...] = (), published: str | None = None) -> tuple[Figure, ...]:
    """The figures of a text of one part."""
    when = Published(Interval.parse(published, None), "given") if published else Published(None, "none")
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), when)
    return figures(counts(sentences(Notes(report, times=times), parser=load_parser()))).figures


def parts(said: str) -> set[float | None]:
    """The bests of the figures that are told as parts of others."""
    return {f.best for f in read(said) if f.part_of is not None}


def told(said: str) -> set[tuple[str, float | None]]:
    """Measure and best of every figure that happened."""
    return {(f.measure, f.best) for f in read(said) if not f.negated and f.modality == "actual"}


TOLD = [
    ("44 were killed and 140 others hurt in Tovana.", {("killed", 44), ("injured", 140)}),
    ("The blast killed 12 and wounded dozens.", {("killed", 12), ("injured", 24)}),
    ("The raid killed six miners and injured 31 in Ostrel.", {("killed", 6), ("injured", 31)}),
    ("Since then over 700 have been killed in Ostrel and more than 2 million displaced.", {("killed", 700), ("displaced", 2e6)}),
    ("A nun and a boy have been killed in Ostrel.", {("killed", 2), ("killed", 1)}),
    ("The toll has risen to 86 30 of them children.", {("killed", 86), ("killed", 30)}),
    ("Five girls and a woman were among the dead.", {("killed", 5), ("killed", 1)}),
    ("Those killed included six women, five boys and three police officers.", {("killed", 6), ("killed", 5), ("killed", 3)}),
    ("The killing and wounding of a dozen guards shocked Ostrel.", {("casualties", 12)}),
    ("People from the four villages fled; 60 residents of the two towns were evacuated.", {("evacuated", 60)}),
    ("26 died in Ostrel and 14 in Marenga.", {("killed", 26), ("killed", 14)}),
    ("Police put the death toll at 58.", {("killed", 58)}),
    ("Mayor Tomas Iridal was assassinated on Sunday.", {("killed", 1)}),
    ("The murder of Bishop Anselm Korda angered Marenga.", {("killed", 1)}),
    ("The floods displaced 400 families (about 2,100 people).", {("displaced", 400), ("displaced", 2100)}),
    ("A 12-year-old boy was wounded.", {("injured", 1)}),
    ("A family of five was killed.", {("killed", 5)}),
    ("Eight Chadian and Malian soldiers were killed near Ostrel.", {("killed", 8)}),
    ("More than 400 recruits were killed or wounded at Tovana.", {("casualties", 400)}),
    ("At least one resident, a young man named Omar Korda, was killed.", {("killed", 1)}),
    ("The shot killed one guard, Omar Korda, and hurt two.", {("killed", 1), ("injured", 2)}),
    ("The raid killed a poet and novelist, Ana Korda.", {("killed", 1)}),
    ("The death of the young man and good neighbour Omar Korda was told.", {("killed", 1)}),
    ("His brother and father were killed.", {("killed", 2)}),
    ("The murders of Ana Korda, Colonel Omar Iridal, and Senator Tomas Marenga were condemned.", {("killed", 3)}),
    ("TOMAS IRIDAL, ANA KORDA, AND ERNESTO BELVIDES WERE KILLED.", {("killed", 3)}),
    ("There were both martyrs and injuries.", {("killed", 2), ("injured", 2)}),
    ("The blast left six people injured and millions in losses.", {("injured", 6)}),
    ("Doctors counted eight citizens as having been killed.", {("killed", 8)}),
    ("The injury count was as high as 18.", {("injured", 18)}),
    ("Her name was matched with a list of fatalities.", set()),
    ("We heard it when they were killing villagers.", set()),
    ("The flood destroyed some 140 houses and damaged another 800.", {("houses_destroyed", 140), ("facilities_hit", 800)}),
    ("Shelling damaged 14 schools and killed three.", {("facilities_hit", 14), ("killed", 3)}),
    ("Heavy rain hit 12 out of 67 provinces.", set()),
    ("Three out of four patients died.", {("killed", 3)}),
    ("Two of her three sons were killed.", {("killed", 2)}),
    ("The dead were two guards of the mill.", {("killed", 2)}),
    ("Two men described as bandits were shot dead.", {("killed", 2)}),
    ("An elderly couple and their son were killed.", {("killed", 3), ("killed", 2)}),
    ("There was one writing that two nuns were hurt.", {("injured", 2)}),
    ("Clashes left 12 people injured, said Omar Korda, a member of the guild.", {("injured", 12)}),
    ("The raid killed three of the leader's grandchildren.", {("killed", 3)}),
    ("The crash left Omar Korda fighting for his life and his driver dead.", {("killed", 1)}),
    ("A remark from the bench drowned her out.", set()),
    ("Some go too far and hurt others.", set()),
    ("In this war women and boys are slaughtered.", set()),
    ("Banks poured millions into the pockets of mayors.", set()),
    ("Thousands poured into Marenga.", {("displaced", 2000)}),
    ("Smoke causes 9,000 deaths per year.", set()),
    ("Various old friends mourned Korda's death.", set()),
    ("A negligible number was killed.", set()),
    ("A guard was killed and another badly wounded.", {("killed", 1), ("injured", 1)}),
    ("He is held for killing two cooks and injuring a third at an inn.", {("killed", 2), ("injured", 1)}),
    ("A welder was found alive and one is confirmed dead.", {("killed", 1)}),
    ("He was convicted of murder and dozens of other counts.", set()),
    ("Two were hurt. Six bridges shook, three of which collapsed.", {("injured", 2)}),
    ("One of his aides, whom nobody named, died at once.", {("killed", 1)}),
    ("The body of a baker was found in Ostrel; later a second body was found.", {("killed", 1)}),
    ("A charred body was found near the weir.", {("killed", 1)}),
    ("Five were left dead and dozens injured, a rebel spokesman said.", {("killed", 5), ("injured", 24)}),
    ("The ferry can take up to 55 and the other two.", set()),
    ("Fans mourn after death: A singer is remembered.", set()),
    ("A retired actor died of heart failure, a cook after a battle with cancer.", set()),
    ("A suspect who had lived in Tovana was named.", set()),
    ("Nine people including two boys and three women died, and 30 others were hurt.", {("killed", 9), ("killed", 2), ("killed", 3), ("injured", 30)}),
    ("It listed numerous injuries, 49 detentions and 11 assaults.", {("injured", 2), ("detained", 49)}),
    ("The expulsion of five diplomats angered Marenga.", set()),
    ("Hundreds, if not thousands, of people were killed.", {("killed", 200)}),
    ("One baker in the all-but-deserted quarter was killed when a shell hit a shop.", {("killed", 1), ("facilities_hit", 1)}),
    ("Gunmen killed the governor and two of his guards.", {("killed", 3), ("killed", 2)}),
    ("The notary was attacked at noon. He died of his wounds.", {("killed", 1)}),
    ("The captain said he was wounded in the leg; he was not killed.", {("injured", 1)}),
    ("Bakers found Ana Belmora killed; she was killed by a shell.", {("killed", 1)}),
    ("We do not know whether he was killed. He had killed two goats.", set()),
    ("Shells hit Ostrel, killing a boy named Omar Kor (14), and a girl named Ana Kor (9).", {("killed", 1)}),
    (
        "Between six and eight pupils of the Iridal and Korda schools, including four girls, two of them sisters who had come to"
        " Ostrel only for the day, were killed.",
        {("killed", 7), ("killed", 4), ("killed", 2)},
    ),
    ("Shells killed nine miners, including two cooks, and several bakers were hurt.", {("killed", 9), ("killed", 2), ("injured", 3)}),
    ("The blast killed six and wounded 14 others sheltering in a mill.", {("killed", 6), ("injured", 14)}),
    ("Between 70 and “over 90” miners were hurt, and “hundreds” of others fled.", {("injured", 80), ("displaced", 200)}),
    ("Four miners were hurt and at least one was killed.", {("injured", 4), ("killed", 1)}),
    ("A shell fell on a mill, killing the whole family of seven cooks.", {("killed", 7)}),
    ("Six members of the Marenga Guild sleeping in tents were hurt.", {("injured", 6)}),
    ("Among the dead were between 11 and 13 monks.", {("killed", 12)}),
    ("Shells killed Omar Iridal, a cook, his wife Ana and their three sons.", {("killed", 5), ("killed", 3), ("killed", 1)}),
    ("Ana Kor was killed, with two of her aides, near Ostrel.", {("killed", 3), ("killed", 2)}),
    ("Omar Kor, her cousin, was killed near Ostrel.", {("killed", 1)}),
    ("The siege of Ostrel cost the guard 40 men.", {("killed", 40)}),
    ("The closure of the mill cost 40 men their jobs.", set()),
    ("Six miners were killed and others wounded near Ostrel.", {("killed", 6), ("injured", 2)}),
    ("The raid led to nine deaths and other injuries; Omar Kor survived with injuries.", {("killed", 9), ("injured", 2), ("injured", 1)}),
    ("Shells caused the death of a monk and the injury of his aunt.", {("killed", 1), ("injured", 1)}),
    ("They mourned the death of their cousin Lina Belmora, \"Umm Nur\".", {("killed", 1)}),
    ("Shells killed him alongside his aunt and his two sons.", {("killed", 4), ("killed", 2)}),
    ("He was killed with his aunt, her 9-year-old son Omar and her four nieces.", {("killed", 7), ("killed", 4)}),
    ("Land mines still kill a dozen weavers a", {("killed", 12)}),
    ("Also killed were two weavers.", {("killed", 2)}),
    ("Hail fell near Martyrs Square, causing several minor injuries.", {("injured", 3)}),
    ("Raids left 20 dead and many more injured, and some of the allies of Marenga, with others, refuse to talk.", {("killed", 20), ("injured", 2)}),
    ("The number of deaths stood at 70.", {("killed", 70)}),
    ("We saw about ten burned-out old cars near the weir.", {("vehicles", 10)}),
    ("Kor was one of the 41 reporters killed that year.", {("killed", 41)}),
    ("One of the two guards was killed.", {("killed", 1)}),
    ("The mill denied a report that Omar Kor had been wounded.", set()),
    ("Troops evicted 700 people from their homes.", {("displaced", 700)}),
    ("A monk captured two of the cooks on film.", set()),
    ("The poet Ana Kor dies at 77; a judge died on Friday at his home after a long battle with cancer.", set()),
    ("Police said Kor belonged to a gang and was shot to death.", {("killed", 1)}),
    ("The mayor, whom rebels shot dead, was old.", {("killed", 1)}),
    ("Police arrested Omar Iridal, who died in his cell.", {("detained", 1), ("killed", 1)}),
    ("Korda was abducted on Monday and his body was found in a well.", {("detained", 1), ("killed", 1)}),
    ("A cook saw police attacking some monks, and one weaver was detained.", {("detained", 1)}),
    ("Many cooks have succumbed to that temptation; one succumbed to his wounds.", set()),
    ("Death toll nearly 60 in Ostrel; the deaths on both sides are 70.", {("killed", 60), ("killed", 70)}),
    ("The death of the guild's No. 2 was a blow; both Kor and Iridal fled.", set()),
    ("A poet, who has died aged 83, and a choir that fled Ostrel met there.", set()),
    ("Thousands and thousands of weavers fled.", {("displaced", 2000)}),
    ("It was among some 35 weavers -- including cooks, monks and bakers from Ostrel, some of them old -- injured in May.", {("injured", 35)}),
    ("Nine weavers from Ostrel, two of them women, were among the dead.", {("killed", 9), ("killed", 2)}),
    ("Shells hit the Ostrel Martyrs Hall on Friday, May 9.", set()),
    ("Omar Kor (33), Ali Iridal (25) and Sami Korda (41) were killed near Ostrel.", {("killed", 3)}),
    ("A “large number” of weavers were hurt.", {("injured", 2)}),
    ("The baker Omar Korda, a member of the guild and a poet, was killed.", {("killed", 1)}),
    ("Nine people, four cooks and five monks, were killed.", {("killed", 9), ("killed", 4), ("killed", 5)}),
    ("Two people -- Ana Kor and Omar Iridal -- were hurt.", {("injured", 2), ("injured", 2)}),
    ("Nine guild members and possibly up to 20 people were hurt.", {("injured", 9), ("injured", 20)}),
    ("Four soldiers and two monks were killed.", {("killed", 4), ("killed", 2)}),
    ("He was killed with a knife; Kor was hurt in a quarrel with two monks.", {("killed", 1), ("injured", 1)}),
    ("Those wounded included nine cooks; among the dead was one monk.", {("injured", 9), ("killed", 1)}),
    ("A reporter was killed alongside at least 15 other civilians, including two boys, while dozens were hurt.", {("killed", 16), ("killed", 1), ("killed", 15), ("killed", 2), ("injured", 24)}),
    ("At least 37 members of the Kor family, coming from two towns, were killed.", {("killed", 37)}),
    ("A range was used in both the fatality and injury fields.", set()),
    ("The mayor was found dead in his car.", {("killed", 1)}),
    ("The father, Omar Kor, was reported as injured.", {("injured", 1)}),
    ("The raid led to the injury of at least ten civilians displaced to the school.", {("injured", 10)}),
    ("Four miners were found alive and two dead.", {("killed", 2)}),
    ("A guard suffered dozens of bruises.", set()),
    ("Tuesday saw the death toll reach 21 in Ostrel.", {("killed", 21)}),
    ("A former MP, who lost his seat, returned the paper.", set()),
    ("He claimed that the parties worked together with one goal.", set()),
    ("Many forests perish for paper.", set()),
    ("Reporters found no evidence of civilian deaths.", set()),
    ("The raid brought to 50 the number of people killed.", {("killed", 50)}),
    ("It ended without more innocent civilians being killed.", set()),
    ("The minister had seen no sign that the raid killed civilians.", set()),
    ("There was no evidence that 12 people were killed.", set()),
    ("Killed: 12; injured: 40", {("killed", 12), ("injured", 40)}),
    ("Total deaths: 45", {("killed", 45)}),
    ("Evacuated people: 3,600", {("evacuated", 3600)}),
    ("Houses destroyed: 85, houses damaged: 640", {("houses_destroyed", 85), ("facilities_hit", 640)}),
    ("Status at 14:00: 30 homes destroyed.", {("houses_destroyed", 30)}),
    ("The mayor said: 12 villagers were killed.", {("killed", 12)}),
    ("Death toll climbs past 100", {("killed", 100)}),
    ("The army lost three soldiers and killed 40 militants.", {("killed", 3), ("killed", 40)}),
    ("Four people, one of whom was a child, were hurt.", {("injured", 4), ("injured", 1)}),
    ("The raid left 14 dead: nine soldiers and five rebels.", {("killed", 14), ("killed", 9), ("killed", 5)}),
    ("Two others, both medics, died later.", {("killed", 2)}),
    ("Ten people, members of the Kadri family, were killed.", {("killed", 10)}),
    ("A woman and her infant were hurt.", {("injured", 2), ("injured", 1)}),
    ("One man - a baker from Ostrel - was killed.", {("killed", 1)}),
    ("Rana Kadri was killed alongside her two sons.", {("killed", 3), ("killed", 2)}),
    ("Between four and six members of the Kadri family, including a boy, were killed.", {("killed", 5), ("killed", 1)}),
    ("Monitors counted 302 dead -- 232 in Ostrel, 52 in Marenga and 18 in Tovana.", {("killed", 302), ("killed", 232), ("killed", 52), ("killed", 18)}),
    ("A lawyer got two death threats.", set()),
    ("A new charity body was founded.", set()),
    ("Ana, a mother of three living in Tovana, spoke.", set()),
    ("A rebel was shot to death.", {("killed", 1)}),
    ("Around 300 peoplehave fled Tovana and 40 fami-lies were evacuated.", {("displaced", 300), ("evacuated", 40)}),
    ("The blast that killed nine had been feared for weeks.", {("killed", 9)}),
    ("Smugglers threaten the lives of people in Ostrel.", set()),
    ("The camp is home to 5,000 people.", {("sheltered", 5000)}),
    ("The number of refugees in Marenga has risen to 7,300.", {("displaced", 7300)}),
    ("The flood forced the evacuation of, according to the mayor, 460 residents.", {("evacuated", 460)}),
    ("About 50 traders, including a baker, left northern Tovana.", {("evacuated", 50)}),
    ("Some 900 Ostrelians live in Marenga as refugees.", {("displaced", 900)}),
    ("There were 80 returnees and 60 people affected by the flood.", {("returned", 80), ("affected", 60)}),
    ("The six nuns and two more people were killed in Ostrel.", {("killed", 8)}),
    ("The murders of Judge Ana Belmora, Tomas Iridal and Bishop Anselm Korda angered Marenga.", {("killed", 3)}),
    ("Twelve soldiers and three civilians died.", {("killed", 12), ("killed", 3)}),
    ("The rebels murdered a baker's wife.", {("killed", 1)}),
    ("We must stop the murder of peasants.", set()),
    ("The militia is killing farmers with impunity.", set()),
    ("THE PATRIOTIC FRONT WAS MURDERED BY ITS OWN.", set()),
    ("The mayor was not hurt.", set()),
    ("Some 3,000 people die from it every year, and 40 people a day flee.", set()),
    ("Twelve people were killed a year ago.", {("killed", 12)}),
    ("On Monday, at 1745, four guards were killed.", {("killed", 4)}),
    ("Of the 30 dead, 12 were women.", {("killed", 30), ("killed", 12)}),
    ("Thirtyfour sailors were hurt.", {("injured", 34)}),
    ("We counted 90 dead, 20 wounded, and 44 gunmen have deserted.", {("killed", 90), ("injured", 20)}),
    ("One person suffered minor injuries.", {("injured", 1)}),
    ("Ana was one of the last people to flee Ostrel.", set()),
    ("About 300 of the 500 residents fled.", {("displaced", 300)}),
    ("We can confirm that seven people were killed.", {("killed", 7)}),
    ("The toll of 12 dead was confirmed; among them were two nurses.", {("killed", 12), ("killed", 2)}),
    ("The blast killed nine. Two of them were nurses.", {("killed", 9), ("killed", 2)}),
    ("The blast killed nine. Among them were three boys.", {("killed", 9), ("killed", 3)}),
    ("The blast killed nine. Twelve of them were nurses.", {("killed", 9)}),
    ("The mayor met nine envoys. Two of them were nurses.", set()),
    ("Six were killed and large numbers of miners were injured.", {("killed", 6), ("injured", 2)}),
    ("The blast killed nine, and 14 people were taken to hospital.", {("killed", 9), ("injured", 14)}),
    ("Two gunmen shot dead a judge.", {("killed", 1)}),
    ("Rebels took four nurses hostage.", {("detained", 4)}),
    ("Some 300 families remained displaced in Ostrel.", {("displaced", 300)}),
    ("The toll could be as high as 800.", set()),
    ("The toll ranged between five and 14.", {("killed", 9)}),
    ("A guard stabbed three people to death.", {("killed", 3)}),
    ("The army captured Ostrel and hurt the economy.", set()),
    ("The raid killed six people including three boys, a rebel said.", {("killed", 6), ("killed", 3)}),
    ("The truce holds and the peace talks killed the rumours.", set()),
    ("At least 24 pilgrims returning from Ostrel were killed in a blast.", {("killed", 24)}),
    ("Four Marenga Security Force (MSF) troopers were hurt near the weir.", {("injured", 4)}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), TOLD)
def test_a_sentence_is_read_as_one_tree(said: str, expected: set[tuple[str, float | None]]) -> None:
    """Every count has the measure that the sentence gives it, and no other."""
    assert told(said) == expected


def test_the_sayers_are_no_victims() -> None:
    """Those who tell a toll right after it are not part of it."""
    said = "The attack has killed more than 310 civilians, rescue crews and civil defence officials say."
    assert told(said) == {("killed", 310)}


def test_attackers_are_no_victims() -> None:
    """The subject of an active verb is not what the verb was done to."""
    assert told("Two gunmen killed nine guards.") == {("killed", 9)}


def test_parts_point_to_their_whole() -> None:
    """Parts carry the start of what they are a part of, through a whole list."""
    whole, *parts = read("At least nine people, including five boys and two women, were killed.")
    assert whole.part_of is None
    assert [(f.best, f.subgroup, f.part_of) for f in parts] == [(5, "children", whole.start), (2, "women", whole.start)]


@pytest.mark.parametrize(
    "said",
    [
        "No one was hurt in Tovana.",
        "No injuries were reported.",
        "None of the miners was hurt.",
        "Not a single cook was hurt.",
    ],
)
def test_nobody_hurt_is_a_toll_of_none(said: str) -> None:
    """That no one was hurt is told as a figure of none, negated."""
    assert [(f.measure, f.best, f.negated) for f in read(said)] == [("injured", 0, True)]


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("The offensive could displace 2 million people.", "hypothetical"),
        ("Some 30,000 people will be evacuated.", "planned"),
        ("They plotted to kill 30 guards.", "hypothetical"),
        ("Some 30,000 people were evacuated.", "actual"),
    ],
)
def test_what_may_be_is_kept_apart(said: str, modality: str) -> None:
    """A figure that has not happened keeps its number and says so."""
    assert [f.modality for f in read(said)] == [modality]


@pytest.mark.parametrize(
    ("said", "numbered"),
    [("A nun was killed.", False), ("Ten nuns were killed.", True), ("Dr. Iridal was killed.", False)],
)
def test_a_victim_without_a_number_says_so(said: str, numbered: bool) -> None:
    """A named victim does not compete with a toll."""
    assert [f.numbered for f in read(said)] == [numbered]


def test_a_cumulative_count_has_its_period() -> None:
    """ "Since" gives the count its span of time, which lasts as long as the report knows."""
    since = Time(6, 13, "April 4", "DATE", "XXXX-04-04", None, "pub m04-04<")
    (figure,) = read("Since April 4, a total of 11 clinics have been struck.", (since,))
    assert figure.period == replace(since, formula="pub m04-04< till")


def test_what_runs_since_then_runs_since_what_was_told_last() -> None:
    """ "Since then" goes back to the date before it, and lasts up to the publication."""
    march = Time(22, 32, "March 2031", "DATE", "2031-03", Interval.parse("2031-03", None), "2031-03")
    said = "A truce was signed in March 2031. Since then 40 guards have been killed."
    (figure,) = read(said, (march,), "2031-07-09")
    assert figure.period is not None
    assert figure.period.when is not None
    assert figure.period.when.iso() == ("2031-03-01", "2031-07-10")


def test_the_most_since_a_month_counts_nothing_since_then() -> None:
    """A superlative takes the time for itself, and a month is no possibility."""
    said = "The raids uprooted 900 people in the worst exodus since May."
    (figure,) = read(said, (Time(56, 59, "May", "DATE", "XXXX-05", None, "pub m05<"),))
    assert (figure.period, figure.modality) == (None, "actual")


@pytest.mark.parametrize(
    ("said", "restates"),
    [
        ("The floods displaced 400 families (about 2,100 people).", [None, 21]),
        ("Some 12,000 people, or 2,400 households, were evacuated.", [None, 0]),
        ("The floods displaced 400 families and 2,100 soldiers.", [None, None]),
        ("The floods displaced 400 families, 90,000 people in all.", [None, None]),
    ],
)
def test_families_and_people_are_one_count(said: str, restates: list[int | None]) -> None:
    """A count told again in another unit points to the first one; another number of people is another count."""
    assert [f.restates for f in read(said)] == restates


def test_those_among_the_dead_belong_to_the_toll_told_before() -> None:
    """A part told in a sentence of its own knows its whole, and told twice it adds up once."""
    said = "A raid on Ostrel killed six people, including four boys. Four boys and a nun were among the dead."
    told = read(said)
    assert [f.part_of for f in told] == [None, 24, 24, 24]
    assert [(s.fits, s.rest) for s in adds_up(told)] == [(True, 1)]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from("six people , and were killed wounded of them 30 ( ) including a boy . to".split()), max_size=25
    )
)
def test_every_figure_carries_its_own_words(tokens: list[str]) -> None:
    """Spans are true to the text, whatever the text."""
    said = " ".join(tokens)
    assert all(said[f.start : f.end] == f.text for f in read(said))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The raid killed 22 people including 14 cooks and three drivers.", {14, 3}),
        ("Doctors said 42 people were killed -- 17 rebels and 25 soldiers.", {17, 25}),
        ("Nine people including two boys died, and 30 others were hurt.", {2}),
        ("The raid killed 22 people and three drivers.", set()),
    ],
)
def test_a_list_of_parts_goes_on(said: str, expected: set[float]) -> None:
    """Who is listed after a part is one too, and so is what a dash spells out; who has a verb of their own is not."""
    assert parts(said) == expected


@pytest.mark.parametrize(
    ("said", "numbered"), [("a dozen guards", True), ("nearly a dozen guards", True), ("a guard", False)]
)
def test_a_dozen_is_a_number(said: str, numbered: bool) -> None:
    """An article counts one without a number, unless it belongs to one."""
    (only,) = read(f"The raid wounded {said}.")
    assert only.numbered is numbered


def test_a_list_of_parts_goes_on_where_nobody_is_counted() -> None:
    """Whoever is listed behind "among them" is a part, even behind one who is no count."""
    twelve, one = read("Twelve people were hurt, among them the mayor and his aunt.")
    assert (one.best, one.part_of) == (1, twelve.start)


def test_those_listed_are_parts_of_what_they_come_to() -> None:
    """A toll summed from a list holds its members that have a number or a subgroup, and adds up."""
    whole, parts = read("Six cooks and two women were hurt in Ostrel."), []
    (eight,) = [figure for figure in whole if figure.part_of is None]
    parts = [figure for figure in whole if figure is not eight]
    assert (eight.best, eight.text) == (8, "Six cooks and two women")
    assert [(f.best, f.subgroup, f.part_of) for f in parts] == [(6, None, eight.start), (2, "women", eight.start)]
    assert [one.rest for one in adds_up(whole)] == [0]


@pytest.mark.parametrize(
    ("said", "numbered"), [("Kor and his wife were hurt.", False), ("Kor and two aides were hurt.", True)]
)
def test_a_sum_is_numbered_where_a_number_was_said(said: str, numbered: bool) -> None:
    """What is counted head by head never competes with a toll."""
    assert next(f.numbered for f in read(said) if f.part_of is None) is numbered


def test_those_included_are_the_verbs_before() -> None:
    """What "including" opens right behind one verb is no part of the next one's."""
    said = "Seven people were killed, including a nurse of Radio Ostrel, two women and four boys, and several others were hurt."

    assert told(said) == {("killed", 7), ("killed", 1), ("killed", 2), ("killed", 4), ("injured", 3)}
    assert parts(said) == {1, 2, 4}


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("Between 30 and 50 people died, half of them boys.", (15, 25)),
        ("The blast killed 12 people, two thirds of them women, and hurt 40.", (8, 8)),
        ("Some 60 were hurt, more than half of whom were cooks.", (30, None)),
    ],
)
def test_share_is_a_part(said: str, part: tuple[float | None, float | None]) -> None:
    """A share of those told before is the number it comes to, and a part of them."""
    assert [(f.low, f.high) for f in read(said) if f.part_of is not None] == [part]


@pytest.mark.parametrize(
    ("said", "timed"),
    [
        ("A guard accused of killing two cooks can be held for eight more days.", False),
        ("The war, which has killed 4,000 people in the past two weeks, goes on.", True),
        ("In the past two weeks the army has shelled Ostrel, killing 40 people.", True),
    ],
)
def test_period_is_of_the_clause(said: str, timed: bool) -> None:
    """A span told of another clause is no period of a count."""
    words = "eight more days" if "eight" in said else "the past two weeks"
    at = said.index(words)
    span = Time(at, at + len(words), words, "DURATION", "P2W", None, None)

    assert [figure.period is not None for figure in read(said, (span,))] == [timed]


@pytest.mark.parametrize(
    ("said", "tolls"),
    [
        ("Two more miners died on Sunday, bringing the toll of the blast to 17.", {17}),
        ("Diggers found nine bodies in Ostrel, taking the number of dead to 21.", {21}),
        ("The toll of the blast rose to 30 after five miners died in Ostrel.", {30}),
        ("The death toll rose to 30, and five miners died in a raid on Ostrel.", {30, 5}),
        ("Nine miners died on Sunday, bringing the year's toll to 170.", {9, 170}),
        ("The mayor put the toll of the flood at 30 deaths, and another seven miners killed since then.", {30, 7}),
        ("A guard told of more than 10 deaths, and the mayor put the toll at 20.", {10, 20}),
        ("The death toll stands at 30, with five more miners killed in a separate blast in Ostrel.", {30, 5}),
    ],
)
def test_those_by_whom_a_toll_rose_are_a_part_of_it(said: str, tolls: set[int]) -> None:
    """The toll of a blow is the last one told; who died since is in it."""
    killed = [figure for figure in read(said) if figure.measure == "killed"]

    assert {figure.best for figure in killed if figure.part_of is None} == tolls
