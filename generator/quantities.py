"""Numbers with all that belongs to them: signs, ranges, fractions, percentages, currencies, scale words and units.

A passage never cuts these: “15% less” is not what “10-15% less” says, nor “a cut of 5” what “a cut of 5 million” says.
"""

import re
from collections.abc import Iterator

_SPACE = r"(?:[^\S\n\r]|\r?\n)"
_FRACTIONS = "\u00bc-\u00be\u2150-\u215e"
_CURRENCY_SIGNS = "$€£¥¢₩₪₫₱₴₹₺₽₿"
_CODES = "EUR|USD|GBP|CHF|JPY|CNY|RMB|INR|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|RUB|UAH|TRY|AUD|CAD|NZD|BRL|MXN|ZAR|kr|zł|Kč|Rs"
# Full stops, commas, colons and slashes between digits are in `word_boundaries`; a comma may also break at the end of a line.
_GROUP = r"(?:[.,:/\u00b7\u066b\u066c'\u2019\u00a0\u2007\u2009\u202f]\d+|(?<!\d\d\d\d),[ \t]*\r?\n[ \t]*\d{3}(?!\d))"
_NUMBER = (
    rf"\d+{_GROUP}*(?:(?<!\d\d\d\d){_SPACE}\d{{1,2}}[/\u2044]\d{{1,3}}(?![\d/])|{_SPACE}?[{_FRACTIONS}])?"
    r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]*"
)
_BETWEEN = (
    rf"(?:{_SPACE}?[%‰°]|[kKmM]|bn)?(?:[-\u2010-\u2014\u2212~\u301c\uff5e]|{_SPACE}?[×xX✕]{_SPACE}?)"
    rf"(?:[{_CURRENCY_SIGNS}]{_SPACE}?|[+\u2212-])?"
)
_BEFORE = (
    rf"(?:[<>≤≥±≈≃~]{_SPACE}?|(?<![\w.,)\]%-\u2010-\u2015])[+\u2212\u2013-](?=\d))?"
    rf"(?:(?:(?<!\w)[A-Z]{{1,3}})?[{_CURRENCY_SIGNS}]{_SPACE}?|(?<!\w)(?:{_CODES})\.?{_SPACE}?"
    rf"|(?<!\w)(?:Nr\.|nr\.|[Nn]\.?[°º]|Nos\.){_SPACE}?|[№§]{_SPACE}?|(?<=[^\W_][ ,])No\.{_SPACE}?)?"
    r"(?:(?<=[^\w\s.,)])[\u2212-])?"
)
_SCALE = (
    "(?:million|billion|trillion|thousand|hundred|dozen|lakh|crore|mn|mln|mld|mrd|mio|mia|bn|tn|trn|"
    "Millionen|Milliarden?|Billionen|Tausend|millions?|milliards?|mille|mil|millones|millón|millardos?|milhões|milhão|"
    "bilhões|bilhão|mila|milioni|milione|miliardi|miliardo|miljoen|miljard|duizend|miljoner|miljarder|miljon|miljarder|tusen|"
    "tusind|millioner|milliarder|miljoonaa|miljardia|tuhatta|tysięcy|tysiące|tys|milion(?:ów|y)?|miliard(?:ów|y)?|"
    "milyon|milyar|bin(?! ich)|тысячи?|тыс|млн|млрд|трлн|миллион(?:ов|а)?|миллиард(?:ов|а)?|тисячі?|тис|мільйон(?:ів|и)?|мільярд(?:ів|и)?|"
    "εκατ(?:ομμύρια)?|δισ(?:εκατομμύρια)?|χιλιάδες|מיליון|מיליארד|אלף|מליון|مليون|مليار|ألف|ملايين|مليارات|آلاف|लाख|करोड़)"
)
_PERCENT = (
    "(?:per ?cent|pct|percentage points?|Prozent(?:punkte?n?)?|pour ?cents?|points? de pourcentage|por ?ciento|por ?cento|"
    "per ?cento|procent(?:enheter)?|prosent|prosenttia|puntos porcentuales|yüzde|процент(?:ов|а)?|відсотк(?:ів|и)|"
    "τοις εκατό|אחוז(?:ים)?|في المئة|في المائة|بالمئة|بالمائة)"
)
_SYMBOLS = (
    "(?:(?:[kcmdhµ]?m|ft|yd|mi)[²³]?(?:/(?:h|s))?|[kmµ]?g|[kM]?t|ha|[hcm]l|[kMGT]Wh?|dBA?|[kMG]?Hz|mph|kph|kn|"
    "[kMGT]B|lbs?|oz|ppm|bps|kV|kcal|hPa|mbar|h|min|pp|"
    '[кс]?м[²³]?|мм|кг|км/ч|км/год|χλμ|μ|كم|ק״מ|ק"מ)'
)
_CJK_UNITS = (
    r"(?:[万萬億亿兆千百十]+|[만억조천]+)?(?:[円元圓원％%]|ドル|ユーロ|ウォン|パーセント|キロ|メートル|トン|美元|欧元|"
    r"公里|公斤|千米|米|吨|퍼센트|달러|유로|킬로미터|미터|톤)|[万萬億亿兆千百]+|[만억조천]+"
)
_WORD_END = r"(?![\w'\u2019])"
# A number from 1900 to 2099 alone is a year: “in 2025 millions of people”.
_NO_YEAR = r"(?<!\b19\d\d)(?<!\b20\d\d)"
_AFTER = (
    rf"(?:\+(?!\d)|,[-\u2013\u2014](?!\d))?(?:{_CJK_UNITS}"
    rf"|(?:{_NO_YEAR}{_SPACE}?(?i:{_SCALE}){_WORD_END}\.?|[kKmM](?:[nN])?{_WORD_END}|bn{_WORD_END})?"
    rf"(?:{_SPACE}?[%‰‱％٪]|{_SPACE}?°(?:{_SPACE}?[CFK]{_WORD_END})?|{_SPACE}?[℃℉{_CURRENCY_SIGNS}](?!\d)"
    rf"|{_SPACE}(?i:{_PERCENT}){_WORD_END}|{_SPACE}(?:{_CODES}){_WORD_END}|{_NO_YEAR}{_SPACE}{_SYMBOLS}{_WORD_END})?)"
)
_QUANTITY = re.compile(
    rf"{_BEFORE}(?<!\d)(?:(?<![^\s(\[€$£¥-])\.(?=\d))?{_NUMBER}(?:{_BETWEEN}{_NUMBER})*{_AFTER}"
)
_DIGIT = re.compile(r"\d")
_REACH = 40  # characters of a quantity on each side of an edge


def cuts_quantity(text: str, at: int) -> bool:
    """Return whether `at` is inside a quantity of `text`."""
    low, high = max(0, at - _REACH), at + _REACH
    return _DIGIT.search(text, low, high) is not None and any(
        start < at < end for start, end in _quantities(text, low, high)
    )


def _quantities(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    while low > 0 and not text[low - 1].isspace():  # begin between two words
        low -= 1
    return (match.span() for match in _QUANTITY.finditer(text, low, high))
