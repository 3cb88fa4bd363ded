"""Why: the words, the rule and the reasons behind anything that has an id, as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from dateline.model import Agreement
from dateline.phenomena.types import INSTRUMENTS
from dateline.record import Record
from dateline.rows import Row, noun
from dateline.tell.breaches import acts
from dateline.tell.foremost import foremost
from dateline.times import day_of
from dateline.weigh.ledger.as_of import as_of, disputed, last_told, quiet_since, voices
from dateline.words.measures import load_measures

__all__ = ["explain", "standing"]

AROUND: Final = 90
"""Characters of the report shown on either side of a claim's words."""


OUTCOMES: Final = {
    "open": "no due day has passed in the reports, and none shows an end",
    "unknown": "it was due, and the reports do not tell what became of it",
    "met": "later reports tell that it was done",
    "missed": "later reports tell that it was not done, or that it was broken",
    "superseded": "later reports tell that another date took its place",
}
"""Why an outcome stands, in words."""


BASES: Final = {
    "given": "as whoever collected it says",
    "stated": "as the page says",
    "caption": "by the day of a caption",
    "weekday": "by a weekday that it names",
    "sibling": "by other reports of its story",
}
"""How the day of a publication is known, in words."""


DONE: Final = {"demand": "Demanded by", "meeting": "Held by", "statement": "Said by", "threat": "Made by"}
"""How the doers of an event are told where it is laid to nobody's charge."""


def basis(published: Row) -> str:
    """How the day of a publication is known, behind the day; empty where none is known.

    >>> basis({"from": "2020-01-09", "basis": "sibling"}), basis({"from": None, "basis": "none"})
    (' (by other reports of its story)', '')
    """
    return f" ({BASES[published['basis']]})" if published["basis"] in BASES else ""


def plain(code: str) -> str:
    """A label of the contract as words.

    >>> plain("single_voice"), plain("de_escalation_zone"), plain("vague:dozens")
    ('single voice', 'de-escalation zone', 'dozens')
    """
    return code.replace("de_escalation", "de-escalation").replace("_", " ").replace("vague:", "")


def explain(record: Record, subject: str) -> str | None:
    """What the record holds under an id, each statement with the words it rests on; None where it holds nothing."""
    found = record.find(subject)
    if found is None:
        return None
    table, told = found
    return "\n".join(_WAYS[table](record, told))


def standing(record: Record, subject: str, day: date) -> str | None:
    """What the ledger answers for an agreement and a day, by all voices and by each; None where the id is no agreement's."""
    found = record.find(subject)
    if found is None or found[0] != "agreements":
        return None
    return "\n".join([f"{subject}: {found[1]['name']}", *_standing(noun(Agreement, found[1]), day)])


def words_of(report: Row, start: int, end: int) -> str:
    """The words of a span, marked, with some of the text around them on one line."""
    text = report["text"]
    before = " ".join(text[max(0, start - AROUND) : start].split())
    after = " ".join(text[end : end + AROUND].split())
    return f"…{before} »{' '.join(text[start:end].split())}« {after}…"


def source(report: Row) -> str:
    """What to call the source of a report: its outlet, else the last part of the path or address it came by."""
    return str(report["outlet"] or report["key"].rstrip("/").rsplit("/", 1)[-1])


def names(parties: list[Row]) -> str:
    """Parties by name, an either-or told as such."""
    return (" or " if any(party.get("either") for party in parties) else ", ").join(party["name"] for party in parties)


def amount(figure: Row) -> str:
    """A figure's bounds in words.

    >>> amount({"low": 8, "best": 8, "high": None}), amount({"low": 8, "best": 11, "high": None})
    ('at least 8', 'at least 8 (best 11)')
    """
    low, best, high = (None if figure[name] is None else f"{figure[name]:,.0f}" for name in ("low", "best", "high"))
    if low == high:
        return best or "unsaid"
    if high is None:
        return f"at least {low}" if best in (low, None) else f"at least {low} (best {best})"
    return f"up to {high}" if low is None else f"{low} to {high} (best {best})"


def measured(figure: Row) -> str:
    """What a figure counts: its measure, of whom, and what is counted where it might be people and is not.

    >>> measured({"measure": "killed", "subgroup": "children", "unit": "people"})
    'killed, children'
    >>> measured({"measure": "displaced", "subgroup": None, "unit": "households"})
    'displaced, households'
    """
    known = load_measures().measures.get(figure["measure"])
    unit = None if known is None or "people" not in known.units else figure.get("unit")
    return ", ".join(
        plain(told) for told in (figure["measure"], figure.get("subgroup"), unit) if told and told != "people"
    )


def tolls(event: Row, measure: str) -> list[Row]:
    """The figures of a measure that an event has, over all people or some of them; households are no people.

    >>> fled = {"measure": "displaced", "subgroup": None, "best": 7000}
    >>> [one["best"] for one in tolls({"figures": [{**fled, "unit": "households", "best": 900}, fled]}, "displaced")]
    [7000]
    """
    return [f for f in event["figures"] if f["measure"] == measure and f.get("unit", "people") == "people"]


