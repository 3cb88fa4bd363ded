"""Reports in rows and documents of JSON, in tables and in mailboxes, whatever their columns are called."""

import json

import pytest

from dateline.model import Report, Unread
from dateline.read import read_bytes

MILL = "A mill burned in Tel Zamar on Friday, its owner said."
POST = "From desk@hill.example Mon May  3 10:00:00 2021\nFrom: Hill Desk <desk@hill.example>\nSubject: {}\nDate: Mon, 3 May 2021 10:00:00 +0000\n\n{}\n\n"


def reports(data: bytes, hint: str) -> list[Report]:
    """The reports in some bytes, all of which can be read."""
    found = list(read_bytes(data, "k", hint))
    assert all(isinstance(one, Report) for one in found), found
    return [one for one in found if isinstance(one, Report)]


@pytest.mark.parametrize(
    "row",
    [
        {"maintext": MILL, "date_publish": "2021-05-03", "source_domain": "Hill Post", "title": "Mill burns"},
        {"content": MILL, "publishedAt": "2021-05-03", "source": {"id": None, "name": "Hill Post"}, "headline": "Mill burns"},
        {"Full Text": MILL, "Publication Date": "2021-05-03", "Publisher": "Hill Post", "Article Title": "Mill burns"},
        {"text": "", "body": MILL, "published": "2021-05-03", "outlet": "Hill Post", "title": "Mill burns"},
    ],
    ids=["collector", "service", "spreadsheet", "own name left empty"],
)  # fmt: skip
def test_columns_have_many_names(row: dict[str, object]) -> None:
    """What collectors, services and people call a field fills it, in a line of JSON as in a table."""
    (found,) = reports(json.dumps(row).encode(), ".jsonl")
    assert (found.text, found.title, found.outlet, found.published.basis) == (MILL, "Mill burns", "Hill Post", "given")


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("document", ["list", "answer", "nested"])
def test_one_document_holds_many_reports(document: str, indent: int | None) -> None:
    """A list of reports, and the list in an answer of a service, are read in whatever way they are laid out."""
    rows = [{"title": "Mill burns", "body": MILL}, {"title": "Mill again", "body": MILL}]
    told = {
        "list": rows,
        "answer": {"status": "ok", "articles": rows},
        "nested": {"response": {"pages": 1, "results": rows}},
    }
    found = reports(json.dumps(told[document], indent=indent).encode(), ".json")
    assert [one.title for one in found] == ["Mill burns", "Mill again"]


def test_rows_stay_rows() -> None:
    """A broken first line makes no document of the lines below it, and the columns of a row without a text are told."""
    found = list(read_bytes(f'{{"a": \n{json.dumps({"text": MILL})}\n{{"a": 1, "b": 2}}\n'.encode(), "k", ".jsonl"))
    assert [type(one) for one in found] == [Unread, Report, Unread]
    assert isinstance(found[2], Unread)
    assert found[2].detail.endswith("but a, b")


@pytest.mark.parametrize("empty", ["", None, 5])
def test_a_row_whose_text_is_none_is_told_so(empty: object) -> None:
    """It has the column, so the lack of the column is not what is told."""
    (found,) = read_bytes(json.dumps({"text": empty, "outlet": "Hill Post"}).encode(), "k", ".jsonl")
    assert isinstance(found, Unread)
    assert found.detail == 'the row has no words in "text"'


@pytest.mark.parametrize("hint", [".mbox", None])
def test_each_message_of_a_mailbox_is_a_report(hint: str | None) -> None:
    """A mailbox is known by its name or its first line; a quoted "From" in a message parts nothing."""
    box = POST.format("Mill burns", MILL) + POST.format("Mill again", f"{MILL}\n>From the hill came smoke.")
    found = list(read_bytes(box.encode(), "k", hint))
    assert [one.title for one in found if isinstance(one, Report)] == ["Mill burns", "Mill again"]
    assert isinstance(found[1], Report)
    assert "\nFrom the hill" in found[1].text
