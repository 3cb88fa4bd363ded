"""The ledger as four sheets: agreements in the variables of the ETH/PRIO ceasefire data and ours, their states, their breaches, commitments.

In the ETH/PRIO variables −1 stands for what cannot be told from the reports, as in that codebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final

from dateline.rows import Row
from dateline.tell.breaches import acts
from dateline.tell.cited import CITED, parties
from dateline.tell.fields import country
from dateline.tell.sheet import Column, Desk, Sheet
from dateline.tell.view import View

__all__ = ["AGREEMENTS", "BREACHES", "COMMITMENTS", "STATES"]

UNCLEAR: Final = -1
DECLARED: Final = ("agreed", "announced", "in_force")
OVER: Final = ("collapsed", "expired", "ended")
DEFINITIVE: Final = ("peace_agreement",)
HUMANITARIAN: Final = ("humanitarian_pause",)
CEASEFIRES: Final = ("ceasefire", "truce", "de_escalation_zone", "humanitarian_pause")


def _day(agreement: Row, states: tuple[str, ...], field: str, part: int) -> int:
    """Year, month or day (part 0, 1, 2) of the first such state, else of a field of the agreement; −1 where unsaid."""
    dated = [state["date"] for state in agreement["states"] if state["state"] in states and state["date"]]
    moment = (dated or [agreement[field]])[0]
    if moment is None:
        return UNCLEAR
    told = moment.split("/")[0][:10].split("-")
    return int(told[part]) if part < len(told) else UNCLEAR


def _date_columns(prefix: str, states: tuple[str, ...], field: str, meaning: str) -> list[Column]:
    def column(name: str, part: int) -> Column:
        return Column(
            f"{prefix}_{name}", lambda a, d: _day(a, states, field, part), f"{name} {meaning}; −1 unsaid", "", "integer"
        )

    return [column(name, part) for part, name in enumerate(("yr", "month", "day"))]


def _unclear(name: str, why: str) -> Column:
    return Column(name, lambda a, d: UNCLEAR, f"always −1: {why}", "", "integer")


def _last(agreement: Row, field: str) -> object:
    return agreement["states"][-1][field] if agreement["states"] else None


def _purpose(agreement: Row, desk: Desk) -> str | int:
    return "humanitarian" if agreement["kind"] in HUMANITARIAN else UNCLEAR


def _kind(agreement: Row, desk: Desk) -> str | int:
    if agreement["kind"] in DEFINITIVE:
        return "definitive"
    return "non-definitive" if agreement["kind"] in CEASEFIRES else UNCLEAR


AGREEMENT: Final = (
    Column("cf_id", lambda a, d: a["id"], "the agreement's id here"),
    _unclear("ucdp_acd_id", "an id of UCDP's own"),
    _unclear("ucdp_dyad", "an id of UCDP's own"),
    Column("location", lambda a, d: country(a, "name"), "country of its place"),
    Column("actor_name", lambda a, d: parties(a["parties"]), "who is bound by it"),
    *_date_columns("cf_dec", DECLARED, "from", "of the first day it was agreed, announced or in force"),
    *_date_columns("end", OVER, "until", "of its end as told, else as agreed"),
    Column("ceasefire_type", _kind, "definitive, non-definitive, or −1 unclear"),
    Column("purpose_1", _purpose, "humanitarian where it is a pause for aid, else −1"),
    _unclear("purpose_2", "a second purpose is not told apart"),
    Column("mediator_nego", lambda a, d: "yes" if a["mediators"] else UNCLEAR, "yes where somebody brokers it"),
    *(
        _unclear(name, "not read from reports")
        for name in ("implement", "enforcement", "written", "ddr", "nsa_frac", "timing")
    ),
    Column("geography", lambda a, d: a["place"] and a["place"]["name"], "the place it is for"),
    Column("name", lambda a, d: a["name"], "what it is called"),
    Column("kind", lambda a, d: a["kind"], "ceasefire, truce, humanitarian_pause, …"),
    Column("mediators", lambda a, d: parties(a["mediators"]), "who brokers or vouches"),
    Column("from", lambda a, d: a["from"], "first moment of validity as agreed"),
    Column("until", lambda a, d: a["until"], "last moment of validity as agreed"),
    Column("state", lambda a, d: _last(a, "state"), "the last state that was reported"),
    Column("state_since", lambda a, d: _last(a, "date"), "since when"),
    Column(
        "states", lambda a, d: "; ".join(f"{s['state']} {s['date'] or '?'}" for s in a["states"]), "all states in order"
    ),
    Column(
        "breaches",
        lambda a, d: len(acts(a)),
        "acts that some voice calls a breach; told of one day in one event is one act",
        "",
        "integer",
    ),
    Column(
        "breaches_denied",
        lambda a, d: sum(1 for act in acts(a) if act["denied_by"]),
        "of which denied",
        "",
        "integer",
    ),
    Column("terms", lambda a, d: " | ".join(t["text"] for t in a["terms"]), "what it obliges to"),
    Column("extends", lambda a, d: a["extends"], "id of the agreement it extends"),
    *CITED,
)

STATE: Final = (
    Column("agreement", lambda s, d: s["agreement"]["id"], "id of the agreement"),
    Column("name", lambda s, d: s["agreement"]["name"], "what it is called"),
    Column("state", lambda s, d: s["state"], "sought, proposed, agreed, announced, in_force, …"),
    Column("date", lambda s, d: s["date"], "when it began to hold: a day, an instant, or first/last day"),
    Column("by", lambda s, d: parties(s["by"]), "who vouches for it; empty for the outlets"),
    *CITED,
)

BREACH: Final = (
    Column("agreement", lambda b, d: b["agreement"]["id"], "id of the agreement"),
    Column("name", lambda b, d: b["agreement"]["name"], "what it is called"),
    Column("event", lambda b, d: b["event"], "id of the event, where it is one"),
    Column("date", lambda b, d: b["date"], "the day of the act"),
    Column("accused", lambda b, d: parties(b["accused"]), "who is said to have broken it"),
    Column("accuser", lambda b, d: parties(b["accuser"]), "who says so; empty for the outlets"),
    Column("denied_by", lambda b, d: parties(b["denied_by"]), "who denies it"),
    *CITED,
)

COMMITMENT: Final = (
    Column("id", lambda c, d: c["id"], "id"),
    Column("kind", lambda c, d: c["kind"], "deadline, ultimatum, demand, promise or threat"),
    Column("who", lambda c, d: parties(c["who"]), "who commits, demands or threatens"),
    Column("toward", lambda c, d: parties(c["toward"]), "toward whom"),
    Column("what", lambda c, d: c["what"], "what is to be done"),
    Column("due", lambda c, d: c["due"], "day or instant by which"),
    Column("condition", lambda c, d: c["condition"], "on which condition"),
    Column("consequence", lambda c, d: c["consequence"], "what is threatened"),
    Column("outcome", lambda c, d: c["outcome"], "open, met, missed, superseded or unknown"),
    Column("evidence", lambda c, d: "; ".join(c["evidence"]), "ids of the claims that show the outcome"),
    *CITED,
)


def _listed(listed: Callable[[Row], list[Row]], view: View) -> Iterator[Row]:
    """Each state or breach of each agreement, with its agreement."""
    for agreement in view.rows("agreements"):
        for told in listed(agreement):
            yield {**told, "agreement": agreement}


AGREEMENTS: Final = Sheet(
    "agreements",
    AGREEMENT,
    lambda v, d: v.rows("agreements"),
    "Agreements: ETH/PRIO ceasefire variables, then ours",
    "agreements.csv",
)
STATES: Final = Sheet(
    "states", STATE, lambda v, d: _listed(itemgetter("states"), v), "States of agreements over time", "states.csv"
)
BREACHES: Final = Sheet(
    "breaches", BREACH, lambda v, d: _listed(acts, v), "Reported breaches of agreements", "breaches.csv"
)
COMMITMENTS: Final = Sheet(
    "commitments",
    COMMITMENT,
    lambda v, d: v.rows("commitments"),
    "Deadlines, demands, promises, threats",
    "commitments.csv",
)
