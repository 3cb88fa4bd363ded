-- From format 2 to 3: what was derived stands by the part that it was derived with, and only where it differs from what was read.
ALTER TABLE weighed RENAME TO weighed_2;
DROP INDEX IF EXISTS weighed_id;
DROP INDEX IF EXISTS weighed_difference;
DROP INDEX IF EXISTS weighed_said;
ALTER TABLE weighed_2 RENAME CONSTRAINT weighed_pkey TO weighed_2_pkey;
CREATE TABLE weighed (
    "table" text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    part    text COLLATE "C" NOT NULL,
    row     json NOT NULL,
    PRIMARY KEY ("table", id)
);
CREATE INDEX weighed_with ON weighed (part);
CREATE INDEX weighed_difference ON weighed ((row ->> 'event')) WHERE "table" = 'contradictions';

CREATE TABLE part (
    name  text COLLATE "C" PRIMARY KEY,
    state text NOT NULL
);
CREATE TABLE trace (
    report text COLLATE "C" PRIMARY KEY,
    size   integer NOT NULL,
    shelf  text COLLATE "C" NOT NULL,
    keys   bytea NOT NULL
);
CREATE TABLE subject (
    name   text COLLATE "C" PRIMARY KEY,
    report text COLLATE "C" NOT NULL
);

CREATE INDEX card_facet_by ON card_facet (n);
