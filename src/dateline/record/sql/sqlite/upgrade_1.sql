-- From format 1 to 2: what is read can no more be changed, and every row is under a digest.
ALTER TABLE report ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE judgement ADD COLUMN digest TEXT NOT NULL DEFAULT '';
DROP TRIGGER judgement_stands;
