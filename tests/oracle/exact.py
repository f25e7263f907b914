"""Exact numbers for the oracle: fractions, rounded half away from zero where the specification rounds."""
from fractions import Fraction

MILLION, BILLION = 10 ** 6, 10 ** 9


def rounded(value, decimals):
    """The nearest decimal of so many places, half away from zero."""
    scale = 10 ** decimals
    scaled = abs(value) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, scale)


def money4(value):
    """A unit line: 4 decimals."""
    return rounded(Fraction(value), 4)


def grid6(value):
    """Money and quantities: millionths."""
    return rounded(Fraction(value), 6)


def grid9(value):
    """Ratios: billionths."""
    return rounded(Fraction(value), 9)


def text_of(value, decimals=6):
    """The shortest decimal text; the value must lie on the grid."""
    scaled = Fraction(value) * 10 ** decimals
    if scaled.denominator != 1:
        raise ValueError(f"{value} is finer than {decimals} decimals")
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    whole, part = digits[:-decimals], digits[-decimals:].rstrip("0")
    sign = "-" if scaled < 0 else ""
    return sign + whole + ("." + part if part else "")


MINOR_DIGITS = {"JPY": 0, "VND": 0, "TND": 3}


def minor_digits(currency):
    """ISO 4217, of the currencies that the random books have."""
    return MINOR_DIGITS.get(currency, 2)


RELIABILITY = ["estimate", "sourced", "user", "quote"]


def weaker(*statuses):
    return min(statuses, key=RELIABILITY.index)


class Book:
    """What of a price book every subject asks for."""

    def __init__(self, document):
        self.data = document["book"]
        self.trade = document["trade"]
        self.quality = document["quality"]
        self.exchange = {code: Fraction(rate["per_usd"]) for code, rate in self.data["exchange"].items()}
        self.exchange["USD"] = Fraction(1)

    def rate(self, name):
        return Fraction(self.data["rates"][name]["typical"])

    def low_rate(self, name):
        return Fraction(self.data["rates"][name]["low"])

    def has_rate(self, name):
        return name in self.data["rates"]

    def percent(self, name):
        return self.rate(name) / 100

    def rate_status(self, name):
        return self.data["rates"][name]["status"]

    def convert(self, amount, source, target, decimals=4):
        """Through US dollars, rounded once."""
        return rounded(amount * self.exchange[target] / self.exchange[source], decimals)

    def rate_currency(self, name):
        """The first code in the rate's unit that the book exchanges, else US dollars."""
        for word in self.data["rates"][name]["unit"].split():
            if word in self.exchange:
                return word
        return "USD"

    def break_for(self, quantity):
        reached = [at for at in self.data["breaks"] if at["quantity"] <= quantity]
        return reached[-1] if reached else self.data["breaks"][0]
