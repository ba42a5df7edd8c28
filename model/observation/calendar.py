"""The calendar of a run: month 0 is June 2021, when the service was unified."""

import calendar
from datetime import date

FIRST_YEAR, FIRST_MONTH = 2021, 6
MONTHS = 12


def month_of(year: int, month: int) -> int:
    """Return the run's month of a calendar month; below 0 before June 2021."""
    return (year - FIRST_YEAR) * MONTHS + month - FIRST_MONTH


def month_of_day(day: date) -> int:
    """Return the run's month in which a day falls."""
    return month_of(day.year, day.month)


def last_day(month: int) -> date:
    """Return the last day of a run's month."""
    years, index = divmod(month + FIRST_MONTH - 1, MONTHS)
    year = FIRST_YEAR + years
    return date(year, index + 1, calendar.monthrange(year, index + 1)[1])
