"""A small project whose English site has sources in twelve languages, and words of every difficult kind."""

# ruff: noqa: RUF001 - look-alikes and other scripts are what is tested

from pathlib import Path

from tests.building import HARBOUR

_ENGLISH = (
    "The council met on Monday. “We don’t close the har\u00adbour at night,” Ada Vale said. The non-negotiable plan costs 1,500,000 "
    "crowns, or 3.5 million for the résumé of Zoë Müller-Groß, and O’Neill’s ﬁnal oﬀer was co-operation; the e-mail said naïve and "
    "ﬂamboyant. “Parts of the text suit us, other parts do not,” Ada Vale added. “The rowers’ up-to-date list has 1\u00a0500\u00a0000 "
    "names, and the nego-\ntiations end in June, when café owners agree\u200bd,” Ada Vale said. “The U.S. and the U.K. sent C++ experts "
    "on COVID-19 for €1.5bn, 30%, ½ or ¾ of 1 or 2 plans, §218, #42 and $7, with guarantees and a settlement behind the ｆｕｌｌｗｉｄｔｈ sign,” Ada Vale said."
)
TEXTS = {
    "en": (
        _ENGLISH,
        ["close the harbour at night", "Parts of the text suit us", "list has", "sent C++ experts"],
    ),
    "de": (
        "Der Rat tagte. „Wir schließen den Hafen bei Nacht, und die Lärmschutzverordnung gilt für Straßenbahnfahrer“, sagte Ada Vale.",
        ["Wir schließen den Hafen bei Nacht"],
    ),
    "ja": ("市議会は月曜日に会合した。「夜は港を閉めます、新幹線の駅は開いている」とアダ・ベイルは述べた。", ["夜は港を閉めます"]),
    "zh": ("市议会星期一开会。“我们晚上关闭港口”，艾达说。", ["我们晚上关闭港口"]),
    "th": ("สภาประชุมวันจันทร์ “เราจะปิดท่าเรือตอนกลางคืน” เอดา เวล กล่าว", ["เราจะปิดท่าเรือตอนกลางคืน"]),
    "ar": ("اجتمع المجلس يوم الاثنين. «سنغلق الميناء ليلاً»، قالت آدا فيل.", ["سنغلق الميناء ليلاً"]),
    "ru": ("Совет собрался. «Мы закроем порт ночью, ещё один йод», — сказала Ада Вейл.", ["Мы закроем порт ночью"]),
    "he": ('המועצה נפגשה. "נסגור את הנמל בלילה", אמרה עדה וייל.', ["נסגור את הנמל בלילה"]),
    "ko": ("시의회는 월요일에 모였다. “밤에 항구를 닫겠다”고 아다 베일은 말했다.", ["밤에 항구를 닫겠다"]),
    "el": ("Το συμβούλιο συνεδρίασε. «Θα κλείσουμε το λιμάνι τη νύχτα», είπε η Άντα Βέιλ.", ["Θα κλείσουμε το λιμάνι τη νύχτα"]),
    "hi": ("परिषद की बैठक हुई। “हम रात में बंदरगाह बंद करेंगे,” एडा वेल ने कहा।", ["हम रात में बंदरगाह बंद करेंगे"]),
    "fa": ("شورا تشکیل جلسه داد. «ما بندر را شب می‌بندیم»، آدا ویل گفت.", ["ما بندر را شب می‌بندیم"]),
}  # fmt: skip
"""By language: a stored text, and the words that are cited from it."""


def write_many_languages(to: Path) -> Path:
    """Write the project. Return `to`."""
    evidence = []
    (to / "seeds").mkdir(parents=True)
    for language, (text, cited) in TEXTS.items():
        (to / "seeds" / f"{language}1.txt").write_text(f"{text}\n", encoding="utf-8")
        (to / "seeds" / f"{language}1.yml").write_text(
            f"title: Report {language}\nlanguage: {language}\nrights: Written for a test.\npublish: full\nstatus: usable\n",
            encoding="utf-8",
        )
        evidence += [
            f"      - {{source: {language}1, quote: '{quote}', speaker: ada-vale}}" for quote in cited
        ]
    folder = to / "briefings" / "harbour"
    (folder / "positions").mkdir(parents=True)
    (to / "briefings" / "parties.yml").write_text(
        "council: {name: Council, kind: government, speakers: {ada-vale: {name: Ada Vale}}}\nowners: {name: Owners, kind: organisation}\n",
        encoding="utf-8",
    )
    (folder / "briefing.yml").write_text(
        "title: The harbour\nquestion: Is the harbour closed at night?\nstatus: active\nas_of: 2025-05-02\nreviewed_on: 2025-05-03\n"
        "parties: [council, owners]\nkey_points:\n  where_it_stands:\n    text: The council wants to close it.\n    evidence: [{source: de1, quote: Wir schließen den Hafen bei Nacht, speaker: ada-vale}]\n"
        "issues:\n  night:\n    title: Night\n    question: Should it be closed?\n    propositions: {closed: {text: The harbour is closed at night.}}\n",
        encoding="utf-8",
    )
    (folder / "positions" / "council.yml").write_text(
        "party: council\npositions:\n  - issue: night\n    stance: supports\n    as_of: 2025-05-02\n    statement: The council closes it.\n    evidence:\n"
        + "\n".join(evidence)
        + "\n",
        encoding="utf-8",
    )
    (to / "docs").mkdir()
    (to / "mkdocs.yml").write_bytes((HARBOUR / "mkdocs.yml").read_bytes())
    return to
