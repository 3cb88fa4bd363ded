"""How alike two claims are, field by field."""

from scenes import claim, report

from dateline.weigh.same.alike import likeness
from dateline.weigh.settled import traits_of


def test_what_is_agreed_of_something_else_keeps_no_saying_away() -> None:
    """A deal on buses says nothing against the mayor's words of who left; a truce does, for he speaks of none."""

    def apart(deal: str) -> float:
        page = report(f"{deal}. The mayor said the last fighters had left the town.")
        told = [
            claim(page, words, kind)
            for words, kind in zip(page.text[:-1].split(". "), ("agreement", "statement"), strict=True)
        ]
        return float(likeness(traits_of(told, {page.id: page}), {}).fields["truce"][0, 1])

    assert apart("Both sides agreed on buses for the families") == 0.0
    assert apart("Both sides agreed on a truce") < 0.0
