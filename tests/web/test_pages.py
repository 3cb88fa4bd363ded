"""Each place of the page answers, shows what the record says, and takes no word of a source for markup."""

import csv
import html
import io
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from visiting import HOSTILE, Visitor, party

from dateline.record import Record
from dateline.tell.headline import headline
from dateline.web.apart import LABELS
from dateline.web.ledger import MOST_TOLD, _bulk
from dateline.web.marks import marked
from dateline.web.overview import _feature
from dateline.web.reader import Reader
from dateline.web.shelf import Spot
from dateline.weigh.same.alike import WEIGHTS

PLACES = ["/", "/ledger", "/review", "/history", "/api", "/events.json", "/places.json", "/ledger.json", "/history.csv", "/openapi.json"]  # fmt: skip


@pytest.mark.parametrize("address", PLACES)
def test_each_place_answers(visitor: Visitor, address: str) -> None:
    """Every address answers, with a policy that lets nothing foreign run."""
    answer = visitor.client.get(address)

    assert answer.status_code == 200
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("address", ["/", "/ledger", "/review", "/history", "/api"])
def test_pages_carry_no_script_or_style_of_their_own(visitor: Visitor, address: str) -> None:
    """The policy forbids what stands in the page itself; nothing of the kind is there to be forbidden."""
    page = visitor.see(address)

    assert " style=" not in page
    assert "<style" not in page
    assert " onclick" not in page
    assert "<script>" not in page


def test_an_event_shows_its_claims_by_outlet(visitor: Visitor, event: str) -> None:
    """Outlets stand beside each other, with who says so and who denies."""
    page = visitor.see(f"/event/{event}")

    assert "Harbour Daily" in page
    assert "Gulf Ledger" in page
    assert "contested" in page
    assert "at least 6" in page


def test_a_list_tells_an_event_by_its_best_claim(visitor: Visitor, event: str) -> None:
    """Who denies it and who was first by name play no part: the words of the happening stand in the list, and first in the queue."""
    quotes = visitor.see("/review").partition('<ul class="quotes">')[2]

    assert "Shells hit the market" in visitor.see("/").partition(f"/event/{event}")[2].partition("</tr>")[0]
    assert 0 < quotes.index("Shells hit the market") < quotes.index("denied that its guns")


def test_agreement_and_disagreement_show_at_a_glance(visitor: Visitor, event: str) -> None:
    """What outlets differ on stands first, with a sign and in words; what they tell alike is told so too."""
    page = visitor.see(f"/event/{event}")

    assert page.index('<th scope="row">whether</th>') < page.index('<th scope="row">where</th>')
    assert "they differ" in page
    assert "they tell the same" in page


def test_words_of_a_source_are_never_markup(visitor: Visitor, event: str) -> None:
    """A hostile title and text come out escaped wherever they are shown."""
    for address in (
        f"/event/{event}",
        "/report/report:r1",
        f"/explain/{event}",
        "/explain/claim:r1",
        "/review",
        "/?q=market",
    ):
        page = visitor.see(address)
        assert HOSTILE not in page
    assert "&lt;script&gt;" in visitor.see("/report/report:r1")


def test_words_of_the_reader_are_never_markup(visitor: Visitor) -> None:
    """What is asked comes back escaped."""
    assert HOSTILE not in visitor.see(f"/?q={HOSTILE}&actor={HOSTILE}")


def test_a_report_marks_the_words_of_a_link(visitor: Visitor) -> None:
    """A claim leads to its words; the words asked for are marked on the page."""
    answer = visitor.client.get("/claim/claim:r2")

    assert answer.status_code == 303
    assert 'class="asked" id="asked"' in visitor.see(answer.headers["location"])


def test_each_of_two_claims_that_start_together_has_its_number() -> None:
    """Both lead to their notes, and what the shorter one tells stands out from the rest of the longer."""
    text = "Medics logged nine breaches and blamed the army."
    report = {"text": text, "parts": [{"start": 0, "end": len(text), "part": "body"}]}
    claims = [
        {"id": "a", "start": 0, "end": 27, "stance": "asserts"},
        {"id": "b", "start": 0, "end": 47, "stance": "accuses"},
    ]
    told = marked(report, claims, None)

    assert told.count('id="w1"') == told.count('id="w2"') == 1
    assert '<mark class="asserts within">' in told
    assert '<mark class="accuses"> and blamed the army</mark>' in told


def test_a_report_says_which_way_it_is_read(visitor: Visitor) -> None:
    """Each paragraph finds its own direction."""
    assert 'dir="auto"' in visitor.see("/report/report:r3")


def test_why_is_told(visitor: Visitor, event: str) -> None:
    """The reasons behind an event, as a page and as lines."""
    assert "independent voices" in visitor.see(f"/explain/{event}")
    assert visitor.client.get(f"/explain/{event}.json").json()["lines"]


@pytest.mark.parametrize("address", ["/event/event:none", "/report/claim:r1", "/explain/x", "/claim/x", "/nowhere"])
def test_what_is_not_there_is_not_found(visitor: Visitor, address: str) -> None:
    """An id of nothing, or of something else, is told so in a page."""
    assert "Not found" in visitor.see(address, 404)


