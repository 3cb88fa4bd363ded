"""What the tests of the page share: a record with one contested event and hostile words in it, and a visitor."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from fastapi.testclient import TestClient

from dateline.record import Record
from dateline.run import take_given, weigh_record
from dateline.web.app import create_app

HOSTILE = "<script>alert(1)</script>"

TEXTS = {
    "r1": ("Harbour Daily", f"Shells hit the market in Tell Arwa on Tuesday, killing at least six people, medics said. {HOSTILE}"),
    "r2": ("Gulf Ledger", "The army denied that its guns shelled the market in Tell Arwa on Tuesday."),
    "r3": ("Nordic Post", "قُتل ستة أشخاص في السوق. Six people were killed when shells struck the market of Tell Arwa, the governor said."),
    "r4": ("Nordic Post", "The two sides agreed on a truce in Tell Arwa from Thursday, mediators said."),
    "r5": ("Harbour Daily", "Neighbours carried charred remains out of the mill in Tell Arwa, the mayor said."),
}  # fmt: skip

PLACE = {"start": 0, "end": 0, "text": "Tell Arwa", "name": "Tell Arwa", "lat": 35.5, "lon": 36.5, "radius_km": 2.0, "precision": "exact"}  # fmt: skip
DAY = {"start": 0, "end": 0, "text": "Tuesday", "type": "DATE", "timex": "2021-03-02", "from": "2021-03-02", "to": "2021-03-03"}  # fmt: skip


def party(name: str) -> dict[str, object]:
    """Someone who acts or speaks."""
    return {"name": name, "text": name}


def claim(name: str, kind: str, speaker: str, **fields: object) -> dict[str, object]:
    """A claim that spans its report's whole text."""
    text = TEXTS[name][1]
    return {
        "id": f"claim:{name}", "report": f"report:{name}", "start": 0, "end": len(text), "text": text, "type": kind,
        "trigger": {"start": 0, "end": 6}, "speaker": [party(speaker)], "place": PLACE, "time": DAY, "confidence": 0.8, **fields,
    }  # fmt: skip


def killed(text: str) -> dict[str, object]:
    """Six people killed."""
    return {"measure": "killed", "low": 6, "best": 6, "high": None, "qualifier": "at_least", "start": 0, "end": 5, "text": text[:5]}  # fmt: skip


@pytest.fixture(scope="session")
def weighed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A weighed record of five reports, which no test changes."""
    reports = [
        {"id": f"report:{name}", "key": f"{name}.txt", "outlet": outlet, "text": text, "title": f"On {HOSTILE}" if name == "r1" else None,
         "sha256": name, "parts": [{"start": 0, "end": len(text), "part": "body"}], "published": {"from": "2021-03-03", "to": "2021-03-04", "basis": "given"}}
        for name, (outlet, text) in TEXTS.items()
    ]  # fmt: skip
    army = [party("the army")]
    claims = [
        claim("r1", "shelling", "medics", by=army, figures=[killed(TEXTS["r1"][1])]),
        claim("r2", "shelling", "the army", by=army, stance="denies"),
        claim("r3", "shelling", "the governor", by=army, figures=[killed(TEXTS["r3"][1])]),
        claim("r4", "agreement", "mediators"),
        claim("r5", "statement", "the mayor"),
    ]
    given = tmp_path_factory.mktemp("given")
    for name, rows in (("reports", reports), ("claims", claims)):
        (given / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    path = given / "dateline.db"
    with Record.open(path) as store:
        take_given(store, given)
        weigh_record(store)
    return path


@pytest.fixture
def record(weighed: Path, tmp_path: Path) -> Path:
    """A weighed record of five reports, on disk, of a test's own."""
    return Path(copyfile(weighed, tmp_path / "dateline.db"))


def token_of(page: str) -> str:
    """The token in the forms of a page."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


class Visitor:
    """A browser without scripts: it keeps cookies and the token of the last page it saw."""

    def __init__(self, record: Path, by: str = "ana") -> None:
        self.app = create_app(record, by)
        self.client = TestClient(self.app, base_url="http://127.0.0.1", follow_redirects=False)

    def see(self, address: str, status: int = 200) -> str:
        """The page at an address."""
        answer = self.client.get(address)
        assert answer.status_code == status, answer.text
        return answer.text

    def token(self) -> str:
        """The token that this visitor's forms carry."""
        return token_of(self.see("/review"))

    def decide(self, subject: str, verdict: str, seen: int = 0, **fields: str) -> int:
        """Send a decision; the status of the answer."""
        sent = {"subject": subject, "verdict": verdict, "seen": str(seen), "token": self.token(), **fields}
        return self.client.post("/review/decide", data=sent).status_code


@pytest.fixture
def visitor(record: Path) -> Iterator[Visitor]:
    """A visitor of the page of the record."""
    one = Visitor(record)
    with one.client:
        yield one


@pytest.fixture
def event(visitor: Visitor) -> str:
    """The id of the shelling."""
    found = visitor.client.get("/events.json", params={"type": "shelling"}).json()["events"]
    return str(max(found, key=lambda row: len(row["claims"]))["id"])
