"""What only PostgreSQL has: points for maps, roles, encodings; and what it would not hold by itself."""

import psycopg
import pytest
from kept import EVENT, everything, filled, judgement

from dateline.errors import Unusable
from dateline.record import Record
from dateline.record.postgresql import _bared, _guarded
from postgresql import Server

NEAR = "SELECT event FROM map WHERE ST_DWithin(spot::geography, ST_MakePoint(36.51, 35.51)::geography, 5000)"


def test_a_map_is_at_hand(server: Server) -> None:
    """With PostGIS every card that has a place has a point with an index, made anew with the cards."""
    with filled(Record.open(server.database())) as record:
        if not record.store.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'").rows:
            pytest.skip("PostGIS is not installed")
        assert record.store.execute(NEAR).rows == [("event:1",)]
        record.derive({"events": [{**EVENT, "place": {**EVENT["place"], "lat": 30.0}}]})

        assert record.store.execute(NEAR).rows == []
        assert record.store.execute("SELECT count(*) FROM pg_indexes WHERE indexname = 'card_spot'").rows == [(1,)]


def test_a_record_without_postgis(server: Server) -> None:
    """A role that may not add PostGIS to its database has all but the points."""
    address = server.database()
    with psycopg.connect(address, autocommit=True) as db:
        db.execute("DROP ROLE IF EXISTS clerk")
        db.execute("CREATE ROLE clerk LOGIN")
        db.execute(f"ALTER DATABASE {address.rsplit('/', 1)[1]} OWNER TO clerk")
    with filled(Record.open(address.replace("dateline@", "clerk@"))) as record:
        assert (record.check(), len(everything(record)), record.store.cards_holding("shells")) == ([], 11, [1])
        assert "spot" not in str(
            record.store.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'card'").rows
        )


def test_a_decision_is_on_the_servers_disk(server: Server) -> None:
    """Where the server is set to answer before it has written, a decision still waits until it has."""
    address = server.database()
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(f"ALTER DATABASE {address.rsplit('/', 1)[1]} SET synchronous_commit = off")
    with Record.open(address) as record:
        setting = "SELECT current_setting('synchronous_commit')"
        assert record.store.execute(setting).rows == [("off",)]
        with record.at_once():
            record.judge(judgement())
            assert record.store.execute(setting).rows == [("on",)]


def test_a_database_of_another_encoding_is_refused(server: Server) -> None:
    """Reports in every script need UTF-8; the message tells how to make such a database."""
    with psycopg.connect(server.address("postgres"), autocommit=True) as db:
        db.execute("DROP DATABASE IF EXISTS latin")
        db.execute("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    with pytest.raises(Unusable, match="createdb -E UTF8"):
        Record.open(server.address("latin"))


def test_no_such_database(server: Server) -> None:
    """The message says what is missing."""
    with pytest.raises(Unusable, match="does not exist"):
        Record.open(server.address("nowhere"))


@pytest.mark.parametrize(
    "text",
    ["a\x00b", r'{"text":"\u0000"}', r'{"text":"\\u0000"}', "\uffff", "\uffff0\uffff1\x00", r"\\\u0000\\", "plain"],
)
def test_every_letter_comes_back(text: str) -> None:
    """The letter of the code 0, which PostgreSQL does not hold, and what looks like it, come back as they were."""
    kept = _guarded(text)

    assert _bared(kept) == text
    assert isinstance(kept, str)
    assert "\x00" not in kept
