"""Plain texts in many encodings and layouts, each with its known right text."""

from tests.articles.scoring import Truth

_TEXTS = {
    "en": ("The committee’s report – published on Monday – says: “No decision has been taken.”", "The café in the naïve town closed."),
    "de": ("Der Ausschuß prüfte die Gebühren für Schiffe. „Wir können das nicht bestätigen“, sagte die Ministerin.",
           "Die Häfen müssen höhere Beiträge zahlen, erklärte der größte Verband."),
    "fr": ("Le ministre a déclaré : « Nous n'avons pas encore décidé. » L'été dernier, les élèves étaient préoccupés.", "À Paris, le conseil a été convoqué."),
    "pl": ("Rada Ministrów przyjęła uchwałę w sprawie opłat portowych. Żaden z członków nie zgłosił sprzeciwu.",
           "Światło i źródło energii są dziś droższe, powiedział wójt gminy Łódź."),
    "cs": ("Vláda dnes schválila návrh zákona o přístavních poplatcích. Žádný ministr nebyl proti.", "Příští týden se sejde výbor, řekl předseda sněmovny."),
    "hu": ("A kormány elfogadta az új kikötői díjszabást. Erről még nem született döntés, mondta a miniszter.", "Jövő héten újra ülésezik a bizottság, több időt kért."),
    "tr": ("Hükümet yeni liman ücret tarifesini onayladı. Bakan, henüz bir karar alınmadığını söyledi.", "Önümüzdeki hafta komisyon yeniden toplanacak, görüş ığdır şehri."),
    "ru": ("Правительство утвердило новый тариф портовых сборов. Решение ещё не принято, заявил министр.", "На следующей неделе комитет соберётся снова."),
    "uk": ("Уряд ухвалив новий тариф портових зборів. Рішення ще не прийнято, заявив міністр.", "Наступного тижня комітет збереться знову, її думку ґрунтовно розглянуть."),
    "el": ("Η κυβέρνηση ενέκρινε το νέο τιμολόγιο των λιμενικών τελών. Δεν έχει ληφθεί απόφαση.", "Την επόμενη εβδομάδα θα συνεδριάσει η επιτροπή."),
    "he": ("הממשלה אישרה את תעריף הנמל החדש. השר אמר כי טרם התקבלה החלטה.", "בשבוע הבא תתכנס הוועדה שוב."),
    "ar": ("وافقت الحكومة على تعرفة الموانئ الجديدة. وقال الوزير إنه لم يتخذ قرار بعد.", "الأسبوع المقبل تجتمع اللجنة مرة أخرى."),
    "ja": ("政府は新しい港湾料金を承認した。大臣は「まだ決定していない」と述べた。", "来週、委員会が再び開かれる。"),
    "zh": ("政府批准了新的港口收费标准。部长说，目前尚未作出决定。", "下周委员会将再次开会。"),
    "zh-Hant": ("政府批准了新的港口收費標準。部長說，目前尚未作出決定。", "下週委員會將再次開會。"),
    "ko": ("정부는 새로운 항만 요금을 승인했다. 장관은 아직 결정되지 않았다고 말했다.", "다음 주에 위원회가 다시 열린다."),
}  # fmt: skip
# Language, Python's encoding, and the name that editors read.
ENCODINGS = (
    ("en", "utf-8", "UTF-8"), ("de", "utf-8-sig", "UTF-8"), ("ru", "utf-16", "UTF-16"), ("de", "utf-16-le", "UTF-16"),
    ("ru", "utf-16-be", "UTF-16"), ("fr", "utf-32", "UTF-32"), ("en", "utf-32-le", "UTF-32"), ("en", "cp1252", "Windows-1252"), ("de", "cp1252", "Windows-1252"),
    ("fr", "iso8859-15", "Windows-1252"), ("en", "mac_roman", "Mac Roman"), ("de", "mac_roman", "Mac Roman"), ("de", "cp850", "CP850"),
    ("pl", "cp1250", "Windows-1250"), ("pl", "iso8859-2", "ISO-8859-2"), ("cs", "cp1250", "Windows-1250"), ("cs", "iso8859-2", "ISO-8859-2"),
    ("hu", "cp1250", "Windows-1250"), ("tr", "cp1254", "Windows-1254"), ("ru", "cp1251", "Windows-1251"), ("ru", "koi8_r", "KOI8-R"),
    ("ru", "iso8859-5", "ISO-8859-5"), ("ru", "cp866", "CP866"), ("uk", "cp1251", "Windows-1251"), ("uk", "koi8_u", "KOI8-U"),
    ("el", "cp1253", "Windows-1253"), ("he", "cp1255", "Windows-1255"), ("ar", "cp1256", "Windows-1256"), ("ja", "shift_jis", "Shift_JIS"),
    ("ja", "euc_jp", "EUC-JP"), ("ja", "iso2022_jp", "ISO-2022-JP"), ("zh", "gb18030", "GB18030"), ("zh-Hant", "big5", "Big5"), ("ko", "euc_kr", "EUC-KR"),
)  # fmt: skip


