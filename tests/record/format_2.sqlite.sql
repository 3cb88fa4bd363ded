-- The record. What was read and what people judged is kept as it came; what weighing derives may be dropped and made again.

CREATE TABLE about (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was read and found: a report comes with its mentions and claims in one transaction, or not at all.
CREATE TABLE report (
    id     TEXT PRIMARY KEY,
    key    TEXT NOT NULL,
    row    TEXT NOT NULL,
    digest TEXT NOT NULL DEFAULT '' -- of the report's row and the rows of its mentions and claims
) STRICT;
CREATE TABLE mention (
    report TEXT NOT NULL REFERENCES report (id),
    start  INTEGER NOT NULL,
    "end"  INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    row    TEXT NOT NULL
) STRICT;
CREATE INDEX mention_of ON mention (report, start, "end", kind);
CREATE TABLE claim (
    id     TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    start  INTEGER NOT NULL,
    "end"  INTEGER NOT NULL,
    row    TEXT NOT NULL
) STRICT;
CREATE INDEX claim_of ON claim (report, start, "end", id);
CREATE TRIGGER report_stands BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never changed once it is read'); END;
CREATE TRIGGER report_stays BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never removed; reject its claims'); END;
CREATE TRIGGER claim_stands BEFORE UPDATE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is never changed as it was found; correct it by a judgement'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is never removed; reject it by a judgement'); END;
-- The bytes of pages in HTML, compressed: where each character of a report's text stands is worked out from them.
CREATE TABLE source (
    sha256 TEXT PRIMARY KEY,
    hint   TEXT,
    data   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE unread (
    key    TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (key, reason, detail)
) STRICT, WITHOUT ROWID;

-- What people decided: only ever added to.
CREATE TABLE judgement (
    number INTEGER PRIMARY KEY,
    row    TEXT NOT NULL,
    digest TEXT NOT NULL DEFAULT '' -- of the digest before it and of this row: a chain
) STRICT;
CREATE INDEX judgement_on ON judgement (row ->> 'subject', number);
CREATE TRIGGER judgement_stands BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed; add another'); END;
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never removed; withdraw it by another'); END;

-- What weighing derives, by table of the contract; reports and claims stand here as weighing left them.
CREATE TABLE weighed (
    "table" TEXT NOT NULL,
    id      TEXT NOT NULL,
    row     TEXT NOT NULL,
    PRIMARY KEY ("table", id)
) STRICT, WITHOUT ROWID;
CREATE INDEX weighed_id ON weighed (id);
CREATE INDEX weighed_difference ON weighed (row ->> 'event') WHERE "table" = 'contradictions';
CREATE INDEX weighed_said ON weighed (row ->> 'report') WHERE "table" = 'claims';

-- The catalogue of events, by which pages look them up; filled anew whenever something was weighed.
CREATE TABLE card (
    n          INTEGER PRIMARY KEY,
    event      TEXT NOT NULL UNIQUE,
    title      TEXT NOT NULL,
    type       TEXT NOT NULL,
    grade      TEXT NOT NULL,
    background INTEGER NOT NULL,
    first      TEXT,
    last       TEXT,
    seen       TEXT,
    latest     TEXT,
    place      TEXT,
    precision  TEXT,
    lat        REAL,
    lon        REAL,
    radius     REAL,
    voices     INTEGER NOT NULL,
    outlets    INTEGER NOT NULL,
    claims     INTEGER NOT NULL,
    conflicts  INTEGER NOT NULL
) STRICT;
CREATE INDEX card_scene ON card (place, first, type);
CREATE TABLE card_facet (
    kind  TEXT NOT NULL,
    value TEXT NOT NULL,
    n     INTEGER NOT NULL,
    PRIMARY KEY (kind, value, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE card_claim (
    claim TEXT NOT NULL,
    n     INTEGER NOT NULL,
    PRIMARY KEY (claim, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_claim_by ON card_claim (n, claim);
CREATE TABLE card_pair (
    one    TEXT NOT NULL,
    other  TEXT NOT NULL,
    claims INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
