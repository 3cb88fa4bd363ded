"""ACLED-shaped events: the 31 columns, with what a machine cannot know left empty and disputes told in the notes.

Fatalities follow ACLED's own rule: the most conservative estimate where sources differ. The order of the two actors is
not direction. Column names and codes: ACLED codebook.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.amounts import CAUTIOUS
from dateline.rows import Row
from dateline.tell.explain import amount, by_whom, measured, source, tolls
from dateline.tell.fields import country, doers, happened, name_of, place, targets
from dateline.tell.foremost import foremost
from dateline.tell.sheet import Column, Desk, Sheet
from dateline.tell.view import View
from dateline.times import Interval
from dateline.words.kinds import STATELY

__all__ = ["ACLED", "fatalities"]

TYPES: Final = {
    "Armed clash": "Battles",
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    "Excessive force against protesters": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
}
"""Sub-event type → event type; every other sub-event is a strategic development."""

DISORDER: Final = {
    "Peaceful protest": "Demonstrations",
    "Protest with intervention": "Demonstrations",
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Violent demonstration": "Demonstrations",
}
"""Sub-event type → disorder type; a strategic development is one by itself, and all else political violence."""

SIDES: Final = {
    "state": 1,
    "military": 1,
    "armed_group": 2,
    "civilians": 7,
    "ngo": 7,
    "monitor": 7,
    "media": 7,
    "intergovernmental": 8,
}
"""Kind of a party → inter code: aid workers, observers and reporters are unarmed, and civilians to ACLED."""

CROWDS: Final = {"Riots": 5, "Protests": 6}
"""The inter code of civilians where they are the crowd of the event."""

ABROAD: Final = 8
"""The inter code of a state outside its own country."""

GEO: Final = {"exact": 1, "near": 2, "admin2": 2, "admin1": 3, "country": 3, "unknown": 3}


VAGUE: Final = {f"vague:{word}": least for word, least in {"some": 3, "several": 3, **CAUTIOUS}.items()}
"""What ACLED counts where only a vague word is told; lower than what we bound such words by."""


MONTH: Final = 31
"""Days to which ACLED knows its events at the widest; what is known to a year alone has no row there."""


def events(view: View, desk: Desk) -> Iterator[Row]:
    """The events dated to a month or closer that ACLED's taxonomy has a sub-event for, and that some claim tells as having happened."""
    for event in view.rows("events"):
        if event["time"] and _days(event) <= MONTH and event["codes"].get("acled") and happened(event, desk):
            yield event


def _days(event: Row) -> float:
    return Interval.parse(event["time"]["from"], event["time"]["to"]).days


def event_type(event: Row) -> str:
    """The event type that its sub-event belongs to."""
    return TYPES.get(event["codes"]["acled"], "Strategic developments")


def disorder(event: Row) -> str:
    """The disorder type of its sub-event.

    >>> disorder({"codes": {"acled": "Mob violence"}}), disorder({"codes": {"acled": "Arrests"}})
    ('Political violence', 'Strategic developments')
    """
    strategic = event_type(event) == "Strategic developments"
    return "Strategic developments" if strategic else DISORDER.get(event["codes"]["acled"], "Political violence")


def fatalities(event: Row, desk: Desk) -> int | None:
    """The most conservative count of the killed, whole where there is one, else the sum of its parts; None where unsaid."""
    killed = tolls(event, "killed")
    whole = [figure for figure in killed if figure["subgroup"] is None]
    lows = [_lowest(figure, desk) for figure in whole or killed]
    return (min(lows) if whole else sum(lows)) if lows else None


def _lowest(figure: Row, desk: Desk) -> int:
    said = [
        own["qualifier"]
        for claim in desk.told_by(figure)
        for own in claim["figures"]
        if own["measure"] == "killed" and own["subgroup"] == figure["subgroup"]
    ]
    if said and all(qualifier in VAGUE for qualifier in said):
        return min(VAGUE[qualifier] for qualifier in said)
    return int(figure["low"] if figure["low"] is not None else figure["best"] or 0)


def time_precision(event: Row) -> int | None:
    """1 a day, 2 a week, 3 a month."""
    if not event["time"]:
        return None
    days = _days(event)
    return 1 if days <= 1 else 2 if days <= 7 else 3


def notes(event: Row, desk: Desk) -> str:
    """The title, the words that tell it best, the ranges, who is accused and who denies, what was hit, and where the reports differ."""
    told = [event["title"].rstrip(".") + ".", *_words(event, desk)]
    told += [f"{measured(f).capitalize()}: {amount(f)}." for f in event["figures"]]
    told += [
        f"{by_whom(event['type'])} {b['name']}"
        + (f", denied by {', '.join(b['denied_by'])}." if b["denied_by"] else ".")
        for b in event["by"]
    ]
    hit = [party["name"] for party in event["to"] if party not in targets(event)]
    told += [f"Acted upon: {', '.join(hit)}."] if hit else []
    told += [f"{c['kind'].capitalize()}: {c['explanation']}" for c in desk.differences(event)]
    return " ".join(told)


def _words(event: Row, desk: Desk) -> Iterator[str]:
    """The words of the claim that tells the event best, and whose report they are from."""
    for claim in foremost(event, desk.told_by(event))[:1]:
        report = desk.row(claim["report"])
        yield f"“{' '.join(claim['text'].split())}”" + (f" ({source(report)})." if report else "")


