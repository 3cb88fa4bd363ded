"""Which frames of a sentence make one claim: one a voice, unless a clause tells another happening (`branches`, `asides`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from dateline.find.claims.groups.asides import Branch, aside
from dateline.find.claims.groups.beside import (
    COUNTED,
    counts_before,
    counts_beside,
    opens,
    set_against,
    staged,
    talks_first,
    told_besides,
)
from dateline.find.claims.groups.branches import Told, branches, meanwhile
from dateline.find.claims.groups.posts import Posts, posts_of
from dateline.find.claims.groups.truces import toll_beside
from dateline.find.claims.modality import AHEAD
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.distance import sentence_at, within
from dateline.model import Actor, Attribution, Figure, Span, Stance
from dateline.phenomena.types import BLOWS, CALLS, VIOLENT
from dateline.text import trim
from dateline.words.mood import load_acts

__all__ = ["CIVIL", "DOES", "Group", "groups"]

T = TypeVar("T")

STRONG: Final = 0.55
"""How high a frame must stand to be a claim beside the head of its sentence."""

PLAIN: Final = 0.35
"""How high a frame must stand that a voice adds, of another type than the head of its sentence."""

WEAK: Final = 0.2
"""How high a frame must stand that names what its voice does by saying it."""

FAINT: Final = 0.15
"""How high an act must stand that one voice tells where another denies or blames."""

DOES: Final[dict[Stance, str]] = {
    "accuses": "accusation", "denies": "denial", "demands": "demand", "threatens": "threat"
}  # fmt: skip
"""The type of claim that a voice makes by its stance, whatever act it speaks of."""

CIVIL: Final = frozenset({"civilian", "civilians"})
SET: Final = VIOLENT | frozenset(
    {"ceasefire_start", "ceasefire_end", "ceasefire_violation", "casualty_figure", "detention"}
)
"""What a voice that is set against another one tells of and is a claim of its own."""

ADDED: Final = (SET - {"casualty_figure"}) | {
    "displacement_figure",
    "humanitarian_aid",
    "meeting",
    "prisoner_exchange",
    "protest",
}
"""What a voice adds that is another matter than the head of its sentence: "…, adding that three men had been arrested"."""

LEADING: Final = CALLS | {"accusation"}
"""What is the matter wherever an act is its content: "paid them to break up the rally" charges somebody."""
TURNED_DOWN: Final = frozenset({"rejection", "veto"})
QUESTIONS: Final = frozenset("whether if about why how what when where who which anonymity god allah".split())
"""What opens a thing that is only asked, or prayed for."""

CONTENT: Final = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "acl", "conj", "auxpass", "nsubjpass", "pcomp"})
"""Relations by which a happening is what somebody asks for or threatens with."""


@dataclass(frozen=True, slots=True)
class Group:
    """What one voice says in one sentence: its frames, best first, and the stretch it covers."""

    sentence: Sentence
    span: Span
    voice: Attribution | None
    frames: tuple[Frame, ...]
    figures: tuple[Figure, ...]
    actors: tuple[Actor, ...] = ()
    """Those who are named in its sentence."""
    posts: Posts = field(default_factory=dict)
    """Who of the report speaks for whom."""

    @property
    def head(self) -> Frame | None:
        """The frame that carries the claim."""
        return self.frames[0] if self.frames else None

    def named_at(self, word: Word) -> list[Actor]:
        """Those whom a word of its sentence names."""
        return [actor for actor in self.actors if actor.start <= word.start < actor.end]

    @property
    def cue(self) -> list[Word]:
        """The words by which the voice says it; none where the outlet tells it itself."""
        return self.sentence.words_in(self.voice.cue) if self.voice is not None else []


def groups(notes: Notes) -> Iterator[Group]:
    """The groups of every sentence, in order of the text; what stands in a sentence is looked up once."""
    frames = _by_sentence(notes, ((frame.trigger.start, frame) for frame in notes.frames))
    figures = _by_sentence(notes, ((figure.start, figure) for figure in notes.figures))
    said, posts = _said_in(notes), posts_of(notes)
    for n, sentence in enumerate(notes.sentences):
        found = _groups(notes, sentence, frames.get(n, []), said.get(n, []), figures.get(n, []))
        yield from (replace(group, posts=posts) for group in found)


def _by_sentence(notes: Notes, items: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """Items by the number of the sentence that holds their first character."""
    found: dict[int, list[T]] = {}
    for at, item in items:
        home = sentence_at(notes, at)
        if home is not None:
            found.setdefault(home[0], []).append(item)
    return found


def _said_in(notes: Notes) -> dict[int, list[Attribution]]:
    """Attributions by the numbers of the sentences that their content reaches into."""
    found: dict[int, list[Attribution]] = {}
    for said in notes.attributions:
        home = sentence_at(notes, said.content.start)
        n = home[0] if home is not None else len(notes.sentences)
        while n < len(notes.sentences) and notes.sentences[n].start < said.content.end:
            found.setdefault(n, []).append(said)
            n += 1
    return found


def _groups(
    notes: Notes, sentence: Sentence, frames: Sequence[Frame], said: Sequence[Attribution], figures: Sequence[Figure]
) -> Iterator[Group]:
    """The groups of one sentence: what a clause tells on the side, and what each voice says."""
    told = sorted(frames, key=lambda f: (-f.score, f.start))
    voices = _outermost([voice for voice in said if _tells(notes, voice)])
    voices = [_bounded(sentence, voice) for voice in voices]
    told = [f for f in told if not any(_of_speaker(sentence, voice, f.trigger) for voice in voices)] or told
    told = [f for f in told if not any(_at_talks(sentence, voice, f) for voice in voices)]
    idle = [v for v in voices if not v.voices]
    aside_of = [v for v in idle if any(_of_speaker(sentence, other, v.cue) for other in voices)]
    voices = [v for v in voices if v not in aside_of]
    if figures and told:
        voices = [voice for voice in voices if not _presupposes(sentence, voice)]
    actors = tuple(within(notes.actors, sentence.span))
    side, whole = aside(sentence, told, figures) or _toll_beside(sentence, told, figures, voices), sentence.span
    if side is not None:
        span = trim(notes.report.text, side.span)
        voice = _teller_of(side, [voice for voice in voices if span in voice.content])
        yield Group(sentence, span, voice, side.frames, _inside(figures, span, None), actors)
        told = [f for f in told if f.trigger not in span]
        figures = [f for f in figures if not _holds(span, f)]
        whole = whole if span.end < sentence.end - 2 else _before(sentence, span)
    kept = _shares(sentence, voices, told, figures)
    heard = {at: voices[at] if at >= 0 else None for at in kept}
    spans = [whole] if len(kept) == 1 else [_reach(sentence, heard[at], share) for at, share in kept.items()]
    spans = [trim(notes.report.text, span) for span in spans]
    for (at, share), span in zip(kept.items(), spans, strict=True):
        voice = heard[at]
        nested = [other for other in spans if other in span and other != span]
        counted = tuple(f for f in _inside(figures, span, voice) if not any(_holds(other, f) for other in nested))
        main, *apart = branches(
            sentence, span, share, Told(counted, within(notes.places, span), within(notes.times, span))
        )
        own = tuple(f for f in counted if not any(_holds(branch.span, f) for branch in apart))
        yield Group(sentence, main.span, voice, main.frames, own, actors)
        for branch in apart:
            teller = None if voice is not None and voice.stance != "asserts" and branch.aside else voice
            yield Group(sentence, branch.span, teller, branch.frames, _inside(counted, branch.span, None), actors)


def _teller_of(side: Branch, voices: Sequence[Attribution]) -> Attribution | None:
    """Who tells what a clause tells on the side: a charge that is made beside a demand is the voice's too."""
    if side.frames[0].type == "accusation":
        return next((replace(voice, stance="accuses") for voice in voices), None)
    return None if side.frames[0].type == "denial" else next((v for v in voices if v.stance == "asserts"), None)


