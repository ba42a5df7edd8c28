"""The calendar of a run: month 0 is June 2021, when the service was unified."""

import pandas as pd

FIRST_MONTH = pd.Period("2021-06", freq="M")


def date_of(month: int) -> pd.Timestamp:
    """Return the first day of a run's month."""
    return (FIRST_MONTH + int(month)).to_timestamp()


def month_name(month: int) -> str:
    """Return a run's month as 'December 2024'."""
    return date_of(month).strftime("%B %Y")


def period_name(first: int, months: int) -> str:
    """Return the months from `first`, both ends named: 'December 2024 to November 2027'."""
    return f"{month_name(first)} to {month_name(first + months - 1)}"
