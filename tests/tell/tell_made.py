"""A small made-up record: an air strike on a clinic, a flight, a truce and its breach, told by three invented outlets."""

from dataclasses import replace

from dateline.model import (
    Agreement,
    Breach,
    Claim,
    Commitment,
    Contradiction,
    Event,
    EventFigure,
    Figure,
    Judgement,
    Part,
    Party,
    Perpetrator,
    Place,
    Published,
    Report,
    Span,
    State,
    Term,
    Time,
    Unread,
    Value,
)
from dateline.record import Record
from dateline.rows import mention_row, row
from dateline.times import Interval

TEXT = {
    "a": "Planes bombed the Orchard clinic in Tel Zamar on 3 May, killing at least nine people, said nurse Rima Haddou.",
    "b": "=SUM(1) The army denied that its planes bombed Tel Zamar. Karim Odeh, 12, was among four dead, residents said.",
    "c": "Some 7,000 people fled from Tel Zamar. The Blue Front accused shopkeeper Samir Qadi of guiding the planes.\nThe truce of 1 May was broken.",
}
ZAMAR = {"name": "Tel Zamar", "id": "geonames:1", "country": "SY", "admin1": "Idlib", "lat": 35.91234, "lon": 36.71234}


CHANGED = {
    "id": "revision:1", "report": "report:b", "before": "report:a", "url": None, "outlet": "Ridge Radio", "kind": "figure", "field": "killed",
    "turn": "lowered", "was": "nine", "now": "four", "admitted": False, "claims": ["claim:1", "claim:3"], "explanation": "The figure of killed was lowered.",
}  # fmt: skip
"""What one version of a page says otherwise than the one before it."""


def spot(text: str, said: str) -> Place:
    """The place a claim names."""
    at = text.index(said)
    return Place(at, at + len(said), said, radius_km=2.0, precision="near", **ZAMAR)


def party(text: str, said: str, kind: str = "other", facility: str | None = None, name: str | None = None) -> Party:
    """A party as a text names it."""
    at = text.index(said)
    return Party(name or said, said, at, at + len(said), None, kind, None, False, facility)


def claim(name: str, report: str, said: str, kind: str, **more: object) -> Claim:
    """A claim over the words `said` of a report."""
    at = TEXT[report].index(said)
    made = Claim(f"claim:{name}", f"report:{report}", at, at + len(said), said, kind, Span(at, at + 4))
    return replace(made, **more)


def figure(
    report: str, said: str, measure: str, low: float | None, best: float, high: float | None, how: str
) -> Figure:
    """A figure over the words `said` of a report."""
    at = TEXT[report].index(said)
    return Figure(measure, low, best, high, how, at, at + len(said), said)


def claims() -> list[Claim]:
    """The claims of the made-up record."""
    a, b, c = TEXT["a"], TEXT["b"], TEXT["c"]
    day = Time(
        a.index("3 May"), a.index("3 May") + 5, "3 May", "DATE", "2021-05-03", Interval.parse("2021-05-03", None)
    )
    return [
        claim("1", "a", a, "airstrike", to=(party(a, "the Orchard clinic", facility="hospital"),), place=spot(a, "Tel Zamar"),
              time=day, figures=(figure("a", "at least nine people", "killed", 9, 9, None, "at_least"),),
              speaker=(party(a, "nurse Rima Haddou", "person", name="Rima Haddou"),), confidence=0.9),
        claim("2", "b", "=SUM(1) The army denied that its planes bombed Tel Zamar.", "denial", by=(party(b, "The army", "military", name="Army"),),
              place=spot(b, "Tel Zamar"), stance="denies"),
        claim("3", "b", "Karim Odeh, 12, was among four dead, residents said.", "casualty_figure", to=(party(b, "Karim Odeh", "person"),),
              figures=(figure("b", "four dead", "killed", 4, 4, 4, "exact"),)),
        claim("4", "c", "Some 7,000 people fled from Tel Zamar.", "displacement_figure", place=replace(spot(c, "Tel Zamar"), lat=35.5, lon=36.5),
              figures=(figure("c", "Some 7,000 people", "displaced", 7000, 7000, 7000, "about"),)),
        claim("5", "c", "The Blue Front accused shopkeeper Samir Qadi of guiding the planes.", "accusation", by=(party(c, "Samir Qadi", "person"),),
              speaker=(party(c, "The Blue Front", "armed_group", name="Blue Front"),), stance="accuses"),
        claim("6", "c", "The truce of 1 May was broken.", "ceasefire_violation"),
    ]  # fmt: skip


