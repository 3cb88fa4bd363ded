"""A shared page: nobody passes unknown, nobody further than their role, and who did what is on record."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner
from visiting import token_of

from dateline.cli.commands import app as commands
from dateline.web.app import create_app
from dateline.web.gate import least
from dateline.web.users import Misnamed, Users

WORD = "a long pass phrase"


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one person of each role, made once: each password costs a tenth of a second."""
    path = tmp_path_factory.mktemp("people") / "users.db"
    told = Users(path)
    for name, role in (("rea", "reader"), ("rev", "reviewer"), ("ada", "admin")):
        told.add(name, role, WORD)
    return path


@pytest.fixture
def users(added: Path, tmp_path: Path) -> Users:
    """One person of each role, in a file of the test's own."""
    return Users(Path(copyfile(added, tmp_path / "users.db")))


@pytest.fixture
def door(record: Path, users: Users) -> Iterator[TestClient]:
    """A browser before the sign-in of a shared page."""
    shared = create_app(record, users=users, hosts=frozenset({"record.example"}))
    with TestClient(shared, base_url="https://record.example", follow_redirects=False) as client:
        yield client


def sign_in(door: TestClient, name: str, password: str = WORD, back: str = "/") -> int:
    """Send name and password; the status of the answer."""
    sent = {"name": name, "password": password, "back": back, "token": token_of(door.get("/sign-in").text)}
    return door.post("/sign-in", data=sent).status_code


def write(door: TestClient, address: str, **sent: str) -> int:
    """Send a form of the page."""
    return door.post(address, data={"token": token_of(door.get("/review").text), **sent}).status_code


@pytest.mark.parametrize("address", ["/", "/review", "/report/report:r1", "/people", "/openapi.json"])
def test_nobody_passes_unknown(door: TestClient, address: str) -> None:
    """A person is led to the sign-in and back, a program is refused."""
    answer = door.get(address)

    assert answer.status_code == (401 if address.endswith(".json") else 303)
    assert "What is known" not in answer.text
    assert door.get("/static/page.css").status_code == 200


def test_one_signs_in_and_out(door: TestClient) -> None:
    """A session opens the page, and closing it shuts it again, whatever the browser kept."""
    assert sign_in(door, "rea", back="/ledger") == 303
    kept = dict(door.cookies)
    assert "rea, reader" in door.get("/").text
    assert write(door, "/sign-out") == 303

    door.cookies.update(kept)
    assert door.get("/").status_code == 303


def test_a_session_is_a_careful_cookie(door: TestClient) -> None:
    """No script reads it, no foreign page sends it with a form, and over https it travels no other way."""
    sent = {"name": "rea", "password": WORD, "token": token_of(door.get("/sign-in").text)}
    told = next(one for one in door.post("/sign-in", data=sent).headers.get_list("set-cookie") if "session" in one)

    assert {"HttpOnly", "SameSite=lax", "Secure"} <= set(told.split("; "))


def test_a_wrong_password_is_refused_and_soon_held_off(door: TestClient, users: Users) -> None:
    """After a few failures even the right one waits; another person does not."""
    assert [sign_in(door, "rea", "wrong wrong wrong") for _ in range(6)] == [401] * 5 + [429]
    assert sign_in(door, "rea") == 429
    assert sign_in(door, "rev") == 303
    assert {"sign-in failed", "sign-in held off"} <= {line["what"] for line in users.logged(20)}


def test_nobody_is_told_whether_a_name_is_known(door: TestClient) -> None:
    """The answer is the same for a known name with a wrong password and for a name that is none."""
    form = {"password": "not the pass phrase", "token": token_of(door.get("/sign-in").text)}
    known, unknown = (door.post("/sign-in", data={**form, "name": name}).text for name in ("rea", "nobody"))

    assert "do not go together" in known
    assert known == unknown


