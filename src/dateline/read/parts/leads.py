"""What is run into one line: the headline again, agency, date, tags and dateline before a story, its credits behind it.

Scrapes often lose a page's line breaks. A line is split only where the evidence is clear, and every piece keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.model import Part, PartName, Span
from dateline.text import fold
from dateline.words.dates import dates
from dateline.words.furniture import cue_of
from dateline.words.outlets import agency_pattern

__all__ = ["AHEAD", "lone_dateline", "opening", "split_line"]

AHEAD = 700
"""Characters at the head and at the foot of a line in which a masthead or a footer may hide."""

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
ANNOUNCED = re.compile(
    rf"[\s,|]*(?:(?:date of publication|publication date|date|first published|published|(?:[\w.'-]+ ){{0,3}}posted|updated|(?:page |story )?last updated|last modified|created|issued)(?: (?:on|at))?:?\s*)?"
    rf"(?:{WEEKDAY}\.?,?\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
BY = re.compile(r"\s*by (?:the )?(?:[A-Z][\w.'-]*|and|of)(?: (?:[A-Z][\w.'-]*|and|of))*?(?= (?:[A-Z0-9]|$))")
CREDITED = re.compile(r"(?:By|From) (?:the )?(?:[A-Z][\w.'-]+ ){0,3}(?:(?:Wire )?(?:Staff|Writers?|Correspondents?|Reporters?)\b|[A-Z][\w.'-]+(?:, [A-Z]{2,}[\w.' ]{0,40}?(?:Correspondent|Staff|Editor|Producer|Writer))?)")  # fmt: skip
PERSON = r"[A-Z][\w.'-]+(?: (?:[A-Z][\w.'-]+|al|el|de|van|bin)){1,3}"
WRITTEN = re.compile(
    r"\s*By (?:the )?(?:[A-Z][\w.'-]+ ){1,3}(?:[Ww]ires? )?[Ss]taff(?= +[A-Z\"'])"
    rf"|\s*By {PERSON}(?:, {PERSON}){{0,4}}(?: and {PERSON})?(?:,|,?(?: --?)? (?:Special to|[Ff]or)) [A-Z]{{3,}}(?: (?:[A-Z]\w+ ){{0,3}}(?:Correspondent|Producer|Editor|Analyst|Writer))?(?= +[A-Z\"'])"
)
"""Who wrote a story, at its head: "By the DPN Wire Staff", "By Ana Ruiz and Adam Oumar, DPN"."""
CAPTIONED = re.compile(r"(?:(?<=[.\"'])\s*\([^()]{0,40}\b(?:[Aa]gencies|AFP|AP|Reuters|EPA|Getty(?: Images)?|[Aa]rchives?|[Pp]hoto|File)\b[^()]{0,30}\)|\s\((?:[Aa]rchives?|[Ff]ile(?: [Pp]hoto)?)\))(?=\s+[A-Z\"])")  # fmt: skip
MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
SHORT_MONTH = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
"""Months as monitors of broadcasts write them: "MARENGA, 12 NOV 94 (RADIO MARENGA) --"."""
SIGNED = r"\((?!(?:File|Archives?|Photo|Update[sd]?)\b)[A-Z][\w.&'-]*(?: (?:of |and )?[A-Z][\w.&'-]*){0,4}\)"
"""A name in brackets: who signs a dateline."""
NO_PLACE = r"(?:UPDATED?|WATCH|VIDEO|LIVE|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|EXPLAIN(?:ER|ED)|NOTE|WARNING|PHOTOS?|PICTURES?|ALSO|MORE|READ|RELATED|EDITORIAL|INTERVIEW|FEATURE|COMMENT|DISCLAIMER|SOURCES?|FACTS?|TIMELINE|KEY|IMPORTANT|JUST|NEWS|REPORT|LATEST|NEW|FULL|TOP|ALERT|PRESS|STATEMENT|SUMMARY|BACKGROUND|HIGHLIGHTS|OVERVIEW|QUESTION|ANSWER|SEARCH|HOME|MENU|SHARE|TAGS|TOPICS|CONTENTS|CREDITS?|PHOTO|FROM|BY|THE|MRS?|MS|DR|NATO|UNHCR|UNICEF|OCHA)\b"
"""Words in capitals with a colon that name no place."""
BARE = re.compile(
    r"\s*[A-Z\u00c0-\u00de]{3,}(?:[ -][A-Z\u00c0-\u00de]{3,}){0,2}(?= (?:The|An?|At|In|On|As|After|Some|Several|Many|More|Most|Scores|Dozens|Hundreds|Thousands|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) [a-z])"
)
"""A place in capitals that has lost its dash: the sentence behind it begins with a word that no name goes on with."""
NAMED_DAY = re.compile(rf"(?:(?:published|posted)(?: on)?:?\s+)?\b{WEEKDAY}\b\.?,?\s+\Z", re.IGNORECASE)
"""A weekday, and what announces it, right before a date."""
AT = re.compile(r"\bat\b|\A\d{1,2}[:.]\d\d")
"""A clock told as a sentence tells it, or before its date."""
PLACED = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'-]+(?:[ /][A-Z\u00c0-\u00de.'-]+|, [A-Z][\w.]+){0,6}\s*\|\s*\Z"
)
"""A place in capitals, set off from the stamp behind it."""
HEADED = re.compile(
    r"\s*(?:[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'-]+(?:[ /][A-Z\u00c0-\u00de.'-]+|, [A-Z][\w.]+){0,6}|[A-Z][\w.'-]+(?:,? [A-Z][\w.'-]+){0,2})\s*\|"
)
"""A place or a name at the head of a line, set off from the stamp behind it."""
SENTENCES = re.compile(r"[a-z]{3}[.!?] [A-Z]|[a-z]{3}\.\Z")
STOP = re.compile(r"[.!?][\"')]*\s+(?=[A-Z\"'])")
TAGS = re.compile(r"\s*(?:Tags|Topics|Keywords|Filed under)\b:?\s+")
TAGGED = re.compile(r"(?<=[.!?\"'])\s+(?=(?:Tags|Topics|Keywords) [A-Z])")
LONE = re.compile(
    rf"\s*(?!{NO_PLACE})(?:[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.' -]{{2,30}}(?:, [A-Z][\w. ]+)?:|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?, (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})[.:]?)\s*"
)
"""A dateline that is a line of its own."""
SET_OFF = re.compile(r"\s?[-|\u2014](?=\s?[A-Z\"'])")
"""What sets a stamp off from the story it was run into."""
ZONES = re.compile(r"(?:\s+\d{1,2}:\d\d(?:\s*[ap]m)?)?(?:\s+(?:GMT|UTC|EDT|EST|BST|CET|EET|ET|PT|MSK|local time))?", re.IGNORECASE)  # fmt: skip
NUMERIC = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")
CLOSING = re.compile(r"Read (?:Also|More)|Facebook|Twitter|WhatsApp|Google\+|Email|Print|Share|Tweet|Follow|Copyright|\u00a9|\(c\)|rights reserved|[Ss]ource|contributed|(?:[Ww]ith|Additional) [a-z ]{4,24}(?:from|by) |appeared|published|(?:-|\u2014|\()\s*\w[\w /,]{1,40}\)?\.?\s*\Z")  # fmt: skip
FOOTER = re.compile(
    r"\s+(?:Read (?:Also|More)|(?:Facebook|Twitter|WhatsApp|Google\+|Email|Print|Share)(?: (?:Facebook|Twitter|Like|Follow|Share|Tweet|Email|Print|WhatsApp|Google\+))*"
    r"|(?:Facebook )?(?:Like|Follow|Share|Tweet)(?: (?:Like|Follow|Share|Tweet))+ .*"
    r"|(?:Copyright|\u00a9|\(c\)) [^.]{0,4}(?:19|20)\d\d .*|.{0,60}All rights reserved.*)\s*$",
)  # fmt: skip


@cache
def city() -> re.Pattern[str]:
    """A dateline: capitals or a name, a date or none, who signs in brackets or nobody, and a dash.

    Whoever signs after a place in capitals is taken for an agency; after a place written as a name it must be a known one, or a
    date must stand between. A place and a full date need nobody who signs: "Lissen, 4 March 2021 - ".
    """
    name = r"[A-Z][A-Za-z\u00c0-\u024f.'-]*"
    place = rf"(?:{name}(?: (?:{name}|al|el|de|of)){{0,3}}(?:[,/] ?{name}(?: {name}){{0,2}}){{0,2}})"
    agency = rf"\((?:{agency_pattern()})(?:[ /,-][\w .,/-]{{0,40}})?\)"
    day = rf"(?:(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? (?:19|20)\d\d)?)"
    dated = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? (?:19|20)\d\d"
    dash = r"\s*\.?(?:\u2014|\u2013|--|-|:)(?=\s)"
    named = r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?"
    capitals = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'/ -]{2,40}(?:, (?!(?i:" + MONTH + r"\b))[A-Z][\w.]+){0,2}"
    short = rf"(?i:{MONTH}|{SHORT_MONTH}) \d\d"
    monitored = (
        rf"{capitals}(?: \([A-Z .-]{{2,30}}\))?, \d{{1,2}} {short}(?: \([A-Z][^()]{{1,60}}\))?\s*(?:--|-|\u2014)(?=\s)"
    )
    return re.compile(
        rf"(?:(?!(?:On|By|In|At|Since|Until|After|Before|From|For|The|Last|Late|Early)\b){place},\s*{dated}\s*(?:\u2014|--|\u2013|-)(?=\s)|{place}\s*,?\s*(?:{day},?\s*)?{agency}(?:\s*,?\s*{day})?{dash}|{place},\s*{day},?\s*{SIGNED}{dash}"
        rf"|(?!{NO_PLACE}){capitals}(?:, {named})?:(?=\s+[A-Z\"'])|(?:{capitals}|{place}),\s*{day}\s*:(?=\s)"
        rf"|{capitals}(?:, {named})?,\s*{day}[,.]?\s*(?:/[A-Z][\w. -]{{1,30}}/|[A-Z]{{3,}})\.(?=\s)"
        rf"|\({capitals}\)\s*(?:\u2014|--|-)(?=\s)|(?!(?i:{NO_PLACE})){named}(?:, {named})?\s*(?:\u2014|--| - )\s*(?=[A-Z\"'][\w' ]{{2,}})"
        rf"|{monitored}|{capitals}(?:,?\s+{day})?,?\s*(?:{agency}|{SIGNED})?\s*(?:\u2014|--|\u2013| - )(?=\s|\w)|{agency}{dash})"
    )


@cache
def alone() -> re.Pattern[str]:
    """An agency by itself at the head of a line."""
    return re.compile(rf"\s*(?:{agency_pattern()})(?=\s*[,|]?\s+(?:{WEEKDAY}\b|\d|A |An |The ))", re.IGNORECASE)


@cache
def signed() -> re.Pattern[str]:
    """An agency in brackets before a dash: what a dateline that is run into a line must have."""
    return re.compile(rf"\((?:{agency_pattern()})\b[^)]{{0,40}}\)\s*(?:\u2014|--|-|:)\s")


@cache
def credit() -> re.Pattern[str]:
    """A credit at the end of a line: "- REUTERS", "(AFP)", "Source: News Agencies", "Agencies contributed"."""
    agency = rf"(?i:{agency_pattern()})"
    return re.compile(
        rf"(?:\s*(?<=[\s.\"'?!])(?:-+|\u2014)\s*{agency}(?:/{agency})*|\s*\(\s*{agency}(?:\s*[/,]\s*{agency})*\s*\)|\s+Source:? ?[\w ]{{2,30}}? and agencies|\s*\(Source: [^)]{{2,80}}\)"
        rf"|\s+[-(\u2014]*(?:[Ww]ith (?:reporting|files|additional reporting|contributions|inputs?|material)|Additional reporting) (?:from|by) (?:the )?{agency}(?:(?:,| and|/) ?(?:the )?{agency})*\)?"
        rf"|\s+Source: [\w ,./&-]{{2,60}}|\s+(?:[Aa]gencies|{agency}) contributed(?: to this (?:report|story|article))?"
        rf"|\s+This (?:article|story|report) (?:first |originally )?(?:appeared|was (?:first |originally )?published)\b[^.!?]{{0,80}}?(?:\b\d\d?[.:]\d\d\b[^.!?]{{0,40}})?\b(?:19|20)\d\d)\.?\s*$"
    )


def opening(line: str) -> int:
    """Where the date ends that a page opens with, before what was run into its line; 0 where it opens with none.

    >>> opening("date 2021-03-04 The mill burned."), opening("On 4 March 2021 the mill burned."), opening("4 March 2021")
    (15, 0, 0)
    """
    found = _stamp(line[:AHEAD], len(line) <= AHEAD, None)
    return found[0] if found is not None and line[found[0] :].strip(" |,;-") else 0


def lone_dateline(line: str) -> bool:
    """Whether a line holds nothing but a dateline: a place in capitals and a colon, or a place and a day."""
    return LONE.fullmatch(line) is not None


def split_line(text: str, span: Span, part: PartName, title: str | None) -> Iterator[Part]:
    """The parts of one line, of a folded text, that is `part` in the main; `title` is the headline where one is known."""
    start = span.start
    for piece in _ahead(text, span, title):
        yield piece
        start = piece.end
    end, behind = _behind(text, Span(start, span.end))
    if start < end:
        yield from _within(text, Span(start, end), part)
    yield from behind


def _within(text: str, span: Span, part: PartName) -> Iterator[Part]:
    """A story's line without the summary and tags, and the caption, that were run into its opening."""
    start = span.start
    head = text[start : min(span.end, start + AHEAD)]
    tags = next((m for m in TAGGED.finditer(head) if _tags(head[m.start() :])), None)
    if tags is not None:
        length, _ = _tags(head[tags.start() :]) or (0, "furniture")
        yield Part(start, start + tags.start(), "standfirst")
        yield Part(start + tags.start(), start + tags.start() + length, "furniture")
        start += tags.start() + length
        head = head[tags.start() + length :]
    caption = CAPTIONED.search(head)
    if caption is not None:
        stops = [m.end() for m in STOP.finditer(head, 0, max(0, caption.start() - 1))]
        begins = stops[-1] if stops else 0
        if begins:
            yield Part(start, start + begins, part)
        yield Part(start + begins, start + caption.end(), "caption")
        start += caption.end()
    if start < span.end:
        yield Part(start, span.end, part)