def _toll_beside(
    sentence: Sentence, told: Sequence[Frame], figures: Sequence[Figure], voices: Sequence[Attribution]
) -> Branch | None:
    """The toll that a clause tells beside a truce, where no voice of its own tells it."""
    said = [v.content for v in voices if told and told[0].trigger not in v.content]
    return toll_beside(sentence, told, [f for f in figures if not any(_holds(span, f) for span in said)])


def _at_talks(sentence: Sentence, said: Attribution, frame: Frame) -> bool:
    """Whether talks are only where, or after which, somebody speaks: "said at a meeting of the league"."""
    noun = sentence.words[frame.head]
    under = sentence.words[noun.head]
    if frame.type != "meeting" or not said.voices or noun.dep != "pobj":
        return False
    verb = sentence.words[under.head]
    speaking = verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma in ("speak", "talk")
    spoken = sentence.words[verb.head] if speaking else verb
    return under.lower in ("at", "after", "during") and said.cue.start <= spoken.start < said.cue.end


def _bounded(sentence: Sentence, said: Attribution) -> Attribution:
    """An attribution without what happened while it was said, which nobody demands, threatens or promises."""
    clause = meanwhile(sentence, said.content) if said.stance in AHEAD else None
    if clause is None:
        return said
    content = Span(said.content.start, clause.start)
    return replace(said, content=content, end=content.end if said.end >= clause.end else said.end)


