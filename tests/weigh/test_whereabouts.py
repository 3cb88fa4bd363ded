"""Where an event was, by what most of its claims can mean; a truce as its instrument; what parts two blows."""

from scenes import claim, event_of, report, together

from dateline.weigh import weigh
from dateline.weigh.ledger.as_of import turns

DAY = "2018-03-06"


def test_place_is_what_most_claims_can_mean() -> None:
    """One claim that goes on about another town does not move the raid there."""
    told = (
        "Planes bombed the market of Harmin",
        "The raid on the market of Harmin killed six",
        "Planes hit the market",
    )
    pages = [report(f"{words}.", DAY, f"Outlet {n}") for n, words in enumerate(told)]
    claims = [
        claim(p, p.text[:-1], "airstrike", at=at, day=DAY, to="market", figures=[("killed", 6)])
        for p, at in zip(pages, ("Harmin", "Harmin", "Telbin"), strict=True)
    ]
    place = event_of(weigh(pages, claims), claims[0]).place

    assert place is not None
    assert place.name == "Harmin"


def test_a_village_on_no_map_may_lie_by_the_town() -> None:
    """One outlet names the hamlet, one the town next to it: the raid is pinned in the town, not in all the country."""
    told = (("Planes hit a mill in Ustavin", "Ustavin"), ("Planes hit a mill near Harmin", "Harmin"))
    pages = [report(f"{words}.", DAY, f"Outlet {at}") for words, at in told]
    claims = [
        claim(p, words, "airstrike", at=at, day=DAY, to="mill", figures=[("killed", 6)])
        for p, (words, at) in zip(pages, told, strict=True)
    ]
    place = event_of(weigh(pages, claims), claims[0]).place

    assert place is not None
    assert place.name == "Harmin"


def test_report_tells_of_no_blow_after_it_was_printed() -> None:
    """What the page of 6 March tells as done is not the raid of the 27th."""
    old = report("Eight soldiers were killed by shells at Harmin.", DAY, "Courier")
    new = report("Eight soldiers were killed by shells at Harmin on March 27.", "2018-03-28", "Post")
    claims = [
        claim(old, old.text[:-1], "shelling", at="Harmin", day="2018-03-05/2018-03-07", formula="pub day+0 past1day"),
        claim(new, new.text[:-1], "shelling", at="Harmin", day="2018-03-27"),
    ]

    assert not together(weigh([old, new], claims), *claims)


def test_blow_and_its_answer_are_two() -> None:
    """Syria shells Turkey's men, and Turkey shells Syria's in return."""
    page = report("Syrian shells hit Turkish troops at Harmin. Turkish shells hit Syrian troops at Harmin.", DAY)
    claims = [
        claim(
            page,
            "Syrian shells hit Turkish troops at Harmin",
            "shelling",
            at="Harmin",
            day=DAY,
            by="Syria",
            to="Turkey",
        ),
        claim(
            page,
            "Turkish shells hit Syrian troops at Harmin",
            "shelling",
            at="Harmin",
            day=DAY,
            by="Turkey",
            to="Syria",
        ),
    ]

    assert not together(weigh([page], claims), *claims)


def test_truce_is_told_as_its_instrument() -> None:
    """Its event has the ledger's name, place and day, and not the toll of the raid that a clause sets beside it."""
    one = report("A ceasefire in Harmin took effect on March 4, the army said.", "2018-03-04", "Courier")
    two = report("A raid killed nine in Harmin, where a ceasefire took effect on March 4.", DAY, "Post")
    claims = [
        claim(one, one.text[:-1], "ceasefire_start", at="Harmin", day="2018-03-04", speaker="army"),
        claim(two, two.text[:-1], "ceasefire_start", at="Harmin", day="2018-03-04", figures=[("killed", 9)]),
    ]
    weighed = weigh([one, two], claims)
    event = event_of(weighed, claims[0])

    assert event.title == weighed.agreements[0].name == "Ceasefire, Harmin, 4 March 2018"
    assert event.type == "ceasefire_start"
    assert event.figures == ()


def test_states_have_one_order() -> None:
    """A state told as somewhere in some days holds from the last of them."""
    one = report("A ceasefire in Harmin took effect on March 4, the army said.", "2018-03-04", "Courier")
    told = claim(one, one.text[:-1], "ceasefire_start", at="Harmin", day="2018-03-04", speaker="army")
    (agreement,) = weigh([one], [told]).agreements

    assert [(str(day), state) for day, state in turns(agreement)] == [("2018-03-04", "in_force")]
