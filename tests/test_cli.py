"""The command line: exit codes, where output goes, and what a person is told when something is wrong."""

import errno
import json
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

import dateline
from conftest import Told
from dateline.cli import main
from dateline.cli.commands import app
from dateline.cli.messages import called
from dateline.errors import BrokenRecord, Unreadable
from dateline.record import Record

pytestmark = pytest.mark.slow
RUNNER = CliRunner()


def test_version() -> None:
    """--version prints the version and nothing else."""
    assert RUNNER.invoke(app, ["--version"]).stdout.strip() == dateline.__version__


@pytest.mark.parametrize("command", ["tell", "judge", "explain", "read", "weigh", "watch", "status"])
def test_help_names_what_is_asked_for(command: str) -> None:
    """No option shows the name of a type of the program, and one without a value asks for none."""
    told = RUNNER.invoke(app, [command, "--help"]).output.partition("Options")[2]
    lines = [line for line in told.splitlines() if "--help" not in line]

    assert not [line for line in lines if "<bool>" in line or "<str>" in line or "list[" in line]


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    """Nobody is sent to a page that something else answers: one line, and code 1."""
    record = tmp_path / "x.db"
    Record.open(record).close()
    with socket.create_server(("127.0.0.1", 0)) as line:
        port = line.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "dateline", "serve", "--record", str(record), "--port", str(port)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.strip() == f"dateline: port {port} of this machine is taken; choose another with --port"


def test_a_choice_that_nothing_matches_is_told(tmp_path: Path) -> None:
    """Tables of headings alone come with the reason."""
    record = tmp_path / "x.db"
    Record.open(record).close()
    done = RUNNER.invoke(app, ["tell", "csv", "--record", str(record), "--place", "Nowhere", "--out", str(tmp_path)])

    assert done.exit_code == 0
    assert "No event matches" in done.output
    assert "Nowhere" in done.output


def test_unknown_format_is_wrong_use() -> None:
    """A format that is not there is wrong usage: exit 2, with the formats that are."""
    result = RUNNER.invoke(app, ["tell", "papyrus"])

    assert result.exit_code == 2
    assert "jsonl" in result.output