def _ahead(text: str, span: Span, title: str | None) -> Iterator[Part]:
    """The masthead in front of a story, piece after piece, until something is none of it."""
    at, limit = span.start, min(span.end, span.start + AHEAD)
    while at < limit:
        head = text[at:limit]
        whole = at + len(head) == span.end
        found = _title(head, title) or _agency(head) or _stamp(head, whole, title) or _tags(head) or _writers(head)
        found = found or _clocked(head)
        if found is None:
            break
        length, name = found
        yield Part(at, at + length, name)
        at += length
    yield from _dated(text, at, limit, span.end)


def _dated(text: str, at: int, limit: int, end: int) -> Iterator[Part]:
    """The dateline, and what stands before it: credit and headlines."""
    head = text[at:limit]
    match = city().match(head.lstrip()) if at < limit else None
    announces = match is not None and match[0].endswith(":") and signed().search(head, match.end()) is not None
    if match is not None and not announces:
        yield Part(at, at + len(head) - len(head.lstrip()) + match.end(), "dateline")
        return
    bare = BARE.match(head) or (LONE.fullmatch(head) if at + len(head) == end else None)
    if bare is not None:
        yield Part(at, at + bare.end(), "dateline")
        return
    if signed().search(head) is None:
        return
    match = next((m for m in city().finditer(head) if "(" in m.group()), None)
    if match is None or re.search(r"[a-z]{3}[.!?] [A-Z]", head[: match.start()].replace("...", "   ")):
        return
    by = CREDITED.match(head)
    after = by.end() if by else 0
    if after:
        yield Part(at, at + after, "byline")
    if head[after : match.start()].strip():
        yield Part(at + after, at + match.start(), "headline")
    yield Part(at + (match.start() if head[after : match.start()].strip() else after), at + match.end(), "dateline")