def _before(sentence: Sentence, span: Span) -> Span:
    """What a sentence tells before a stretch at its end, without the comma between them."""
    told = sentence.text[: span.start - sentence.start].rstrip(" ,;")
    told = told.removesuffix(" but").removesuffix(" and").rstrip(" ,;")
    return Span(sentence.start, sentence.start + len(told))


def _shares(
    sentence: Sentence, voices: Sequence[Attribution], told: Sequence[Frame], figures: Sequence[Figure]
) -> dict[int, list[Frame]]:
    """What each voice says that is a claim of its own, by the number of the voice; -1 is the outlet."""
    shares: dict[int, list[Frame]] = {}
    for frame in told:
        shares.setdefault(_voice_of(sentence, voices, frame), []).append(frame)
    if not shares and (figures or voices):
        shares[_teller(voices, figures)] = []
    shares = {at: _headed(sentence, share) for at, share in shares.items()}
    counted = frozenset(_counted(voices, figures))
    alone = {n for n, voice in enumerate(voices) if voice.voices and opens(sentence, voice)}
    shares |= {at: [] for at in counted | alone if at not in shares}
    main = next((at for at, share in shares.items() if told and told[0] in share), None)
    return {
        at: share
        for at, share in sorted(shares.items())
        if at == main
        or not told
        or at in alone
        or (main is not None and _adds(sentence, voices, at, main))
        or (at in counted and counts_beside(told[0], voices[at], figures))
        or (at < 0 and main is not None and main >= 0 and counts_before(share, voices, figures))
        or (at in counted and at >= 0 and told_besides(sentence, voices[at], told[0]))
        or (at in counted and talks_first(sentence, told[0], voices, at))
        or (
            not _chanted(sentence, told[0], voices[at] if at >= 0 else None)
            and _stands(share, told[0], voices[at] if at >= 0 else None, set_against(sentence, voices, at))
        )
    }


def _holds(span: Span, figure: Figure) -> bool:
    return span.start <= figure.start < span.end


def _adds(sentence: Sentence, voices: Sequence[Attribution], at: int, main: int) -> bool:
    """Whether the main thing in a sentence is what a voice adds to what it said: "…, he said, adding that all agreed"."""
    cues = [sentence.words_in(voices[n].cue)[:1] for n in (at, main) if n >= 0]
    if len(cues) < 2 or not cues[0] or not cues[1]:
        return False
    said, added = cues[0][0], cues[1][0]
    return added.tag == "VBG" and added.dep == "advcl" and added.head == said.i


