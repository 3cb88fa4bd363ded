-- From format 1 to 2, once the digests are there.
CREATE TRIGGER report_stands BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never changed once it is read'); END;
CREATE TRIGGER report_stays BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never removed; reject its claims'); END;
CREATE TRIGGER claim_stands BEFORE UPDATE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is never changed as it was found; correct it by a judgement'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is never removed; reject it by a judgement'); END;
CREATE TRIGGER judgement_stands BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed; add another'); END;
