"""What an order pays for quality: man-days of inspection from ISO 2859-1 and samples in a laboratory."""
from fractions import Fraction

from exact import weaker
from minima_oracle import color_of


SUN = ["", "low", "medium", "high"]


def place_named(where, market, row):
    return any(word in (market, row["customs_area"]) or word == "any" for word in where)


def sample_size(quality, letter, aql):
    """Pieces to draw: an arrow leads to the next plan above or below."""
    rows = quality["samples"]
    at = [row["letter"] for row in rows].index(letter)
    while rows[at]["cells"][aql] != "plan":
        at += 1 if rows[at]["cells"][aql] == "down" else -1
    return rows[at]["size"]


def preset_for(quality, market, row):
    """The one that names the market, else the one for any."""
    for preset in quality["presets"]:
        if any(word in (market, row["customs_area"]) for word in preset["where"]):
            return preset
    for preset in quality["presets"]:
        if "any" in preset["where"]:
            return preset
    return None


def inspection(book, lot, market):
    """Man-days and how far they can be trusted; none without a preset."""
    quality = book.quality
    preset = preset_for(quality, market, book.trade["markets"][market])
    if preset is None:
        return 0, None
    letter = next((row["letters"][preset["level"]] for row in quality["lots"]
                   if lot <= row["to"] or row["to"] == 0), None)
    size = max(min(sample_size(quality, letter, preset[defect]), lot) for defect in ("major", "minor"))
    per_day = book.rate("inspection-pieces-per-day")
    days = Fraction(size) / per_day
    return -(-days.numerator // days.denominator), weaker(preset["status"],
                                                          book.rate_status("inspection-pieces-per-day"))


def is_tested(test, row, market, place):
    if test["place"] != "laboratory" or not test["sections"] or row["section"] not in test["sections"]:
        return False
    if test["where"] and not place_named(test["where"], market, place):
        return False
    if SUN.index(place["sun"]) < SUN.index(test["sun"]):
        return False
    return all(not test[key] or row[word] in test[key]
               for key, word in (("families", "family"), ("categories", "category"), ("finishes", "finish")))


def laboratory_samples(costing, market):
    """Pairs of material and colour that a laboratory is paid for."""
    book, product = costing.book, costing.product
    place = book.trade["markets"][market]
    tested = {line.item for line in costing.explosion.lines
              if any(is_tested(test, line.row, market, place) for test in book.quality["tests"])}
    ordered = [colorway for colorway in product["colorways"] if colorway["pieces"]] or product["colorways"]
    pairs = set()
    for item in tested:
        for line in costing.explosion.lines:
            if line.item == item:
                named = {color_of(colorway, line.zone) for colorway in ordered} - {""}
                pairs |= {(item, srgb) for srgb in named or {""}}
    if not book.trade["colors"]["dyed"]:
        return len(pairs)
    made = {(lot.item, lot.srgb) for lot in costing.lots if lot.made}
    paid = pairs & made
    of_main = [pair for pair in pairs if pair[0] == main_cloth(product, book)]
    return len(paid) + (1 if of_main and not paid & set(of_main) else 0)


def main_cloth(product, book):
    """The cloth of the shell that most of the outside is cut of."""
    areas = {}
    for piece in product["pieces"]:
        if book.data["items"][piece["item"]]["section"] == "shell":
            areas[piece["item"]] = areas.get(piece["item"], 0) + Fraction(piece["area_mm2"]) * piece["count"]
    return max(areas, key=lambda item: areas[item]) if areas else None