def events() -> list[Event]:
    """The events of the made-up record."""
    place = spot(TEXT["a"], "Tel Zamar")
    may3 = Interval.parse("2021-05-03", None)
    killed = EventFigure("killed", None, 4, 9, 9, ("claim:1", "claim:3"), "lowest to highest of two voices")
    fled = EventFigure("displaced", None, 7000, 7000, 7000, ("claim:4",), "one voice")
    strike = Event("event:1", "airstrike", "Airstrike, Tel Zamar, 3 May 2021", ("claim:1", "claim:2", "claim:3"), ("report:a", "report:b"),
                   ("Hill Post", "Ridge Radio"), ("Rima Haddou", "residents"), place, may3, (killed,),
                   (Perpetrator("Army", None, ("claim:2",), ("Army",)),), (party(TEXT["a"], "the Orchard clinic", facility="hospital"),),
                   "contested", {"acled": "Air/drone strike", "plover": "ASSAULT", "who": "violence with heavy weapons"}, "2021-05-04", False)  # fmt: skip
    flight = Event("event:2", "displacement_figure", "Displacement figure, Tel Zamar, 4 May 2021", ("claim:4",), ("report:c",),
                   ("Vale Wire",), ("Vale Wire",), replace(place, lat=35.5, lon=36.5), Interval.parse("2021-05-04", None), (fled,), (), (), "single_voice", {}, "2021-05-05", False)  # fmt: skip
    blame = replace(flight, id="event:3", type="accusation", title="Accusation, 4 May 2021", claims=("claim:5",), figures=(), place=None,
                    by=(Perpetrator("Samir Qadi", None, ("claim:5",)),))  # fmt: skip
    return [
        strike,
        flight,
        blame,
        replace(blame, id="event:4", type="ceasefire_violation", claims=("claim:6",), title="Breach", by=()),
    ]


def ledger() -> tuple[Agreement, Commitment]:
    """The truce and the demand of the made-up record."""
    army, front = Party("Army", "the army"), Party("Blue Front", "the Blue Front")
    truce = Agreement("agreement:1", "May truce", "ceasefire", (army, front), (), replace(spot(TEXT["a"], "Tel Zamar"), lat=35.5, lon=36.5), "2021-05-01", "2021-05-10",
                      (Term("Guns fall silent.", (army,), ("claim:6",)),), (State("in_force", "2021-05-01", (), ("claim:6",)),
                      State("violated", "2021-05-03/2021-05-04", (front,), ("claim:6",))),
                      (Breach("claim:6", "event:4", (army,), (front,), "2021-05-03", (army,)),), None, ("claim:6",))  # fmt: skip
    demand = Commitment("commitment:1", "deadline", (front,), (army,), "Withdraw from the hill, at once; or else", "2021-05-09",
                        None, None, ("claim:6",), "open", ())  # fmt: skip
    return truce, demand


def made(store: Record) -> Record:
    """Put the made-up record into a store."""
    told = claims()
    reports = [
        Report(f"report:{name}", f"/home/someone/{name}.txt", name * 64, text, (Part(0, len(text), "body"),),
               Published(Interval.parse(f"2021-05-0{day}", None), "given"), f"Title {name}", outlet, url=url, language="en", story="story:1")
        for (name, text), day, outlet, url in zip(TEXT.items(), (4, 4, 5), ("Hill Post", "Ridge Radio", "Vale Wire"),
                                                  ("https://hill.example/1", None, None), strict=True)
    ]  # fmt: skip
    for report in reports:
        own = [c for c in told if c.report == report.id]
        mentions = [mention_row(report.id, c.place) for c in own if c.place]
        store.keep([(row(report), mentions, [row(c) for c in own])])
    store.keep_unread(Unread("blank.txt", "empty", "the file holds no text"))
    truce, demand = ledger()
    differ = Contradiction("contradiction:1", "event:1", "killed", "conflict", (Value("9", ("claim:1",)), Value("4", ("claim:3",))),
                           "Rima Haddou counts nine dead, residents four.")  # fmt: skip
    store.judge(Judgement("event:1", "accept", "ada", "2021-05-06T10:00:00+00:00", "seen the pictures"))
    store.derive(
        {
            "reports": map(row, reports),
            "claims": map(row, told),
            "events": map(row, events()),
            "contradictions": [row(differ)],
            "agreements": [row(truce)],
            "commitments": [row(demand)],
            "revisions": [CHANGED],
        }
    )
    return store