def test_bad_inputs_are_quarantined_and_the_run_goes_on(tmp_path: Path) -> None:
    """Empty files, binaries, broken rows: each is told with its reason, the good page is read, the exit code is 3."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "rows.jsonl").write_text(
        '{"id": "1", "text": "Shelling killed two people in Aleppo on Monday."}\n{"id": \n'
    )
    (folder / "quiet.txt").write_text("Recipe\n\nStir the lentils slowly and add the lemon at the end of the hour.\n")
    (folder / "good.txt").write_text(
        "Attack in Homs\n\nGunmen killed three policemen in Homs on Monday, the interior ministry said.\n"
    )
    result = RUNNER.invoke(app, ["run", str(folder), "--out", str(tmp_path / "out"), "--workers", "1"])
    told = Told(tmp_path / "out")

    assert result.exit_code == 3, result.output
    assert {Path(u["key"].split("#")[0].split(":")[0]).name for u in told["unread"]} == {
        "empty.txt",
        "picture.txt",
        "rows.jsonl",
    }
    assert {Path(r["key"]).name for r in told["reports"]} >= {"1", "good.txt", "quiet.txt"}
    quiet = next(r for r in told["reports"] if r["key"].endswith("quiet.txt"))
    assert "no claim was found in it" in quiet["notes"]


def test_another_language_is_stored_and_claims_nothing(tmp_path: Path) -> None:
    """A page in a language that is not read yet is a report with a reason, never half-read."""
    page = tmp_path / "page.txt"
    page.write_text(
        "Luftangriff auf die Stadt\n\nBei einem Luftangriff auf die Stadt sind am Dienstag nach Angaben der Rettungskräfte "
        "mindestens acht Menschen getötet worden, darunter fünf Kinder. Die Regierung wies die Vorwürfe zurück.\n",
        "utf-8",
    )
    RUNNER.invoke(app, ["run", str(page), "--out", str(tmp_path / "out")])
    told = Told(tmp_path / "out")

    assert [r["language"] for r in told["reports"]] == ["de"]
    assert told["claims"] == []
    assert told["reports"][0]["notes"]


def test_explain_shows_the_words(examples: Told) -> None:
    """explain prints the words a claim rests on, and the reasons."""
    claim = examples["claims"][0]
    result = RUNNER.invoke(app, ["explain", claim["id"], "--record", str(examples.folder / "dateline.db")])

    assert result.exit_code == 0
    assert " ".join(claim["text"].split()) in result.stdout
    assert all(reason in result.stdout for reason in claim["because"])


@pytest.mark.parametrize("table", ["events", "contradictions", "agreements", "commitments", "reports"])
def test_everything_with_an_id_is_explained(examples: Told, table: str) -> None:
    """Each row of each table can be asked for."""
    for row in examples[table]:
        result = RUNNER.invoke(app, ["explain", row["id"], "--record", str(examples.folder / "dateline.db")])
        assert result.exit_code == 0, result.output
        assert row["id"] in result.stdout


def test_as_of_answers_by_voice(examples: Told) -> None:
    """The state of an agreement on a day, by all and by each voice; before its first state it was not heard of."""
    deal = max(examples["agreements"], key=lambda told: len(told["states"]))
    before = RUNNER.invoke(
        app, ["explain", deal["id"], "--as-of", "1999-01-01", "--record", str(examples.folder / "dateline.db")]
    )
    after = RUNNER.invoke(
        app, ["explain", deal["id"], "--as-of", "2099-01-01", "--record", str(examples.folder / "dateline.db")]
    )

    assert "as of 1999-01-01  not heard of yet" in before.stdout
    assert f"as of 2099-01-01  {deal['states'][-1]['state'].replace('_', ' ')}" in after.stdout
    assert all(f"says {party['name']}:" in after.stdout for state in deal["states"] for party in state["by"])
    assert "last heard of" not in after.stdout


def test_truce_of_which_no_more_is_heard_is_told_so(examples: Told) -> None:
    """A truce that nobody called over is asked for a century later: it has its state, and the day of the last word."""
    over = ("ended", "expired", "collapsed", "suspended")
    deal = next(one for one in examples["agreements"] if one["states"] and one["states"][-1]["state"] not in over)
    told = RUNNER.invoke(
        app, ["explain", deal["id"], "--as-of", "2099-01-01", "--record", str(examples.folder / "dateline.db")]
    )

    assert "; last heard of on " in told.stdout


def test_as_of_is_for_agreements(examples: Told) -> None:
    """Another id with --as-of is wrong usage."""
    event = examples["events"][0]["id"]
    result = RUNNER.invoke(
        app, ["explain", event, "--as-of", "2020-01-01", "--record", str(examples.folder / "dateline.db")]
    )

    assert result.exit_code == 2


def test_explain_of_nothing_says_where_ids_are(examples: Told) -> None:
    """An id that is not there gives exit 1 and a way on."""
    result = RUNNER.invoke(app, ["explain", "claim:none", "--record", str(examples.folder / "dateline.db")])

    assert result.exit_code == 1


def test_weigh_from_keeps_ids(examples: Told, tmp_path: Path) -> None:
    """Claims made elsewhere are weighed under the ids they came with."""
    result = RUNNER.invoke(
        app, ["weigh", "--from", str(examples.folder), "--out", str(tmp_path / "out")], catch_exceptions=False
    )
    told = Told(tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert {c["id"] for c in told["claims"]} == {c["id"] for c in examples["claims"]}
    assert {e["id"] for e in told["events"]} == {e["id"] for e in examples["events"]}


def test_a_bad_list_of_agreements_is_told(examples: Told, tmp_path: Path) -> None:
    """A list of known agreements with a bad line stops weighing: exit 1, with the line and what would be right."""
    (tmp_path / "known.csv").write_text("name,date,parties\nA truce,someday,X;Y\n")
    result = subprocess.run(
        [sys.executable, "-m", "dateline", "weigh", "--from", str(examples.folder), "--out", str(tmp_path), "--agreements", str(tmp_path / "known.csv")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert result.returncode == 1
    assert "known.csv:2:" in result.stderr
    assert "2020-03-05" in result.stderr


def test_csv_opens_as_a_table(examples: Told, tmp_path: Path) -> None:
    """Each CSV has a byte order mark, a header, and a row for each row of the table."""
    result = RUNNER.invoke(
        app, ["tell", "csv", "--record", str(examples.folder / "dateline.db"), "--out", str(tmp_path)]
    )
    claims = (tmp_path / "claims.csv").read_bytes()

    assert result.exit_code == 0
    assert claims.startswith(b"\xef\xbb\xbf")
    assert claims.decode("utf-8-sig").splitlines()[0].split(",")[0] == "id"


def test_a_run_does_not_drop_decisions(examples: Told, tmp_path: Path) -> None:
    """A folder whose record holds a person's decision is not run over."""
    page = tmp_path / "a.txt"
    page.write_text("Attack in Homs\n\nGunmen killed three policemen in Homs on Monday, the interior ministry said.\n")
    out = tmp_path / "out"
    RUNNER.invoke(app, ["run", str(page), "--out", str(out)])
    event = json.loads((out / "events.jsonl").read_text("utf-8").splitlines()[0])
    judged = RUNNER.invoke(app, ["judge", "accept", event["id"], "--record", str(out / "dateline.db"), "--by", "ada"])
    again = RUNNER.invoke(app, ["run", str(page), "--out", str(out)])

    assert judged.exit_code == 0, judged.output
    assert again.exit_code == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [(["same", "ID", "nothing"], 1), (["same", "ID", "ID"], 2), (["correct", "ID", "--field", "type"], 2)],
)
def test_a_decision_that_decides_nothing_is_refused(words: list[str], code: int, tmp_path: Path) -> None:
    """A second id that is not there, an id beside itself, or a correction without a value is not kept."""
    file = tmp_path / "record.db"
    with Record.open(file) as record:
        record.derive({"events": [{"id": "ID", "type": "clash"}]})

        result = RUNNER.invoke(app, ["judge", *words, "--record", str(file)])

        assert result.exit_code == code
        assert not list(record.judgements())


