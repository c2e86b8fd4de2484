"""The words with which papers say who speaks: reporting verbs in the forms that are printed, and “according to”, by language."""

from __future__ import annotations

import re
from functools import cache

_VERBS = {
    "en": """said says say saying told tells added adds noted notes noting wrote writes asked asks replied replies insisted
        insists claimed claims argued argues warned warns stressed stresses emphasised emphasises emphasized emphasizes explained
        explains declared declares announced announces stated states continued continues concluded concludes recalled recalls
        suggested suggests acknowledged acknowledges admitted admits accused accuses accusing called calls calling described
        describes describing denounced denounces dismissed dismisses vowed vows pledged pledges promised promises confirmed
        confirms responded responds remarked remarks observed observes quipped joked tweeted posted shouted cried exclaimed
        whispered commented comments countered counters complained complains predicted predicts urged urges praised praises
        criticised criticises criticized criticizes condemned condemns labelled labeled branded referred refers hailed lamented
        maintained maintains reiterated reiterates repeated repeats conceded concedes contended contends testified quoted
        believes believed agreed agrees answered thundered retorted snapped mused reported reports charged alleged alleges
        denied denies demanded demands promised cautioned cautions signalled signaled deemed characterized characterised blasted blasts compared
        compares wondered wonders pondered spoke speaks saying telling adding noting writing warning insisting claiming arguing declaring
        promising predicting describing praising stressing asking""",
    "de": """sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint fügte forderte fordert warnte warnt
        kritisierte kritisiert schrieb schreibt berichtete antwortete bekräftigte versicherte kündigte nannte nennt
        behauptete behauptet teilte äußerte ergänzte rief hieß sprach bezeichnete bezeichnet unterstrich mahnte gesagt erklärt erzählte erzählt erzählten meldete räumte""",
    "fr": """dit déclare déclaré déclarait affirme affirmé affirmait ajoute ajouté ajoutait explique expliqué estime estimé
        estimait assure assuré souligne souligné précise précisé indique indiqué écrit répond répondu lance lancé rappelle
        rappelé annonce annoncé dénonce dénoncé regrette regretté insiste insisté prévient prévenu confie confié juge jugé
        qualifié qualifie évoqué martelé martèle conclut conclu raconte raconté racontait soupire soupiré""",
    "es": """dijo dice decía afirmó afirma declaró declara añadió añade agregó agrega señaló señala explicó explica aseguró
        asegura advirtió advierte indicó indica manifestó sostuvo sostiene insistió insiste recordó subrayó escribió
        respondió preguntó anunció denunció calificó califica apuntó expresó contó cuenta relató""",
    "it": """disse dice detto dichiarato dichiara afferma affermato aggiunge aggiunto spiega spiegato sottolinea sottolineato
        scrive scritto risponde risposto avverte avvertito assicura annuncia annunciato sostiene ribadisce ribadito commenta racconta raccontato""",
    "pt": """disse diz afirmou afirma declarou declara acrescentou acrescenta explicou explica garantiu alertou escreveu
        respondeu anunciou sublinhou destacou ressaltou insistiu criticou""",
    "nl": """zei zegt zeiden verklaarde verklaart stelde stelt voegde benadrukte benadrukt schreef schrijft waarschuwde
        antwoordde vertelde vertelt noemde noemt aldus meldde""",
    "sv": "sade säger sa säga skrev skriver uppgav förklarade förklarar tillade tillägger menade menar berättade svarade kallade",
    "da": "sagde siger skrev skriver forklarede tilføjede mente oplyste udtalte svarede kaldte",
    "no": "sa sier skrev skriver forklarte uttalte mente opplyste svarte kalte",
    "fi": "sanoi sanoo kertoi kertoo totesi toteaa kirjoitti vastasi lisäsi korosti",
    "pl": """powiedział powiedziała mówi mówił mówiła stwierdził stwierdziła dodał dodała oświadczył oświadczyła podkreślił
        podkreśliła napisał napisała zaznaczył zaznaczyła zapewnił wspominał wspominała opowiadał opowiadała ostrzegł ostrzegła wyjaśnił odpowiedział nazwał nazwała""",
    "cs": "řekl řekla uvedl uvedla dodal dodala prohlásil prohlásila napsal napsala vysvětlil tvrdí říká",
    "uk": """сказав сказала каже заявив заявила заявили додав додала зазначив зазначила наголосив наголосила написав написала
        повідомив повідомила підкреслив підкреслила пояснив пояснила відповів назвав назвала стверджує попередив розповів розповіла згадував згадувала вважає""",
    "ru": """сказал сказала говорит заявил заявила заявили добавил добавила отметил отметила подчеркнул подчеркнула написал
        написала сообщил сообщила пояснил пояснила ответил назвал назвала утверждает предупредил объяснил вспоминал вспоминала рассказал рассказала считает""",
    "tr": "dedi diyor söyledi belirtti açıkladı ekledi vurguladı yazdı konuştu uyardı savundu",
    "ar": "قال قالت وقال وقالت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد صرح صرحت أعلن أعلنت وأعلن كتب كتبت ذكر أوضح وأوضح اعتبر وصف",
    "he": "אמר אמרה אומר אומרת הוסיף הוסיפה כתב כתבה הדגיש הדגישה טען טענה הצהיר הצהירה ציין ציינה מסר מסרה",
    "zh": "说 表示 称 指出 强调 宣布 补充 回应 写道 說 稱 強調",
    "ja": "述べ 語っ 話し と言 強調し 発表し 指摘し 表明し 説明し 批判し",
}  # fmt: skip
_ACCORDING = {
    "en": "according to|in the words of", "de": "laut|zufolge|nach Angaben von", "fr": "selon|d’après|d'après",
    "es": "según|de acuerdo con", "it": "secondo", "pt": "segundo|de acordo com", "nl": "volgens", "sv": "enligt",
    "da": "ifølge", "no": "ifølge", "pl": "według|zdaniem", "cs": "podle", "uk": "за словами", "ru": "по словам",
}  # fmt: skip
_PRONOUNS = {
    "en": "he she", "de": "er sie", "fr": "il elle", "es": "él ella", "it": "lui lei egli ella", "pt": "ele ela", "nl": "hij zij ze",
    "sv": "han hon", "da": "han hun", "no": "han hun", "fi": "hän", "pl": "on ona", "cs": "on ona", "uk": "він вона", "ru": "он она",
}  # fmt: skip
_UNSPACED = ("zh", "ja")
_VERB_LAST = ("zh", "ja", "tr")


