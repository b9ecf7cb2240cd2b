"""The page of what reminders brought tells the figures of the report, no others."""

from datetime import date
from pathlib import Path

import pytest

from bengkel_crm.base.i18n import set_language
from bengkel_crm.records.reminders import Channel, ResponseReport, ResponseRow
from bengkel_crm.records.response_figures import read_figures
from bengkel_crm.reports.paper.funnel import write_funnel
from tests.reports.paper.paper_kit import HOSTILE_NAMES, SHOP, TODAY, pages_of, text_of, words_of

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
REPORT = ResponseReport(
    30,
    (
        ResponseRow(SEPTEMBER, Channel.CALL, "Ganti oli mesin", 40, 35, 20, 4_000_000),
        ResponseRow(OCTOBER, Channel.CALL, "Ganti oli mesin", 60, 55, 25, 5_500_000),
        ResponseRow(OCTOBER, Channel.LETTER, "slipping", 100, 90, 23, 2_250_000),
    ),
    (
        ResponseRow(SEPTEMBER, None, None, 50, 0, 9, 900_000),
        ResponseRow(OCTOBER, None, None, 30, 0, 7, 700_000),
    ),
    (
        ResponseRow(None, None, None, 190, 170, 65, 11_700_000),
        ResponseRow(SEPTEMBER, None, None, 40, 35, 20, 4_000_000),
        ResponseRow(OCTOBER, None, None, 160, 145, 48, 7_750_000, 50),
        ResponseRow(None, Channel.CALL, None, 100, 90, 45, 9_500_000),
        ResponseRow(None, Channel.LETTER, None, 100, 90, 23, 2_250_000),
        ResponseRow(None, None, "slipping", 100, 90, 23, 2_250_000),
        ResponseRow(None, None, "Ganti oli mesin", 100, 90, 45, 9_500_000),
    ),
)


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


def test_a_vehicle_counts_once_a_month_and_pays_once() -> None:
    figures = read_figures(REPORT)
    assert (figures.reminded.due, figures.reminded.reached, figures.reminded.came) == (200, 180, 68)
    assert figures.reminded.rupiah == 11_700_000
    assert (figures.reminded.waiting, figures.reminded.missed) == (50, 82)
    assert (figures.untouched.due, figures.untouched.came) == (80, 16)
    assert [(month, told.due, silent.due) for month, told, silent in figures.months] == [
        (SEPTEMBER, 40, 50),
        (OCTOBER, 160, 30),
    ]
    assert [(channel, sums.came) for channel, sums in figures.channels] == [
        (Channel.CALL, 45),
        (Channel.LETTER, 23),
    ]
    assert [job for job, _ in figures.jobs] == ["Ganti oli mesin", "slipping"]


@pytest.mark.journey
def test_the_page_says_what_the_report_says(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_funnel(path, REPORT, SHOP, SEPTEMBER, date(2026, 10, 31), TODAY)
    assert pages_of(path) == 1
    text = text_of(path)
    for words in (
        "Sep 2026 – Oct 2026",
        "45%",  # 68 of the 150 whose time is over
        "68 of 150",
        "50 waiting",
        "16 of 80",
        "25 more",
        "Rp 11,700,000",
        "Rp 4,000,000",
        "Rp 7,750,000",
        "45/100",
        "23/100",
        "Slipping away",
        "within 30 days",
        SHOP.name,
    ):
        assert words in text, words


@pytest.mark.journey
def test_nothing_sent_is_a_page_too(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_funnel(path, ResponseReport(30, (), ()), SHOP, SEPTEMBER, SEPTEMBER, TODAY)
    text = text_of(path)
    assert "Nothing was sent." in text
    assert "Sep 2026 –" not in text


@pytest.mark.journey
def test_years_of_figures_and_hostile_names_stay_on_one_page(tmp_path: Path) -> None:
    months = [date(2020 + number // 12, number % 12 + 1, 1) for number in range(80)]
    rows = tuple(
        ResponseRow(month, channel, name, 10**9, 10**9, 10**9, 10**13)
        for month in months[-20:]
        for channel in Channel
        for name in HOSTILE_NAMES
    )
    silent = tuple(ResponseRow(month, None, None, 10**9, 0, 0, 0) for month in months)
    path = tmp_path / "a.pdf"
    write_funnel(path, ResponseReport(30, rows, silent), SHOP, months[0], months[-1], TODAY)
    assert pages_of(path) == 1
    for _, word, (left, bottom, right, top) in words_of(path):
        assert left >= 0, word
        assert right <= 595.3, word
        assert 0 <= bottom < top <= 841.9, word
