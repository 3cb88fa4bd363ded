"""Do no harm: whatever format the public's view is told in, what can hurt a person is not in it."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import Record
from dateline.rows import Row
from dateline.tell import FORMATS, Public
from dateline.tell.masks import Masks


class Told:
    """A record with one claim more."""

    def __init__(self, record: Record, claim: Row) -> None:
        self.record, self.claim = record, claim

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table."""
        return chain(self.record.rows(table), [self.claim] if table == "claims" else [])

    def find(self, subject: str) -> tuple[str, Row] | None:
        """Anything by its id."""
        return self.record.find(subject)


def party_row(claim: Row) -> Row:
    """Some party of a claim, to be changed."""
    return dict((claim["speaker"] or claim["to"] or claim["by"])[0])


SECRET = ("Haddou", "Karim", "Odeh", "Samir", "Qadi", "Orchard", "35.91234", "36.71234", "/home/someone")


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"archive", "pdf", "parquet", "geopackage"}))
def test_nothing_that_hurts_is_told(form: str, record: Record, tmp_path: Path) -> None:
    """No private name, minor, accused shopkeeper, clinic's name, exact point or private path is in any file."""
    for path in FORMATS[form](Public(record), tmp_path):
        told = path.read_text("utf-8")
        assert not [secret for secret in SECRET if secret in told], path.name


def test_the_whole_record_tells_them(record: Record, tmp_path: Path) -> None:
    """The same words do stand in the full tables, so the test above can fail."""
    told = "".join(path.read_text("utf-8") for path in FORMATS["jsonl"](record, tmp_path))

    assert all(secret in told for secret in SECRET)


def test_what_was_left_out_is_said(record: Record) -> None:
    """The notices count what the rules did."""
    told = " ".join(Public(record).notices)

    assert "3 names of persons" in told
    assert "1 accusations of private persons left out" in told


def test_nothing_dangles(record: Record) -> None:
    """No row of the public's view leads to a claim or event that is not in it."""
    view = Public(record)
    claims = {claim["id"] for claim in view.rows("claims")}
    events = {event["id"] for event in view.rows("events")}

    assert "claim:5" not in claims
    assert "event:3" not in events
    assert {name for event in view.rows("events") for name in event["claims"]} <= claims
    assert {difference["event"] for difference in view.rows("contradictions")} <= events


def test_a_site_is_a_circle(record: Record) -> None:
    """The strike on the clinic lies in a circle of ten kilometres; so does its claim."""
    told = [Public(record).find(name) for name in ("event:1", "claim:1")]
    places = [found[1]["place"] for found in told if found]

    assert [(place["lat"], place["lon"], place["radius_km"]) for place in places] == [(35.9, 36.7, 10.0)] * 2


@given(st.text(), st.text())
def test_a_name_is_gone_wherever_it_stands(before: str, after: str) -> None:
    """Between any two texts, a whole name is left out and the rest stays."""
    told = Masks.of([("Lina Marouf", "…")]).text(f"{before} Lina Marouf {after}")

    assert "Lina Marouf" not in told
    assert told.startswith(before.split("Lina")[0][:1])


def test_a_public_person_keeps_a_name_that_a_private_one_bears(record: Record) -> None:
    """Where a minister is called Qadi too, the shopkeeper's whole name goes and the lone surname stays."""
    told = next(record.rows("claims"))
    minister = {**party_row(told), "name": "Hala Qadi", "text": "Minister Hala Qadi", "kind": "person"}
    view = Told(record, {**told, "id": "claim:7", "speaker": [minister]})
    texts = " ".join(claim["text"] + str(claim["speaker"]) for claim in Public(view).rows("claims"))

    assert "Hala Qadi" in texts
    assert "Samir" not in texts


@pytest.mark.parametrize(
    "said", ["On July 9, the mill burned.", "Monday August 3, the mill burned.", "The truce of January 12, held."]
)
def test_a_date_is_no_child(record: Record, said: str) -> None:
    """A day of a month beside a capital is no name with an age: nothing is left out of it."""
    view = Told(record, {**next(record.rows("claims")), "id": "claim:8", "text": said, "place": None, "to": []})

    assert said in [claim["text"] for claim in Public(view).rows("claims")]


@pytest.mark.parametrize(
    ("name", "said"), [("Arwa Camp", "They came to Dura Camp."), ("TSM Norway", "Norway sent tents.")]
)
def test_a_thing_taken_for_a_person_hides_no_other(record: Record, name: str, said: str) -> None:
    """Where a camp or an office in a country was taken for a person, the word for the thing, and the country, stay elsewhere."""
    told = next(record.rows("claims"))
    who = {**party_row(told), "name": name, "text": name, "kind": "person"}
    view = Told(record, {**told, "id": "claim:9", "speaker": [who], "text": said, "to": []})

    assert said in [claim["text"] for claim in Public(view).rows("claims")]