def is_verb_last(language: str) -> bool:
    """Say whether `language` may put the verb behind what is said, and the subject before it."""
    return _code(language) in _VERB_LAST


def is_unspaced(language: str) -> bool:
    """Say whether `language` puts no spaces between words, so that a verb is found inside a run of letters."""
    return _code(language) in _UNSPACED


@cache
def reporting(language: str) -> re.Pattern[str]:
    """Give the pattern of the reporting verbs of `language` (its first subtag); of all languages where it is not known."""
    code = language.split("-", maxsplit=1)[0].lower()
    words = (
        _VERBS[code].split() if code in _VERBS else [word for one in _VERBS.values() for word in one.split()]
    )
    ends = "" if code in _UNSPACED else r"\b"
    return re.compile(f"{ends}(?:{'|'.join(sorted(set(words), key=len, reverse=True))}){ends}", re.IGNORECASE)


@cache
def pronouns(language: str) -> re.Pattern[str]:
    """Give the pattern of the pronouns of `language` that mean one person; it matches nothing where they are not known."""
    words = _PRONOUNS.get(_code(language), "").split()
    return re.compile(rf"\b(?:{'|'.join(words)})\b" if words else r"(?!)", re.IGNORECASE)


@cache
def according(language: str) -> re.Pattern[str]:
    """Give the pattern of “according to” in `language`; of all languages where it is not known."""
    code = language.split("-", maxsplit=1)[0].lower()
    known = _ACCORDING.get(code) or (
        "|".join(_ACCORDING.values()) if code not in _VERBS else _ACCORDING["en"]
    )
    return re.compile(rf"\b(?:{known})\s+", re.IGNORECASE)


@cache
def thus(language: str) -> re.Pattern[str]:
    """Give the pattern of the word that stands for a verb between a quotation and who said it, as in “…”, so Ada Holm; of German alone."""
    return re.compile(r"so\s+(?=(?:der|die|das)\s|[A-ZÄÖÜ])" if _code(language) == "de" else r"(?!)")


def _code(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()