def toll(event: Row, measure: str) -> Row | None:
    """The figure of a measure over all people that an event has, or None."""
    return next((figure for figure in tolls(event, measure) if figure["subgroup"] is None), None)


def counted(n: int, what: str, many: str | None = None) -> str:
    """A number of things, `many` where an s makes no plural.

    >>> counted(1, "claim"), counted(1200, "claim"), counted(2, "address", "addresses")
    ('1 claim', '1,200 claims', '2 addresses')
    """
    return f"{n:,} {what if n == 1 else many or f'{what}s'}"


def by_whom(kind: str) -> str:
    """How the doers of a type of event are told: a truce is made, talks are held, a raid is laid to somebody's charge.

    >>> by_whom("agreement"), by_whom("demand"), by_whom("airstrike")
    ('Made by', 'Demanded by', 'Said to be by')
    """
    return "Made by" if kind in INSTRUMENTS else DONE.get(kind, "Said to be by")


def vouching(event: Row) -> str:
    """How many stand behind an event: independent voices, the reports that carry them, and the outlets that are known of those.

    >>> vouching({"voices": ["a monitor", "the mayor"], "reports": ["r1"], "outlets": []})
    '2 independent voices, 1 report'
    """
    voices, reports, outlets = (len(event[name]) for name in ("voices", "reports", "outlets"))
    told = [counted(voices, "independent voice"), counted(reports, "report")]
    return ", ".join([*told, counted(outlets, "outlet")] if outlets else told)


def clock(first: str, last: str | None, said: Callable[[date], str] = date.isoformat) -> str:
    """A moment of a day to the minute, or the hours between which it lies: never more exact than it was told. `said` writes a day.

    >>> clock("2020-01-15T17:00:00", "2020-01-16T00:00:00"), clock("2020-03-06T00:00:00", "2020-03-06T00:01:00")
    ('2020-01-15, 17:00 to 24:00', '2020-03-06, 00:00')
    """
    begins = f"{said(day_of(first))}, {first[11:16]}"
    length = datetime.fromisoformat(last) - datetime.fromisoformat(first) if last and "T" in last else timedelta(0)
    if last is None or length <= timedelta(minutes=1):
        return begins
    if length <= timedelta(1):
        return f"{begins} to {'24:00' if last[11:16] == '00:00' else last[11:16]}"
    return f"{begins} to {said(day_of(last))}, {last[11:16]}"


def sure(confidences: Mapping[str, float]) -> str:
    """How sure each field of a claim is, the most doubtful first.

    >>> sure({"type": 0.8, "place": 0.62})
    'place 0.62, type 0.80'
    """
    return ", ".join(
        f"{name} {value:.2f}" for name, value in sorted(confidences.items(), key=lambda item: (item[1], item[0]))
    )


def _claim(record: Record, claim: Row) -> Iterator[str]:
    report = _row(record, claim["report"])
    yield f"{claim['id']}: a claim of {claim['type']} in {source(report)}"
    yield f"  words       {words_of(report, claim['start'], claim['end'])}"
    yield f"  who says so {names(claim['speaker']) or 'the outlet itself'}" + (
        f", through {claim['via']}" if claim["via"] else ""
    )
    yield f"  how         {claim['stance']}, {claim['modality']}" + (", background" if claim["background"] else "")
    for label, field in (("by", "by"), ("to", "to")):
        if claim[field]:
            yield f"  {label:<11} {names(claim[field])}"
    if claim["place"]:
        place = claim["place"]
        yield f"  where       {place['name']} ({place['precision']}), from the words {place['text']!r}"
    if claim["time"]:
        time = claim["time"]
        yield f"  when        {time['from'] or 'not resolved'}, from the words {time['text']!r}"
    for figure in claim["figures"]:
        yield f"  figure      {plain(figure['measure'])} {amount(figure)} {plain(figure['subgroup'] or figure['unit'])}, from the words {figure['text']!r}"
    yield f"  confidence  {claim['confidence']:.2f}"
    if claim.get("confidences"):
        yield f"  field by field {sure(claim['confidences'])}"
    yield from (f"  because     {reason}" for reason in claim["because"])


def _event(record: Record, event: Row) -> Iterator[str]:
    yield f"{event['id']}: {event['title']} ({event['type']}, {event['grade']})"
    yield f"  told by     {vouching(event)}{': ' if event['voices'] else ''}{', '.join(event['voices'])}"
    for figure in event["figures"]:
        yield f"  figure      {measured(figure)} {amount(figure)}; {figure['rule']}"
    done = by_whom(event["type"]).lower().removesuffix(" by")
    for by in event["by"]:
        denied = f"; denied by {', '.join(by['denied_by'])}" if by["denied_by"] else ""
        yield f"  {done:<11} by {by['name']}, in {counted(len(by['claims']), 'claim')}{denied}"
    yield from (f"  because     {reason}" for reason in event["because"])
    known = (found[1] for name in event["claims"] if (found := record.find(name)) is not None)
    for claim in foremost(event, known):
        yield from ("    " + line for line in _short(record, claim["id"]))


