"""What a report of plain text says, as the finder of voices notes it: for tests of words and of speakers."""

from dateline.find.actors import actors
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.voices import voices
from dateline.model import Attribution, Part, Published, Report
from dateline.words.actors import load_roster


def found(text: str) -> tuple[Attribution, ...]:
    """The attributions of a report of plain text."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return voices(actors(sentences(Notes(report), parser=load_parser()), roster=load_roster())).attributions


def spans(text: str) -> list[tuple[str | None, str | None, str]]:
    """Speaker, cue and content of each attribution, as words."""
    return [
        (
            text[a.speaker.start : a.speaker.end] if a.speaker else None,
            text[a.cue.start : a.cue.end] if a.cue else None,
            text[a.content.start : a.content.end],
        )
        for a in found(text)
    ]
