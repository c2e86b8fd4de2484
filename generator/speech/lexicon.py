"""Words about names, in the languages of papers: lower case, as they stand in texts."""

from __future__ import annotations

_PARTICLE_WORDS = "van von der den de del della di da du la le el bin ibn ben ter ten dos das zu af"
PARTICLES = frozenset(_PARTICLE_WORDS.split())
"""Small words inside a name."""
_TITLE_WORDS = """president vice premier prime minister foreign defence defense interior finance deputy chief secretary general state chancellor
    ambassador senator sen rep representative congressman congresswoman governor gov mayor speaker leader chairman chairwoman
    director professor prof doctor dr mr mrs ms miss sir lord lady dame king queen prince princess pope bishop archbishop captain capt
    colonel col gen lieutenant lt major sergeant sgt admiral commissioner judge justice spokesman spokeswoman spokesperson envoy
    former then ex herr frau präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin außenminister außenministerin
    ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin
    monsieur madame mme mlle m président présidente ministre señor señora presidente presidenta ministro ministra signor signora
    senhor senhora meneer mevrouw pan pani prezydent premier президент министр міністр прем’єр-міністр sayın bay bayan republican
    sheriff deputy councillor councilman councilwoman alderman negotiator coordinator officer detective deacon father sister brother
    reverend rabbi imam sultan emir lawyer attorney economist analyst coach manager engineer burmistrz wójt prezes minister ministra
    ministre мер мэр речник речниця спікер голова министр губернатор bakan bakanı başkan başkanı vali alcalde alcaldesa maire adjoint
    sindaco prefeito prefeita burgemeester borgmester borgmästare pormestari ministeri democratic democrat party candidate nominee campaign manager adviser advisor"""
TITLES = frozenset(_TITLE_WORDS.split())
"""What stands before a name and is no part of it."""
_NO_NAME_WORDS = """the a an this that these those it its in on at by for from with of to as and but or nor so yet if when while after before since
    during because although though however meanwhile still also then now there here what who whom whose which why how where not no
    yes all both each some many most much more one two three i we you he she they his her their our my your him them us me is are was
    were be been has have had do does did can could will would may might must shall should let asked told said speaking according laut nach selon d’après d'après según secondo segundo
    volgens enligt ifølge według zdaniem podle
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december der die das ein eine er sie es wir ich ihr und aber doch auch im am in auf mit von zu bei nach le la les un une
    il elle ils elles on nous vous je et mais dans sur avec pour par el los las una ella ellos nosotros yo y pero en con por lo gli
    lui lei noi ma nel o os as um uma ele ela nós mas het een hij zij ze wij maar op met voor han hon det den ett och men på i to on
    ona my ale w na z po він вона ми але в на у з за та він і й он она мы но в на с и это bu o ve ama bir later earlier today
    yesterday asked instead indeed perhaps under over among between despite delegates officials residents critics witnesses sources experts analysts lawyers police aides across inside outside behind
    above below within without through throughout around beyond toward towards like unlike"""
NO_NAMES = frozenset(_NO_NAME_WORDS.split())
"""Words with a capital that begin a sentence and no name."""
