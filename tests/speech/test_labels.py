"""The label of a speaker at the start of a paragraph of a transcript."""

import pytest

from generator.speech.labels import label_end


@pytest.mark.parametrize(
    "label",
    [
        "MR REED: ",
        "Lord Ahmad of Wimbledon (Con): ",
        "Mr. Olsen: ",
        "Q. ",
        "A: ",
        "The Chair: ",
        "SEN. HOLM (D-Mo.): ",
        "Mme de la Tour : ",
        "Frau von der Au: ",
        "Анна Берг: ",
        "Ж. ",
        "議長\uff1a",
        "Frage: ",
        "PRESIDENT OF THE COUNCIL:",
        "Several hon. members: ",
        "M. le président : ",
        "The chair (Ida Berg): ",
        "Mr. REED. ",
        "The PRESIDING OFFICER. ",
        "[00:01:02] Ida Berg: ",
        ">> IDA BERG: ",
        "**Ida Berg:** ",
    ],
)
def test_a_label_ends_before_the_words_of_its_speaker(label: str) -> None:
    assert label_end(f"{label}We will go." if label[-1] in " \uff1a" else label) == len(label)


@pytest.mark.parametrize(
    "paragraph",
    [
        "We will go.",
        "There is one condition: we go first.",
        "The council has decided this: nobody sails.",
        "At 10:30 we left.",
        "We say: go.",
        "(Applause.)",
        "yes: we did.",
        "The truth: we did.",
        "The U.S. is late. We know.",
        ": nothing",
        "A member of the association who did not give her name asked the following question: why?",
    ],
)
def test_other_paragraphs_have_no_label(paragraph: str) -> None:
    assert label_end(paragraph) == 0
