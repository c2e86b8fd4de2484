"""Which lines of a mail are of another mail, or a signature."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"\s*>")
_SIGNATURE = re.compile(
    r"--\s?|_{10,}|Sent from my \w[\w ]{1,20}|Von meinem \w+ gesendet|Envoyé de mon \w+|Enviado desde mi \w+|Get Outlook for \w+"
)
# “On Monday, 2 March 2026 at 10:00, Jo Reed <jo@example.org> wrote:” in several languages.
_ATTRIBUTION = re.compile(
    r"(?:On|Am|Le|El|Il|Em|Op|W dniu|Dne|Den|Στις)\s.{6,200}?"
    r"(?:wrote|schrieb(?:\s.{2,80})?|a écrit|escribió|ha scritto|escreveu|schreef(?:\s.{2,80})?|napisał\(a\)|napisał|napsal\(a\)|skrev|έγραψε)\s?:"
    r"|\d.{8,120}(?:пишет|написал\(?а?\)?|пише)\s?:|.{3,100}<\S+@\S+>\s?(?:wrote|schrieb)?\s?:",
    re.DOTALL,
)
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Message transféré|Mensaje original|Messaggio originale|"
    r"Oorspronkelijk bericht|Oryginalna wiadomość|Исходное сообщение)\s*-{2,}",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"-{3,}\s*(?:Forwarded message|Weitergeleitete Nachricht|Forwarded by .*|Message transféré|Mensaje reenviado)\s*-{3,}|Begin forwarded message:|"
    r"Anfang der weitergeleiteten Nachricht:|Début du message réexpédié\s?:",
    re.IGNORECASE,
)
_FROM = re.compile(r"\*?(?:From|Von|De|Da|Van|Od|От)\s?:\*?\s.*\S")
_OTHER_HEADER = re.compile(
    r"\*?(?:Sent|Date|To|Cc|Subject|Reply-To|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Para|Asunto|Inviato|A|Oggetto|Verzonden|Aan|"
    r"Onderwerp|Wysłano|Do|Temat|Дата|Кому|Тема)\s?:\*?\s.*"
)
# The headers of a mail that Outlook answers, as one paragraph of its HTML.
_HEADERS_IN_LINE = re.compile(
    r"(?:^|(?<=\s))(?:From|Sent|Date|To|Cc|Subject|Von|Gesendet|Datum|An|Betreff|De|Envoyé|À|Objet|Enviado(?: el)?|Para|Asunto|Van|Verzonden|Aan|Onderwerp|От|Дата|Кому|Тема)\s?:\s"
)
_LONGEST_SIGNATURE = 12  # lines
_LONGEST_ATTRIBUTION = 400  # characters
_FEWEST_HEADERS = 2  # besides that of the sender
_FEWEST_OWN = 200  # letters before a forwarded mail, if it is not itself what the editor wants


def reply_lines(printed: Sequence[str]) -> list[bool]:
    """Return for each line of a mail whether it is of a mail that it answers, or of a signature.

    Of a forwarded mail with nothing but a few words before it, only the headers are: its text is why it was sent.
    """
    marks = [_QUOTED.match(line) is not None for line in printed]
    _mark_attributions(printed, marks)
    end = len(printed)
    start = next((at for at, line in enumerate(printed) if _begins_other(printed, at, line)), end)
    if start < end:
        letters = sum(len(re.findall(r"\w", line)) for line in printed[:start])
        is_forwarded = _FORWARDED.fullmatch(printed[start].strip()) is not None
        stop = _end_of_headers(printed, start) if is_forwarded and letters < _FEWEST_OWN else end
        for at in range(0 if is_forwarded and stop < end else start, stop):
            marks[at] = True
    written = [at for at, line in enumerate(printed) if line.strip() and not marks[at]]
    signature = next(
        (at for at in written[-_LONGEST_SIGNATURE:] if _SIGNATURE.fullmatch(printed[at].strip())), end
    )
    for at in range(signature, end):
        marks[at] = True
    return marks


def without_marks_of_forwarding(printed: Sequence[str]) -> list[str]:
    """Return the lines of a mail without the “>” that Apple Mail writes before those of a forwarded mail."""
    start = next(
        (at for at, line in enumerate(printed, 1) if _FORWARDED.fullmatch(line.strip())), len(printed)
    )
    first = next(filter(str.strip, printed[start:]), "")
    if not _QUOTED.match(first):
        return list(printed)
    return [*printed[:start], *(re.sub(r"^\s*>\s?", "", line) for line in printed[start:])]


def _begins_other(printed: Sequence[str], at: int, line: str) -> bool:
    """Return whether another mail begins at a line: with a line of dashes and words, or with its headers."""
    stripped = line.strip()
    if _ORIGINAL.fullmatch(stripped) or _FORWARDED.fullmatch(stripped):
        return True
    if not _FROM.fullmatch(stripped):
        return False
    if len(_HEADERS_IN_LINE.findall(stripped)) > _FEWEST_HEADERS:
        return True
    others = [other.strip() for other in printed[at + 1 : at + 8]]
    return sum(_OTHER_HEADER.fullmatch(other) is not None for other in others) >= _FEWEST_HEADERS


def _end_of_headers(printed: Sequence[str], start: int) -> int:
    """Return the index behind the headers of a forwarded mail, which may have empty lines before them."""
    at, seen = start + 1, False
    while at < len(printed):
        line = printed[at].strip()
        if _FROM.fullmatch(line) or _OTHER_HEADER.fullmatch(line):
            seen = True
        elif line or seen:
            break
        at += 1
    return at


def _mark_attributions(printed: Sequence[str], marks: list[bool]) -> None:
    """Mark the line before a quoted mail that says who wrote it, which may be cut into two or three."""
    for at in range(1, len(printed)):
        if not marks[at] or marks[at - 1]:
            continue
        end = at
        while end > 0 and not printed[end - 1].strip():
            end -= 1
        for start in range(end - 1, max(-1, end - 4), -1):
            attribution = " ".join(line.strip() for line in printed[start:end])
            if len(attribution) <= _LONGEST_ATTRIBUTION and _ATTRIBUTION.fullmatch(attribution):
                marks[start:at] = [True] * (at - start)
                break
