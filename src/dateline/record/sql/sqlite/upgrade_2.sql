-- From format 2 to 3: what was derived stands by the part that it was derived with, and only where it differs from what was read.
ALTER TABLE weighed RENAME TO weighed_2;
DROP INDEX IF EXISTS weighed_id;
DROP INDEX IF EXISTS weighed_difference;
DROP INDEX IF EXISTS weighed_said;
CREATE TABLE weighed (
    "table" TEXT NOT NULL,
    id      TEXT NOT NULL,
    part    TEXT NOT NULL,
    row     TEXT NOT NULL,
    PRIMARY KEY ("table", id)
) STRICT;
CREATE INDEX weighed_with ON weighed (part);
CREATE INDEX weighed_difference ON weighed (row ->> 'event') WHERE "table" = 'contradictions';

CREATE TABLE part (
    name  TEXT PRIMARY KEY,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE trace (
    report TEXT PRIMARY KEY,
    size   INTEGER NOT NULL,
    shelf  TEXT NOT NULL,
    keys   BLOB NOT NULL
) STRICT;
CREATE TABLE subject (
    name   TEXT PRIMARY KEY,
    report TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX card_facet_by ON card_facet (n);