@pytest.mark.parametrize(
    ("name", "decides", "admits"), [("rea", 403, 403), ("rev", 303, 403), ("ada", 303, 303)], ids=["reader", "reviewer", "admin"]
)  # fmt: skip
def test_each_role_reaches_so_far(door: TestClient, name: str, decides: int, admits: int) -> None:
    """A reader looks, a reviewer decides, an admin lets people in; the server says so, not the page."""
    sign_in(door, name)

    assert door.get("/").status_code == 200
    assert write(door, "/review/decide", subject="claim:r1", verdict="accept") == decides
    assert write(door, "/people", name="new", role="reader", password=WORD) == admits
    assert write(door, "/settings/second", readers="yes") == admits
    assert door.get("/log.json").status_code == (200 if name == "ada" else 403)


def test_a_reader_is_offered_no_decision(door: TestClient) -> None:
    """What would be refused is not shown."""
    sign_in(door, "rea")

    assert 'action="/review/decide"' not in door.get("/review").text
    assert 'action="/weigh"' not in door.get("/review").text


def test_decisions_are_signed_by_who_is_signed_in(door: TestClient, users: Users) -> None:
    """No form and no cookie can sign for somebody else; the log says who, what and on what."""
    sign_in(door, "rev")
    door.cookies.set("dateline-reviewer", "ada")
    write(door, "/review/decide", subject="claim:r1", verdict="reject")

    assert door.get("/history.json").json()[0]["by"] == "rev"
    assert [(line["name"], line["what"], line["subject"]) for line in users.logged(1)] == [
        ("rev", "reject", "claim:r1")
    ]


def test_somebody_let_in_no_more_is_out_at_once(door: TestClient, users: Users) -> None:
    """Removing a person, or a new password, closes what they have open."""
    sign_in(door, "rea")
    users.add("rea", "reader", "another long phrase")

    assert door.get("/").status_code == 303


def test_no_password_is_kept(users: Users, tmp_path: Path) -> None:
    """What lies on the disk is salted and hashed; nobody else may read the file; the log cannot be rewritten."""
    held = (tmp_path / "users.db").read_bytes()

    assert WORD.encode() not in held
    assert (tmp_path / "users.db").stat().st_mode & 0o077 == 0
    assert users.known("rea", WORD) is not None
    assert users.known("rea", WORD + " ") is None


@pytest.mark.parametrize("sent", [("", "reader", WORD), ("ana", "owner", WORD), ("ana", "reader", "short"), (" ana", "reader", WORD)])  # fmt: skip
def test_what_cannot_be_let_in_is_told(users: Users, sent: tuple[str, str, str]) -> None:
    """A name that is none, a role that is none, a password soon guessed."""
    with pytest.raises(Misnamed):
        users.add(*sent)


@pytest.mark.parametrize("address", ["/anything/new", "/people", "/settings/second"])
def test_a_write_that_nobody_thought_of_asks_for_the_most(address: str) -> None:
    """The gate fails closed."""
    assert least("POST", address) == "admin"


def test_people_are_let_in_from_the_command_line(tmp_path: Path) -> None:
    """Add, list, remove, and a log as lines of JSON."""
    file = str(tmp_path / "users.db")
    run = CliRunner().invoke
    added = run(
        commands, ["users", "add", "ana", "--role", "admin", "--users", file, "--password-stdin"], input=f"{WORD}\n"
    )

    assert added.exit_code == 0, added.output
    assert run(commands, ["users", "list", "--users", file]).stdout.split() == ["admin", "ana"]
    Users(Path(file)).log("ana", "signed in", "", "")
    assert json.loads(run(commands, ["users", "log", "--users", file]).stdout)["what"] == "signed in"
    assert run(commands, ["users", "remove", "ana", "--users", file]).exit_code == 0
    assert run(commands, ["users", "list", "--users", file]).stdout == ""


def test_a_name_for_others_asks_who_they_are(record: Path) -> None:
    """The page goes by no other name than this machine's unless people sign in."""
    told = CliRunner().invoke(commands, ["serve", "--record", str(record), "--name", "record.example"])

    assert told.exit_code == 2


def test_a_record_is_no_file_of_users(record: Path) -> None:
    """A record named by mistake is left as it is: passwords in it would be handed on with it."""
    before = record.read_bytes()
    with pytest.raises(Misnamed, match="something else"):
        Users(record)

    assert record.read_bytes() == before
