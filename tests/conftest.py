"""What the tests share: one run over the packaged examples, and the evaluation material where it is there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from dateline.cli.commands import app
from dateline.examples import example_folder
from dateline.rows import Row
from postgresql import Server, served

SHARED = Path(__file__).parent.parent.parent / "shared"

# What holds of every text holds on a slow or busy machine, too.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def _own_gazetteers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A developer's kept gazetteers change no result here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_PLACES", str(tmp_path_factory.mktemp("places")))
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server of our own."""
    yield from served()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a test has a record of its own, in one store and then in the other: made on opening it, or empty."""
    if request.param == "sqlite":
        return tmp_path / "record.db"
    server: Server = request.getfixturevalue("server")
    return server.record()


@pytest.fixture(params=["sqlite", "postgresql"])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where nothing is yet, in one store and then in the other."""
    if request.param == "sqlite":
        return tmp_path / "record.db"
    server: Server = request.getfixturevalue("server")
    return server.database()


@dataclass(frozen=True)
class Told:
    """The tables that one run wrote, and the folder they lie in."""

    folder: Path

    def __getitem__(self, table: str) -> list[Row]:
        return [json.loads(line) for line in (self.folder / f"{table}.jsonl").read_text("utf-8").splitlines()]

    def text(self, report: str) -> str:
        """The text of a report."""
        return next(r["text"] for r in self["reports"] if r["id"] == report)


def run(paths: list[Path], out: Path, code: int = 0, workers: int = 1) -> Told:
    """`dateline run` in this process."""
    result = CliRunner().invoke(
        app, ["run", *map(str, paths), "--out", str(out), "--workers", str(workers)], catch_exceptions=False
    )
    assert result.exit_code == code, result.output
    return Told(out)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The packaged example reports, read and weighed."""
    with example_folder() as folder:
        yield run([folder], tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The five seed pages, read and weighed."""
    if not SHARED.is_dir():
        pytest.skip("the seed pages lie in shared/, which is not here")
    return run([SHARED / "seeds"], tmp_path_factory.mktemp("seeds"))