@pytest.mark.parametrize(("error", "code"), [(sqlite3.OperationalError, 1), (sqlite3.DatabaseError, 4)])
def test_a_store_that_fails_is_told_in_one_line(
    error: type[Exception], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk fails the command, a damaged record fails its check; both in one line, without a traceback."""

    def fail() -> None:
        raise error("a long story of pages and disks " * 5)

    monkeypatch.setattr("dateline.cli.commands.app", fail)
    with pytest.raises(SystemExit) as stopped:
        main()

    assert stopped.value.code == code
    assert capsys.readouterr().err.count("\n") == 1


def test_the_same_page_twice_is_said(tmp_path: Path) -> None:
    """Two files of the same bytes are one report; the second is told as a duplicate, not dropped."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Gunmen killed three policemen in Homs on Monday, the interior ministry said.\n")
    result = RUNNER.invoke(app, ["run", str(tmp_path), "--out", str(tmp_path.parent / "out")])
    told = Told(tmp_path.parent / "out")

    assert result.exit_code == 3
    assert [Path(r["key"]).name for r in told["reports"]] == ["a.txt"]
    assert [(Path(u["key"]).name, u["reason"]) for u in told["unread"]] == [("b.txt", "duplicate")]


def test_names_links_and_empty_folders_are_told(tmp_path: Path) -> None:
    """A name that is no UTF-8 is spelled out; a link is told, and so is a folder that holds nothing."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (tmp_path / "none").mkdir()
    with open(os.fsencode(pages) + b"/bad\xffname.txt", "w", encoding="utf-8") as file:
        file.write("Gunmen killed three policemen in Homs on Monday, the interior ministry said.\n")
    (pages / "link.txt").symlink_to(tmp_path / "none")
    result = RUNNER.invoke(app, ["run", str(pages), str(tmp_path / "none"), "--out", str(tmp_path / "out")])
    told = Told(tmp_path / "out")

    assert result.exit_code == 3, result.output
    assert [r["key"].rsplit("/", 1)[-1] for r in told["reports"]] == ["bad\\xffname.txt"]
    assert {u["reason"] for u in told["unread"]} == {"link", "empty"}


def test_a_broken_archive_makes_no_record(tmp_path: Path) -> None:
    """What cannot be restored leaves nothing behind that looks like a record."""
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK" + bytes(200))
    with pytest.raises(BrokenRecord, match="cannot be restored"):
        RUNNER.invoke(app, ["import", str(broken), "--record", str(tmp_path / "r.db")], catch_exceptions=False)

    assert not (tmp_path / "r.db").exists()


def test_a_gazetteer_of_garbage_is_told_in_one_line(tmp_path: Path) -> None:
    """A file that is no gazetteer ends with what is wrong, not with a traceback."""
    garbage = tmp_path / "places.txt"
    garbage.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(Unreadable, match=r"places\.txt"):
        RUNNER.invoke(app, ["places", "add", str(garbage)], catch_exceptions=False)


def test_a_person_who_breaks_off_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C in the middle of a command ends it with 130, and says that the same command goes on."""

    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.cli.upkeep.Record.reading", broken_off)
    monkeypatch.setattr("dateline.cli.upkeep.must_be", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["dateline", "status"])
    with pytest.raises(SystemExit) as stopped:
        main()

    assert stopped.value.code == 130
    assert "goes on where it stopped" in capsys.readouterr().err


