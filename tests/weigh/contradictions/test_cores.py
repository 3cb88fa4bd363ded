"""Claims are held against each other only where they are about one blow."""

from dataclasses import replace

from scenes import claim, report

from dateline.weigh import weigh

DAY = "2018-03-06"


def fields(*told: dict[str, object]) -> list[tuple[str, str]]:
    """Field and kind of each contradiction between claims of one day, told as keywords of a claim and their words."""
    pages, claims = [], []
    for n, one in enumerate(told):
        more = {"at": "Harmin", "day": DAY, "kind": "airstrike", **one}
        words, kind, printed = str(more.pop("words")), str(more.pop("kind")), str(more.pop("printed", DAY))
        pages.append(report(f"{words}.", printed, f"Outlet {n}"))
        claims.append(claim(pages[-1], words, kind, **more))
    return [(one.field, one.kind) for one in weigh(pages, claims).contradictions]


def test_two_who_fight_each_other_are_no_conflict() -> None:
    """The army bombs the rebels and the rebels shell the army: two blows on one town."""
    army = {"words": "The Syrian army bombed rebel lines at Harmin", "by": "Syrian army", "to": "rebels"}
    rebels = {
        "words": "Rebels fired mortars at Harmin's garrison",
        "kind": "shelling",
        "by": "rebels",
        "to": "Syrian army",
    }

    assert [field for field, _ in fields(army, rebels)] == []


def test_two_accused_of_one_blow_conflict() -> None:
    """Two voices name two doers of the raid on one market."""
    one = {"words": "Russian jets bombed the market of Harmin, activists said", "by": "Russia", "speaker": "activists"}
    two = {"words": "Turkish jets bombed the market of Harmin, the army said", "by": "Turkey", "speaker": "Syrian army"}

    assert ("perpetrator", "conflict") in fields(one, two)


def test_one_report_that_tells_of_two_means_tells_of_two_blows() -> None:
    """Shells in the morning and planes at noon are no contradiction in one report."""
    page = report("Shells fell on the market of Harmin. Planes bombed the market of Harmin.", DAY)
    claims = [
        claim(page, "Shells fell on the market of Harmin", "shelling", at="Harmin", day=DAY),
        claim(page, "Planes bombed the market of Harmin", "airstrike", at="Harmin", day=DAY),
    ]

    assert weigh([page], claims).contradictions == ()


def test_means_that_one_claim_tells_together_are_one() -> None:
    """Jets that fired missiles differ from no missile and from no jet."""
    one = {"words": "Jets fired missiles at the market of Harmin"}
    two = {"words": "A missile hit the market of Harmin", "kind": "armed_attack"}

    assert [field for field, _ in fields(one, two) if field == "weapon"] == []


def test_denied_doing_is_not_denied_happening() -> None:
    """An army that says its planes were elsewhere does not say that nothing happened."""
    raid = {"words": "An air raid on the market of Harmin killed nine", "figures": [("killed", 9)]}
    elsewhere = {
        "words": "Our planes flew no mission over Harmin, the Turkish army said",
        "kind": "denial",
        "by": "Turkey",
    }
    nothing = {"words": "There was no raid on Harmin, the governor said", "kind": "denial", "speaker": "governor"}

    assert ("whether it happened", "conflict") not in fields(raid, elsewhere)
    assert ("whether it happened", "conflict") in fields(raid, nothing)


def test_toll_many_times_another_is_of_other_scope() -> None:
    """Six of a night and two hundred of a siege do not count the same."""
    night = {"words": "Six died in the raid on the market of Harmin", "figures": [("killed", 6)]}
    siege = {"words": "Some 100 died in the raids on the market of Harmin", "figures": [("killed", 100)]}

    assert ("killed", "scope") in fields(night, siege)


def test_forces_of_two_sides_are_counted_apart() -> None:
    """Eight soldiers of one army and thirteen of the other are two tolls."""
    pages = [report("Eight Turkish soldiers and 13 Syrian soldiers were killed at Harmin.", DAY)]
    told = claim(pages[0], pages[0].text[:-1], "clash", at="Harmin", day=DAY, figures=[("killed", 8), ("killed", 13)])
    figures = tuple(
        replace(one, text=words, subgroup="soldiers")
        for one, words in zip(told.figures, ("Eight Turkish soldiers", "13 Syrian soldiers"), strict=True)
    )
    (event,) = weigh(pages, [replace(told, figures=figures)]).events

    assert {(f.subgroup, f.best) for f in event.figures} == {("Turkish soldiers", 8), ("Syrian soldiers", 13)}


def test_two_kinds_of_blow_on_one_town_have_two_doers() -> None:
    """Who bombed Harmin from the air and who shelled it are no two accounts of one blow."""
    raid = {"words": "French jets bombed a depot at Harmin, pilots said", "by": "France", "speaker": "pilots"}
    guns = {
        "words": "Turkish guns pounded the hills of Harmin, farmers said",
        "kind": "shelling",
        "by": "Turkey",
        "speaker": "farmers",
    }

    assert [field for field, _ in fields(raid, guns)] == []


def test_a_charge_of_anything_but_the_blow_names_no_doer() -> None:
    """A mayor who blames France for letting shells fall tells of no other gunner."""
    guns = {"words": "Turkish guns pounded the hills of Harmin", "kind": "shelling", "by": "Turkey"}
    words = "The mayor blamed France for its silence while people die under fire in Harmin"
    blame = {"words": words, "kind": "accusation", "by": "France", "speaker": "Omar Feraz"}

    assert [field for field, _ in fields(guns, blame)] == []


def test_two_claims_that_share_only_names_are_of_two_blows() -> None:
    """The words for who fights whom, and where, are said of every blow between them."""
    mines = {"words": "Turkey's army mined orchards", "kind": "armed_attack", "by": "Turkey's army"}
    words = "Blows upon Turkey's army take sides, Lisbon said"
    sides = {"words": words, "kind": "accusation", "by": "France", "to": "Turkey's army", "speaker": "Portugal"}

    assert [field for field, _ in fields(mines, sides)] == []


def test_a_report_that_tells_of_both_means_tells_of_two_blows() -> None:
    """Of shells and snipers on one market a page that tells both tells twice, whatever the next page tells."""
    page = report("Artillery fired on the market of Harmin. Snipers fired on the market of Harmin.", DAY)
    other = report("Snipers fired on the market of Harmin at dusk.", DAY, "Post")
    told = [
        claim(page, "Artillery fired on the market of Harmin", "shelling", at="Harmin", day=DAY),
        claim(page, "Snipers fired on the market of Harmin", "armed_attack", at="Harmin", day=DAY),
        claim(other, "Snipers fired on the market of Harmin at dusk", "armed_attack", at="Harmin", day=DAY),
    ]

    assert [one.field for one in weigh([page, other], told).contradictions if one.field == "weapon"] == []
