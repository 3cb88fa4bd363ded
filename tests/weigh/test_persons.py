"""Who of those that speak is one person."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from scenes import claim, event_of, report

from dateline.model import Claim, Report
from dateline.weigh import weigh
from dateline.weigh.persons import one_person


def _said(page: Report, by: str) -> Claim:
    told = claim(page, page.text[:-1], "airstrike", at="Harmin", day="2018-03-06", speaker=by, to="market")
    return replace(told, speaker=tuple(replace(party, kind="person") for party in told.speaker))


def _voices(*speakers: str) -> list[str]:
    pages = [
        report(f"Jets bombed the market of Harmin, {who} said.", outlet=f"Outlet {n}") for n, who in enumerate(speakers)
    ]
    claims = [_said(page, who) for page, who in zip(pages, speakers, strict=True)]
    return sorted(event_of(weigh(pages, claims), claims[0]).voices)


def test_a_surname_and_a_spelling_are_no_other_witness() -> None:
    """One mayor under three names is one voice; another mayor of that surname is another."""
    assert _voices("Kyrylo Brenchuk", "Brenchuk", "Kirilo Brenchuk", "Kyrylo Brenchuk") == ["Kyrylo Brenchuk"]
    assert len(_voices("Ivo Solt", "Mira Solt")) == 2


def test_a_surname_that_two_have_is_nobody_s() -> None:
    """Where two of one surname speak, the surname alone stays what it is."""
    assert one_person(Counter({"Ivo Solt": 3, "Mira Solt": 2, "Solt": 1})) == {
        "Ivo Solt": "Ivo Solt", "Mira Solt": "Mira Solt", "Solt": "Solt",
    }  # fmt: skip


def test_who_is_described_before_the_name_is_the_same() -> None:
    """A post before the name makes no other witness."""
    assert _voices("Pavlo Brenchuk", "head of the Harmin district Pavlo Brenchuk") == ["Pavlo Brenchuk"]


def test_a_bare_post_is_who_alone_holds_it() -> None:
    """The governor of one outlet is the governor whom another one names; of two governors neither; a governor is nobody."""

    def voices(*told: tuple[str, str]) -> list[str]:
        pages = [report(f"Jets bombed the market of Harmin, {text} said.", outlet=text) for text, _ in told]
        claims = [_said(page, name) for page, (_, name) in zip(pages, told, strict=True)]
        for n, (text, _) in enumerate(told):
            claims[n] = replace(claims[n], speaker=(replace(claims[n].speaker[0], text=text),))
        return sorted(event_of(weigh(pages, claims), claims[0]).voices)

    named = ("regional governor Pavlo Brenchuk", "Pavlo Brenchuk")
    assert voices(named, ("the governor", "governor")) == ["Pavlo Brenchuk"]
    assert voices(named, ("a governor", "governor")) == ["Pavlo Brenchuk", "governor"]
    assert "governor" in voices(named, ("Governor Ivo Solt", "Ivo Solt"), ("the governor", "governor"))