def _teller(voices: Sequence[Attribution], figures: Sequence[Figure]) -> int:
    """The number of the voice that tells what names no act: the first for which somebody vouches, or one whose words hold a
    count; -1 for the outlet where nobody's do: "Chad shelters nine thousand and says it can take no more".
    """
    held = [n for n, v in enumerate(voices) if any(_holds(v.content, f) for f in figures)]
    apart = len(figures) > 0 and all(_before_it(voice, figure) for voice in voices for figure in figures)
    if held or apart or not voices:
        return held[0] if held else -1
    return next((n for n, voice in enumerate(voices) if voice.voices), 0)


def _before_it(voice: Attribution, figure: Figure) -> bool:
    """Whether a count stands between who speaks and the verb by which they do."""
    return voice.speaker is not None and voice.speaker.end <= figure.start and figure.end <= voice.cue.start


def _inside(figures: Sequence[Figure], span: Span, voice: Attribution | None) -> tuple[Figure, ...]:
    """The figures within a span, but for a count of those who speak: "two villagers who had fled said"."""
    told = voice.speaker if voice is not None else None
    if told is not None and (voice is None or told.start < voice.content.end):
        told = None
    return tuple(
        f
        for f in figures
        if span.start <= f.start and f.end <= span.end and (told is None or not told.start <= f.start < told.end)
    )


def _stands(share: Sequence[Frame], head: Frame, voice: Attribution | None, set_against: bool) -> bool:
    """Whether what one voice says beside the head of its sentence is a claim of its own: nearly as strong an act, a count,
    or an act that its words do by themselves: "…, blaming the rebels"."""
    if not share:
        return True
    if voice is not None and voice.stance in DOES and DOES[voice.stance] == share[0].type:
        return share[0].score >= WEAK
    if set_against and share[0].type in SET:
        return share[0].score >= FAINT
    if voice is not None and share[0].type in ADDED and share[0].type != head.type:
        return share[0].score >= PLAIN
    return share[0].score >= max(STRONG, head.score - 0.2)


def _chanted(sentence: Sentence, head: Frame, voice: Attribution | None) -> bool:
    """Whether what is asked for is only what a crowd is out for: "marched through the capital, calling for reforms"."""
    cue = sentence.words_in(voice.cue)[:1] if voice is not None else []
    return head.type == "protest" and any(w.tag == "VBG" and w.dep in ("advcl", "acl") for w in cue)


def _counted(voices: Sequence[Attribution], figures: Sequence[Figure]) -> Iterator[int]:
    """The numbers of the voices that tell the dead, hurt or displaced of which no other voice tells."""
    counts = [f for f in figures if f.measure in COUNTED]
    for at, voice in enumerate(voices):
        told = [v.content for v in voices if v.content in voice.content and v.content != voice.content]
        own = (f for f in counts if not any(_holds(span, f) for span in told))
        if any(_holds(voice.content, f) for f in own):
            yield at


def _headed(sentence: Sentence, share: list[Frame]) -> list[Frame]:
    """The frames with a demand, a charge, or a refusal, first that has the best one as its content: "demanded that they be
    held to account", "paid men to attack the rally", "dismissed the truce as a ruse"; and so what befell those of whom the best
    one only tells what they had done."""
    if not share:
        return share
    above = _above(sentence, share[0].head)
    calls = (
        frame
        for frame in share[1:]
        if (frame.type in LEADING or frame.phenomenon in TURNED_DOWN) and frame.head in above
    )
    first = next(calls, None) or _befell(sentence, share) or share[0]
    return [first, *(frame for frame in share if frame is not first)]


def _befell(sentence: Sentence, share: Sequence[Frame]) -> Frame | None:
    """What befell somebody of whom a clause tells what they had done: "the envoy who had won their release was killed"."""
    verb = sentence.words[share[0].head]
    noun = sentence.words[verb.head]
    if verb.dep != "relcl" or noun.dep != "nsubjpass":
        return None
    return next(
        (frame for frame in share[1:] if frame.head == noun.head and frame.type in (*BLOWS, "casualty_figure")), None
    )


