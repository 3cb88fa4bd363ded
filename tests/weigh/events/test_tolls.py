"""How the figures of one report, and then of several, become one toll."""

from dataclasses import replace

from scenes import claim, event_of, report

from dateline.weigh import weigh

PAGE = report("Shells hit Harmin at noon. A nurse gave another count. A neighbour gave a third count of the same.")
SAID = PAGE.text[:-1].split(". ")
FIELDS = {"at": "Harmin", "day": "2018-03-06"}


def toll(*figures):
    """Low, best and high of the dead that one page tells claim by claim; each claim has a list of figures."""
    words = PAGE.text.split(". ")
    claims = [
        claim(PAGE, said.rstrip("."), "shelling", **FIELDS, figures=told)
        for said, told in zip(words, figures, strict=False)
    ]
    event = event_of(weigh([PAGE], claims), claims[0])
    return next(((f.low, f.best, f.high) for f in event.figures if (f.measure, f.subgroup) == ("killed", None)), None)


def test_first_figure_of_a_report_leads() -> None:
    """A later count of the same report does not replace the first."""
    assert toll([("killed", 7)], [("killed", 9)]) == (7, 7, 7)


def test_later_figure_closes_an_open_bound() -> None:
    """At least seven, and elsewhere nine: seven to nine."""
    assert toll([("killed", 7, "at_least")], [("killed", 9)]) == (7, 7, 9)


def test_more_than_nine_are_at_least_ten() -> None:
    """A bound that is only said to be exceeded lies one beyond."""
    assert toll([("killed", 7, "at_least")], [("killed", 9, "more_than")]) == (7, 7, 10)


def test_dozens_are_a_dozen_at_the_least() -> None:
    """The low of a toll that is only told vaguely is what recorders of casualties make of the word; a number stands."""
    assert toll([("killed", "dozens")]) == (12, 24, None)
    assert toll([("killed", "hundreds")], [("killed", 230)]) == (230, 230, 230)


def test_fighters_are_no_part_of_the_toll() -> None:
    """The dead soldiers stand apart from everybody else."""
    assert toll([("killed", 30, "exact", "soldiers"), ("killed", 4, "exact", "civilians")]) == (4, 4, 4)


def test_the_dead_of_both_sides_are_no_one_toll() -> None:
    """Three soldiers and nine gunmen fell: two counts, whoever tells them."""
    lost = [("killed", 3, "exact", "soldiers"), ("killed", 9, "exact", "gunmen")]
    one = claim(PAGE, SAID[0], "clash", **FIELDS, figures=lost)
    found = event_of(weigh([PAGE], [one]), one).figures

    assert {(f.subgroup, f.best) for f in found} == {("soldiers", 3), ("fighters", 9)}


def test_parts_of_the_first_claim_add_up() -> None:
    """Two women and three children, and no whole: five."""
    assert toll([("killed", 2, "exact", "women"), ("killed", 3, "exact", "children")]) == (5, 5, 5)


def test_what_is_said_not_to_be_is_no_count() -> None:
    """Nobody was killed, in one claim; another counts two: two."""
    none, two = (
        claim(PAGE, words, "shelling", **FIELDS, figures=[("killed", 2)]) for words in PAGE.text.split(". ")[:2]
    )
    none = replace(none, figures=(replace(none.figures[0], low=0, best=0, high=0, negated=True),))
    event = event_of(weigh([PAGE], [none, two]), two)

    assert [(f.low, f.high) for f in event.figures] == [(2, 2)]


def test_the_dead_who_are_yet_to_come_are_no_count() -> None:
    """Two were killed, and hundreds will be, says a claim of a plan: two."""
    two, more = (
        claim(PAGE, words, "shelling", **FIELDS, figures=[("killed", number)])
        for words, number in zip(PAGE.text.split(". "), (2, 300), strict=False)
    )
    more = replace(more, modality="planned", figures=(replace(more.figures[0], modality="planned"),))
    event = event_of(weigh([PAGE], [two, more]), two)

    assert [(f.low, f.high) for f in event.figures] == [(2, 2)]


def test_ceiling_told_in_one_breath_opens_the_first_figure() -> None:
    """Seven of one family and up to eleven people: seven to eleven, though the seven are exact."""
    assert toll([("killed", 7), ("killed", 11, "up_to")]) == (7, 7, 11)


def test_some_told_first_are_no_more_than_everybody() -> None:
    """Four men, and later two of the bodies: four; three boys, and later nine people: nine."""
    assert toll([("killed", 4, "exact", "men")], [("killed", 2)]) == (4, 4, 4)
    assert toll([("killed", 3, "exact", "children")], [("killed", 9)]) == (9, 9, 9)


def test_at_least_some_told_first_are_the_floor() -> None:
    """At least eight children, and later eleven dead: eight to eleven."""
    assert toll([("killed", 8, "at_least", "children")], [("killed", 11)]) == (8, 8, 11)


def test_ceiling_has_its_largest_part_for_a_floor() -> None:
    """Up to six, two of them women: two to six."""
    part = ("killed", 2, "exact", "women")
    assert toll([("killed", 6, "up_to"), part], []) == (2, 6, 6)


