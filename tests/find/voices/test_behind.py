"""Who is behind a speaker's words: voices in odd clauses, and those who were heard before."""

import pytest
from heard import found, spans

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "names", "content"),
    [
        (
            "Since Monday, say Danish officials, nine barges have sunk.",
            ["Danish officials"],
            "Since Monday, say Danish officials, nine barges have sunk",
        ),
        ("And since then, say Danish officials, around nine barges have been sunk off Sweden.", ["Danish officials"], "around nine barges have been sunk off Sweden"),
        (
            "The lock is shut, one official with close knowledge of changing Peruvian plans for the river told Interfax.",
            ["official"],
            "The lock is shut",
        ),
        ("Ana Diaz met the farmers, a statement from the Polish government said.", ["Polish government"], "Ana Diaz met the farmers"),
        ("“The dam held,” Ana Diaz, the guild's top river official, said Friday.", ["Ana Diaz"], "“The dam held,”"),
        ("Tern News Agency and Interfax reported that the dam held.", ["Tern News Agency", "Interfax"], "that the dam held"),
        ("The dam held near the lock, witnesses and Peru's state news agency reported.", ["witnesses", "state news agency"], "The dam held near the lock"),
        ("The dam held, a nurses' committee said.", ["nurses' committee"], "The dam held"),
        ("Oxfam left the port. The dam held, the agency said.", ["Oxfam"], "The dam held"),
        ("“The dam held,” said Ana Diaz, the guild's river envoy.", ["Ana Diaz"], "“The dam held,”"),
        ("A man who called himself a pilot said the dam had burst.", ["man"], "the dam had burst"),
        ("President Ana Diaz and Prime Minister Omar Kor wrote that the dam held.", ["Ana Diaz", "Omar Kor"], "that the dam held"),
        ("Omar Kor (pictured in May) said the dam had burst.", ["Omar Kor"], "the dam had burst"),
        ("While Oxfam, citing talks with staff and nurses, reported nine deaths since Tuesday, the number is unknown.", ["Oxfam"], "nine deaths"),
        ("Oxfam, based in England, called Friday for an end to the siege.", ["Oxfam"], "an end to the siege"),
        ("The minister said he wanted the lock to stay shut, but hoped for a dry May.", ["minister"], "a dry May"),
        ("The Polish minister did not issue an order to leave the port.", [], "to leave the port"),
        ("Acting Director, River Police, Colonel Omar Kor, said the dam had burst.", ["Omar Kor"], "the dam had burst"),
        ("The spokesman for the Polish navy (PN), Rear Admiral Omar Kor, said the dam had burst.", ["Omar Kor"], "the dam had burst"),
        ("“The dam held,” added the harbour official.", ["harbour official"], "“The dam held,”"),
        ("The guard Omar Kor was hurt at the lock, he added.", [], "The guard Omar Kor was hurt at the lock"),
        ("The dam is being mended, reports The Daily Tern.", ["Daily Tern"], "The dam is being mended"),
        ("The dam is being mended, reported the Tern Post.", ["Tern Post"], "The dam is being mended"),
        ("Ana Diaz, the river guild's spokeswoman, said the lock master, known as Omar Kor, was safe.", ["Ana Diaz"], "the lock master, known as Omar Kor, was safe"),
        ("Polish officials said that, when they reached the quay, they found the boats burning.", ["Polish officials"], "that, when they reached the quay, they found the boats burning"),
        ("The Polish envoy said the flood was a disaster, claiming the lives of nine millers.", ["Polish envoy"], "the flood was a disaster, claiming the lives of nine millers"),
        ("The Polish navy responded to the shelling, the envoy said.", ["envoy"], "The Polish navy responded to the shelling"),
        ("The dam held, according to assessments by the Polish navy.", ["Polish navy"], "The dam held"),
        ("A statement of the Polish government and the Peruvian government said the dam held.", ["Polish government", "Peruvian government"], "the dam held"),
        ("The Peruvian army left Lima. The dam held, an army statement said.", ["Peruvian armed forces"], "The dam held"),
        ("Polish envoys said the boats came to the quay, where they sank.", ["Polish envoys"], "the boats came to the quay, where they sank"),
        ("Polish envoys said that, though they could not rule out a flood, the dam was safe.", ["Polish envoys"], "that, though they could not rule out a flood, the dam was safe"),
        ("According to the police spokesman, Omar Kor said the dam had burst.", ["Omar Kor"], "the dam had burst"),
        ("Poland, Peru, Chile and Mali said the dam had burst.", ["Poland", "Peru", "Chile", "Mali"], "the dam had burst"),
        ("Nine boats sank, according to UN estimates.", ["United Nations"], "Nine boats sank"),
        ("According to a press release of PKR, nine boats sank.", ["PKR"], "nine boats sank"),
        ("Poland demanded that Peru open the lock and appealed for calm.", ["Poland"], "calm"),
        ("Polish officials say the lock is shut but have acknowledged that boats were lost.", ["Polish officials"], "that boats were lost"),
        ("The boats sank, she said, where the river bends.", [], "The boats sank, she said, where the river bends"),
        ("The envoy spoke amid Polish claims that the dam had burst.", ["Poland"], "that the dam had burst"),
        ("One of Ana Diaz's sons, Omar, said the dam held.", ["Omar"], "the dam held"),
        ("The envoy will leave the port on Monday but hoped for rain.", [], "rain"),
        ("The Polish envoy wrote that the millers would stay, and hoped that it would rain.", ["Polish envoy"], "that it would rain"),
        ("The Polish navy put the dead at nine.", ["Polish navy"], "the dead at nine"),
        ("Greeting the millers of Lima, a Polish officer who asked not to be named said it held.", ["Polish officer"], "it held"),
        ("The Polish envoy has a role in persuading the millers to stay.", [], "the millers to stay"),
        ("Fire broke out at the mill as a Polish minister said the dam held.", ["Polish minister"], "the dam held"),
        ("Polish officials said that nine boats had been lost in the lock, but millers on the quay who spoke to Interfax said they had seen none.", ["Polish officials"], "that nine boats had been lost in the lock"),
        ("The Polish guards said nine boats sank and the millers said they had seen none.", ["Polish guards"], "nine boats sank"),
        ("Millers were blamed for the flood, according to the Polish government.", ["Polish government"], "Millers were blamed for the flood"),
    ],
)  # fmt: skip
def test_who_speaks_in_odd_clauses(text: str, names: list[str], content: str) -> None:
    """Voices between commas, behind papers, beside brackets and of several people, and minds told with a saying."""
    told = [([voice.name for voice in a.voices], text[a.content.start : a.content.end]) for a in found(text)]

    assert (names, content) in told, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oxfam said the lock broke. A Polish officer denied it. The organisation said nine boats sank.", "Oxfam"),
        (
            "President Ana Diaz and Prime Minister Omar Kor said the lock broke. “Nine boats sank,” they wrote.",
            "Ana Diaz and Omar Kor",
        ),
    ],
)
def test_who_was_heard_last_goes_on(text: str, name: str) -> None:
    """The organisation is the one heard last, whoever else spoke since; they are those who spoke in the sentence before."""
    assert " and ".join(voice.name for voice in found(text)[-1].voices) == name


