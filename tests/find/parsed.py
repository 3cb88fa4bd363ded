"""The words of one sentence, its parse set right: for tests of parses."""

from dateline.find.notes import Notes, Word
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.sentences.rooted import rooted
from dateline.model import Part, Published, Report


def words(text: str) -> tuple[Word, ...]:
    """The words of one sentence, its parse set right."""
    report = Report("r", "k", "s", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return rooted(sentences(Notes(report), parser=load_parser())).sentences[0].words