def encoded(language: str, encoding: str) -> tuple[bytes, tuple[str, ...]]:
    """The text of a language in an encoding, with typewriter's signs for those that it lacks; and its paragraphs."""
    paragraphs = []
    for text in _TEXTS[language]:
        plain = text
        for sign, other in (("’", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("–", "-")):
            try:
                text.encode(encoding)
            except UnicodeEncodeError:
                plain = plain.replace(sign, other)
        paragraphs.append(plain)
    return "\r\n\r\n".join(paragraphs).encode(encoding), tuple(paragraphs)


_CUT = """The port authority will raise its fees by twelve per cent in March. It has
not raised them since 2009, although its costs have doubled in these years. A nego-
tiation with ship owners failed.

Ships that use power from land pay less, and ships that come at night pay more. The
"""
_CUT_PAGES = f"""{_CUT}
                                       12

discount applies from the first of March to all ships in the harbour of the city and
in the outer harbour, which opened in the year 2019 behind the old breakwater there.

                                       13

The council decides next week.
"""
_VTT = """WEBVTT

NOTE Made by a program

1
00:00:04.000 --> 00:00:07.500 align:start
<v Ms Reed>Will the fees rise
<c.yellow>in March?</c>

2
00:00:08.000 --> 00:00:09.000
<v Minister>They will.

3
00:00:09.200 --> 00:00:12.000
<v Minister>By twelve per cent.
"""
_SRT = """1\r
00:59:58,000 --> 01:00:02,000\r
The port authority will raise\r
\r
2\r
01:00:02,100 --> 01:00:05,000\r
its fees in March.\r
\r
3\r
01:00:30,000 --> 01:00:33,000\r
Ships that use power pay less.\r
"""
_YOUTUBE = "0:00\nthe port authority will raise\n0:04\nits fees in March.\n0:31\nships that use power\n0:35\npay less\n"
_REV = "Speaker 1 (00:04):\nWill the fees rise?\n\nSpeaker 2 (00:09):\nThey will.\n\nSpeaker 1 (01:02:15):\nWhen?\n"
_TIMED = "[00:00:04] MR REED: Will the fees rise?\n\n[00:00:09] MINISTER: They will.\n\n[00:01:15] MR REED: When?\n"
_LIVE_BLOG = "14:05 The session begins.\n\n14:20 The minister speaks.\n\n15:02 The council votes.\n"
_POEM = "The port is open.\nThe ships are in.\n\nThe gulls are out.\n"
_FRONT_MATTER = '---\ntitle: "Harbour fees: the facts"\nauthor: Jo Reed\ndate: 2026-03-02\ntags: ports\n---\n\n# Fees\n\nThe fees rise.\n'
_HEAD = "Title: Harbour fees\nBy: Jo Reed\nDate: 2026-03-02\nURL: https://example.org/fees\n\nThe fees rise.\n\nNote: not all do.\n"
_BYLINE = "Harbour fees rise\n\nBy Jo Reed and Dana Ahn\n\nThe fees rise.\n"
_MARKDOWN = "# Harbour fees\n\nThe **fees** rise.\n"

LAYOUTS = {
    "cut-pages.txt": (_CUT_PAGES, Truth((
        "The port authority will raise its fees by twelve per cent in March. It has not raised them since 2009, although its costs have doubled in these years. A negotiation with ship owners failed.",
        "Ships that use power from land pay less, and ships that come at night pay more. The discount applies from the first of March to all ships in the harbour of the city and in the outer harbour, which opened in the year 2019 behind the old breakwater there.",
        "The council decides next week."), ("12", "13"))),
    "talk.vtt": (_VTT, Truth(
        ("Ms Reed: Will the fees rise in March?", "Minister: They will. By twelve per cent."), ("NOTE Made by a program",), {"kind": "transcript"})),
    "talk.srt": (_SRT, Truth(("The port authority will raise its fees in March.", "Ships that use power pay less."), ("00:59:58",), {"kind": "transcript"})),
    "youtube.txt": (_YOUTUBE, Truth(("the port authority will raise its fees in March.", "ships that use power pay less"), ("0:31",), {"kind": "transcript"})),
    "rev.txt": (_REV, Truth(("Speaker 1: Will the fees rise?", "Speaker 2: They will.", "Speaker 1: When?"), ("00:04",))),
    "timed.txt": (_TIMED, Truth(("MR REED: Will the fees rise?", "MINISTER: They will.", "MR REED: When?"), ("00:00:04",))),
    "live-blog.txt": (_LIVE_BLOG, Truth(("14:05 The session begins.", "14:20 The minister speaks.", "15:02 The council votes."))),
    "poem.txt": (_POEM, Truth(("The port is open.", "The ships are in.", "The gulls are out."))),
    "front-matter.md": (_FRONT_MATTER, Truth(
        ("# Fees", "The fees rise."), ("author: Jo Reed", "tags: ports"), {"title": "Harbour fees: the facts", "byline": "Jo Reed", "published": "2026-03-02"})),
    "head.txt": (_HEAD, Truth(
        ("The fees rise.", "Note: not all do."), ("Title: Harbour fees",),
        {"title": "Harbour fees", "byline": "Jo Reed", "published": "2026-03-02", "url": "https://example.org/fees"})),
    "byline.txt": (_BYLINE, Truth(
        ("Harbour fees rise", "The fees rise."), ("By Jo Reed and Dana Ahn",), {"byline": "Jo Reed and Dana Ahn", "title": None})),
    "markdown.md": (_MARKDOWN, Truth(("# Harbour fees", "The **fees** rise."), (), {"title": "Harbour fees"})),
}  # fmt: skip
