"""Who says what: the words of saying, each with its examples, and voices across sentences."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from heard import found, spans
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.words.lemmas import lemma

pytestmark = pytest.mark.model
TABLE = tomllib.loads(files("dateline.words").joinpath("speech.toml").read_text("utf-8"))
GROUPS: list[dict[str, Any]] = [*TABLE["verbs"], *TABLE["nouns"], *TABLE["adjectives"], *TABLE["idioms"]]
MARK = re.compile(r"\[([scx]) |\]")


def unmarked(marked: str) -> tuple[str, dict[str, str]]:
    """A sentence without its marks, and the words that each mark holds."""
    text, opened, held, last = "", [], {}, 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match[1]:
            opened.append((match[1], len(text)))
        else:
            name, start = opened.pop()
            held[name] = text[start:]
    return text + marked[last:], held


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["lemmas"][0])
def test_words_of_saying_are_found(group: dict[str, Any]) -> None:
    """Each group of words gives the marked words to the marked speaker."""
    for example in group["examples"]:
        text, held = unmarked(example)
        assert (held.get("s"), held["c"], held["x"]) in spans(text), spans(text)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["lemmas"][0])
def test_words_of_saying_are_refused(group: dict[str, Any]) -> None:
    """Where a word says nothing, none of its group is a cue."""
    for refusal in group["refusals"]:
        cues = [cue.lower().split()[0] for _, cue, _ in spans(refusal) if cue]
        bases = {lemma(cue, tag) for cue in cues for tag in ("VBD", "VBG", "VBZ", "NNS", "NN")}
        assert not bases & set(group["lemmas"])


@pytest.mark.parametrize(
    ("text", "names", "content"),
    [
        ("The dam burst, according to the White Helmets.", ["White Helmets (Syrian Civil Defence)"], "The dam burst"),
        ("According to Oxfam, the dam burst.", ["Oxfam"], "the dam burst"),
        (
            "Ankara said it would mend nine locks on the canal, but would not dredge it.",
            ["Turkey"],
            "it would mend nine locks on the canal, but would not dredge it",
        ),
        (
            "The Danish army said it had lost 18 killed and 33 wounded since dawn.",
            ["Danish armed forces"],
            "it had lost 18 killed and 33 wounded since dawn",
        ),
        (
            "Petra Lindqvist, tending a closed shop, said two barges had sunk.",
            ["Petra Lindqvist"],
            "two barges had sunk",
        ),
        (
            "Two barges sank in the lock near Odense, Petra Lindqvist from the river guild said.",
            ["Petra Lindqvist"],
            "Two barges sank in the lock near Odense",
        ),
        (
            "The flood killed more than ninety villagers, rescue workers and provincial officials say.",
            ["rescue workers", "provincial officials"],
            "The flood killed more than ninety villagers",
        ),
        ("The bridge, Ankara said, will stay shut.", ["Turkey"], "The bridge, Ankara said, will stay shut"),
        (
            "Two barges sank near the lock the Norwegian Refugee Council said.",
            ["Norwegian Refugee Council"],
            "Two barges sank near the lock",
        ),
        (
            "Petra Lindqvist, head of the clinic, told Reuters the ward was full.",
            ["Petra Lindqvist"],
            "the ward was full",
        ),
        (
            '"Who will dig the wells?" asked Sen. Petra Lindqvist, who wants an inquiry.',
            ["Petra Lindqvist"],
            '"Who will dig the wells?"',
        ),
    ],
)
def test_who_speaks(text: str, names: list[str], content: str) -> None:
    """Speakers stand before, within and behind their words; a list of them is heard whole."""
    told = {tuple(v.name for v in a.voices): text[a.content.start : a.content.end] for a in found(text)}

    assert told.get(tuple(names)) == content, told


def test_a_quotation_goes_on() -> None:
    """The rest of a quotation belongs to who began it."""
    text = '"We need pumps," Mayor Petra Lindqvist said. "We need them today."'

    (told,) = found(text)
    assert told.direct
    assert [v.name for v in told.voices] == ["Petra Lindqvist"]
    assert text[told.content.start : told.content.end] == text


def test_a_statement_speaks_for_its_maker() -> None:
    """What a statement reads was said by whoever issued it."""
    text = "Oxfam said the wells were dry. The statement added that trucks had been turned back."

    assert [[v.name for v in a.voices] for a in found(text)] == [["Oxfam"], ["Oxfam"]]


def test_the_agency_is_a_channel() -> None:
    """Whoever is told is the way the words came, not the voice."""
    told = found("A doctor told Reuters that the ward was full.")

    assert [(a.via, [v.name for v in a.voices]) for a in told] == [("Reuters", ["doctor"])]


def test_a_statement_within_a_statement() -> None:
    """Words handed on by another keep both voices."""
    told = found("The mayor said the miners claimed that the shaft had flooded.")

    assert len(told) == 2
    assert told[0].content.start < told[1].content.start
    assert told[1].content in told[0].content


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya denied that its planes had crossed the line.", "denies"),
        ("Kenya blamed Uganda for the raid.", "accuses"),
        ("Kenya called for calm.", "demands"),
        ("Kenya threatened to shut the border.", "threatens"),
        ("Kenya vowed to reopen the road.", "promises"),
        ("Kenya said the road was open.", "asserts"),
    ],
)
def test_stances(text: str, stance: str) -> None:
    """The cue tells what kind of saying it is."""
    assert [(a.stance, a.voices[0].name) for a in found(text)] == [(stance, "Kenya")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Niger blamed for fire at depot", "Niger"),
        ("Pilots told to wait", "Pilots"),
        ("Navy accused of ramming trawler", "Navy"),
        ("The militia accused of the arson fled.", "militia"),
        ("A clerk criticised over late wages left.", "clerk"),
    ],
)
def test_whoever_is_accused_does_not_accuse(text: str, meant: str) -> None:
    """A verb that has lost its "was" gives its words to no one, least of all to whoever it is said of."""
    assert not [attribution for attribution in found(text) if attribution.voices]
    assert not [speaker for speaker, _, _ in spans(text) if speaker and meant in speaker]


def test_whoever_accuses_does() -> None:
    """The same verbs with an object are their subject's words."""
    (said,) = found("Niger blamed a neighbour for the fire at its depot.")
    assert [voice.name for voice in said.voices] == ["Niger"]


