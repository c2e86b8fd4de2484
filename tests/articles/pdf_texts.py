"""Texts for PDF files whose right conversion is known: paragraphs in three languages, and any number of them for long files."""


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


ENGLISH = _paragraphs("""
The two governments opened a new round of negotiations in Geneva on Monday, and both sides said that an
understanding on the inspection of merchant shipping was within reach. Officials had prepared the meeting
for three weeks.

“We are ready to sign,” the foreign minister told reporters in the afternoon. “But we will not accept a
cease-fire that leaves the harbour without any international administration.” She named no date for the end
of the consultations.

A cease-fire had been announced twice since the beginning of the year. Neither agreement survived its second
week, and humanitarian organisations reported considerable difficulties in reaching the inhabitants of the
eastern districts.

Representatives of the regional authorities circulated a 20-point proposal. It provides for demilitarisation
of the coast, for compensation of the shipowners, and for an independent commission that would publish its
recommendations every month.

Parliamentarians criticised the arrangement. They demanded guarantees that the administration would not be
extended automatically, and they asked for transparency about the financing of the reconstruction programme.

The secretary-general welcomed the announcement. His spokesperson said that confidence-building measures
should follow immediately, because the implementation of earlier commitments had been disappointing.

Economists estimate the cost of the interruption at 4.5 billion euros. Insurance companies have doubled
their premiums, and several manufacturers have transferred production to neighbouring countries.

The delegations will reconvene on 14 March. Until then, the technical committees continue their examination
of the classification of vessels, of the procedures at checkpoints, and of the responsibilities of the
harbour police.
""")
GERMAN = _paragraphs("""
Die Bundesregierung hat die Verhandlungen über die Wiederherstellung der Wasserstraßenverbindungen am Montag
wieder aufgenommen. Eine Unterzeichnung der Verwaltungsvereinbarung sei noch in diesem Frühjahr möglich,
sagte die Ministerin.

Der 20-Punkte-Plan sieht umfangreiche Wirtschaftsförderungsmaßnahmen vor. Hafenbetreibergesellschaften
sollen Entschädigungszahlungen erhalten, wenn sie ihre Beschäftigten weiterhin bezahlen.

„Ein Waffenstillstand allein genügt nicht“, erklärte der Außenminister nach der Sitzung. „Wir brauchen eine
Sicherheitsgarantie, die auch nach dem Regierungswechsel noch gilt.“ Zu den Ein- und Ausfuhrbestimmungen
schwieg er.

Wissenschaftlerinnen und Wissenschaftler bezweifeln die Wirksamkeit der Vereinbarung. Die
Überwachungseinrichtungen seien veraltet, und die Zuständigkeiten der Küstenwache blieben ungeklärt.

Die Bürgermeisterinnen der Küstenstädte verlangten eine Beteiligung an den Entscheidungen. Sie verwiesen auf
die Bevölkerungsentwicklung und auf die Arbeitslosigkeit in den Werften.
""")
FRENCH = _paragraphs("""
Les deux gouvernements ont ouvert lundi une nouvelle série de négociations à Genève. L’accord sur
l’inspection des navires marchands est à portée de main, selon plusieurs représentants des administrations
concernées.

« Nous sommes prêts à signer », a déclaré la ministre des affaires étrangères devant les journalistes. Elle
n’a donné aucune indication sur le calendrier des consultations ni sur le cessez-le-feu.

Le cessez-le-feu avait été annoncé deux fois depuis le commencement de l’année. Les organisations
humanitaires ont signalé des difficultés considérables pour atteindre les habitants des quartiers orientaux.

Les parlementaires ont critiqué l’arrangement. Ils réclament des garanties supplémentaires et davantage de
transparence sur le financement du programme de reconstruction.
""")
_PLACES = (
    "harbour",
    "northern district",
    "customs house",
    "railway station",
    "parliament",
    "southern coast",
    "airport",
)
_ACTS = (
    "published its recommendations",
    "postponed the examination",
    "announced further consultations",
    "refused an extension",
)
_BODIES = ("commission", "administration", "delegation", "inspectorate", "committee")


def paragraphs(count: int) -> tuple[str, ...]:
    """Return any number of paragraphs, all of which differ."""
    return tuple(
        f"On day {number} the {_BODIES[number % 5]} at the {_PLACES[number % 7]} {_ACTS[number % 4]} about shipment "
        f"{number * 37}. " + ENGLISH[number % len(ENGLISH)]
        for number in range(1, count + 1)
    )
