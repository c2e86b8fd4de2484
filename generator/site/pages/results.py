"""Results as pages show them: the words of the rule, the counts behind them, and the key of stances."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.results import Finding, Result
from generator.analysis.stances import Stance, scale_stances
from generator.analysis.stances import stance as stance_of
from generator.content.model import ABSENCES, UNCLEAR, WITHDRAWN, Side
from generator.language import N_
from generator.site.pages.labels import LABELS
from generator.site.pages.views import Views

_BOTH = 2


@dataclass(frozen=True)
class Count:
    """How many parties have positions of one kind, in words, such as `2 for`; `form` names the mark."""

    form: str
    text: str


@dataclass(frozen=True)
class ResultView:
    """What the answers to one question show: the only place that counts positions for pages, exports and pictures."""

    views: Views
    result: Result

    @property
    def name(self) -> str:
        """Return the name of the proposition, if its issue has several."""
        return self.views.proposition_name(self.result.issue, self.result.proposition)

    @property
    def title(self) -> str:
        """Return the title of the issue, with the name of the proposition if there are several."""
        return self.views.proposition_title(self.result.issue, self.result.proposition)

    @property
    def named(self) -> bool:
        """Return whether parties name options or amounts."""
        return not self.views.briefing.scale_of(self.result.issue)

    @property
    def words(self) -> str:
        """Return the result in words; of options and amounts, how many parties name the same."""
        say, number = self.views.language.say, self.views.language.number
        finding, everybody = self.result.finding, len(self.views.about.parties)
        if finding not in {Finding.SAME, Finding.SOME_SAME}:
            return say(finding)
        shared = [(answer.label, len(parties)) for answer, parties in self.result.places if parties[1:]]
        if shared[0][1] == everybody:
            words = N_("All %(num)s name “%(answer)s”") if everybody > _BOTH else N_("Both name “%(answer)s”")
            return say(words, num=number(everybody), answer=shared[0][0])
        return "; ".join(
            say("%(num)s of %(all)s name “%(answer)s”", num=number(num), all=number(everybody), answer=label)
            for label, num in shared
        )

    @property
    def counts(self) -> list[Count]:
        """Return how many positions are for, between, against and unclear; of options and amounts, how many there are."""
        return list(self._counts())

    def _counts(self) -> Iterator[Count]:
        say, number = self.views.language.say, self.views.language.number
        for side, (levels, parties) in self.result.sides.items():
            level = levels[-1] if side is Side.AGAINST else levels[0]
            yield Count(level.form, f"{number(parties)} {self._side(side)}")
        if self.named and self.result.positions:
            yield Count(
                "", self.views.language.count("%(num)s position", "%(num)s positions", self.result.positions)
            )
        if self.result.unclear:
            yield Count(UNCLEAR, say("%(num)s unclear", num=number(len(self.result.unclear))))

    def _side(self, side: Side) -> str:
        """Return the name of a side; that of the levels in between is the label of the only one, if there is one."""
        scale = scale_stances(self.views.briefing.scale_of(self.result.issue))
        levels = [level for level in scale if level.side is side]
        if side is Side.BETWEEN and len(levels) == 1:
            return self.views.verb(self.views.word(levels[0]))
        return self.views.language.say(LABELS.sides[side])

    @property
    def inferred(self) -> str:
        """Return how many of the positions the editors inferred, in words; empty if none."""
        inferred, unclear = self.result.inferred, set(self.result.unclear)
        say, everything = self.views.language.say, self.result.positions + len(unclear)
        num = self.views.language.number(len(inferred))
        if not inferred:
            return ""
        # All clear positions, or all of them with the unclear ones.
        is_all = len(inferred) == (everything if inferred & unclear else self.result.positions)
        return (
            say("all %(num)s inferred", num=num)
            if is_all and len(inferred) > 1
            else say("%(num)s inferred", num=num)
        )

    @property
    def counted(self) -> str:
        """Return the counts as one text: `1 for, 2 conditional, 1 unclear; all 3 inferred`. Empty if nothing was found."""
        counts = ", ".join(count.text for count in self.counts)
        return "; ".join(filter(None, (counts, self.inferred)))

    @property
    def places(self) -> list[tuple[Stance, list[str]]]:
        """Return each level of the scale, option or named amount with the names of its parties."""
        return [
            (self.views.word(level), [self._name(party) for party in parties])
            for level, parties in self.result.places
        ]

    @property
    def not_counted(self) -> list[tuple[Stance, list[str]]]:
        """Return the stances off the scale, each with the names of its parties."""
        return [
            (self.views.word(stance), [self._name(party) for party in parties])
            for stance, parties in self.result.not_counted
        ]

    def _name(self, party: str) -> str:
        name = self.views.party(party)
        return (
            self.views.language.say("%(party)s (inferred)", party=name)
            if party in self.result.inferred
            else name
        )


def legend(views: Views) -> list[Stance]:
    """Return every stance that a table of marks may show, scale by scale; `withdrawn` only where it occurs."""
    shown = {stance.code for row in views.analysis.matrix for cell in row.cells for _, stance in cell.stances}
    others = (UNCLEAR, *ABSENCES, *({WITHDRAWN} & shown))
    levels = (level for scale in views.briefing.scales for level in scale_stances(scale))
    stances = (*levels, *(stance_of(views.briefing, "", code) for code in others))
    return [views.word(stance) for stance in dict.fromkeys(stances)]