def test_beliefs_have_no_voice() -> None:
    """A belief is an attribution whose content nobody vouches for."""
    (told,) = found("Kenya believes the dam will hold.")

    assert told.speaker is not None
    assert told.voices == ()


def test_what_no_one_claims() -> None:
    """A word of the outlet's own caution leaves the speaker open."""
    (told,) = found("Nine herders were reportedly detained.")

    assert told.speaker is None
    assert told.voices == ()


def test_the_us_is_a_state() -> None:
    """ "US" speaks as a state, "us" as whoever was asked."""
    (told,) = found("The US said the dam was safe.")

    assert [voice.name for voice in told.voices] == ["United States"]


def test_a_verb_shares_the_object_of_the_next() -> None:
    """What was "promised and then broken" is what was promised."""
    (told,) = spans("Niger promised and then broke a truce on Friday.")

    assert told == ("Niger", "promised", "a truce")


def test_the_subject_within_what_is_said_says_nothing() -> None:
    """ "… arguing that the government had promised" makes no speaker of the government for all that stands before."""
    told = spans("Two kings dismissed the plan, arguing that the government had promised and then broken a truce.")

    assert ("Two kings", "arguing", "that the government had promised and then broken a truce") in told
    assert not any(content.startswith("Two kings") for _, _, content in told)


def test_blame_within_what_another_says() -> None:
    """Who blames whom is kept within another's words, whether a clause follows or not."""
    told = spans("No one claimed responsibility for the fire, which the army blamed on smugglers.")

    assert "blamed on" in [cue for _, cue, _ in told]


def test_an_aside_about_the_speaker_does_not_take_the_rest() -> None:
    """A quotation that goes on is the quoted one's, whatever the sentence adds about who that is."""
    told = spans("“The dam will hold,” said the mayor, who thinks the river calm. “It always did.”")

    assert ("the mayor", "said") in [(s, c) for s, c, x in told if x.endswith("“It always did.”")]