def inter(event: Row, party: Row | None) -> int | None:
    """ACLED's number of what kind of side a party is in an event; None where that is not known.

    >>> strike = {"codes": {"acled": "Air/drone strike"}, "place": {"country": "SY"}}
    >>> inter(strike, {"kind": "military", "country": "SY"}), inter(strike, {"kind": "military", "country": "TR"})
    (1, 8)
    """
    kind = party and party["kind"]
    if kind == "civilians":
        return CROWDS.get(event_type(event), SIDES[kind])
    here = event["place"] and event["place"]["country"]
    abroad = kind in STATELY and here and party and party["country"] not in (None, here)
    return ABROAD if abroad else SIDES.get(str(kind))


def _inter1(event: Row, desk: Desk) -> int | None:
    return inter(event, next(iter(doers(event, desk)), None))


def _inter2(event: Row, desk: Desk) -> int | None:
    return inter(event, next(iter(targets(event)), None))


def interaction(event: Row, desk: Desk) -> int | None:
    """The two sides' numbers as one, the smaller first; a lone side with a zero."""
    told = sorted(code for code in (_inter1(event, desk), _inter2(event, desk)) if code)
    return None if not told else told[0] * 10 + (told[1] if len(told) == 2 else 0)


def tags(event: Row) -> str:
    """The grade, whether it is only recalled, and the ids of the claims: `dateline explain` shows the words behind each."""
    recalled = ["recalled"] if event["background"] else []
    return "; ".join([f"grade={event['grade']}", *recalled, *(f"claim={name}" for name in event["claims"])])


COLUMNS: Final = (
    Column("event_id_cnty", lambda e, d: e["id"], "the event's id here", "#event+code"),
    Column("event_date", lambda e, d: e["time"]["from"][:10], "its first day", "#date+occurred", "date"),
    Column("year", lambda e, d: e["time"]["from"][:4], "its year", "#date+year", "integer"),
    Column("time_precision", lambda e, d: time_precision(e), "1 day, 2 week, 3 month", "", "integer"),
    Column("disorder_type", lambda e, d: disorder(e), "by sub-event"),
    Column("event_type", lambda e, d: event_type(e), "by sub-event", "#event+type"),
    Column("sub_event_type", lambda e, d: e["codes"]["acled"], "of the claims' phenomenon", "#event+type+sub"),
    Column("actor1", lambda e, d: name_of(e["by"]), "the first who is said to have acted", "#group+name+first"),
    Column(
        "assoc_actor_1",
        lambda e, d: "; ".join(b["name"] for b in e["by"][1:]),
        "others said to have",
        "#group+name+first+assoc",
    ),
    Column(
        "inter1",
        _inter1,
        "1 state, 2 rebel, 5 rioters, 6 protesters, 7 civilians, 8 a state abroad or other",
        "",
        "integer",
    ),
    Column(
        "actor2",
        lambda e, d: name_of(targets(e)),
        "the first acted upon who is somebody; things hit stand in the notes",
        "#group+name+second",
    ),
    Column(
        "assoc_actor_2",
        lambda e, d: "; ".join(p["name"] for p in targets(e)[1:]),
        "others acted upon",
        "#group+name+second+assoc",
    ),
    Column("inter2", _inter2, "as inter1", "", "integer"),
    Column("interaction", interaction, "the two sides' numbers as one, the smaller first", "", "integer"),
    Column(
        "civilian_targeting",
        lambda e, d: "Civilian targeting" if any(p["kind"] == "civilians" for p in targets(e)[:1]) else None,
        "civilians acted upon",
    ),
    Column("iso", lambda e, d: country(e, "numeric"), "ISO 3166 numeric", "", "integer"),
    Column("region", lambda e, d: None, "left empty: ACLED's own regions", "#region+name"),
    Column("country", lambda e, d: country(e, "name"), "name in English", "#country+name"),
    Column("admin1", lambda e, d: place(e, "admin1"), "first-order region", "#adm1+name"),
    Column("admin2", lambda e, d: None, "left empty: not in the packaged gazetteer", "#adm2+name"),
    Column("admin3", lambda e, d: None, "left empty: not in the packaged gazetteer", "#adm3+name"),
    Column("location", lambda e, d: place(e, "name"), "the place as the claims name it", "#loc+name"),
    Column("latitude", lambda e, d: place(e, "lat"), "of the place", "#geo+lat", "number"),
    Column("longitude", lambda e, d: place(e, "lon"), "of the place", "#geo+lon", "number"),
    Column(
        "geo_precision",
        lambda e, d: GEO[str(place(e, "precision"))] if e["place"] else None,
        "1 town, 2 near, 3 region",
        "",
        "integer",
    ),
    Column("source", lambda e, d: "; ".join(e["outlets"]), "outlets that carry it", "#meta+source"),
    Column("source_scale", lambda e, d: None, "left empty: not known of an outlet here"),
    Column("notes", notes, "words, ranges, accusers, denials and differences", "#description"),
    Column("fatalities", fatalities, "the most conservative count", "#affected+killed", "integer"),
    Column("tags", lambda e, d: tags(e), "the grade, and the ids of the claims it rests on"),
    Column("timestamp", lambda e, d: e["first_seen"], "when it was first reported"),
)

ACLED: Final = Sheet(
    "acled",
    COLUMNS,
    events,
    "Events in the 31 columns of ACLED: an event dated to a month or closer, of a kind that ACLED has",
    "acled.csv",
)
