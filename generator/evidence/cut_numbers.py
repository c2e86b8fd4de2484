"""Numbers of several words that a passage has only a part of: one written with spaces, with a unit, or with a word such as “million”."""

import re
from collections.abc import Iterator

from generator.evidence.span import Span

# One to three digits, then groups of three. Not a year or a part of a date, a decimal or a name such as T-34.
_GROUPED_NUMBER = re.compile(
    r"(?<![\w.,:/'’])(?<![^\W\d]-)(?<!-\d\d-)[1-9]\d{0,2}(?:[ \r\n]{1,3}\d{3})+(?!\d)"
)
# Two numbers around a dash with spaces, or around “to”: a score or a range, not a year and what followed, nor a change (from 5 to 10).
_SPACED_RANGE = re.compile(
    r"(?<![\w.,:/'’-])(?:(?!19\d\d|20\d\d)\d{1,4}(?:[.,]\d+)?|(?:19|20)\d\d(?= [-–—−] (?:19|20)\d\d))"
    r" [-–—−] \d+(?:[.,]\d+)?(?!\w)"
    r"|(?<![\w.,:/'’-])(?<!\bfrom )(?<!\bvon )(?<!\bvan )(?<!\bfra )(?<!\bfrån )(?<!\bde )(?<!\bda )(?<!\bdal )(?<!\bdel )"
    r"(?<!\bod )(?<!\bz )(?<!\bот )(?<!\bс )(?<!\bвід )(?<!\bз )\d{1,3}(?:[.,]\d+)?"
    r" (?:to|or|bis|oder|à|ou|a|o|tot|of|til|till|eller|do|lub|до|или|або) \d{1,3}(?:[.,]\d+)?(?![\w.,:/'’]*\d)"
)
_UNITS = (
    "met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?|miles?|feet|tons?|tonnes?|kilos?|kilograms?|lit(?:re|er)s?|hectares?|"
    "acres?|degrees?|knots?|decibels?|(?:mega|giga|kilo)?watts?|euros?|dollars?|pounds?|francs?|crowns?|yen|rubles?|roubles?|"
    "[ap]\\.?m|o['’]clock|Uhr|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|times|Meter|Kilometer|Tonnen?|Liter|Hektar|Grad|Euro|Dollar|"
    "Pfund|Franken|Kronen|Sekunden|Minuten|Stunden?|Tagen?|Tage|Wochen?|Monaten?|Monate|Jahren?|Jahre|mètres?|kilomètres?|"
    "litres?|degrés?|heures?|jours?|semaines?|mois|ans|années?|metros?|kilómetros?|toneladas?|litros?|grados?|dólares|horas?|días?|"
    "semanas?|meses|años?|quilômetros?|dias?|anos?|metri|chilometri|tonnellate|litri|gradi|ore|giorni|settimane|mesi|anni|"
    "uur|dagen|weken|maanden|jaar|kronor|kroner|timmar|dagar|veckor|månader|år|timer|dager|uker|måneder|metrów|kilometrów|ton|złotych|"
    "godzin|dni|tygodni|miesięcy|lat|метров|метра|километров|километра|тонн|рублей|часов|часа|дней|дня|недель|месяцев|лет|года|"
    "метрів|кілометрів|гривень|годин|днів|тижнів|місяців|років"
)
_MEASURE = re.compile(rf"(?<![\w.,:/'’-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*\s(?:{_UNITS})(?![\w’'])")
_NUMBER_WORDS = (
    "a|half|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    "ninety|hundred|eine|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|"
    "achtzig|neunzig|hundert|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt|trente|quarante|cinquante|soixante|cent|dos|tres|"
    "cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cuarenta|cincuenta|cien|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|"
    "venti|trenta|quaranta|cinquanta|dois|três|quatro|sete|oito|dez|vinte|twee|drie|vijf|zes|zeven|negen|tien|twintig|dertig|två|fyra|"
    "fem|sex|sju|åtta|nio|tio|tjugo|dwa|trzy|cztery|pięć|sześć|dziesięć|два|две|три|четыре|пять|шесть|десять|двадцать|тридцать|"
    "п'ять|десять|двадцять|тридцять"
)
_SCALE_WORDS = (
    "million|billion|trillion|thousand|per ?cent|percentage points?|Millionen|Million|Milliarden|Milliarde|Billionen|Prozent|"
    "Prozentpunkte|millions|milliards?|pour cent|millones|millón|mil|por ciento|milioni|milione|miliardi|miliardo|per cento|milhões|"
    "bilhões|por cento|miljoen|miljard|procent|miljoner|miljarder|miliony|miliardy|milionów|miliardów|миллиона|миллионов|миллиарда|"
    "миллиардов|тысячи|тысяч|процента|процентов|мільйони|мільйонів|мільярди|мільярдів|відсотків"
)
_SPELLED_NUMBER = re.compile(
    rf"(?<![\w'’-])(?:{_NUMBER_WORDS})(?:[\s-](?:{_NUMBER_WORDS}))*\s(?:{_SCALE_WORDS})(?![\w’'])",
    re.IGNORECASE,
)
_SCALE_WORD = re.compile(rf"\s?(?:{_SCALE_WORDS})(?!\w)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST = 40  # characters of a number


def cut_numbers(text: str, span: Span) -> Iterator[Span]:
    """Yield each number of `text` that contains the start or the end of `span`, as a span of the text."""
    for offset in span:
        patterns = [_SPELLED_NUMBER] if _SCALE_WORD.match(text, offset) else []
        if _DIGIT.search(text, offset - 2, offset + 2):
            patterns += [_GROUPED_NUMBER, _SPACED_RANGE, *([_MEASURE] if offset == span.end else [])]
        for pattern in patterns:
            for match in pattern.finditer(text, max(0, offset - _LONGEST), offset + _LONGEST):
                if match.start() < offset < match.end():
                    yield Span(*match.span())