def test_what_is_set_against_what_is_said() -> None:
    """What follows ", while" is told by the outlet."""
    told = spans("The mayor said the dam was safe, while engineers said it was not.")

    assert told == [("The mayor", "said", "the dam was safe"), ("engineers", "said", "it was not")]


def test_who_is_cited_says_it() -> None:
    """A paper that cites an officer as saying something passes it on: the officer says it, once."""
    (told,) = spans("The agency cited an army officer as saying nine sheep had died.")

    assert told == ("an army officer", "saying", "nine sheep had died")


def test_quoted_at_the_end() -> None:
    """ "…, officials were quoted as saying" hands on what stands before it."""
    told = spans("Two ferries sank, port officials were quoted as saying by the Interfax news agency.")

    assert ("port officials", "saying", "Two ferries sank") in told


def test_a_past_tense_taken_for_a_participle() -> None:
    """A clause whose verb the parser takes for a participle is still what the ministry says."""
    told = spans(
        "Air strikes on a school killed nine pupils in a town on Friday despite a “calm zone” there a monitor said."
    )

    assert [(s, x.startswith("Air strikes")) for s, _, x in told] == [("a monitor", True)]


def test_a_question_demands_nothing() -> None:
    """Who asks a question asks for nothing to be done; who asks somebody to do something does."""
    (question,) = found("“What truce?” asked a nurse.")
    (request,) = found("A nurse asked the guards to leave.")

    assert (question.stance, request.stance) == ("asserts", "demands")


def test_to_go_on_is_no_saying() -> None:
    """ "Continued to" hands on no words."""
    assert not found("The herders continued to move north.")


def test_a_word_may_lead_into_the_rest_of_a_quotation() -> None:
    """ "But lately “…”" goes on with what the last one quoted said."""
    told = spans("“The dam holds,” the mayor said. But lately “it has leaked in two places.”")

    assert [(s, c) for s, c, x in told if x.endswith("two places.”")] == [("the mayor", "said")]


def test_what_a_relative_pronoun_says() -> None:
    """Of "who said tanks had come" the tanks say nothing."""
    told = spans("“The port burns,” according to a nurse, who said tanks and trucks rolled in and the raid went on.")

    assert not any(s is not None and "tanks" in s and c == "said" for s, c, _ in told)


def test_a_body_named_after_others_speaks_for_itself() -> None:
    """A body whose name ends with others is no one of them."""
    (told,) = found("The Committee to Protect Journalists has documented the deaths of nine men.")

    assert [voice.name for voice in told.voices] == ["Committee to Protect Journalists"]