def test_two_told_one_by_one_outweigh_one() -> None:
    """A boy and his aunt are two, whoever counts one; the first number that is no less is taken."""
    told = [
        claim(PAGE, words, "shelling", **FIELDS, figures=[("killed", n)])
        for words, n in zip(SAID, (2, 1, 3), strict=True)
    ]
    named = replace(told[0], figures=(replace(told[0].figures[0], numbered=False),))
    fused = {f.best for f in event_of(weigh([PAGE], [named, *told[1:]]), named).figures}

    assert fused == {3}


def test_range_up_to_more_than_nine_ends_at_ten() -> None:
    """What a range is said to exceed lies one beyond."""
    page = report("Between 4 and over 9 people died in Harmin. A nurse gave no count.")
    one = claim(page, page.text.split(". ")[0], "shelling", **FIELDS, figures=[("killed", 4)])
    wide = replace(one.figures[0], low=4, best=6, high=9, qualifier="range", text="Between 4 and over 9 people")
    event = event_of(weigh([page], [told := replace(one, figures=(wide,))]), told)

    assert [(f.low, f.high) for f in event.figures] == [(4, 10)]


def test_greater_number_of_another_voice_is_the_ceiling() -> None:
    """Seven by the report itself, nine by a nurse that it quotes: seven to nine; by the report once more: seven."""
    own = claim(PAGE, SAID[0], "shelling", **FIELDS, figures=[("killed", 7)])
    quoted = claim(PAGE, SAID[1], "shelling", **FIELDS, figures=[("killed", 9)], speaker="nurse")

    assert [(f.low, f.high) for f in event_of(weigh([PAGE], [own, quoted]), own).figures] == [(7, 9)]


def test_those_who_dealt_the_blow_are_no_victims_of_it() -> None:
    """Four attackers and nine others: the toll is nine."""
    page = report("Police shot four attackers dead in Harmin. The raid killed nine people in Harmin.")
    shot, dead = page.text[:-1].split(". ")
    claims = [
        claim(page, shot, "armed_attack", **FIELDS, figures=[("killed", 4)]),
        claim(page, dead, "armed_attack", **FIELDS, figures=[("killed", 9)]),
    ]
    claims[0] = replace(claims[0], figures=(replace(claims[0].figures[0], text="four attackers"),))
    found = event_of(weigh([page], claims), claims[1])

    assert {(f.subgroup, f.best) for f in found.figures} == {("attackers", 4), (None, 9)}


def tolls(*told):
    """The toll of a shelling of which each outlet gives one figure; `told` are figures, the printing day of each behind it."""
    outlets = ("Courier", "Post", "Gazette", "Herald")
    pages = [report(f"Shells hit Harmin at noon ({n}).", day, outlets[n]) for n, (_, day) in enumerate(told)]
    said = [
        claim(page, "Shells hit Harmin at noon", "shelling", **FIELDS, figures=[figure])
        for page, (figure, _) in zip(pages, told, strict=True)
    ]
    (event,) = (one for one in weigh(pages, said).events if said[0].id in one.claims)
    return next((f.low, f.best, f.high) for f in event.figures if (f.measure, f.subgroup) == ("killed", None))


def test_a_floor_gives_way_to_what_two_voices_count() -> None:
    """More than 30, told on the 14th, says no less than the 38 that two outlets counted on the 9th; one outlet is not enough."""
    floor, first, second = ("killed", 30, "more_than"), ("killed", 38), ("killed", 38)

    assert tolls((floor, "2018-03-14"), (first, "2018-03-09"), (second, "2018-03-09")) == (38, 38, 38)
    assert tolls((floor, "2018-03-14"), (first, "2018-03-09")) == (30, 30, None)


def test_somebody_named_is_no_toll_where_another_report_counts() -> None:
    """One outlet names a dead commander and counts nobody, another counts 44: 44."""
    pages = [report("Shells killed Omar Feraz.", outlet="Courier"), report("Shells killed 44 people.", outlet="Post")]
    said = [
        claim(page, page.text[:-1], "shelling", **FIELDS, figures=[("killed", n)])
        for page, n in zip(pages, (1, 44), strict=True)
    ]
    (named,) = said[0].figures
    said[0] = replace(said[0], figures=(replace(named, text="Omar Feraz", numbered=False),))
    event = next(one for one in weigh(pages, said).events if said[1].id in one.claims)

    assert {(f.low, f.best, f.high) for f in event.figures if said[0].id in event.claims} == {(44, 44, 44)}


def test_a_toll_told_as_revised_leads() -> None:
    """Thirty, and further down "the toll was later revised to 39": 39; of two outlets of one day, too."""
    page = report("Shells killed 30 people in Harmin. The toll was later revised to 39. Shells killed 30 in Harmin.")
    said = page.text[:-1].split(". ")
    first, then = (claim(page, said[i], "shelling", **FIELDS, figures=[("killed", n)]) for i, n in ((0, 30), (1, 39)))
    other = report(f"{said[2]}.", "2018-03-06", "Evening Post")
    again = claim(other, said[2], "shelling", **FIELDS, figures=[("killed", 30)])

    def best(*claims):
        event = event_of(weigh([page, other], claims), claims[0])
        return next(f.best for f in event.figures if (f.measure, f.subgroup) == ("killed", None))

    assert (best(first), best(first, then), best(first, then, again)) == (30, 39, 39)