def _title(head: str, title: str | None) -> tuple[int, PartName] | None:
    """The headline said again."""
    said = fold(title).strip() if title else ""
    lead = len(head) - len(head.lstrip())
    if len(said) < 12 or not head[lead:].lower().startswith(said.lower()):
        return None
    end = lead + len(said)
    return (end + (head[end : end + 1] in ".:|-"), "headline") if head[end : end + 1] in " .:|-" else None


def _agency(head: str) -> tuple[int, PartName] | None:
    """An agency's name by itself, before a date or a capital that begins a sentence."""
    match = alone().match(head)
    return (match.end(), "byline") if match else None


def _writers(head: str) -> tuple[int, PartName] | None:
    """Who wrote the story, run into its first line."""
    match = WRITTEN.match(head)
    return (match.end(), "byline") if match else None


def _stamp(head: str, whole: bool, title: str | None) -> tuple[int, PartName] | None:
    """A date that stands by itself: announced or bare, and not the beginning of a sentence; and who signs after it."""
    told = next((s for s, _ in dates(head[:160])), None)
    if told is None:
        dotted = NUMERIC.search(head[:40])
        told = Span(*dotted.span()) if dotted else None
    if told is None:
        return None
    before = head[: told.start]
    place = HEADED.match(before)
    if not ANNOUNCED.match(before[place.end() :] if place else before):
        return None
    zone = ZONES.match(head, told.end)
    end = max(told.end, zone.end() if zone else 0)
    dash = SET_OFF.match(head, end)
    end = dash.end() if dash else end
    again = head.find(fold(title).strip(), end, end + 80 + len(title)) if title else -1
    by = BY.match(head, end)
    end = again if again > end and head[end : end + 4] == " by " else by.end() if by else end
    after = head[end:].lstrip(" |,;-")
    return (end, "byline") if (whole and not after) or after[:1].isupper() or after[:1] in "\"'(*" or after[:1].isdigit() else None  # fmt: skip


