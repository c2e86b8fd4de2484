"""The office of a speaker and the name of a party on a day."""

import pytest

from generator.content.model import PartialDate, Party, Speaker

ADA = Speaker.model_validate(
    {
        "name": "Ada Vale",
        "roles": [
            {"role": "Mayor", "from": "2031-03-10"},
            {"role": "Councillor", "from": "2026", "until": "2031-03-09"},
        ],
    }
)
TOWN = Party.model_validate(
    {
        "name": "Vale",
        "kind": "government",
        "earlier_names": [
            {"name": "Lower Valeham", "short": "Valeham", "from": "1990", "until": "2010-12-31"},
            {"name": "Valehamlet", "until": "1989"},
        ],
    }
)


def date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("day", "role"),
    [
        ("2031-03-09", "Councillor"),
        ("2031-03-10", "Mayor"),
        ("2035", "Mayor"),
        ("2031-03", "Councillor / Mayor"),
        ("2025", ""),
        ("", "Mayor"),
    ],
)
def test_a_role_is_that_of_the_day(day: str, role: str) -> None:
    assert ADA.role_on(date(day)) == role


def test_a_role_without_dates_holds_on_every_day() -> None:
    assert Speaker(name="Bo Lind", role="Chair").role_on(date("1999")) == "Chair"
    assert Speaker(name="Bo Lind").role_on(None) == ""


@pytest.mark.parametrize(
    ("day", "label"),
    [
        ("2010", "Valeham"),
        ("2011", "Vale"),
        ("1989-05-01", "Valehamlet"),
        ("", "Vale"),
        ("2000-01", "Valeham"),
    ],
)
def test_the_name_of_a_party_is_that_of_the_day(day: str, label: str) -> None:
    assert TOWN.named_on(date(day)).label == label


def test_the_earlier_names_of_a_party_are_among_its_names() -> None:
    assert TOWN.names == ("Vale", "Lower Valeham", "Valeham", "Valehamlet")
