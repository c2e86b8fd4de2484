"""Mails as Gmail, Outlook, Apple Mail, Thunderbird and newsletters write them, each with its known right text."""

import base64
import quopri
from email.message import EmailMessage
from email.policy import SMTP

from tests.articles.scoring import Truth

_FEES = (
    "The port authority will raise its fees by 12% in March. “We had no choice,” said Ms Reed, who leads the authority.",
    "Ships that use power from land pay less, and the decision is open to comments until the end of February.",
)
_GEBUEHREN = (
    "Die Häfen müssen höhere Beiträge zahlen, sagte die Ministerin am Montag vor dem Ausschuss in der Hauptstadt.",
    "Schiffe, die Strom von Land beziehen, zahlen weniger; über die Größe des Nachlasses entscheidet der Rat.",
)
_TARIFS = (
    "Le ministre a déclaré que les ports devront payer davantage à partir du mois de mars, après l’été dernier.",
    "Les navires qui prennent l’électricité à quai paient moins, a-t-il ajouté devant la commission.",
)


def _cut(text: str, width: int = 72, mark: str = "") -> str:
    """Text with line ends at a width."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(mark + line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, mark + line])


def _mail(
    body: str, subtype: str = "plain", charset: str = "utf-8", cte: str = "quoted-printable", **headers: str
) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    for name, value in {
        "From": "Jo Reed <jo@example.org>",
        "To": "desk@example.com",
        "Subject": "Harbour fees",
        "Date": "Mon, 02 Mar 2026 23:30:00 -0500",
        "Message-ID": "<1@example.org>",
    }.items():
        mail[name] = headers.pop(name, value)
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(body, subtype, charset=charset, cte=cte)
    return mail


_DETAILS = {"title": "Harbour fees", "byline": "Jo Reed", "published": "2026-03-02"}
_GMAIL = _mail(
    "\n\n".join([_cut(text) for text in _FEES])
    + "\n\nOn Sun, Mar 1, 2026 at 10:00 AM Dana Ahn <dana@example.com>\nwrote:\n\n> When will the fees rise?\n>\n> Dana\n",
    Subject="Re: Harbour fees",
)  # fmt: skip
_OUTLOOK = _mail(
    "\n\n".join(_GEBUEHREN)
    + "\n\nMit freundlichen Grüßen\n\n-----Ursprüngliche Nachricht-----\nVon: Dana Ahn <dana@example.com>\nGesendet: Sonntag, 1. März 2026 10:00\n"
    "An: Jo Reed\nBetreff: Hafen\n\nWann steigen die Gebühren?\n",
    charset="windows-1252", cte="base64", Subject="AW: Hafengebühren für 2026",
)  # fmt: skip
_FORWARDED = _mail(
    f"See below.\n\nBegin forwarded message:\n\nFrom: Ministry of Ports <press@example.org>\nSubject: Statement\nDate: 1 March 2026\nTo: Jo Reed\n\n{_FEES[0]}\n\n{_FEES[1]}\n",
    Subject="Fwd: Statement",
)  # fmt: skip
_FLOWED = (
    b"From: =?koi8-r?B?8M/S1M/XwdEg08zV1sLB?= <port@example.org>\r\nSubject: =?ISO-8859-1?Q?Geb=FChren_?=\r\n =?ISO-8859-1?Q?der_H=E4fen?=\r\n"
    b"Date: Mon, 2 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-15; format=flowed\r\n"
    b"Content-Transfer-Encoding: 8bit\r\n\r\n"
    + "\r\n\r\n".join(_cut(text, 60).replace("\n", " \r\n") for text in _GEBUEHREN).encode("iso-8859-15")
    + "\r\n\r\n> Wann steigen die \r\n> Gebühren?\r\n\r\n-- \r\nPressestelle\r\nTel. 555\r\n".encode("iso-8859-15")
)  # fmt: skip
_NEWSLETTER_HTML = f"""<html><head><style>p {{ color: red }}</style></head><body><table><tr><td>
<p><a href="https://example.org/browser">View this mail in your browser</a></p>
<h1>Harbour fees</h1><p>{_FEES[0]}</p><p>{_FEES[1]}</p>
<p>“We had asked for a longer term,” said the association of ship owners, which has forty members in nine ports.</p>
<p><a href="https://example.org/out">Unsubscribe</a> | <a href="https://example.org/privacy">Privacy policy</a></p>
</td></tr></table></body></html>"""
_NEWSLETTER = _mail(
    "View this mail in your browser: https://example.org/browser\n",
    From="The Harbour Letter <letter@example.org>",
    Organization="Harbour Press",
)
_NEWSLETTER.add_alternative(_NEWSLETTER_HTML, subtype="html")
_REPLY_HTML = _mail(
    f'<html><body><div>{_TARIFS[0]}</div><div><br></div><div>{_TARIFS[1]}</div><br><div class="gmail_quote"><div>Le dim. 1 mars 2026 à 10:00, Dana Ahn &lt;dana@example.com&gt; a écrit :</div>'
    "<blockquote><div>Quand les tarifs vont-ils augmenter ?</div></blockquote></div></body></html>",
    "html", charset="windows-1252", Subject="RE: Tarifs portuaires", From='"Reed, Jo" <jo@example.org>',
)  # fmt: skip
_ATTACHED = _mail(f"{_FEES[0]}\n\n{_FEES[1]}\n")
_ATTACHED.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Gebühren 2026.pdf")
_ATTACHED.add_attachment(_mail("Inner text."))
_PAGE_HTML = f"<html><head><title>Harbour fees</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Harbour fees</h1><p>{_TARIFS[0]}</p><p>{_TARIFS[1]}</p><p>{_FEES[0]}</p><p>{_FEES[1]}</p></article></body></html>"
_PAGE = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/fees\r\nSubject: Harbour fees\r\nDate: Tue, 3 Mar 2026 08:00:00 -0000\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/fees\r\n\r\n"
    + quopri.encodestring(_PAGE_HTML.encode()).replace(b"\n", b"\r\n")
    + b"\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png\r\n\r\n"
    + base64.b64encode(b"\x89PNG")
    + b"\r\n--b--\r\n"
)  # fmt: skip
_APPLE_MAIL = (
    _mail("\n\n".join(_TARIFS) + "\n\nEnvoyé de mon iPhone\n", Subject="Tarifs portuaires")
    .as_bytes()
    .replace(b"\r\n", b"\n")
)
_RAW_HEADERS = (
    b"From: "
    + "Größe der Häfen".encode()
    + b" <a@example.org>\nSubject: "
    + "Hafengebühren".encode("cp1252")
    + b"\nDate: Mon, 2 Mar 2026 09:00:00 +0100\nMIME-Version: 1.0\n\n"
    + "\n\n".join(_GEBUEHREN).encode("cp1252")
)

MAILS = {
    "gmail.eml": (_GMAIL.as_bytes(), Truth(
        _FEES, ("When will the fees rise?", "Dana", "On Sun, Mar 1, 2026 at 10:00 AM Dana Ahn <dana@example.com> wrote:"), _DETAILS)),
    "outlook.eml": (_OUTLOOK.as_bytes(), Truth(
        (*_GEBUEHREN, "Mit freundlichen Grüßen"), ("Wann steigen die Gebühren?", "Betreff: Hafen"), _DETAILS | {"title": "Hafengebühren für 2026"})),
    "forwarded.eml": (_FORWARDED.as_bytes(), Truth(
        _FEES, ("See below.", "Begin forwarded message:", "To: Jo Reed"), _DETAILS | {"title": "Statement"})),
    "flowed.eml": (_FLOWED, Truth(
        _GEBUEHREN, ("Wann steigen die Gebühren?", "Tel. 555"), {"title": "Gebühren der Häfen", "byline": "Портовая служба", "published": "2026-03-02"})),
    "newsletter.eml": (_NEWSLETTER.as_bytes(), Truth(
        (*_FEES, "“We had asked for a longer term,” said the association of ship owners, which has forty members in nine ports."),
        ("View this mail in your browser", "Unsubscribe"), _DETAILS | {"byline": "The Harbour Letter", "publisher": "Harbour Press"})),
    "html-reply.eml": (_REPLY_HTML.as_bytes(), Truth(
        _TARIFS, ("Quand les tarifs vont-ils augmenter ?",), _DETAILS | {"title": "Tarifs portuaires", "byline": "Reed, Jo"})),
    "attached.eml": (_ATTACHED.as_bytes(), Truth(_FEES, ("Inner text.",), _DETAILS)),
    "page.mhtml": (_PAGE, Truth((*_TARIFS, *_FEES), ("Home",), {"title": "Harbour fees", "url": "https://example.org/fees", "byline": None, "published": None})),
    "apple.emlx": (b"%d\n" % len(_APPLE_MAIL) + _APPLE_MAIL + b'<?xml version="1.0"?><plist/>\n', Truth(
        _TARIFS, ("Envoyé de mon iPhone",), _DETAILS | {"title": "Tarifs portuaires"})),
    "raw-headers.eml": (_RAW_HEADERS, Truth(
        _GEBUEHREN, (), {"title": "Hafengebühren", "byline": "Größe der Häfen", "published": "2026-03-02"})),
}  # fmt: skip
