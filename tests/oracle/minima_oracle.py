"""What lots of an item and colour cost below the least that is sold, from bom/minimum_order.h."""
from fractions import Fraction

from exact import grid6, weaker


def spread(total, weights):
    """By largest remainder, the earlier first where remainders are equal."""
    sum_of = sum(weights)
    shares = [total * weight // sum_of for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(total * weights[i] % sum_of))
    for i in by_remainder[:total - sum(shares)]:
        shares[i] += 1
    return shares


def pieces_by_colorway(product, quantity):
    weights = [colorway["pieces"] for colorway in product["colorways"]]
    if not weights:
        return []
    return spread(quantity, weights if any(weights) else [1] * len(weights))


def lab_of(srgb):
    """CIE 1976 L*a*b* of an sRGB colour, D65: IEC 61966-2-1 and CIE 15."""
    linear = []
    for at in (1, 3, 5):
        value = int(srgb[at:at + 2], 16) / 255
        linear.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    red, green, blue = linear
    xyz = ((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
           0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
           (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    f = [value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29 for value in xyz]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def difference(one, other):
    return sum((a - b) ** 2 for a, b in zip(lab_of(one), lab_of(other))) ** 0.5


def is_in_stock(colors, goods, srgb):
    return any(goods in stock["goods"] and difference(stock["srgb"], srgb) <= float(colors["tolerance"])
               for stock in colors["stock"])


class Lot:
    """An item in one colour."""

    def __init__(self, line, srgb, made):
        self.item, self.row, self.srgb, self.made = line.item, line.row, srgb, made
        self.takes = []  # (line, colorway or None for all)


def color_of(colorway, zone):
    for color in colorway["colors"]:
        if zone and color["zone"] == zone:
            return color["srgb"].lower()
    return ""


def lots_of(product, explosion, book):
    """Items in the order of their ids, colours as their lines and then the colorways name them."""
    colors = book.trade["colors"]
    dyed = {row["section"]: row for row in reversed(colors["dyed"])}
    lots = []
    for item in sorted({line.item for line in explosion.lines}):
        found = {}
        for line in explosion.lines:
            if line.item != item:
                continue
            goods = dyed.get(line.row["section"])
            taken = [(None, "")]
            if goods and product["colorways"]:
                taken = [(i, color_of(way, line.zone)) for i, way in enumerate(product["colorways"])]
            for index, srgb in taken:
                if srgb not in found:
                    made = goods if srgb and not is_in_stock(colors, goods["goods"], srgb) else None
                    found[srgb] = Lot(line, srgb, made)
                    lots.append(found[srgb])
                found[srgb].takes.append((line, index))
    return lots


class Minimum:
    """A lot at one order quantity."""

    def __init__(self, lot, order):
        self.lot = lot
        book, prices, pieces = order.book, order.prices, order.pieces
        self.need = sum((prices[line][1] * (order.quantity if index is None else pieces[index])
                         for line, index in lot.takes), Fraction(0))
        unit_price = prices[lot.takes[0][0]][2]
        row = lot.row
        self.minimum = Fraction(row["moq_dyed"] if lot.made else row["moq"])
        self.surplus = self.cost = Fraction(0)
        self.status = weaker(row["price_status"], row["moq_status"])
        if self.need == 0 or self.need >= self.minimum:
            return
        left = self.minimum - self.need
        if not lot.made:
            self.surplus = left
            if row["moq_status"] in ("quote", "user"):
                self.cost = grid6(left * unit_price)
            return
        surcharge, least_lot = "below-moq-surcharge-dye", lot.made["least_lot"]
        rest = max(min(book.rate(least_lot), self.minimum) - self.need, Fraction(0))
        fee = book.convert(book.rate(surcharge), book.rate_currency(surcharge), order.currency, 6)
        small = fee + grid6(rest * unit_price)
        whole = grid6(left * unit_price)
        self.cost, self.surplus = (small, rest) if small < whole else (whole, left)
        self.status = weaker(self.status, book.rate_status(surcharge), book.rate_status(least_lot))


class Order:
    """What is ordered: prices of the bill's lines, pieces by colorway."""

    def __init__(self, book, prices, quantity, currency):
        self.book, self.prices, self.quantity, self.currency = book, prices, quantity, currency
        self.pieces = []