def test_a_part_of_a_name_says_nothing() -> None:
    """A verb in capitals amid a name, one in a bracket, and what is claimed without words are no sayings."""
    for text in (
        "Fighters of Pyu Saw Htee left the port.",
        "Nine boats sank in the port. (continues below)",
        "The valley is claimed by Poland.",
    ):
        assert spans(text) == [], text


def test_a_land_heads_a_paragraph_and_says_nothing() -> None:
    """A land's name before a colon speaks in a headline, of another land; else it tells what a paragraph is about."""
    body = "The quay is long.\n\nThe lock is old.\n\nThe mill is shut.\n\nPeru: The river has risen again."

    assert [cue for _, cue, _ in spans("Peru: Chilean army broke the truce")] == [":"]
    assert spans("Peru: Flood killed nine") == []
    assert [cue for _, cue, _ in spans("Kremlin: Flood killed nine")] == [":"]
    assert spans(body) == []


@pytest.mark.parametrize(
    ("text", "names", "stance"),
    [
        ("Lu Wen said nine boats sank. A barge burned as well, the doctor said.", ["Lu Wen"], "asserts"),
        ("Nine boats sank, according to the country's official news agency, TERNA.", ["TERNA"], "asserts"),
        ("The Polish government ordered shops closed for two days.", ["Polish government"], "asserts"),
        ("The Polish government ordered farmers to leave the dam.", ["Polish government"], "demands"),
        ("Nine boats sank, according to an estimate from Polish officials.", ["Polish officials"], "asserts"),
        ("A group of Polish farmers said the dam held.", ["Polish farmers"], "asserts"),
        ("The Polish envoy did not say how many boats sank.", [], "asserts"),
        ("Poland renewed its call for an end to the levy.", ["Poland"], "demands"),
        ("Poland repeated its accusation that Peru had opened the lock.", ["Poland"], "accuses"),
        ("Farmers may lose the dam, Poland said, its demand for a new lock unheard.", ["Poland"], "demands"),
        (
            "Polish envoy Ana Diaz voiced alarm over the flood and called on all sides to leave.",
            ["Ana Diaz"],
            "demands",
        ),
        ('Asked if he knew where the boats were, the Polish envoy said: "No."', ["Polish envoy"], "asserts"),
    ],
)
def test_who_is_meant_and_what_is_done(text: str, names: list[str], stance: str) -> None:
    """Callings, agencies by name, orders that are acts, what is not said, and the owner of a demand."""
    assert (names, stance) in [([voice.name for voice in a.voices], a.stance) for a in found(text)], found(text)


def test_a_list_of_quotations_is_whose_speech_it_is_from() -> None:
    """A first line that gathers quotations from somebody gives all that follow to them, and no more."""
    text = (
        "Following are excerpts from Polish envoy Ana Diaz's speech to millers:\n\n* “The dam held.”\n\n* “Nine boats sank.”\n\n"
        "The hall was full."
    )
    told = [(a.voices[0].name, text[a.content.start : a.content.end][-17:]) for a in found(text) if a.voices]

    assert ("Ana Diaz", "“Nine boats sank.”"[-17:]) in told, told


def test_he_who_is_quoted_is_who_spoke_before() -> None:
    """Whoever is named within a quotation does not say it, nor who was only spoken of before it."""
    told = found("Envoy Omar Kor said Luis Soto must go. “If he stays in Lima, we will tell him where,” he said.")

    assert [voice.name for voice in told[-1].voices] == ["Omar Kor"]


def test_who_answers_is_who_spoke_before() -> None:
    """He who is asked is whoever was heard in the sentence before, whomever the question names."""
    told = found("“The dam held,” said Omar Kor. Asked if the governor had left, he said: “Ask the millers.”")

    assert [voice.name for voice in told[-1].voices] == ["Omar Kor"]
