"""The words of the made articles, each list in the order of how often they come: Zipf's law gives the rest."""

import itertools
import random


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


NOUNS = _listed(
    "government agreement minister border council talks region proposal budget port election parliament "
    "treaty company court union market price report law river road harbour farmer worker city village "
    "hospital school army officer commission delegate mission bridge railway airline factory bank tax "
    "pension energy pipeline reactor forest fishery quota tariff export import currency loan debt reform "
    "coalition opposition movement protest strike inquiry verdict judge lawyer witness prisoner refugee "
    "migrant visa passport station airport terminal ferry vessel cargo grain wheat timber steel copper "
    "cement fertiliser medicine vaccine clinic nurse doctor teacher student university museum theatre "
    "archive newspaper broadcaster journalist editor analyst economist scientist engineer inspector "
    "observer mediator envoy ambassador embassy consulate summit conference committee delegation draft "
    "paragraph clause guarantee ceasefire truce withdrawal checkpoint garrison convoy shelter evacuation "
    "drought flood earthquake storm wildfire reservoir dam canal sewage landfill emission carbon turbine "
    "grid battery satellite network software database platform regulator licence permit contract tender "
    "auction subsidy dividend shareholder merger bankruptcy audit surplus deficit inflation recession "
    "forecast statistic survey census population birth household rent mortgage landlord tenant suburb "
    "district province county mayor governor senator deputy candidate ballot referendum constitution "
    "amendment decree veto majority quorum speech statement letter memorandum document signature seal"
)
VERBS = _listed(
    "accept reject sign delay support oppose review suspend extend open close approve publish consider "
    "discuss amend withdraw restore reduce increase protect repair rebuild inspect finance fund cancel "
    "postpone resume limit deliver transfer return replace remove expand defend question examine condemn "
    "welcome endorse enforce ignore confirm record measure monitor supply distribute evacuate shelter "
    "register license auction regulate reform modernise privatise nationalise subsidise tax insure audit "
    "investigate prosecute acquit pardon detain release expel recall appoint dismiss elect consult brief "
    "invite host chair convene adjourn translate circulate redraft ratify renounce honour breach"
)
ADJECTIVES = _listed(
    "new national local foreign public economic joint final old northern southern eastern western common "
    "regional temporary permanent independent military civil legal political commercial industrial rural "
    "coastal urban early late major minor secret open formal informal provisional annual monthly weekly "
    "costly cheap safe dangerous fragile stable hostile neutral reliable doubtful disputed shared strict "
    "lenient narrow broad modest ambitious urgent overdue partial complete separate mutual unilateral "
    "medical scientific technical financial environmental agricultural municipal federal royal former"
)
ADVERBS = _listed(
    "quickly fully soon formally publicly repeatedly quietly only partly immediately gradually finally "
    "openly jointly separately reluctantly firmly carefully hastily strictly"
)
PREPOSITIONS = _listed("of in for on with from under after before between against near without across")
DETERMINERS = _listed("the the the the a this its their every no some each")
MODALS = _listed("will would must could can should may might")
LINKS = _listed("because although while if until since unless whereas")
# Without conditions, which a passage must not leave out.
PLAIN_LINKS = _listed("because although while since whereas")
NEGATIONS = frozenset(_listed("not no won’t won't"))
DAYS = _listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
SPOKEN = _listed("said added warned noted insisted")
FIRST_NAMES = _listed(
    "Ada Bruno Celia Dario Elsa Fabian Greta Hanno Ilse Jonas Katja Levin Mara Nils Olga Pavel Rosa "
    "Stefan Tilda Ulrich Vera Wanda Yusuf Zora"
)
_HEADS = _listed(
    "Bar Cal Dor El Fen Gar Hal Is Jor Kel Lor Mar Nor Or Pel Quin Ros Sel Tar Ul Ver Wes Yar Zel"
)
_MIDDLES = _listed("a an e en i in o on u un ba da la ma ra va")
_TAILS = _listed("berg dal feld holm lund mann mer nov rup sen ski stad stein ter vall vik")


def surnames(chance: random.Random) -> list[str]:
    """Return thousands of different surnames that nobody has to have, shuffled."""
    names = sorted({"".join(parts) for parts in itertools.product(_HEADS, _MIDDLES, _TAILS)})
    chance.shuffle(names)
    return names


def countries(chance: random.Random) -> list[str]:
    """Return some hundreds of different names of countries that are not, shuffled."""
    names = sorted({head + middle + "via" for head, middle in itertools.product(_HEADS, _MIDDLES)})
    chance.shuffle(names)
    return names
