"""A response report as the page says it: figures, bars, and the rows of its table."""

from datetime import date

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.reminders import ResponseReport, ResponseRow
from bengkel_crm.records.response_figures import ENOUGH, Figures, Sums
from bengkel_crm.ui.lists.columns import COUNT, RUPIAH, ListColumn, SheetCell
from bengkel_crm.ui.widgets.funnel_chart import Bar, FunnelColumn
from bengkel_crm.words.reminders import channel_words, told_words

# Bars share one scale, which never makes a few per cent look like all.
LEAST_SCALE = 20.0
_COUNT_PX = 116


def percent(sums: Sums, figures: Figures) -> str:
    """Return how many of a hundred came, or how many of how many while that is too few to be divided."""
    if not sums.due:
        return "–"
    return f"{sums.rate:.0f}%" if figures.is_enough and sums.is_enough else counted(sums)


def _bar_rate(sums: Sums, figures: Figures) -> float:
    return sums.rate if figures.is_enough and sums.is_enough else 0.0


def share(part: int, whole: int) -> str:
    """Return a part as a percentage of the whole, empty where there is no whole."""
    return f"{100 * part / whole:.0f}%" if whole else ""


def counted(sums: Sums) -> str:
    """Return "49 dari 86": those who came of those whose time is over."""
    return translate("Response", "{0} of {1}").format(
        i18n.format_number(sums.came), i18n.format_number(sums.finished)
    )


def detailed(sums: Sums, figures: Figures) -> str:
    """Return what the figure is made of, and how many are still waited for."""
    parts = [counted(sums)] if figures.is_enough else []
    if sums.waiting or not parts:
        parts.append(translate("Response", "%n still waited for", sums.waiting))
    return " · ".join(parts)


def difference(figures: Figures) -> str:
    """Return how many more of a hundred came because they were reminded, or that it is too early to say."""
    if not figures.is_enough:
        return translate("Response", "Not enough yet")
    more = round(figures.reminded.rate - figures.untouched.rate)
    if more < 0:
        return translate("Response", "{0} fewer").format(i18n.format_number(-more))
    return translate("Response", "{0} more").format(i18n.format_number(more))


def difference_words(figures: Figures) -> str:
    """Return what the difference is of, or what it still waits for."""
    if figures.is_enough:
        return translate("Response", "come for each 100 reminded")
    return translate("Response", "a comparison needs {0} whose time is over, reminded and not").format(ENOUGH)


def funnel_bars(figures: Figures) -> list[Bar]:
    """Return how the reminded became those who came, and below them those nobody contacted."""
    told, silent = figures.reminded, figures.untouched

    def bar(label: str, number: int, whole: int, *, quiet: bool = False, apart: bool = False) -> Bar:
        """Return one bar of the funnel, with its share of the whole where there are enough cases for one."""
        detail = "" if number == whole or not figures.is_enough else share(number, whole)
        return Bar(label, number, i18n.format_number(number), detail, "text3" if quiet else "primary", apart)

    bars = [
        bar(translate("Response", "Reminded"), told.due, told.due),
        bar(translate("Response", "Reached"), told.reached, told.due),
        bar(translate("Response", "Came"), told.came, told.due),
    ]
    if told.waiting:
        bars.append(bar(translate("Response", "Still has time"), told.waiting, told.due, quiet=True))
    bars.append(bar(translate("Response", "Did not come"), told.missed, told.due, quiet=True))
    if silent.due:
        words = translate("Response", "Due, not contacted")
        bars.append(bar(words, silent.due, silent.due, quiet=True, apart=True))
        bars.append(bar(translate("Response", "Came all the same"), silent.came, silent.due, quiet=True))
    return bars


def month_columns(figures: Figures) -> list[FunnelColumn]:
    """Return how many of a hundred came each month, marked with those nobody contacted."""
    return [
        FunnelColumn(
            i18n.format_short_month(month),
            _bar_rate(told, figures),
            percent(told, figures),
            silent.rate if figures.is_enough and silent.is_enough else None,
        )
        for month, told, silent in figures.months
    ]


def channel_bars(figures: Figures) -> list[Bar]:
    """Return a bar for each channel: how many of those reached by it came."""
    return [
        Bar(channel_words(channel), _bar_rate(sums, figures), percent(sums, figures), _beside(sums, figures))
        for channel, sums in figures.channels
    ]


def job_bars(figures: Figures, most: int) -> list[Bar]:
    """Return the commonest kinds of work, at most so many."""
    return [
        Bar(told_words(job), _bar_rate(sums, figures), percent(sums, figures), _beside(sums, figures))
        for job, sums in figures.jobs[:most]
    ]


def _beside(sums: Sums, figures: Figures) -> str:
    """Return what stands beside a percentage; where there is none, that says it already."""
    return counted(sums) if figures.is_enough and sums.is_enough else ""


def scale_of(figures: Figures) -> float:
    """Return where the bars of rates end."""
    rates = [_bar_rate(sums, figures) for _, sums in (*figures.channels, *figures.jobs)]
    return max(LEAST_SCALE, _bar_rate(figures.untouched, figures), *rates, 0.0)


def table_rows(report: ResponseReport) -> list[ResponseRow]:
    """Return the rows of both groups, the latest month first."""
    return sorted((*report.reminded, *report.untouched), key=_month, reverse=True)


def _month(row: ResponseRow) -> date:
    assert row.month is not None  # the rows of the table are told apart by month
    return row.month


def _channel(row: ResponseRow) -> str:
    return translate("Response", "not contacted") if row.channel is None else channel_words(row.channel)


TABLE_COLUMNS: tuple[ListColumn[ResponseRow], ...] = (
    ListColumn(
        "month",
        lambda: translate("Response", "Month"),
        _month,
        words=lambda row: i18n.format_month(_month(row)),
        width=110,
        cells=(SheetCell(_month, Kind.DAY),),
    ),
    ListColumn("channel", lambda: translate("Response", "How"), _channel, width=150),
    ListColumn(
        "job_kind",
        lambda: translate("Response", "Kind of work"),
        lambda row: None if row.job_kind is None else told_words(row.job_kind),
        stretch=True,
    ),
    ListColumn("due", lambda: translate("Response", "Due"), lambda row: row.due, COUNT, width=_COUNT_PX),
    ListColumn(
        "reached", lambda: translate("Response", "Reached"), lambda row: row.reached, COUNT, width=_COUNT_PX
    ),
    ListColumn("came", lambda: translate("Response", "Came"), lambda row: row.came, COUNT, width=_COUNT_PX),
    ListColumn(
        "waiting",
        lambda: translate("Response", "Still has time"),
        lambda row: row.waiting,
        COUNT,
        width=_COUNT_PX,
    ),
    ListColumn(
        "missed",
        lambda: translate("Response", "Did not come"),
        lambda row: row.due - row.came - row.waiting,
        COUNT,
        width=_COUNT_PX,
    ),
    ListColumn("rupiah", lambda: translate("Response", "Paid"), lambda row: row.rupiah, RUPIAH, width=140),
)
