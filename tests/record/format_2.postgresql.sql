-- The record, as in SQLite; see sqlite/schema.sql. Rows are `json`, kept letter for letter; text sorts by code point.

CREATE SCHEMA IF NOT EXISTS dateline;
CREATE COLLATION "binary" (provider = libc, locale = 'C');

CREATE TABLE about (
    name  text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE report (
    id     text COLLATE "C" PRIMARY KEY,
    key    text COLLATE "C" NOT NULL,
    row    json NOT NULL,
    digest text NOT NULL DEFAULT ''
);
CREATE TABLE mention (
    report text COLLATE "C" NOT NULL REFERENCES report (id),
    start  integer NOT NULL,
    "end"  integer NOT NULL,
    kind   text COLLATE "C" NOT NULL,
    row    json NOT NULL
);
CREATE INDEX mention_of ON mention (report, start, "end", kind);
CREATE TABLE claim (
    id     text COLLATE "C" PRIMARY KEY,
    report text COLLATE "C" NOT NULL REFERENCES report (id),
    start  integer NOT NULL,
    "end"  integer NOT NULL,
    row    json NOT NULL
);
CREATE INDEX claim_of ON claim (report, start, "end", id);
CREATE TABLE source (
    sha256 text COLLATE "C" PRIMARY KEY,
    hint   text,
    data   bytea NOT NULL
);
ALTER TABLE source ALTER COLUMN data SET STORAGE EXTERNAL;
CREATE TABLE unread (
    key    text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    detail text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX unread_once ON unread (md5(key || chr(31) || reason || chr(31) || detail));

CREATE TABLE judgement (
    number integer PRIMARY KEY,
    row    json NOT NULL,
    digest text NOT NULL DEFAULT ''
);
CREATE INDEX judgement_on ON judgement ((row ->> 'subject'), number);

CREATE FUNCTION stands() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a % is never changed or removed; add a judgement', TG_TABLE_NAME; END $$;
CREATE TRIGGER report_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON report EXECUTE FUNCTION stands();
CREATE TRIGGER claim_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON claim EXECUTE FUNCTION stands();
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON judgement EXECUTE FUNCTION stands();

CREATE TABLE weighed (
    "table" text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    row     json NOT NULL,
    PRIMARY KEY ("table", id)
);
CREATE INDEX weighed_id ON weighed (id);
CREATE INDEX weighed_difference ON weighed ((row ->> 'event')) WHERE "table" = 'contradictions';
CREATE INDEX weighed_said ON weighed ((row ->> 'report')) WHERE "table" = 'claims';

CREATE TABLE card (
    n          integer PRIMARY KEY,
    event      text COLLATE "C" NOT NULL UNIQUE,
    title      text NOT NULL,
    type       text NOT NULL,
    grade      text NOT NULL,
    background integer NOT NULL,
    first      text,
    last       text,
    seen       text,
    latest     text,
    place      text,
    precision  text,
    lat        double precision,
    lon        double precision,
    radius     double precision,
    voices     integer NOT NULL,
    outlets    integer NOT NULL,
    claims     integer NOT NULL,
    conflicts  integer NOT NULL
);
CREATE INDEX card_scene ON card (place, first, type);
CREATE TABLE card_facet (
    kind  text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    n     integer NOT NULL,
    PRIMARY KEY (kind, value, n)
);
CREATE TABLE card_claim (
    claim text COLLATE "C" NOT NULL,
    n     integer NOT NULL,
    PRIMARY KEY (claim, n)
);
CREATE INDEX card_claim_by ON card_claim (n, claim);
CREATE TABLE card_pair (
    one    text COLLATE "C" NOT NULL,
    other  text COLLATE "C" NOT NULL,
    claims integer NOT NULL,
    PRIMARY KEY (one, other)
);

-- Where PostGIS is to be had, each card has its point, and programs of maps can open the view `map` as it is.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
    ALTER TABLE card ADD COLUMN spot geometry(Point, 4326)
        GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED;
    CREATE INDEX card_spot ON card USING gist (spot);
    CREATE VIEW map AS
        SELECT n, event, title, type, grade, background <> 0 AS background, first, last, place, precision, radius AS radius_km,
               voices, outlets, claims, conflicts, spot
        FROM card WHERE spot IS NOT NULL;
EXCEPTION
    WHEN feature_not_supported OR undefined_file OR insufficient_privilege OR undefined_object OR undefined_function THEN NULL;
END $$;
