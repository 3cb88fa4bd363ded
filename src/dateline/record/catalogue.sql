-- The catalogue: a card an event, by which pages look events up. Made anew from what weighing derived, never written by hand.

DELETE FROM card;
DELETE FROM card_facet;
DELETE FROM card_claim;
DELETE FROM card_pair;
DROP TABLE IF EXISTS card_text;
CREATE VIRTUAL TABLE card_text USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TEMP TABLE told_claim (claim TEXT PRIMARY KEY, report TEXT, text TEXT, row TEXT) WITHOUT ROWID;
INSERT INTO told_claim
SELECT id, row ->> 'report', row ->> 'text', row FROM weighed WHERE "table" = 'claims';
CREATE TEMP TABLE told_report (report TEXT PRIMARY KEY, day TEXT) WITHOUT ROWID;
INSERT INTO told_report
SELECT id, substr(row ->> '$.published.from', 1, 10) FROM weighed WHERE "table" = 'reports';
CREATE TEMP TABLE told_difference (event TEXT PRIMARY KEY, conflicts INTEGER) WITHOUT ROWID;
INSERT INTO told_difference
SELECT row ->> 'event', count(*) FROM weighed
WHERE "table" = 'contradictions' AND row ->> 'kind' = 'conflict' GROUP BY 1;

INSERT INTO card
SELECT
    row_number() OVER (ORDER BY event.row ->> '$.time.from', event.id),
    event.id,
    coalesce(event.row ->> 'title', event.id),
    coalesce(event.row ->> 'type', 'other'),
    coalesce(event.row ->> 'grade', 'single_voice'),
    coalesce(event.row ->> 'background', 0),
    substr(event.row ->> '$.time.from', 1, 10),
    event.row ->> '$.time.to',
    substr(event.row ->> 'first_seen', 1, 10),
    (SELECT max(day) FROM json_each(event.row -> 'reports') JOIN told_report ON report = value),
    event.row ->> '$.place.name',
    event.row ->> '$.place.precision',
    event.row ->> '$.place.lat',
    event.row ->> '$.place.lon',
    event.row ->> '$.place.radius_km',
    coalesce(json_array_length(event.row, '$.voices'), 0),
    coalesce(json_array_length(event.row, '$.outlets'), 0),
    coalesce(json_array_length(event.row, '$.claims'), 0),
    coalesce(told_difference.conflicts, 0)
FROM weighed AS event LEFT JOIN told_difference ON told_difference.event = event.id
WHERE event."table" = 'events';

INSERT OR IGNORE INTO card_claim
SELECT claim.value, card.n
FROM card JOIN weighed ON "table" = 'events' AND weighed.id = card.event, json_each(weighed.row -> 'claims') AS claim;

INSERT OR IGNORE INTO card_facet
SELECT 'outlet', outlet.value, card.n
FROM card JOIN weighed ON "table" = 'events' AND weighed.id = card.event, json_each(weighed.row -> 'outlets') AS outlet;
INSERT OR IGNORE INTO card_facet
SELECT 'actor', actor.value ->> 'name', card.n
FROM card JOIN weighed ON "table" = 'events' AND weighed.id = card.event, json_each(weighed.row -> 'by') AS actor;
INSERT OR IGNORE INTO card_facet
SELECT 'actor', actor.value ->> 'name', card.n
FROM card JOIN weighed ON "table" = 'events' AND weighed.id = card.event, json_each(weighed.row -> 'to') AS actor;
INSERT OR IGNORE INTO card_facet
SELECT 'speaker', speaker.value ->> 'name', card_claim.n
FROM card_claim JOIN told_claim USING (claim), json_each(told_claim.row -> 'speaker') AS speaker;
INSERT OR IGNORE INTO card_facet
SELECT 'agreement', agreement.row ->> 'name', card_claim.n
FROM weighed AS agreement, json_each(agreement.row -> 'claims') AS claim JOIN card_claim ON card_claim.claim = claim.value
WHERE agreement."table" = 'agreements';
INSERT OR IGNORE INTO card_facet
SELECT 'agreement', agreement.row ->> 'name', card.n
FROM weighed AS agreement, json_each(agreement.row -> 'violations') AS breach JOIN card ON card.event = breach.value ->> 'event'
WHERE agreement."table" = 'agreements';

CREATE TEMP TABLE told_names (n INTEGER PRIMARY KEY, names TEXT);
INSERT INTO told_names
SELECT n, group_concat(value, ' ') FROM card_facet GROUP BY n;
INSERT INTO card_text (rowid, words)
SELECT card.n, card.title || ' ' || coalesce(group_concat(told_claim.text, ' '), '') || ' '
    || coalesce(told_names.names, '')
FROM card LEFT JOIN told_names USING (n) LEFT JOIN card_claim USING (n) LEFT JOIN told_claim USING (claim)
GROUP BY card.n;

-- Pairs that a person may want to join: the same kind of thing at the same place, the same day, told as two.
INSERT INTO card_pair
SELECT one.event, other.event, one.claims + other.claims
FROM card AS one JOIN card AS other
    ON one.type = other.type AND one.place = other.place AND one.first = other.first AND one.n < other.n
WHERE NOT one.background AND NOT other.background AND one.precision IN ('exact', 'near')
ORDER BY 3 DESC, one.event, other.event LIMIT 2000;

DROP TABLE told_names;
DROP TABLE told_claim;
DROP TABLE told_report;
DROP TABLE told_difference;