WORDS = st.sampled_from(
    '" said , . told Reuters that according to the mayor he denied : “ ” claims of Oxfam reportedly and'.split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_attributions_are_words_of_the_report(words: list[str]) -> None:
    """Every attribution is exactly the text between its ends and holds its speaker, cue and content."""
    text = " ".join(words)
    for told in found(text):
        assert text[told.start : told.end] == told.text
        assert all(told.start <= s.start < s.end <= told.end for s in (told.speaker, told.cue, told.content) if s)


def test_what_is_gone_on_with_is_said() -> None:
    """Who goes on to say something says it; what is only tried is nobody's word."""
    (gone,) = found("Mayor Petra Lindqvist went on to describe the flooded mill.")
    (tried,) = found("Mayor Petra Lindqvist tried to describe the flooded mill.")

    assert [v.name for v in gone.voices] == ["Petra Lindqvist"]
    assert tried.voices == ()


def test_a_colon_hands_on_what_stands_below() -> None:
    """A sentence that ends with a colon announces the paragraph below it."""
    text = "The council said in a statement:\nThe bridge will stay shut. Ferries will run."

    told = {text[a.content.start : a.content.end] for a in found(text)}
    assert told == {"The bridge will stay shut. Ferries will run"}


def test_what_somebody_was_asked() -> None:
    """A question tells its words, and is not the answer's."""
    text = "Asked whether the dam was safe, Petra Lindqvist said the engineers had no doubt."

    assert ("Asked", "whether the dam was safe") in {(cue, said) for _, cue, said in spans(text)}


def test_a_name_after_a_colon_may_open_what_is_said() -> None:
    """A transcript's turn may start with a name."""
    text = "LINDQVIST: Oxfam has not sent us any pumps."

    assert spans(text)[0][:2] == ("LINDQVIST", ":")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The depot is empty, the Dutch ambassador to the United Nations said Friday.", "Dutch ambassador"),
        ("The depot is empty, a report by the Danish Refugee Council said.", "Danish Refugee Council"),
        ("The depot is empty, according to a study published by the Tern Institute.", "Tern Institute"),
        ("The agency, citing security concerns, said it could not visit the depot.", "agency"),
        ("Speaking after meeting Cameron, Petra Lindqvist, the mayor, said the depot was empty.", "Petra Lindqvist"),
        ("The fire is out, Peru's Health Ministry has said.", "Health Ministry"),
    ],
)
def test_who_is_meant_by_what_stands_before(text: str, speaker: str) -> None:
    """A speaker is the whole phrase before the verb: not the last name in it, nor what it cites as a reason."""
    assert speaker in [v.name for a in found(text) for v in a.voices]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy toured the mill as two dozen growers chanted on the quay.",
        "Petra Lindqvist, convinced that the dam was safe, went home.",
        "Those who farm the Danish islands claim nothing.",
    ],
)
def test_nobody_vouches(text: str) -> None:
    """Noise hands on no clause, a belief is nobody's word, and those who are not named are not who is named beside."""
    assert not any(a.voices for a in found(text))


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Norwegian and Danish officials said they had agreed to the sale.", ["Norway", "Danish officials"]),
        ("The bridge is shut, U.S. and Danish officials said.", ["United States", "Danish officials"]),
        ("Mayor Petra Lindqvist praised the divers, according to Interfax.", ["Petra Lindqvist"]),
        ("Residents reached by phone said shells fell near the school.", ["residents"]),
        ("The flood drowned nine people including a Red Cross nurse the relief agency said Monday.", ["relief agency"]),
        ("Petra Lindqvist told reporters in Oslo that the depot was empty.", ["Petra Lindqvist"]),
    ],
)
def test_all_who_speak(text: str, voices: list[str]) -> None:
    """Two nationalities share their officials; a verb misread, or a comma lost, takes nobody's word away."""
    assert voices in [[v.name for v in a.voices] for a in found(text)]


def test_reporters_are_no_channel() -> None:
    """Words told to reporters came through no agency; a statement that one carries was not said by it."""
    told = found("Petra Lindqvist told reporters in Oslo that the depot was empty.")
    carried = found("The depot is empty, a statement carried by SANA said.")

    assert [a.via for a in told] == [None]
    assert not any(v.kind == "media" for a in carried for v in a.voices)


def test_a_statement_carried_by_an_agency() -> None:
    """It is whoever was heard last that made the statement and goes on; the agency is the channel."""
    text = (
        "Peru's army blamed the rebels for the fire. The truce is over, the statement carried by Interfax said. "
        "It said the rebels had kept nothing."
    )

    told = [a for a in found(text) if a.cue and text[a.cue.start : a.cue.end] == "said"]
    assert [v.country for a in told for v in a.voices] == ["PE", "PE"]
    assert told[0].via == "Interfax"


def test_a_pronoun_goes_on_for_who_was_heard() -> None:
    """ "He said" after somebody's words is that somebody, not whom the words were about."""
    text = "Joe Biden said on Thursday that Hosni Mubarak should listen. He also said the streets were calm."

    assert [[v.name for v in a.voices] for a in found(text)] == [["Joe Biden"], ["Joe Biden"]]


def test_what_is_safe_to_say_is_said_by_nobody() -> None:
    """ "It is fair to say" hands on nobody's words."""
    assert not any(a.voices for a in found("Oxfam left the town. It is fair to say the wells are dry."))


def test_what_is_done_besides_is_not_said() -> None:
    """A verb of saying that is joined to another one is no part of what was said."""
    text = "Ankara said it would send boats to the lock, but would not say when."
    first = found(text)[0]

    assert text[first.content.start : first.content.end] == "it would send boats to the lock"
