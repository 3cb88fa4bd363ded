"""What kind of claim a group is."""

import pytest

from dateline.find.actors import actors
from dateline.find.claims.groups import groups
from dateline.find.claims.kind import kind_of, stance_of
from dateline.find.claims.matter.ties import tie_of
from dateline.find.claims.matter.upshot import upshot
from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.frames import frames
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.voices import voices
from dateline.model import Part, Published, Report
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


def noted(text: str) -> Notes:
    """A text with all that groups are made of."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    notes = actors(sentences(Notes(report), parser=load_parser()), roster=load_roster())
    return frames(voices(figures(counts(notes))))


KINDS = [
    ("Revolts broke out in May, threatening the grip of old kings.", "statement"),
    ("The secretary cautioned deputies of the costs of such a move.", "statement"),
    ("The Chadian colonel warned the rebels of grave consequences.", "threat"),
    ('"Once we seal the gates, that should stop the water," the Chadian engineer said.', "statement"),
    ("This must stop, the Chadian minister said.", "demand"),
    ("The emir was unable to come to terms with his uncle.", "statement"),
    ("Chile and Peru abstained from passing a resolution on Gao.", "statement"),
    ("The workers will not return until the managers agree to step down.", "statement"),
    ("The wildfire threatened nine huts near the coast.", "statement"),
    ('"We will crush them," the Chadian general said of the rebels.', "threat"),
    ("The militia said it would respond to any incursion.", "threat"),
    ("The party vowed to fight the ruling in court.", "statement"),
    ("A clerk asked the governor about the raid.", "statement"),
    ('"You must be dreaming," the mayor said.', "statement"),
    ("The Chadian reporter saw no sign of fighting.", "statement"),
    ('"The battle is not over," the rebel spokesman said.', "clash"),
    ("The deputies agree that there was no link between the two robberies.", "statement"),
    ("The premier agreed with the clerks that the levy was unlawful.", "statement"),
    ("The two sides agreed that the guns would fall silent at noon.", "agreement"),
    ("No deal was made in Lusaka on Tuesday.", "statement"),
    ("The governor will not accede to the strikers' demands.", "statement"),
    ("Weavers wanted to make pacts with the junta.", "statement"),
    ('"We will get bread and no shelling when the marshal leaves," the rebel spokesman said.', "statement"),
    ('"I will tell you about the torture," the colonel said.', "statement"),
    ("The Kenyan army said it would launch a wave of air strikes on the rebels.", "threat"),
    ("Kenya said it will send 30 military advisers to Juba.", "statement"),
    ("The resolution was to protect villagers who were threatened in Gao.", "statement"),
    ("The general vowed to fight against poverty and hunger.", "statement"),
    ('"It must be about money," the mayor said.', "statement"),
    ("Chadian forces launched a new attack on the port.", "armed_attack"),
    ("Chadian forces launched an assault on the port.", "clash"),
    ("Rebels clashed with the army near the dam. Seven people were injured in the clashes.", "casualty_figure"),
    ("Fighter jets carried out a massacre in the valley.", "airstrike"),
    ("Gunmen attacked a bus near the dam.", "armed_attack"),
    ("The war has killed 9,000 people since it began.", "casualty_figure"),
    ("The death toll from the blast rose to 31.", "casualty_figure"),
    ("Shelling of the port continued despite the ceasefire.", "ceasefire_violation"),
    ("The Chadian army said there were no reports of raids on the port.", "denial"),
    ("This does not justify the raids on the port, the Chadian minister said.", "statement"),
    ("The walls keep the rebels from threatening the palace.", "statement"),
    ("The guard said the rebels no longer threatened the town.", "statement"),
    ("The general threatened the town with a siege.", "threat"),
    ("The rebels tried to seize Faya on Monday, but troops repelled them.", "clash"),
    ("The rebels seized the town on Monday after trying for days.", "territorial_control"),
    ("The militia of Chad threatened to retaliate against any raid.", "threat"),
    ("I did not deny the letter, the Chadian minister said.", "statement"),
    ("Chad promised to curb the raids of rebels on the port.", "statement"),
    ("A lawyer warned the governor of Gao against a strike.", "statement"),
    ("The culprits will be found and held accountable, the Chadian premier said.", "statement"),
    ("Chad wants to hold the rebels accountable.", "statement"),
    ("We will hold Peru responsible for the attack on the port, the Chadian premier said.", "statement"),
    ("The army of Chad holds Peru responsible for the attack on the port.", "accusation"),
    ("The valley hosts some two million people.", "other"),
    ("The Chadian president said Chad could not take a new wave of refugees.", "statement"),
    ("The Chadian president said the rebels must leave the port.", "demand"),
    ("The rebels vowed to attack the port.", "threat"),
    ("The Chadian army has promised to retake the port.", "threat"),
    ("The monitor could not tell whether the army or the rebels were behind the attack.", "armed_attack"),
    ("It was not possible to tell which side was responsible for the fire, the agency said.", "statement"),
    ("The governor said no herder had left the county to raid the farms of its neighbour.", "denial"),
    ("Some of the clerks are having to dodge stones, the mayor of Lima said.", "statement"),
    ("A neighbour said there had been no raids on the port that day.", "statement"),
    ("The rebels and the army of Peru said they would not seek to bomb the dam.", "statement"),
    ("The president of Peru promised to bring home the troops fighting rebels in Chad.", "statement"),
    ("The general of Peru said his guards had not yet shelled the port.", "statement"),
    ("The mission said a helicopter was fired at but not hit.", "armed_attack"),
    ("The hamlet was sheltering 900 displaced people.", "displacement_figure"),
    ("The fighting forced 900 people from their homes.", "displacement_figure"),
    ("He weakened the army of Peru to keep its commanders from threatening him.", "statement"),
    ("The Chadian minister used a speech to threaten the rebels.", "threat"),
    ("The camp was used by rebels to plan and execute attacks on soldiers, the army of Peru said.", "statement"),
    ("The council imposed sanctions in response to the crackdown on protesters.", "other"),
    ("The Chadian minister said the attack shows how weak the truce is.", "statement"),
    ("The clerk said soldiers advancing from the port had opened fire on the market.", "armed_attack"),
    ("The governor of Gao vowed to die a martyr.", "statement"),
    ("The governor of Gao vowed to kill the rebels.", "threat"),
    ("The band has become notorious over ten years for kidnappings.", "statement"),
    ("Rebels holding the port have closed the camps, displacing 900 people.", "displacement_figure"),
    ("The band is notorious for kidnappings.", "statement"),
    ("The Chadian army must leave the otherwise calm port, the rebels said.", "demand"),
    ("The marines found a rebel and captured him alive.", "detention"),
    ("A new wave of violence has killed 90 people.", "casualty_figure"),
    ("The Chadian army dismissed the allegations as lies.", "denial"),
    ("Chad's foreign minister rejected the charge as baseless.", "denial"),
    ("At no time did we bomb the port, the Chadian army spokesman said.", "denial"),
    ("The council welcomed the announcement of the truce.", "statement"),
    ("Nine lorries were destroyed in the attack by extremists.", "armed_attack"),
    ("An inquiry has been opened into who staged the attack, the colonel said.", "statement"),
    ("The court charged him with the murder of a nun.", "other"),
    ("The Chadian opposition said there was no sign that the army was pulling out.", "denial"),
    ("The network documented the killing of 140 nuns by the army.", "casualty_figure"),
    ("The envoy predicted a quick end to the fighting in the port.", "statement"),
    ("The bishop questioned the bombardment of the port.", "statement"),
    ("Their offensive is failing, the governor said.", "statement"),
    ("The governor said the coalition can do only so much through air strikes.", "statement"),
    ("The governor said taking the villages would be a costly task.", "statement"),
    ("The king has not spoken since air strikes on the port began.", "statement"),
    ("The shah said the bombing campaign was making progress.", "statement"),
    ("The speech was the third rationale for the invasion.", "statement"),
    ("No mosque was burnt, the Chadian governor said.", "denial"),
    ("The reports that rebels shelled Gao have nothing to do with reality, the Chadian army said.", "denial"),
    ("The Chadian minister said the raid on the port was another sign of weakness.", "statement"),
    ("The governor made no reference to a pullout of the rebels.", "statement"),
    ("Concern over unexploded shells in the port remains.", "statement"),
    ("The Chadian army dismissed the report as a provocation.", "denial"),
    ("It was not clear how the raid would affect the talks in Gao.", "statement"),
    ("The fighting has deepened the rift between the bishops.", "statement"),
    ("Chadian troops came under heavy fire from the mill.", "armed_attack"),
    ("The unrest has driven 900 people from the capital.", "displacement_figure"),
    ("The Chadian envoy said a raid would be met with firmness.", "threat"),
    ("The rebels, who are fighting to oust the shah, said they did not trust the bishop.", "statement"),
    ("The militia is not fighting the Malians.", "statement"),
    ("Ground forces had yet to enter Gao on Monday, shopkeepers said.", "statement"),
    ("The army attacked Gao at dawn but did not take the town, a grocer said.", "armed_attack"),
    ("Chadian tanks fired on rebel posts near Gao, and warplanes hit a mill farther east.", "shelling"),
    ("The Chadian governor warned that Mali would turn into a desert and that its clans would fight.", "statement"),
    ("Peru wants to end the militia's ability to threaten the harbour.", "statement"),
    ("The general feels threatened by younger officers.", "statement"),
    ("Nine houses on the island were flooded, and 35 people had to leave.", "displacement_figure"),
    ("The president of Chad said the raid on the port was barbaric.", "statement"),
    ("The president of Chad said the Libyan raid on the port was barbaric.", "accusation"),
    ("The rebels accused the Chadian army of burning the port, a charge the army denies.", "accusation"),
    ("The rebels accused the Chadian army of burning the port, a charge the army denies.", "denial"),
    ("The Chadian minister insisted that his army did not use the monks as shields.", "denial"),
    ("It is time for the rebels to leave the port, the Chadian minister said.", "demand"),
    ('"We must accept the loss of the port," the Chadian minister said.', "statement"),
    ('"We must end the raids on the port," the Chadian minister said.', "demand"),
    ("The nurses cannot stay in the clinic because of the shelling, the Chadian doctor said.", "shelling"),
    ("The Chadian colonel said he does not regret fighting.", "clash"),
    ("No fewer than nine huts were burnt in the raid, the Chadian governor said.", "armed_attack"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[kind + "-" + text[:24] for text, kind in KINDS])
def test_kinds(text: str, kind: str) -> None:
    """Each sentence is of its kind."""
    notes = noted(text)
    assert kind in [kind_of(notes, group) for group in map(upshot, groups(notes))]


LAST = [
    ("Three explosions rocked the port.", "airstrike"),
    ("A roadside explosion rocked the port.", "armed_attack"),
    ("Youths hurled petrol bombs at the port.", "armed_attack"),
]


@pytest.mark.parametrize(("text", "kind"), LAST)
def test_bursts_in_an_air_campaign(text: str, kind: str) -> None:
    """In a report on air raids, bursts that nobody is told to have caused came from the air."""
    raids = "Jets bombed the mill on Monday. Jets bombed the dam on Tuesday. Warplanes bombed a barracks. The mayor met traders. "
    notes = noted(raids + text)
    assert [kind_of(notes, group) for group in groups(notes)][-1] == kind


def test_a_side_that_reports_a_breach_accuses() -> None:
    """The same breach is told by the outlet, and held against somebody by a side."""
    plain, side = (
        noted("The army broke the ceasefire."),
        noted("The Chadian minister said the rebels broke the ceasefire."),
    )
    (outlet,), (voiced,) = list(groups(plain)), list(groups(side))

    assert stance_of(kind_of(plain, outlet), outlet) == "asserts"
    assert stance_of(kind_of(side, voiced), voiced) == "accuses"


def test_the_tie_to_a_truce() -> None:
    """The words that tie an act to a truce are kept."""
    (group,) = groups(noted("Shelling of the port continued despite the truce."))

    assert tie_of(group) == "despite the truce"