def test_a_view_as_csv_opens_in_a_spreadsheet(visitor: Visitor) -> None:
    """One row an event, a byte order mark, and no formula."""
    answer = visitor.client.get("/events.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))

    assert answer.text.startswith("\ufeff")
    assert len(rows) == visitor.client.get("/events.json").json()["total"]
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_each_address_says_what_it_gives(visitor: Visitor) -> None:
    """The description of the interface leaves no operation without a word."""
    paths = visitor.client.get("/openapi.json").json()["paths"]

    assert all(operation["summary"] for told in paths.values() for operation in told.values())
    assert "/events.json" in paths


def test_the_ledger_answers_for_a_day(visitor: Visitor) -> None:
    """The day asked is the day told, within what the record knows."""
    told = visitor.client.get("/ledger.json", params={"day": "2021-03-04"}).json()

    (truce,) = told["agreements"]
    assert truce["state"] in {state["state"] for state in truce["states"]}
    assert not truce["disputed"]
    page = visitor.see("/ledger?day=2021-03-04")
    assert truce["name"] in page
    assert "since 2 Mar 2021" in page
    assert "last heard of" not in page


def test_every_field_that_is_compared_has_words() -> None:
    """What the page says of a field is written for each that weighing compares."""
    assert LABELS.keys() == WEIGHTS.keys()


def test_two_events_say_why_they_are_two(visitor: Visitor) -> None:
    """What speaks for and against their being one is told field by field, and comes to what weighing comes to."""
    one, other = (row["id"] for row in visitor.client.get("/events.json").json()["events"][:2])
    told = visitor.client.get(f"/apart/{one}/{other}.json").json()

    assert abs(told["bias"] + sum(field["worth"] for field in told["fields"]) - told["sum"]) < 0.1
    assert told["sum"] < 0 or told["never"] > 0
    assert "Why these are two" in visitor.see(f"/apart/{one}/{other}")
    assert visitor.client.get(f"/apart/{one}/event:none.json").status_code == 404


AGREED = {
    "id": "agreement:1", "name": "truce, Tell Arwa, 2021-03-04", "kind": "truce", "parties": [], "mediators": [], "place": None, "from": None,
    "until": None, "terms": [], "violations": [], "extends": None, "claims": [],
}  # fmt: skip


def state(kind: str, day: str, voice: str) -> dict[str, object]:
    """A state that one voice vouches for."""
    return {"state": kind, "date": day, "by": [party(voice)], "claims": []}


def test_a_stretch_on_which_voices_differ_is_hatched(record: Path) -> None:
    """One side says that it holds, the other that it is over: the strip is hatched from then on, and says so in words."""
    told = {**AGREED, "states": [state("in_force", "2021-03-04", "the army"), state("collapsed", "2021-03-08", "the governor")]}  # fmt: skip
    with Record.open(record) as store:
        store.derive({"agreements": [told]})
    with Visitor(record).client as client:
        page, then = client.get("/ledger").text, client.get("/ledger.json", params={"day": "2021-03-05"}).json()

    assert '<rect class="disputed"' in page
    assert "voices differ on whether it stands" in page
    assert not then["agreements"][0]["disputed"]


def test_what_is_due_stands_beside_the_agreements(record: Path) -> None:
    """A deadline has its own line in the picture, and shows what became of it only once it was due."""
    due = {"id": "commitment:1", "kind": "deadline", "who": [], "toward": [], "what": "Leave the mill", "due": "2021-03-09", "condition": None,
           "consequence": None, "claims": [], "outcome": "missed", "evidence": []}  # fmt: skip
    with Record.open(record) as store:
        store.derive({"agreements": [{**AGREED, "states": [state("agreed", "2021-03-04", "the army")]}], "commitments": [due]})  # fmt: skip
    with Visitor(record).client as client:
        assert "due 2021-03-09: missed" in client.get("/ledger").text
        assert "due 2021-03-09: open" in client.get("/ledger?day=2021-03-08").text


def test_the_ledger_opens_on_the_day_of_the_last_report(record: Path) -> None:
    """What is due years from now moves no truce past what anybody can have told of it."""
    far = {"id": "commitment:1", "kind": "promise", "who": [], "toward": [], "what": "Leave the mill", "due": "2031-03-09", "condition": None,
           "consequence": None, "claims": [], "outcome": "open", "evidence": []}  # fmt: skip
    with Record.open(record) as store:
        events, reports = list(store.rows("events")), list(store.rows("reports"))
        days = [report["published"]["from"][:10] for report in reports if report["published"]["from"]]
        store.derive({"reports": reports, "events": events, "agreements": [{**AGREED, "states": [state("agreed", "2021-03-01", "the army")]}], "commitments": [far]})  # fmt: skip
    with Visitor(record).client as client:
        told = client.get("/ledger.json").json()
    assert told["day"] in days


def test_a_strip_keeps_to_the_life_of_its_agreement(record: Path) -> None:
    """A record may reach over decades: a truce of one spring is still drawn by its days, and the far day asked for stands outside."""
    spring = {**AGREED, "states": [state("agreed", "2021-03-04", "the army"), state("ended", "2021-04", "the army")]}
    later = {**AGREED, "id": "agreement:late", "states": [state("agreed", "2030-06-01", "the army")]}
    with Record.open(record) as store:
        store.derive({"agreements": [spring, later]})
    with Visitor(record).client as client:
        then, now = client.get("/ledger?day=2030-06-01").text, client.get("/ledger?day=2021-03-20").text
    strip = then.partition('<article class="agreement"')[2].partition("</article>")[0]

    assert 'x="100' not in strip
    assert "2030" not in strip.partition('<ol class="ticks"')[2].partition("</ol>")[0]
    assert 'class="day"' not in strip
    assert 'class="day"' in now.partition('<article class="agreement"')[2].partition("</article>")[0]


def test_one_of_long_ago_presses_nothing_into_a_line() -> None:
    """What is drawn beside each other fills the picture, and what lies far off stands at its edge."""
    days = [date(1970, 1, 1), *(date(2021, 3, 1) + timedelta(n) for n in range(20))]
    life = _bulk(days)

    assert life.first == date(2021, 2, 23)
    assert life.at(days[0]) == 0.0
    assert life.line(days[0]) == ""


def test_what_lies_ahead_is_as_new_as_its_telling(record: Path) -> None:
    """A plan for years from now does not head the news."""
    days = {"event:plan": ("2031-01-01", "2021-03-02"), "event:raid": ("2021-03-03", "2021-03-04")}
    told = [{"id": name, "title": name, "claims": [], "outlets": [], "time": {"from": day, "to": day}, "first_seen": seen} for name, (day, seen) in days.items()]  # fmt: skip
    with Record.open(record) as store:
        store.derive({"events": told})
    shelf = Reader(record).shelf()

    newest = shelf.ordered(np.ones(len(shelf), dtype=bool), "newest")
    assert [shelf.ids[i] for i in newest] == ["event:raid", "event:plan"]


def test_a_condition_is_told_once(record: Path) -> None:
    """What the words of a promise hold already is not said behind them again."""
    promise = {"id": "commitment:1", "kind": "promise", "who": [], "toward": [], "what": "They leave if the mill is safe", "due": None,
               "condition": "if the mill is safe", "consequence": None, "claims": [], "outcome": "open", "evidence": []}  # fmt: skip
    with Record.open(record) as store:
        store.derive({"commitments": [promise, {**promise, "id": "commitment:2", "what": "They leave"}]})
    with Visitor(record).client as client:
        assert client.get("/ledger").text.count("if the mill is safe") == 2


def test_an_agreement_without_a_day_has_no_picture(record: Path) -> None:
    """Where no report gives a day, the ledger says so, and draws no empty strip."""
    with Record.open(record) as store:
        store.derive({"agreements": [{**AGREED, "states": [{**state("sought", "", "the army"), "date": None}]}]})
    with Visitor(record).client as client:
        page = client.get("/ledger").text

    assert "no day is told" in page
    assert 'class="strip"' not in page


def test_what_the_ledger_leaves_out_is_said(record: Path) -> None:
    """A page tells the first of many agreements, and that there are more; the rows tell all."""
    told = [{**AGREED, "id": f"agreement:{n}", "states": [state("agreed", "2021-03-04", "the army")]} for n in range(MOST_TOLD + 1)]  # fmt: skip
    with Record.open(record) as store:
        store.derive({"agreements": told})
    with Visitor(record).client as client:
        assert f"the first {MOST_TOLD} of each stand here" in client.get("/ledger").text
        assert len(client.get("/ledger.json").json()["agreements"]) == MOST_TOLD + 1


def test_an_event_is_told_in_one_line(record: Path) -> None:
    """Who did it to whom stands behind what happened, on its page and wherever else it is named."""
    with Visitor(record).client as client:
        rows = client.get("/events.json").json()["events"]
        event = next(row for row in rows if row["by"])
        told = html.escape(headline(event), quote=True).replace("&#x27;", "&#39;")
        assert event["by"][0]["name"] in told
        assert f"<h1>{told}</h1>" in client.get(f"/event/{event['id']}").text
        assert told in client.get("/review").text


def test_what_most_voices_tell_stands_first(record: Path) -> None:
    """The overview asks for no order by itself, and says which one it has."""
    with Visitor(record).client as client:
        assert "<b>most voices first</b>" in client.get("/").text
        rows = client.get("/events.json").json()["events"]
    assert [len(row["voices"]) for row in rows] == sorted((len(row["voices"]) for row in rows), reverse=True)


@pytest.mark.parametrize(
    ("name", "precision", "country"),
    [("Yemen", "country", "YE"), ("Middle East", "country", None), ("Sanaa", "exact", None)],
)
def test_the_map_is_told_which_places_are_countries(name: str, precision: str, country: str | None) -> None:
    """Only a country is shaded; what holds many, as the Middle East, is none of those in which its point lies."""
    told = _feature(Spot(name, 15.0, 44.0, 300.0, precision, 2, 0))
    assert told["properties"]["country"] == country