def _clocked(head: str) -> tuple[int, PartName] | None:
    """What stands before a stamp with its clock, which no sentence holds: the headline, the summary, a caption."""
    for span, when in dates(head):
        told = head[span.start : span.end]
        named = NAMED_DAY.search(head, 0, span.start)
        if when.days >= 1 or AT.search(told) or (named is None and when.offset is None):
            continue
        placed = PLACED.search(head, 0, named.start() if named else span.start)
        start = placed.start() if placed else named.start() if named else span.start
        before = head[:start].strip()
        if not before or before.endswith(
            (" on", " by", " since", " until", " before", " after", "(", "pdated", "pdated:")
        ):
            continue
        cue = cue_of(before[:400])
        return start, cue.part if cue is not None else "standfirst" if SENTENCES.search(before) else "headline"
    return None


def _tags(head: str) -> tuple[int, PartName] | None:
    """A run of tags: names and nouns without a verb, up to the sentence that follows them."""
    match = TAGS.match(head)
    if match is None:
        return None
    stop = re.compile(r"\.\s+(?=[A-Z])").search(head, match.end(), match.end() + 160)
    if stop and len(head[match.end() : stop.start()].split()) <= 16:
        return stop.end(), "furniture"
    opening = re.compile(r"(?<= )(?:[A-Z][\w-]* (?=(?:[\w-]+ ){0,2}(?:and|of|in|to|on|the|a|has|have|had|was|were|is|are|said|killed) )|(?:At|More|A|An|The|In|On|Some|Two|Three|Dozens)\b)").search(head, match.end())  # fmt: skip
    return (opening.start(), "furniture") if opening else None


def _behind(text: str, span: Span) -> tuple[int, tuple[Part, ...]]:
    """Where the story ends, and what is run on behind it."""
    end, parts = span.end, []
    found = True
    while found:
        low = max(span.start, end - AHEAD)
        tail = text[low:end]
        found = False
        for pattern, name in ((FOOTER, "furniture"), (credit(), "byline")):
            match = pattern.search(tail) if CLOSING.search(tail) else None
            if match and match.start() > 40 and match.end() > match.start():
                part: PartName = "furniture" if name == "furniture" else "byline"
                parts.append(Part(low + match.start(), end, part))
                end, found = low + match.start(), True
                break
    return end, tuple(reversed(parts))
