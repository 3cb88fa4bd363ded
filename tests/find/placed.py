"""Where a report of plain text names places: for tests of villages and of quarters."""

from dateline.find.notes import Notes
from dateline.find.places import places
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Place, Published, Report
from dateline.places import load_gazetteer
from dateline.words.actors import load_roster


def placed(text: str) -> tuple[Place, ...]:
    """The places of a report of plain text, in order."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return places(
        sentences(Notes(report), parser=load_parser()), gazetteer=load_gazetteer(), roster=load_roster()
    ).places


def found(text: str) -> dict[str, Place]:
    """The places of a report by the words that name them."""
    return {place.text: place for place in placed(text)}