def test_what_is_told_is_of_this_reading(tmp_path: Path) -> None:
    """The record in the folder is no page of it, and what an earlier reading could not read is not told again."""
    page = "Gunmen killed three policemen in Homs on Monday, the interior ministry said.\n"
    (tmp_path / "page.txt").write_text(page)
    store = str(tmp_path / "dateline.db")
    first = RUNNER.invoke(app, ["read", str(tmp_path / "lost.txt"), "--record", store])
    second = RUNNER.invoke(app, ["read", str(tmp_path), "--record", store])

    assert (first.exit_code, second.exit_code) == (3, 0)
    assert "lost.txt" in first.output
    assert "lost.txt" not in second.output


def test_a_run_does_not_read_what_it_wrote(tmp_path: Path) -> None:
    """The tables of a run lie in the folder that it reads: a second one reads the same page and nothing else."""
    (tmp_path / "page.txt").write_text("Gunmen killed three policemen in Homs on Monday, the interior ministry said.\n")
    told = []
    for _ in range(2):
        result = RUNNER.invoke(app, ["run", str(tmp_path), "--out", str(tmp_path)])
        told.append((result.exit_code, (tmp_path / "reports.jsonl").read_bytes()))

    assert told[0] == told[1]
    assert told[0][0] == 0


@pytest.mark.parametrize("words", [["run", "reports.jsonl"], ["run", "."], ["weigh", "--from", "."]])
def test_nothing_is_written_over_what_is_read(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An input that stands where a table would go is wrong usage, and stays as it is."""
    monkeypatch.chdir(tmp_path)
    for name in ("reports.jsonl", "claims.jsonl"):
        (tmp_path / name).write_text('{"text": "Gunmen killed three policemen in Homs on Monday."}\n')
    result = RUNNER.invoke(app, [*words, "--out", "."])

    assert result.exit_code == 2
    assert "Gunmen" in (tmp_path / "reports.jsonl").read_text()


def test_reports_without_a_day_are_told(tmp_path: Path) -> None:
    """Whoever reads pages that tell no day learns why weekdays in them are no dates, and how to give the day."""
    page = tmp_path / "page.txt"
    page.write_text("Gunmen killed three policemen in Homs on Monday, the interior ministry said.\n")
    result = RUNNER.invoke(app, ["run", str(page), "--out", str(tmp_path / "out")])

    assert "1 report tells no day of publication" in result.output
    assert "`published`" in result.output


def test_the_tour_names_commands_as_they_were_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the shell does not find the command by name, what is printed can be typed all the same."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", ["tools/bin/dateline", "demo"])
    assert called() == "tools/bin/dateline"
    monkeypatch.setattr(sys, "argv", ["pytest"])
    assert called() == "dateline"


def test_weighing_from_elsewhere_tells_what_it_left(tmp_path: Path) -> None:
    """Rows that cannot be taken are listed with the reason, as inputs are."""
    (tmp_path / "reports.jsonl").write_text("5\n")
    (tmp_path / "claims.jsonl").write_text("")
    result = RUNNER.invoke(app, ["weigh", "--from", str(tmp_path), "--out", str(tmp_path / "out")])

    assert result.exit_code == 3
    assert "reports.jsonl:1: malformed" in result.output


def test_pages_in_other_languages_are_told(tmp_path: Path) -> None:
    """They are kept and no claim is sought in them: whoever reads a mixed folder learns so."""
    (tmp_path / "page.txt").write_text(
        "Сильный дождь размыл дорогу к мельнице, сообщили в среду жители села. Мост закрыт до весны.\n"
    )
    result = RUNNER.invoke(app, ["read", str(tmp_path / "page.txt"), "--record", str(tmp_path / "r.db")])

    assert "1 report is not in English" in result.output


def test_a_name_of_a_file_speaks_to_no_terminal(tmp_path: Path) -> None:
    """What stands in a name is told, and not done."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\nb\x1b[2J.txt").write_text("")
    result = RUNNER.invoke(app, ["read", str(tmp_path / "in"), "--record", str(tmp_path / "r.db")])

    assert r"a\nb\x1b[2J.txt: empty" in result.output


def test_a_full_disk_is_told_plainly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What was being written is not whole, and the words say so."""
    full = SimpleNamespace(app=lambda: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left on device")))
    monkeypatch.setattr("dateline.cli.import_module", lambda name: full)
    with pytest.raises(SystemExit):
        main()
    assert "the disk is full" in capsys.readouterr().err
