-- The words of the cards, made where there are none, and forgotten.
CREATE TABLE IF NOT EXISTS card_text (
    n     integer PRIMARY KEY,
    words tsvector NOT NULL
);
CREATE INDEX IF NOT EXISTS card_text_words ON card_text USING gin (words);
DELETE FROM card_text;
