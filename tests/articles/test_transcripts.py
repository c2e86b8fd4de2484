import pytest

from generator.edit.articles.converted import Line
from generator.edit.articles.transcripts import labels_of, timed


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        (["[0:12] Yes.", "[1:02:30] No."], ["0:12", "1:02:30"]),
        (["0:05 Yes.", "0:30 No.", "1:15 Perhaps."], ["0:05", "0:30", "1:15"]),
        (["[0:12]", "Yes.", "[1:40]", "No."], ["0:12", "1:40"]),
        (["00:12:30 Yes.", "00:40:00 No.", "01:02:30 Perhaps."], ["12:30", "40:00", "1:02:30"]),
        (["09:41 The bridge is closed.", "09:52 Police say why.", "10:30 It opens."], [""] * 3),
        (["14:20:05 Closed.", "14:20:40 Open.", "14:21:00 Closed."], [""] * 3),
        (["[1:40] Yes.", "[0:12] No."], [""] * 2),
    ],
)
def test_times_that_go_up_from_near_zero_are_those_of_a_recording(texts: list[str], times: list[str]) -> None:
    lines, steps = timed(tuple(map(Line, texts)))
    assert [line.time for line in lines] == times
    assert bool(steps) == any(times)


def test_two_people_who_speak_by_turns_have_labels_and_a_list_of_values_has_none() -> None:
    def labels(*texts: str) -> tuple[str, ...]:
        return labels_of([Line(text) for text in texts])

    assert labels("Mr Reed: Yes.", "Ms Lee: No.", "Mr Reed: Oh.") == ("Mr Reed", "Ms Lee")
    assert labels("Mr Reed: Yes.", "Ms Lee: No.") == ()
    assert labels("Place: Port Orme", "Price: 3 crowns", "Place: Halden", "Price: 4 crowns") == ()
