"""What people decided is replayed, and a machine undoes none of it."""

from scenes import claim, event_of, report, strike_pages, together

from dateline.model import Judgement
from dateline.weigh import weigh


def said(subject: str, verdict, **more) -> Judgement:
    """A verdict of one person."""
    return Judgement(subject, verdict, "ana", more.pop("at", "2018-04-01T00:00:00"), **more)


def apart():
    """A strike and another the next day, which the machine tells apart."""
    pages = [report("Planes bombed Harmin on Tuesday."), report("Planes bombed Harmin on Wednesday.", "2018-03-07")]
    days = ("2018-03-06", "2018-03-07")
    return pages, [claim(p, p.text[:-1], "airstrike", at="Harmin", day=day) for p, day in zip(pages, days, strict=True)]


def test_same_joins_what_the_machine_parts_and_says_so() -> None:
    """Two claims judged the same stand in one event, with the reason and what speaks against it."""
    pages, claims = apart()
    weighed = weigh(pages, claims, [said(claims[0].id, "same", other=claims[1].id)])

    assert together(weighed, *claims)
    assert "put together by ana, although days, places or counts differ" in event_of(weighed, claims[0]).because


def test_different_parts_what_the_machine_joins() -> None:
    """Two claims judged different never stand in one event."""
    reports, claims = strike_pages()

    assert not together(weigh(reports, claims, [said(claims[0].id, "different", other=claims[1].id)]), *claims)


def test_merge_holds_after_new_reports() -> None:
    """A merge of two events still holds when another report has joined one of them."""
    pages, claims = apart()
    first, second = (event_of(weigh(pages, claims), one).id for one in claims)
    page = report("A raid on Harmin on Wednesday woke the town.", "2018-03-08", "Gulf Mail")
    more = claim(page, page.text[:-1], "airstrike", at="Harmin", day="2018-03-07")

    assert together(weigh([*pages, page], [*claims, more], [said(first, "merge", other=second)]), *claims, more)


def test_split_takes_a_claim_out() -> None:
    """A claim split off stands alone."""
    reports, claims = strike_pages()
    weighed = weigh(reports, claims, [said(claims[1].id, "split")])

    assert event_of(weighed, claims[1]).claims == (claims[1].id,)


def test_rejected_claim_stands_in_no_event() -> None:
    """A claim that a person rejected tells nothing."""
    reports, claims = strike_pages()

    assert all(
        claims[0].id not in event.claims for event in weigh(reports, claims, [said(claims[0].id, "reject")]).events
    )


def test_rejected_event_is_discounted() -> None:
    """A rejected event stays, discounted, with the reason."""
    reports, claims = strike_pages()
    name = weigh(reports, claims).events[0].id
    (event,) = weigh(reports, claims, [said(name, "reject")]).events

    assert event.grade == "discounted"
    assert "rejected by ana" in event.because


def test_corrected_field_is_weighed_as_corrected() -> None:
    """A claim whose day a person corrected joins the event of that day."""
    pages, claims = apart()
    weighed = weigh(pages, claims, [said(claims[1].id, "correct", field="time", value="2018-03-06")])

    assert together(weighed, *claims)


def test_corrected_event_shows_what_the_claims_say() -> None:
    """The field says what the person said, the reason what the claims say."""
    reports, claims = strike_pages()
    name = weigh(reports, claims).events[0].id
    (event,) = weigh(reports, claims, [said(name, "correct", field="time", value="2018-03-05")]).events

    assert event.time is not None
    assert event.time.iso()[0] == "2018-03-05"
    assert "2018-03-06" in event.because[-1]


def test_withdrawn_judgement_counts_no_more() -> None:
    """Taking back is another row, and the machine's view returns."""
    reports, claims = strike_pages()
    stands = said(claims[1].id, "split")
    back = said(claims[1].id, "withdraw", at="2018-04-02T00:00:00")

    assert weigh(reports, claims, [stands, back]) == weigh(reports, claims)


def test_correction_that_is_no_date_changes_nothing_and_says_so() -> None:
    """A person's slip does not stop the weighing; it stands where it was made."""
    reports, claims = strike_pages()
    weighed = weigh(reports, claims, [said(claims[0].id, "correct", field="time", value="soon")])
    kept = next(one for one in weighed.claims if one.id == claims[0].id)

    assert kept.time == claims[0].time
    assert "is no date" in kept.because[-1]


def test_judgement_on_what_is_gone_is_passed_over() -> None:
    """A verdict on a claim that is no longer there does nothing."""
    reports, claims = strike_pages()

    assert weigh(reports, claims, [said("claim:gone", "reject")]) == weigh(reports, claims)
