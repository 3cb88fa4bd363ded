"""What changed between two versions of a page."""

from dataclasses import replace

import pytest

from dateline.model import Claim, Figure, Part, Party, Published, Report, Span
from dateline.weigh.revisions import revisions

FIRST = "Floods in the delta killed nine people on Monday, the river board said. Two ferries sank."
LATER = "Floods in the delta killed six people on Monday, the river board said. Two ferries sank."


def report(name: str, text: str, title: str = "Delta under water", *notes: str, before: str | None = None) -> Report:
    return Report(
        name,
        name,
        name,
        text,
        (Part(0, len(text), "body"),),
        Published(None, "none"),
        title,
        notes=notes,
        version_of=before,
    )


def claim(
    of: Report, text: str, figures: tuple[Figure, ...] = (), speaker: str = "river board", kind: str = "casualty_figure"
) -> Claim:
    start = of.text.index(text)
    said = (Party(speaker, speaker),) if speaker else ()
    return Claim(
        f"{of.id}:{start}",
        of.id,
        start,
        start + len(text),
        text,
        kind,
        Span(start, start + 1),
        figures=figures,
        speaker=said,
    )


def killed(best: float, text: str, low: float | None = None) -> Figure:
    return Figure("killed", low or best, best, best, "exact", 0, 1, text)


A, B = report("a", FIRST), report("b", LATER, before="a")
WAS, NOW = claim(A, FIRST[:70], (killed(9, "nine people"),)), claim(B, LATER[:69], (killed(6, "six people"),))


def test_a_lowered_toll_is_told() -> None:
    """What it was, what it is, which way it went, and that the page is silent about it."""
    (told,) = revisions((A, B), (WAS, NOW))

    assert (told.kind, told.field, told.turn, told.was, told.now) == (
        "figure",
        "killed",
        "lowered",
        "nine people",
        "six people",
    )
    assert (told.report, told.before, told.claims, told.admitted) == ("b", "a", ("a:0", "b:0"), False)
    assert told.explanation.endswith("the page does not say that it was changed")


def test_an_outlet_that_owns_up_is_told_apart() -> None:
    """A correction that the earlier version lacks admits the change; one that both bear admits nothing."""
    note = "a correction: Correction: six people died, not nine."
    owned, old = replace(B, notes=(note,)), replace(A, notes=(note,))

    assert [told.admitted for told in revisions((A, owned), (WAS, NOW))] == [True]
    assert [told.admitted for told in revisions((old, owned), (WAS, NOW))] == [False]


@pytest.mark.parametrize(
    ("other", "kind", "turn"),
    [
        (replace(NOW, figures=(killed(12, "twelve people"),)), "figure", "raised"),
        (replace(NOW, figures=()), "figure", "dropped"),
        (replace(NOW, figures=WAS.figures, speaker=()), "voice", "dropped"),
        (replace(NOW, figures=WAS.figures, speaker=(Party("mayor", "mayor"),)), "voice", "changed"),
        (replace(NOW, figures=WAS.figures, by=(Party("army", "army"),)), "doer", "added"),
        (replace(NOW, figures=WAS.figures, stance="denies"), "stance", "changed"),
    ],
)
def test_each_field_is_compared(other: Claim, kind: str, turn: str) -> None:
    """A figure, who says it, who did it, how it is said."""
    assert [(told.kind, told.turn) for told in revisions((A, B), (WAS, other))] == [(kind, turn)]


def test_claims_come_and_go() -> None:
    """A claim without one like it in the other version is gone, or new."""
    ferry = claim(A, "Two ferries sank.", kind="other", speaker="")

    assert [(told.kind, told.turn) for told in revisions((A, B), (WAS, ferry, replace(NOW, figures=WAS.figures)))] == [
        ("claim", "dropped")
    ]
    assert [(told.kind, told.turn) for told in revisions((A, B), (NOW,))] == [("claim", "added")]


def test_a_headline_and_plain_words() -> None:
    """Another headline is told; other words around the same claims are told once; other furniture is nothing."""
    retitled = replace(B, title="Six dead in delta", text=FIRST, parts=A.parts)
    reworded = report("b", FIRST + " It rained.", before="a")
    framed = replace(reworded, parts=(Part(0, len(FIRST), "body"), Part(len(FIRST), len(reworded.text), "furniture")))

    assert [told.kind for told in revisions((A, retitled), ())] == ["headline"]
    assert [told.kind for told in revisions((A, reworded), ())] == ["words"]
    assert revisions((A, framed), ()) == ()


def test_order_plays_no_part() -> None:
    """The same changes come out whichever way reports and claims go in; a version whose first is missing is none."""
    assert revisions((A, B), (WAS, NOW)) == revisions((B, A), (NOW, WAS))
    assert revisions((B,), (NOW,)) == ()
