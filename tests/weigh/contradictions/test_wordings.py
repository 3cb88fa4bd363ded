"""Differences in how a thing is said: who answered, what is doubted, what was meant, how strongly it was put."""

from dataclasses import replace

from scenes import claim, report

from dateline.model import Claim, Party, Report
from dateline.weigh import weigh

DAY = "2018-03-06"
RAID = "Planes bombed the market of Harmin and killed nine traders"


def raid(day: str = DAY, outlet: str = "Courier") -> tuple[Report, Claim]:
    """A report of an air raid."""
    page = report(f"{RAID}.", day, outlet)
    return page, claim(page, RAID, "airstrike", at="Harmin", day=DAY, by="Turkey", to="market", figures=[("killed", 9)])


def found(field: str, *told: tuple[Report, Claim]) -> list[str]:
    """The kinds of contradiction in a field."""
    weighed = weigh([page for page, _ in told], [one for _, one in told])
    return [one.kind for one in weighed.contradictions if one.field == field]


def test_no_comment_beside_a_denial_is_an_error_of_its_report() -> None:
    """One page says that the ministry was silent, and quotes its denial."""
    silence = "There was no comment from Turkey on the raid on the market of Harmin"
    denial = "Turkey denied the raid on the market of Harmin"
    page = report(f"{silence}. {denial}.", DAY, "Post")
    told = [
        claim(page, silence, "statement", at="Harmin", day=DAY, by="Turkey"),
        claim(page, denial, "denial", at="Harmin", day=DAY, by="Turkey", speaker="Turkey"),
    ]
    first, blow = raid()
    weighed = weigh([first, page], [blow, *told])

    assert [one.kind for one in weighed.contradictions if one.field == "reaction"] == ["error"]


def test_no_comment_is_no_answer_to_another_question() -> None:
    """A ministry silent on a raid may deny a resignation on the same page."""
    silence = "There was no comment from Turkey on the raid on the market of Harmin"
    denial = "Turkey denied that its envoy had resigned"
    page = report(f"{silence}. {denial}.", DAY, "Post")
    told = [
        claim(page, silence, "statement", at="Harmin", day=DAY, by="Turkey"),
        claim(page, denial, "denial", day=DAY, by="Turkey", speaker="Turkey"),
    ]
    first, blow = raid()

    assert [one for one in weigh([first, page], [blow, *told]).contradictions if one.field == "reaction"] == []


def test_what_could_not_be_confirmed_is_set_against_what_is_told() -> None:
    """A day later others tell what a spokesman could not confirm."""
    words = "The relief agency could not confirm if it was an air strike that hit the market of Harmin"
    page = report(f"{words}.", DAY, "Post")
    doubt = claim(page, words, "statement", at="Harmin", day=DAY, speaker="relief agency")

    assert found("what it was", raid("2018-03-07"), (page, doubt)) == ["update"]


def test_doubt_about_the_doer_is_no_doubt_about_the_deed() -> None:
    """Whose planes they were is another question than whether there were any."""
    words = "It was not clear whether the air strikes on the market of Harmin were carried out by Turkey"
    page = report(f"{words}.", DAY, "Post")
    doubt = claim(page, words, "statement", at="Harmin", day=DAY, speaker="relief agency")

    assert found("what it was", raid("2018-03-07"), (page, doubt)) == []


def test_mistake_as_a_fact_and_as_somebodys_word() -> None:
    """One page calls the raid a mistake, another lets the army say so."""
    pages = [
        report("Turkish jets hit the market of Harmin by mistake.", DAY, "Courier"),
        report("Turkish jets hit the market of Harmin, which Ankara said was not intentional.", DAY, "Post"),
    ]
    told = [claim(p, p.text[:-1], "airstrike", at="Harmin", day=DAY, by="Turkey", to="market") for p in pages]

    assert found("intent", *zip(pages, told, strict=True)) == ["attribution"]


def test_one_utterance_put_as_a_wish_and_as_a_demand() -> None:
    """A minister wishes in one page what he demands in the other."""
    pages = [
        report("The shelling of the villages should end at once, the Qatari minister said.", DAY, "Courier"),
        report("The shelling of the villages must end at once, the Qatari minister said.", DAY, "Post"),
    ]
    told = [claim(p, p.text[:-1], "demand", day=DAY, by="Qatari minister", speaker="Qatari minister") for p in pages]

    assert found("wording", *zip(pages, told, strict=True)) == ["attribution"]


def test_what_a_crowd_calls_out_is_no_one_utterance() -> None:
    """One page has marchers ask for what another has them demand: each heard some of them."""
    crowd = (Party("marchers", "marchers", kind="civilians"),)
    pages = [
        report("Marchers asked the mayor of Harmin to give up his seat.", DAY, "Courier"),
        report("Marchers demanded that the mayor of Harmin give up his seat.", DAY, "Post"),
    ]
    told = [replace(claim(p, p.text[:-1], "demand", day=DAY, speaker="marchers"), speaker=crowd) for p in pages]

    assert found("wording", *zip(pages, told, strict=True)) == []


def test_first_since_a_truce_after_another() -> None:
    """A raid called the first since the truce, told a day after another one."""
    pages = [
        report("A ceasefire began in Harmin on March 4.", "2018-03-04", "Courier"),
        report("Shells fell on Harmin on March 5 in breach of the ceasefire.", "2018-03-05", "Mail"),
        report("It was the first raid on Harmin since the ceasefire, on March 6.", DAY, "Post"),
    ]
    told = [
        claim(pages[0], pages[0].text[:-1], "ceasefire_start", at="Harmin", day="2018-03-04"),
        claim(pages[1], pages[1].text[:-1], "ceasefire_violation", at="Harmin", day="2018-03-05", tie="ceasefire"),
        claim(pages[2], pages[2].text[:-1], "ceasefire_violation", at="Harmin", day=DAY, tie="ceasefire"),
    ]

    assert found("first since the truce", *zip(pages, told, strict=True)) == ["conflict"]


def test_all_civilians_against_policemen_among_them() -> None:
    """Forty civilians in one page are forty people with three policemen in another."""
    pages = [
        report("The raid on the market of Harmin killed 40 civilians.", DAY, "Courier"),
        report("The raid on the market of Harmin killed 40 people, three of them policemen.", DAY, "Post"),
    ]
    counts = ([("killed", 40, "exact", "civilians")], [("killed", 40), ("killed", 3, "exact", "policemen")])
    told = [
        claim(p, p.text[:-1], "airstrike", at="Harmin", day=DAY, to="market", figures=figures)
        for p, figures in zip(pages, counts, strict=True)
    ]

    assert found("killed: who they were", *zip(pages, told, strict=True)) == ["conflict"]
