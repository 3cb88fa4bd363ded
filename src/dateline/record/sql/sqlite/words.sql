-- The words of the cards, made anew: what is found is a card's number.
DROP TABLE IF EXISTS card_text;
CREATE VIRTUAL TABLE card_text USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 2');