def _contradiction(record: Record, contradiction: Row) -> Iterator[str]:
    yield f"{contradiction['id']}: {contradiction['kind']} over {contradiction['field']}"
    yield f"  {contradiction['explanation']}"
    for value in contradiction["values"]:
        yield f"  {value['value']}"
        for name in value["claims"]:
            yield from ("    " + line for line in _short(record, name))


def _agreement(record: Record, agreement: Row) -> Iterator[str]:
    yield f"{agreement['id']}: {agreement['name']} ({agreement['kind']}), {agreement['from'] or '?'} to {agreement['until'] or '?'}"
    yield f"  parties     {names(agreement['parties']) or 'unsaid'}; mediators {names(agreement['mediators']) or 'unsaid'}"
    for state in agreement["states"]:
        yield f"  {state['state']:<11} {state['date'] or '?'}, says {names(state['by']) or 'the outlet'}"
        for name in state["claims"]:
            yield from ("    " + line for line in _short(record, name))
    for act in acts(agreement):
        yield f"  breach      {act['date'] or '?'}, {names(act['accused']) or 'nobody named'} accused by {names(act['accuser']) or 'the outlet'}"
        for name in act["claims"]:
            yield from ("    " + line for line in _short(record, name))
    for reason in agreement["because"]:
        yield f"  because     {reason}"
        yield from ("    " + line for line in _short(record, reason.partition(" ")[0]))
    told = noun(Agreement, agreement)
    day = last_told(told)
    yield from _standing(told, day) if day is not None else ()


def _standing(agreement: Agreement, day: date) -> Iterator[str]:
    """The state at the end of a day: by all that is told, and for each voice by what it says itself."""
    apart = "; voices differ on whether it stands" if disputed(agreement, day) else ""
    told = quiet_since(agreement, day)
    quiet = f"; last heard of on {told}" if told is not None else ""
    yield f"  as of {day}  {_state(agreement, day, None)}{apart}{quiet}"
    for voice in voices(agreement):
        yield f"    says {voice}: {_state(agreement, day, voice)}"


def _state(agreement: Agreement, day: date, voice: str | None) -> str:
    return plain(as_of(agreement, day, voice) or "not heard of yet")


def _commitment(record: Record, commitment: Row) -> Iterator[str]:
    who, due = names(commitment["who"]) or "nobody named", commitment["due"] or "at no said time"
    yield f"{commitment['id']}: {commitment['kind']} by {who}, due {due}: {commitment['outcome']}"
    yield f"  {commitment['what']}"
    for label in ("condition", "consequence"):
        if commitment[label]:
            yield f"  {label:<11} {commitment[label]}"
    yield f"  because     {OUTCOMES[commitment['outcome']]}"
    for label, field in (("said in", "claims"), ("shown by", "evidence")):
        for name in commitment[field]:
            yield f"  {label}"
            yield from ("    " + line for line in _short(record, name))


def _report(record: Record, report: Row) -> Iterator[str]:
    published = report["published"]
    yield f"{report['id']}: {report['title'] or report['key']}, {report['outlet'] or 'outlet unknown'}"
    yield f"  published   {published['from'] or 'unknown'}{basis(published)}"
    yield f"  story       {report['story']}" + (
        f"; {report['copy_of']['kind']} copy of {report['copy_of']['report']}" if report["copy_of"] else ""
    )
    if report.get("version_of"):
        yield f"  version of  {report['version_of']}"
    for change in record.rows("revisions"):
        if change["report"] == report["id"]:
            yield f"  changed     {change['id']}: {change['explanation']}"
    yield from (f"  note        {note}" for note in report["notes"])
    yield from (f"  {part['part']:<11} {part['start']}..{part['end']}" for part in report["parts"])


def _revision(record: Record, change: Row) -> Iterator[str]:
    yield f"{change['id']}: {change['explanation']}"
    for label, report in (("before", change["before"]), ("now", change["report"])):
        told = _row(record, report)
        yield f"  {label:<11} {report} in {source(told)}, {told['url'] or told['key']}"
    for name in change["claims"]:
        yield from ("  " + line for line in _short(record, name))


def _short(record: Record, name: str) -> Iterator[str]:
    """A claim in two lines: who says it, and the words."""
    found = record.find(name)
    if found is not None:
        claim = found[1]
        report = _row(record, claim["report"])
        yield f"{name} {source(report)}, {names(claim['speaker']) or 'the outlet itself'} {claim['stance']}:"
        yield f"  {words_of(report, claim['start'], claim['end'])}"


def _row(record: Record, subject: str) -> Row:
    found = record.find(subject)
    if found is None:
        raise KeyError(subject)
    return found[1]


_WAYS: Final[dict[str, Callable[[Record, Row], Iterator[str]]]] = {
    "claims": _claim,
    "events": _event,
    "contradictions": _contradiction,
    "agreements": _agreement,
    "commitments": _commitment,
    "revisions": _revision,
    "reports": _report,
}