def _above(sentence: Sentence, i: int) -> set[int]:
    """What governs a word as its content."""
    found: set[int] = set()
    word = sentence.words[i]
    while word.head != word.i and word.head not in found and word.dep in CONTENT:
        if word.dep == "ccomp" and sentence.words[word.head].lemma == "tell":
            break
        found.add(word.head)
        word = sentence.words[word.head]
    return found


def _tells(notes: Notes, said: Attribution) -> bool:
    """Whether an attribution carries an assertion or a demand: what is only asked, or asked by the press, does not."""
    if said.stance != "demands":
        return True
    asked = notes.report.text[said.content.start : said.content.end].split(None, 1)[:1]
    return not (asked and asked[0].lower() in QUESTIONS) and not (
        said.voices and all(voice.kind == "media" for voice in said.voices)
    )


def _presupposes(sentence: Sentence, said: Attribution) -> bool:
    """Whether somebody blames what the outlet tells as known: "condemned the raid that killed nine"."""
    cue = sentence.words_in(said.cue)
    return said.stance == "accuses" and any(word.lemma in load_acts().presupposing for word in cue)


def _outermost(voices: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are not told within another one's content."""
    return [
        a
        for a in voices
        if not any(
            a is not b
            and a.cue in b.content
            and a.content != b.content
            and b.cue not in b.content
            and (_vouched(b) or not _vouched(a))
            for b in voices
        )
    ]


def _of_speaker(sentence: Sentence, voice: Attribution, span: Span) -> bool:
    """Whether words only tell who speaks: "a guard who declined to be named said", "the head of cooperation said"."""
    speaker, cue = voice.speaker, sentence.words_in(voice.cue)
    if speaker is None or not voice.voices or not cue or cue[-1].tag == "VBG":
        return False
    return speaker.start <= span.start and span.end <= speaker.end and not speaker.overlaps(voice.content)


def _vouched(said: Attribution) -> bool:
    """Whether somebody vouches: a paper that tells who says so passes it on."""
    return any(voice.kind != "media" for voice in said.voices)


def _voice_of(sentence: Sentence, voices: Sequence[Attribution], frame: Frame) -> int:
    """The number of the attribution whose content or cue holds the frame's trigger; -1 for the outlet itself."""
    best = -1
    for i, voice in enumerate(voices):
        held = voice.content.overlaps(frame.trigger) or voice.cue.overlaps(frame.trigger)
        held = held or staged(sentence, voice, frame)
        if held and (best < 0 or _length(voice.content) < _length(voices[best].content)):
            best = i
    return best


def _reach(sentence: Sentence, voice: Attribution | None, share: Sequence[Frame]) -> Span:
    """The stretch of a claim that shares its sentence: what the voice says, or the clause of the act."""
    if voice is None:
        return Span(share[0].start, share[0].end)
    told = voice.stance == "asserts" and (not share or share[0].trigger in voice.content)
    whole = voice.content if told else Span(voice.start, voice.end)
    reach = Span(max(sentence.start, min(whole.start, _led(sentence, voice))), min(sentence.end, whole.end))
    words = sentence.words_in(reach)
    return Span(words[1].start, reach.end) if _opened_by_that(words) else reach


def _opened_by_that(words: Sequence[Word]) -> bool:
    return len(words) > 1 and words[0].lower == "that" and words[0].dep == "mark"


def _led(sentence: Sentence, voice: Attribution) -> int:
    """Where a saying starts that a place or a time leads: "in Gao, residents said …"."""
    words = sentence.words
    verb = next(iter(sentence.words_in(voice.cue)), None)
    leads = (w for w in words if verb is not None and w.head == verb.i and w.dep == "prep" and w.i < verb.i)
    return next((sentence.subtree(w.i)[0].start for w in leads), voice.content.start)


def _length(span: Span) -> int:
    return span.end - span.start
