"""The interface does what its description says: requests made from the description by the hundred find nothing wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from visiting import Visitor, token_of

from dateline.web.app import create_app
from dateline.web.security import COOKIE, Writes
from dateline.web.shapes import shapes

BOUNDED = settings(
    max_examples=20, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
ADDRESSES = [
    "GET /events.json", "GET /events.csv", "GET /places.json", "GET /event/{subject}.json", "GET /event/{subject}.csv",
    "GET /report/{subject}.json", "GET /report/{subject}.csv", "GET /ledger.json", "GET /ledger.csv", "GET /changes.json",
    "GET /explain/{subject}.json", "GET /apart/{subject}/{other}.json", "GET /review.json", "GET /history.json", "GET /history.csv", "GET /weigh.json",
    "POST /review/decide", "POST /review/bulk",
]  # fmt: skip
"""Every address of the description but the one that starts a process."""

SENSE = positive_data_acceptance
"""Left out where ids are put into requests: whether a decision makes sense on a thing is more than a description tells."""
HERE = {"host": "127.0.0.1"}
PLAIN = ("GET /changes.json", "GET /history.json", "GET /history.csv", "GET /weigh.json")
"""Those that take nothing, and so nothing wrong."""

pytestmark = pytest.mark.slow


class Served:
    """The page of a record and the description it gives of itself; writes as many as come."""

    def __init__(self, record: Path) -> None:
        self.app = create_app(record, "ana", writes=Writes(rate=1e9, most=1e9, left=1e9))
        self.schema = schemathesis.openapi.from_asgi("/openapi.json", self.app, headers=HERE)
        told = self.schema.config.checks.negative_data_rejection
        told.expected_statuses = [*told.expected_statuses, "413", "414"]
        with TestClient(self.app, base_url="http://127.0.0.1") as client:
            self.token = token_of(client.get("/review").text)
            self.cookie = client.cookies[COOKIE]
            events = client.get("/events.json").json()["events"]
        self.subjects = [
            "report:r1",
            "claim:r1",
            *(event["id"] for event in events),
            *(event["claims"][0] for event in events),
        ]


@pytest.fixture
def served(record: Path) -> Iterator[Served]:
    """The page of the record."""
    return Served(record)


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_makes_sense_is_answered_as_described(served: Served, address: str) -> None:
    """No request breaks the server; statuses, kinds and shapes of answers are those described."""
    asked(served, address, GenerationMode.POSITIVE)


@pytest.mark.parametrize("address", [one for one in ADDRESSES if one not in PLAIN])
def test_what_makes_none_is_refused(served: Served, address: str) -> None:
    """What the description does not allow is turned away, with an answer that it describes."""
    asked(served, address, GenerationMode.NEGATIVE)


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "{subject}" in one or "POST" in one])
def test_what_is_there_is_answered_as_described(served: Served, address: str) -> None:
    """The same for ids of the record, and for forms whose token is ours: what can be kept is kept, the rest is told."""
    method, path = address.split(" ")

    @given(case=served.schema[path][method].as_strategy(), subject=st.sampled_from(served.subjects))
    @BOUNDED
    def ask(case: Case, subject: str) -> None:
        if method == "GET":
            case.path_parameters["subject"] = subject
        else:
            case.body = {**case.body, "subject": subject, "picked": [f"{subject}|0"], "token": served.token}
        case.call_and_validate(headers={**HERE, "cookie": f"{COOKIE}={served.cookie}"}, excluded_checks=[SENSE])

    ask()


def asked(served: Served, address: str, mode: GenerationMode) -> None:
    """Ask an address for whatever the description allows, or for what it does not."""
    method, path = address.split(" ")
    operation = served.schema[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(BOUNDED, max_examples=20 if mode is GenerationMode.POSITIVE else 8)
    def ask(case: Case) -> None:
        case.call_and_validate(headers=HERE)

    ask()


def test_every_field_says_what_it_means() -> None:
    """No field of any shape without a meaning, and no two ways to say it: the words come from one file."""
    silent = [(name, field) for name, told in shapes().items() for field, one in told.get("properties", {}).items() if not one["description"]]  # fmt: skip

    assert silent == []


def test_every_address_describes_its_rows(visitor: Visitor) -> None:
    """What gives rows names their shape, and every shape named is there."""
    told = visitor.client.get("/openapi.json").json()
    operations = [(path, one) for path, methods in told["paths"].items() for one in methods.values()]
    named = [str(one["responses"]) for path, one in operations if path.endswith(".json")]

    assert all("#/components/schemas/" in one for one in named)
    wanted = {part.split("'")[0] for one in named for part in one.split("#/components/schemas/")[1:]}
    assert wanted <= set(told["components"]["schemas"])
